import Assessment
import UseCases

/// What an attempt came to in areas and competences, as a column holds it: for each "area:code,asked,credit,isReached", with
/// one space between.
enum PartText {
  static func text(of part: ReportPart) -> String {
    switch part {
    case .area(let id): "area:\(id)"
    case .competence(let id): "competence:\(id)"
    }
  }

  static func part(of text: String) throws -> ReportPart {
    if text.hasPrefix("area:") { return .area(Area.ID(String(text.dropFirst(5)))) }
    if text.hasPrefix("competence:") { return .competence(Competence.ID(String(text.dropFirst(11)))) }
    throw PostgresError.unreadable(table: "attempt", column: "parts")
  }

  static func text(of scores: [PartScore]) -> String {
    scores.map { "\(text(of: $0.part)),\($0.asked),\($0.credit),\($0.isReached ? 1 : 0)" }.joined(separator: " ")
  }

  /// By bytes: every attempt of everybody concerned is read at each import.
  static func scores(of text: String) throws -> [PartScore] {
    try text.utf8.split(separator: UInt8(ascii: " ")).map { score in
      let fields = score.split(separator: UInt8(ascii: ","))
      guard fields.count == 4, let asked = number(fields[1]), let credit = number(fields[2]),
        let reached = number(fields[3])
      else { throw PostgresError.unreadable(table: "attempt", column: "parts") }
      return PartScore(
        part: try part(of: String(decoding: fields[0], as: UTF8.self)), asked: asked, credit: credit,
        isReached: reached == 1)
    }
  }

  private static func number(_ digits: Substring.UTF8View) -> Int? {
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit), number < 1 << 40 else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }
}
