/// A personal identification number (số định danh cá nhân): 12 digits `PPP G YY RRRRRR`, without a check digit.
///
/// PPP is the place of birth registration, G the century and sex, YY the year of birth (NĐ 137/2015/NĐ-CP Điều 13;
/// Luật Căn cước 26/2023/QH15 Điều 12).
package struct CitizenNumber: Hashable, Sendable {
  package let digits: String

  /// Nil unless the text is 12 digits, spaces and dots aside, with a century digit that anybody alive can have. What an
  /// office made for somebody without papers is nobody's number, and is not read as one.
  package init?(_ text: String) {
    self.init(digitsOf: text)
    guard !isMade else { return nil }
  }

  /// As it lies in the store: an office-made one too.
  package static func kept(_ text: String) -> CitizenNumber? { CitizenNumber(digitsOf: text) }

  private init?(digitsOf text: String) {
    let kept = TypedDigits.plain(text).unicodeScalars.filter { $0 != " " && $0 != "." && $0 != "-" }
    guard kept.count == 12, kept.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    digits = String(String.UnicodeScalarView(kept))
    // 0 and 1: born in 1900–1999; 2 and 3: born in 2000–2099.
    guard centuryDigit <= 3 else { return nil }
  }

  private var centuryDigit: Int { number(3, 1) }

  package var place: String { String(digits.prefix(3)) }
  package var lastThree: String { String(digits.suffix(3)) }
  package var birthYear: Int { (centuryDigit < 2 ? 1900 : 2000) + number(4, 2) }
  package var sex: Sex { centuryDigit % 2 == 0 ? .male : .female }

  private func number(_ offset: Int, _ count: Int) -> Int {
    digits.utf8.dropFirst(offset).prefix(count).reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}

package enum Sex: String, Sendable, CaseIterable {
  case male
  case female
}

/// Something in a person's particulars that does not agree. Each is shown and can be confirmed: sexes get corrected,
/// people are born abroad, and registers err.
package enum Disagreement: Equatable, Sendable, CaseIterable {
  case unknownPlace
  case birthYear
  case sex
}

/// What a person gives of himself or herself at the kiosk, and all that is kept.
package struct Candidate: Equatable, Sendable {
  /// How the particulars came in; stands on the slip.
  package enum Identity: Int, Sendable, CaseIterable {
    case selfDeclared = 0
    case cardString = 1
    case confirmedByStaff = 2
  }

  package let name: String
  package let number: CitizenNumber
  package let birthYear: Int
  /// Known only from a card.
  package let birthDate: CivilDate?
  package let sex: Sex
  package let identity: Identity

  package init(
    name: String, number: CitizenNumber, birthYear: Int, birthDate: CivilDate? = nil, sex: Sex? = nil,
    identity: Identity
  ) {
    self.name = name
    self.number = number
    self.birthYear = birthYear
    self.birthDate = birthDate
    self.sex = sex ?? number.sex
    self.identity = identity
  }

  /// Whole years on a day; by the year alone where the birth date is not known, so at most one year too many.
  package func age(on day: CivilDate) -> Int {
    guard let birthDate else { return day.year - birthYear }
    let hadBirthday = (day.month, day.day) >= (birthDate.month, birthDate.day)
    return day.year - birthDate.year - (hadBirthday ? 0 : 1)
  }

  package var disagreements: [Disagreement] {
    var found: [Disagreement] = []
    if !number.isMade, !CitizenNumber.knownPlaces.contains(number.place) { found.append(.unknownPlace) }
    if number.birthYear != birthYear { found.append(.birthYear) }
    if number.sex != sex { found.append(.sex) }
    return found
  }
}

extension CitizenNumber {
  /// The 63 province codes in use since 2016. They stay on numbers given before the provinces were merged in 2025.
  package static let knownPlaces: Set<String> = Set(
    """
    001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042
    044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087
    089 091 092 093 094 095 096
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension CitizenNumber {
  private static let mostDifferencesShown = 4

  /// With dots for all but the last three digits and those in which it differs from the others, so that somebody can tell them apart who
  /// need not know them. Of numbers that differ in more than four places only the last four of these are shown.
  package func masked(beside others: [CitizenNumber] = []) -> String {
    let ours = Array(digits)
    let theirs = others.map { Array($0.digits) }
    let differing = ours.indices.filter { place in theirs.contains { $0[place] != ours[place] } }
    let shown = differing.suffix(Self.mostDifferencesShown) + ours.indices.suffix(3)
    return String(ours.indices.map { shown.contains($0) ? ours[$0] : "•" })
  }
}

extension CitizenNumber {
  /// Whether the number can be somebody's, as far as its digits tell: the place is one that was given out.
  package var isPlausible: Bool { CitizenNumber.knownPlaces.contains(place) }
}

extension CitizenNumber {
  /// The place of no register. It stands in front of what an office makes for somebody without papers, so that nobody takes
  /// that for a citizen's number: it is never plausible, binds no slip, and gives way when two records are merged.
  private static let madePlace = "000"

  package var isMade: Bool { place == Self.madePlace }

  /// Tells sex and year of birth as every number does; its last six digits are drawn.
  ///
  /// - Parameter birthYear: 1900 to 2099.
  package static func made(birthYear: Int, sex: Sex, draw: UInt64) -> CitizenNumber? {
    let century = (birthYear < 2000 ? 0 : 2) + (sex == .male ? 0 : 1)
    let year = String(100 + birthYear % 100).dropFirst()
    let rest = String(1_000_000 + draw % 1_000_000).dropFirst()
    return kept("\(madePlace)\(century)\(year)\(rest)")
  }
}
