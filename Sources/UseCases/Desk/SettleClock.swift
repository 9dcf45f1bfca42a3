import Assessment

/// What somebody at the desk says of the box's date.
package enum ClockAnswer: Equatable, Sendable {
  case right
  case wrong(now: Moment)
}

extension Kiosk {
  /// Settings of less than this, in milliseconds, are not worth a shift.
  static let leastShift: Int64 = 60_000

  /// Whether something speaks against the wall clock. The test goes on; slips wait until somebody at the desk has said
  /// which day it is.
  package var isClockDoubted: Bool { clockWatch.doubt() != nil }

  /// Somebody at the desk has looked at the date: from now on it is sure.
  ///
  /// - Throws: ``DeskRefusal/impossibleDate`` where it is before the program was made, or beyond all likelihood.
  package func settleClock(_ answer: ClockAnswer, by account: Account.ID) throws {
    var shift = clockWatch.shift()
    if case .wrong(let now) = answer {
      shift += now.milliseconds - clock.now().milliseconds
      if abs(shift) < Self.leastShift { shift = 0 }
    }
    let settled = Moment(milliseconds: clock.now().milliseconds - clockWatch.shift() + shift)
    guard CivilDate(settled) >= made, CivilDate(settled).year < made.year + 30 else {
      throw UseCaseError.desk(.impossibleDate)
    }
    try store.add(ClockEntry(at: settled, doubt: nil, trusted: settled, shift: shift, account: account))
    try store.append(Event(.clockSettled, note: "shift=\(shift / 1000) account=\(account)"), at: settled)
    clockWatch.settle(shift: shift)
  }

  /// Writes down a doubt that has come up, or one that is over. To be called on the writer, now and then.
  package func noteClock() throws {
    let last = try store.lastClockEntry()
    let doubt = clockWatch.doubt()
    guard last?.doubt != doubt else { return }
    let entry = ClockEntry(
      at: clock.now(), doubt: doubt, trusted: clockWatch.trusted(), shift: clockWatch.shift())
    try store.add(entry)
    try store.append(Event(.clockDoubted, note: "reason=\(doubt?.rawValue ?? "over")"), at: clock.now())
  }
}
