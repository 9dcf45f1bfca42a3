import Assessment

/// People who do not exist. Their numbers have 999 where the random part of a real one begins.
enum SamplePeople {
  private static let families = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Ma", "Nông", "Lý", "Thào",
  ]
  private static let middles = [["Văn", "Đức", "Minh", "Quang"], ["Thị", "Thu", "Ngọc", "Kim"]]
  private static let givens = [
    ["Hùng", "Dũng", "Sơn", "Tài", "Khánh", "Phúc", "Thắng", "Long"],
    ["Hoa", "Lan", "Mai", "Hạnh", "Nga", "Yến", "Thủy", "Sáu"],
  ]
  private static let places = ["002", "008", "082", "087"]

  struct Person {
    let candidate: Candidate
    /// How able, in the logits of a Rasch model: 0 gets an item of middle difficulty right half of the time.
    let ability: Double
  }

  /// Born from 1936 to 2012: from children whose guardian agrees to people of 90.
  ///
  /// - Parameter index: from 0; no two indexes below 4,000,000 share a number.
  static func person(_ index: Int, dice: inout SeededDice) -> Person? {
    let sex = index % 2
    // 29 and 77 have no common divisor: few people are of all ages too.
    let year = 1936 + (index / 8) * 29 % 77
    let century = (year < 2000 ? 0 : 2) + sex
    let serial = index / 616
    let tail = padded(serial % 1000, to: 3)
    let lead = 999 - (serial / 1000) % 100
    let text = "\(places[(index / 2) % 4])\(century)\(padded(year % 100, to: 2))\(lead)\(tail)"
    guard let number = CitizenNumber(text) else { return nil }
    let name = [
      families[dice.below(families.count)], middles[sex][dice.below(4)], givens[sex][dice.below(8)],
    ].joined(separator: " ")
    let spread = (Double(dice.below(1_000)) + Double(dice.below(1_000)) + Double(dice.below(1_000))) / 1_000 - 1.5
    let age = Double(2026 - year)
    return Person(
      candidate: Candidate(
        name: name, number: number, birthYear: year,
        birthDate: CivilDate(year: year, month: 1 + index % 12, day: 1 + index % 28),
        identity: dice.below(4) == 0 ? .selfDeclared : .cardString),
      ability: 1.6 + spread * 1.4 - (age - 40) / 40)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
