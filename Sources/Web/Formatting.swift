import Assessment

/// Numbers and dates as they are written in Vietnamese.
package enum Formatting {
  /// 21/11/2026; days and months below ten with a leading zero.
  package static func date(_ date: CivilDate) -> String {
    "\(padded(date.day))/\(padded(date.month))/\(date.year)"
  }

  /// 09:14, 21/11/2026; the clock of Vietnam, which is seven hours ahead of UTC all year.
  package static func dateAndTime(_ moment: Moment) -> String {
    let minutes = Int((moment.milliseconds / 60_000 + 7 * 60) % 1_440)
    return "\(padded(minutes / 60)):\(padded(minutes % 60)), \(date(CivilDate(moment)))"
  }

  /// "còn 24 phút"; the last minute is not counted down, it would only frighten.
  static func remaining(_ milliseconds: Int) -> String {
    let minutes = (milliseconds + 59_999) / 60_000
    return minutes <= 1 ? Wording.lessThanAMinute : Wording.minutesLeft(minutes)
  }

  /// Points from hundredths, as 12, 1,5 or 0,33.
  static func points(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    guard rest != 0 else { return String(hundredths / 100) }
    return "\(hundredths / 100),\(rest % 10 == 0 ? String(rest / 10) : padded(rest))"
  }

  /// From hundredths, with a true minus below zero: 0,35 or −0,12.
  static func coefficient(_ hundredths: Int) -> String {
    "\(hundredths < 0 ? "−" : "")\(abs(hundredths) / 100),\(padded(abs(hundredths) % 100))"
  }

  package static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
