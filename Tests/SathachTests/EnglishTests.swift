import Assessment
import TestSupport
import Testing

@testable import Web
@testable import sathach

/// One audience has its items in English too, as shipped.
@Suite("The residents' items in English")
struct EnglishTests {
  private static let residents = Audience.ID("nguoi-dan")
  /// The French that a translating machine says in one item.
  private static let foreign: Set<String> = ["Très"]

  private let items: [Item]
  private let english: Tongue
  private let problems: [ContentProblem]

  init() throws {
    let folder = KioskFolder(ShippedWeb.folder)
    let bank = try ItemBank.read(try folder.bankFiles())
    items = bank.entries.filter { $0.item.retirement == nil && $0.item.audiences.contains(Self.residents) }.map(\.item)
    let files = try #require(try folder.tongueFiles().first { $0.language.text == "en" }).files
    let read = TongueFile.read(files, of: Language.ID("en"), items: bank.entries.map(\.item))
    english = try #require(read.tongue)
    problems = read.problems
  }

  @Test("every live item is there, with every text of its pages, and nothing that an item does not say")
  func whole() {
    #expect(items.count > 300)
    #expect(problems.isEmpty)
    for item in items {
      let missing = WrittenItem(item).texts.filter { !english.has($0) }
      #expect(missing.isEmpty, "\(item.id)")
    }
  }

  @Test("no English text keeps a Vietnamese letter")
  func plain() {
    for text in items.flatMap({ WrittenItem($0).texts }).compactMap(english.translated) {
      let words = text.split { !$0.isLetter }.map(String.init)
      let marked = words.filter { $0.contains { $0.isLetter && !$0.isASCII } && !Self.foreign.contains($0) }
      #expect(marked.isEmpty, "\(text)")
    }
  }

  @Test("answers of one question stay apart")
  func apart() {
    for item in items where !item.parts.isEmpty {
      let texts = item.parts.compactMap { english.translated($0.text.written) }
      #expect(Set(texts).count == item.parts.count, "\(item.id)")
    }
  }

  @Test("what the residents' pages say around their items is there too")
  func around() throws {
    let samples = try SampleBank.make().entries.flatMap { WrittenItem($0.item).texts }
    let known = Set(samples.map(Tongue.key))
    let pages = try PageSamples.all().filter { $0.html.contains("id=\"player\"") }
    #expect(pages.count > 10)
    for page in pages {
      let missing = Tongue.texts(in: Array(page.html.utf8)).filter { !english.has($0) && !known.contains(Tongue.key($0)) }
      #expect(missing.isEmpty, "\(page.name)")
      for m in missing { print("MISSING|\(page.name)|\(m)") }
    }
  }
}
