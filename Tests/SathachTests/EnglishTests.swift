import Assessment
import TestSupport
import Testing

@testable import Web
@testable import sathach

/// One audience has its items in English too, as shipped.
@Suite("The residents' items in English")
struct EnglishTests {
  /// Read once: comparing some hundreds of items with their translations takes seconds.
  private struct Shipped {
    /// The live ones of the residents.
    let items: [(item: Item, texts: [String])]
    let english: Tongue
    let problems: [ContentProblem]

    init() throws {
      let folder = KioskFolder(ShippedWeb.folder)
      let bank = try ItemBank.read(try folder.bankFiles()).entries.map(\.item)
      items = bank.filter { $0.retirement == nil && $0.audiences.contains(Audience.ID("nguoi-dan")) }.map {
        ($0, WrittenItem($0).texts)
      }
      let files = try #require(try folder.tongueFiles().first { $0.language == Language.ID("en") }).files
      let read = TongueFile.read(files, of: Language.ID("en"), items: bank)
      english = try #require(read.tongue)
      problems = read.problems
    }
  }

  private static let read = Result { try Shipped() }

  private let items: [(item: Item, texts: [String])]
  private let english: Tongue
  private let problems: [ContentProblem]

  init() throws {
    let shipped = try Self.read.get()
    (items, english, problems) = (shipped.items, shipped.english, shipped.problems)
  }

  @Test("every live item is there, with every text of its pages, and nothing that an item does not say")
  func whole() {
    #expect(items.count > 300)
    #expect(problems.isEmpty)
    for (item, texts) in items {
      let missing = texts.filter { !english.has($0) }
      #expect(missing.isEmpty, "\(item.id)")
    }
  }

  @Test("no English text keeps a Vietnamese letter, but for the French that a translating machine says in one item")
  func plain() {
    for text in items.flatMap(\.texts).compactMap(english.translated) {
      let words = text.split { !$0.isLetter }.filter { $0 != "Très" }
      let marked = words.filter { word in word.contains { !$0.isASCII } }
      #expect(marked.isEmpty, "\(text)")
    }
  }

  @Test("answers of one question stay apart")
  func apart() {
    for (item, _) in items where !item.parts.isEmpty {
      let answers = item.parts.compactMap { english.translated($0.text.written) }
      #expect(Set(answers).count == item.parts.count, "\(item.id)")
    }
  }

  /// What the small named world of the samples says for itself: its office, its people, its areas and what it advises.
  private let names: Set<String> = [
    "UBND xã Thử", "Nguyễn Thị Hoa", "Trần Văn Dũng", "Tự bảo vệ mình", "Nhận ra lừa đảo", "Tập dừng lại.",
    "Ở nhà văn hóa.", "Chọn hàng",
    "Tập xem hàng.", "Ở chợ.",
  ]

  @Test(
    "the pages before, between and after the items speak English too, but for names",
    arguments: ["welcome", "mode", "notice", "seat", "seats", "pause", "plain", "review", "result", "sheet"])
  func around(kind: String) throws {
    let pages = try PageSamples.all().filter { $0.html.contains("<body class=\"page-\(kind)\"") }
    #expect(!pages.isEmpty)
    for page in pages {
      let missing = Tongue.texts(in: Array(page.html.utf8)).filter { !english.has($0) && !names.contains($0) }
      #expect(missing.isEmpty, "\(page.name): \(missing)")
    }
  }
}
