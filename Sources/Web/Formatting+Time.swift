import Assessment

extension Formatting {
  /// 09:14, as a clock on the wall in Vietnam shows it.
  static func time(_ moment: Moment) -> String {
    let day: Int64 = 86_400_000
    let sinceMidnight = ((moment.milliseconds + 7 * 3_600_000) % day + day) % day / 60_000
    return "\(padded(Int(sinceMidnight / 60))):\(padded(Int(sinceMidnight % 60)))"
  }

  /// With the day where it is another one than today's: 21/11/2026 09:14.
  static func time(_ moment: Moment, today: CivilDate) -> String {
    let day = CivilDate(moment)
    return day == today ? time(moment) : "\(date(day)) \(time(moment))"
  }
}
