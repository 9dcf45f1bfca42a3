import Assessment

/// What speaks against the wall clock.
package enum ClockDoubt: String, Sendable, CaseIterable {
  /// It shows a day before this program was made.
  case beforeRelease = "before-release"
  /// It shows a time before something that has happened already.
  case beforeLastEvent = "before-last-event"
  /// Nothing has happened for so long that a wrong clock is likelier.
  case longSilence = "long-silence"
  /// It was set while the service ran.
  case jumped
}

/// What became of the wall clock: a doubt, or its end.
package struct ClockEntry: Equatable, Sendable {
  package let at: Moment
  /// Nil where somebody has settled it, or the clock was right again.
  package let doubt: ClockDoubt?
  /// The last moment that was sure.
  package let trusted: Moment
  /// Milliseconds added to the machine's clock.
  package let shift: Int64
  /// Who settled it.
  package let account: Account.ID?

  package init(at: Moment, doubt: ClockDoubt?, trusted: Moment, shift: Int64, account: Account.ID? = nil) {
    (self.at, self.doubt, self.trusted, self.shift, self.account) = (at, doubt, trusted, shift, account)
  }
}

/// Watches the wall clock, in memory, for every thread.
package protocol ClockWatch: Sendable {
  /// Nil where nothing speaks against it.
  func doubt() -> ClockDoubt?
  /// Milliseconds added to the machine's clock, so that ``KioskClock/now()`` is right.
  func shift() -> Int64
  /// The last moment that was sure.
  func trusted() -> Moment
  /// From now on the clock with this shift is right.
  func settle(shift: Int64)
}

/// The judgement behind ``ClockWatch``, for one thread at a time. Times are milliseconds: `wall` of the machine's own clock,
/// `steady` of one that nobody sets.
package struct ClockLedger: Sendable {
  /// What time servers set right without anybody's asking.
  static let tolerance: Int64 = 120_000
  /// A box that was off for longer than this asks, and so does one whose clock went ahead by as much.
  static let longestSilence: Int64 = 45 * 86_400_000

  package private(set) var shift: Int64 = 0
  package private(set) var trusted: Int64 = 0
  private var doubt: ClockDoubt?
  private var line: (wall: Int64, steady: Int64)?
  private let made: CivilDate

  package init(made: CivilDate) {
    self.made = made
  }

  /// At the start of the service.
  package mutating func open(_ entry: ClockEntry?, lastEvent: Moment?, wall: Int64, steady: Int64) {
    shift = entry?.shift ?? 0
    doubt = entry?.doubt
    trusted = entry.flatMap { $0.doubt == nil ? nil : $0.trusted.milliseconds } ?? lastEvent?.milliseconds ?? 0
    line = nil
    _ = look(wall: wall, steady: steady)
  }

  package mutating func look(wall: Int64, steady: Int64) -> ClockDoubt? {
    let now = wall + shift
    doubt = judge(now, steady)
    if doubt == nil {
      trusted = now
      line = (now, steady)
    }
    return doubt
  }

  private func judge(_ now: Int64, _ steady: Int64) -> ClockDoubt? {
    if CivilDate(Moment(milliseconds: now)) < made { return .beforeRelease }
    // While the service runs the steady clock tells what the wall clock must show.
    if let line, doubt == nil || doubt == .jumped {
      return abs(now - line.wall - (steady - line.steady)) > Self.tolerance ? .jumped : nil
    }
    if doubt == .jumped { return .jumped }
    if now < trusted - Self.tolerance { return .beforeLastEvent }
    if trusted > 0, now > trusted + Self.longestSilence { return .longSilence }
    return nil
  }

  package mutating func settle(shift: Int64, wall: Int64, steady: Int64) {
    (self.shift, doubt, trusted, line) = (shift, nil, wall + shift, (wall + shift, steady))
  }
}
