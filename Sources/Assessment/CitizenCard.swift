/// Why a scanned text is not a citizen card's.
package enum CitizenCardFault: Error, Equatable, Sendable {
  case tooFewFields(found: Int)
  case number
  case name
  case birthDate
}

/// Reads the text in a citizen card's QR: fields between `|`, at least seven:
/// number | old nine-digit number, may be empty | name | birth date ddMMyyyy | Nam or Nữ | address | date of issue.
///
/// The cards given out since 1 July 2024 carry more fields, of other people in the family. Everything from the sixth field
/// on, and the old number, is dropped here and never leaves this function: nobody asked those people.
package enum CitizenCard {
  package static let longestText = 1_000
  package static let longestName = 80
  /// The words of the field for sex.
  package static let male = "Nam"
  package static let female = "Nữ"

  package static func read(_ text: String) throws(CitizenCardFault) -> Candidate {
    let fields = text.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    guard fields.count >= 7 else { throw .tooFewFields(found: fields.count) }
    guard let number = CitizenNumber(fields[0]) else { throw .number }
    guard let name = PersonName.tidy(fields[2]) else { throw .name }
    guard let birthDate = date(fields[3]) else { throw .birthDate }
    return Candidate(
      name: name, number: number, birthYear: birthDate.year, birthDate: birthDate, sex: sex(fields[4]),
      identity: .cardString)
  }

  /// Some readers swallow the marks of "Nữ"; the number decides where neither word is found.
  private static func sex(_ field: String) -> Sex? {
    let word = field.lowercased()
    if word == "nam" { return .male }
    return word.hasPrefix("n") ? .female : nil
  }

  private static func date(_ field: String) -> CivilDate? {
    let digits = field.unicodeScalars.filter { ("0"..."9").contains($0) }.map { Int($0.value) - 0x30 }
    guard digits.count == 8 else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let date = CivilDate(year: number(4..<8), month: number(2..<4), day: number(0..<2))
    return date.isReal && (1900...2099).contains(date.year) ? date : nil
  }

  private static func trimmed(_ field: Substring) -> String {
    let inner = field.drop { $0.isWhitespace }
    return String(inner.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// A person's name as it is kept: single spaces, no digits or signs.
package enum PersonName {
  /// Nil for a text that cannot be a name.
  package static func tidy(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let name = words.joined(separator: " ")
    guard !name.isEmpty, name.count <= CitizenCard.longestName else { return nil }
    let fits = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar == " " || scalar == "'" || scalar == "-" || scalar == "."
        || scalar == "’" || (0x300...0x36F).contains(scalar.value)
    }
    return fits ? name : nil
  }

  /// "N. T. Hoa" for "Nguyễn Thị Hoa": enough for its owner to recognise, not for a stranger.
  package static func masked(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let last = words.last else { return "" }
    return (words.dropLast().map { "\($0.prefix(1))." } + [String(last)]).joined(separator: " ")
  }
}
