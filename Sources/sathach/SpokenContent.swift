import Assessment
import Audio
import UseCases
import Web

/// Everything the kiosk can say, with how it is said: the bank's items in force, the texts of its framework and notices, the
/// pages' own sentences and the numbers in them. Nothing of any person.
struct SpokenContent {
  /// By the line's name: the line, and what is spoken for each of its words.
  private(set) var lines: [LineKey: EarText] = [:]
  private let table: Pronunciations

  /// Numbers that stand in sentences: places, counts, minutes, points, days.
  static let numbers = 0...240

  init(_ kiosk: KioskFolder, bank: ItemBank, office: String) throws {
    table = Pronunciations.read(try kiosk.speechText("pronunciations.tsv")).table
    for entry in bank.entries where entry.item.retirement == nil {
      for line in SpokenItem(entry.item).lines { add(line.text, ear: line.ear) }
    }
    for name in ["framework.json", "notices.json"] {
      let texts = Self.texts(in: try JSONReader.read(try kiosk.bankFile(name).bytes))
      for text in texts {
        add(text.split(separator: "{office}", omittingEmptySubsequences: false).joined(separator: office))
      }
    }
    for line in try kiosk.speechText("pages.txt").split(separator: "\n") where !line.hasPrefix("#") {
      add(String(line))
    }
    for number in Self.numbers { add(String(number)) }
    add(VoiceSheet.greetingLine)
  }

  private mutating func add(_ text: String, ear: String? = nil) {
    let text = LineText.tidy(text)
    let key = LineKey(text)
    guard !text.isEmpty, lines[key] == nil else { return }
    let said = EarText(text, ear: ear, table)
    // A line of signs alone has no sound.
    guard said.text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    lines[key] = said
  }

  private static func texts(in json: JSON) -> [String] {
    switch json.value {
    case .text(let text): [text]
    case .list(let list): list.flatMap(texts)
    case .object(let members): members.flatMap { texts(in: $0.value) }
    default: []
    }
  }
}
