/// What could be made of a scanned card: number and dates are sure, the name may have suffered on the way.
package struct CardReading: Equatable, Sendable {
  package let number: CitizenNumber
  package let birthDate: CivilDate
  package let sex: Sex
  /// To be corrected by the clerk where ``isNameDoubtful``; empty where nothing of it was left.
  package let name: String
  package let isNameDoubtful: Bool

  /// The person, under the name the clerk settled on.
  ///
  /// - Throws: ``CitizenCardFault/name`` for a text that is no name.
  package func candidate(named corrected: String? = nil) throws(CitizenCardFault) -> Candidate {
    guard let name = PersonName.tidy(corrected ?? name) else { throw .name }
    return Candidate(
      name: name, number: number, birthYear: birthDate.year, birthDate: birthDate, sex: sex, identity: .cardString)
  }
}

extension CitizenCard {
  /// Reads a card as a USB scanner types it into a desk PC: with Telex or VNI switched on letters are swallowed, doubled or
  /// turned into others, with another keyboard layout `|` becomes another sign, and some scanners put `]Q1` in front.
  /// Digits survive all of that, so the number and the birth date decide and the name stands between them.
  ///
  /// - Throws: ``CitizenCardFault/number`` and ``CitizenCardFault/birthDate`` where even those are not there.
  package static func readTolerantly(_ text: String) throws(CitizenCardFault) -> CardReading {
    if let whole = try? read(text) {  // the tolerant reading below tells what is wrong
      return CardReading(
        number: whole.number, birthDate: whole.birthDate ?? CivilDate(year: whole.birthYear, month: 1, day: 1),
        sex: whole.sex, name: whole.name, isNameDoubtful: NameDoubt.isDoubtful(whole.name))
    }
    let scalars = Array(text.unicodeScalars.prefix(longestText))
    let runs = DigitRun.all(in: scalars)
    guard let first = runs.firstIndex(where: { $0.number != nil }), let number = runs[first].number else {
      throw .number
    }
    let later = runs[(first + 1)...]
    guard let birth = later.first(where: { $0.birthDate != nil }), let birthDate = birth.birthDate else {
      throw .birthDate
    }
    // Between the two may stand an old number: whatever digits come before the name are not part of it.
    let old = later.first { $0.start < birth.start && $0.length >= 9 }
    let name = Self.name(in: scalars[(old ?? runs[first]).end..<birth.start])
    return CardReading(
      number: number, birthDate: birthDate, sex: sex(after: scalars[birth.end...]) ?? number.sex, name: name,
      isNameDoubtful: true)
  }

  /// The number alone, of a card or of whatever else it stands in.
  package static func number(in text: String) -> CitizenNumber? {
    DigitRun.all(in: Array(text.unicodeScalars.prefix(longestText))).lazy.compactMap(\.number).first
  }

  /// Letters only: a mark typed as a digit or as a sign of its own is dropped rather than guessed.
  private static func name(in scalars: ArraySlice<Unicode.Scalar>) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in scalars {
      let isLetter =
        scalar.properties.isAlphabetic && scalar.properties.generalCategory != .modifierLetter
        || (0x300...0x36F).contains(scalar.value)
      if isLetter { letters.append(scalar) }
      if scalar.properties.isWhitespace { letters.append(" ") }
    }
    return PersonName.tidy(String(letters)) ?? ""
  }

  /// The first word behind the birth date, where it can only be one of the two.
  private static func sex(after scalars: ArraySlice<Unicode.Scalar>) -> Sex? {
    let letters = scalars.drop { !$0.properties.isAlphabetic }.prefix { $0.properties.isAlphabetic }
    let word = String(String.UnicodeScalarView(letters)).lowercased()
    if word == "nam" { return .male }
    return word.hasPrefix("n") && !word.hasPrefix("na") && word.unicodeScalars.count <= 5 ? .female : nil
  }
}

/// Digits that stand together in a scanned text.
private struct DigitRun {
  let start: Int
  let digits: [Int]
  let end: Int

  var length: Int { digits.count }

  /// A symbology mark such as `]Q1` leaves its digit in front of the number.
  var number: CitizenNumber? {
    guard (12...13).contains(length) else { return nil }
    return CitizenNumber(digits.suffix(12).map(String.init).joined())
  }

  var birthDate: CivilDate? {
    guard length == 8 else { return nil }
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let date = CivilDate(year: value(4..<8), month: value(2..<4), day: value(0..<2))
    return date.isReal && (1900...2099).contains(date.year) ? date : nil
  }

  static func all(in scalars: [Unicode.Scalar]) -> [DigitRun] {
    var runs: [DigitRun] = []
    var digits: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      if let digit = digit(scalar) {
        digits.append(digit)
      } else if !digits.isEmpty {
        runs.append(DigitRun(start: index - digits.count, digits: digits, end: index))
        digits = []
      }
    }
    if !digits.isEmpty {
      runs.append(DigitRun(start: scalars.count - digits.count, digits: digits, end: scalars.count))
    }
    return runs
  }

  /// Full-width digits too, which East Asian input methods type.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }
}

/// Whether a name looks as if a keyboard had worked on it.
private enum NameDoubt {
  /// Names without any mark exist, but are rarer than scanners that lose them; and no Vietnamese syllable is written with
  /// f, j, w or z, or with a vowel or d doubled.
  static func isDoubtful(_ name: String) -> Bool {
    let folded = Spelling.folded(name)
    let hasMarks = name.unicodeScalars.contains { $0.value > 0x7F }
    let isStrange = folded.contains { "fjwz".contains($0) }
    let lowered = name.lowercased()
    let isDoubled = ["aa", "ee", "oo", "dd", "uu"].contains { has($0, in: lowered) }
    return !hasMarks || isStrange || isDoubled
  }

  private static func has(_ pair: String, in text: String) -> Bool {
    zip(text, text.dropFirst()).contains { String([$0, $1]) == pair }
  }
}
