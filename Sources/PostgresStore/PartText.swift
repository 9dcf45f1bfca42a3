import Assessment
import UseCases

/// What an attempt came to in areas and competences, as a column holds it: for each "area:code,asked,credit,isReached", with
/// one space between.
enum PartText {
  static func text(of part: ReportPart) -> String {
    switch part {
    case .area(let id): "area:" + id.text
    case .competence(let id): "competence:" + id.text
    }
  }

  static func part(of text: String) throws -> ReportPart { try part(of: Array(text.utf8)[...]) }

  private static func part(of name: ArraySlice<UInt8>) throws -> ReportPart {
    for (word, make) in words where name.starts(with: word) {
      return make(String(decoding: name.dropFirst(word.count), as: UTF8.self))
    }
    throw PostgresError.unreadable(table: "attempt", column: "parts")
  }

  private static let words: [([UInt8], @Sendable (String) -> ReportPart)] = [
    (Array("competence:".utf8), { .competence(Competence.ID($0)) }), (Array("area:".utf8), { .area(Area.ID($0)) }),
  ]

  /// By bytes, as ``scores(of:)``: every attempt is written once and read again whenever its person comes back.
  static func write(_ scores: [PartScore], to bytes: inout [UInt8]) {
    for (place, score) in scores.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: " ")) }
      switch score.part {
      case .area(let id): write("area:", id.text, to: &bytes)
      case .competence(let id): write("competence:", id.text, to: &bytes)
      }
      for number in [score.asked, score.credit, score.isReached ? 1 : 0] {
        bytes.append(UInt8(ascii: ","))
        bytes += String(number).utf8
      }
    }
  }

  private static func write(_ word: StaticString, _ id: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    bytes += id.utf8
  }

  /// By bytes: every attempt of everybody concerned is read at each import.
  static func scores(of text: String) throws -> [PartScore] {
    var rest = Array(text.utf8)[...]
    var scores: [PartScore] = []
    while !rest.isEmpty {
      let name = field(&rest)
      guard let asked = number(field(&rest)), let credit = number(field(&rest)), let reached = number(field(&rest))
      else { throw PostgresError.unreadable(table: "attempt", column: "parts") }
      scores.append(PartScore(part: try part(of: name), asked: asked, credit: credit, isReached: reached == 1))
    }
    return scores
  }

  /// Up to the next comma or space, which goes too.
  private static func field(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = rest.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") } ?? rest.endIndex
    let field = rest[..<end]
    rest = rest[end...].dropFirst()
    return field
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit), number < 1 << 40 else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }
}
