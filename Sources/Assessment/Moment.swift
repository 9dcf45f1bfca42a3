/// A wall-clock instant: milliseconds since 1970-01-01T00:00:00Z.
package struct Moment: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package var seconds: Int64 { milliseconds / 1000 }

  package static func < (one: Moment, other: Moment) -> Bool {
    one.milliseconds < other.milliseconds
  }
}

/// A day of the calendar in Vietnam, which is seven hours ahead of UTC all year.
package struct CivilDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package init(_ moment: Moment) {
    self.init(dayNumber: Int((moment.milliseconds + 7 * 3_600_000).floorDivided(by: 86_400_000)))
  }

  /// Days since 1970-01-01. Both conversions follow Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
  package init(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = Int(Int64(z).floorDivided(by: 146_097))
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = Int(Int64(y).floorDivided(by: 400))
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  package var isReal: Bool {
    (1...12).contains(month) && (1...31).contains(day) && CivilDate(dayNumber: dayNumber) == self
  }

  package static func < (one: CivilDate, other: CivilDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
