import Assessment

extension Kiosk {
  /// A kiosk's page asks every 20 seconds; so long, in milliseconds, nothing was heard from it before it counts as lost.
  package static let lostAfter: Int64 = 90_000
  package static let mostFinished = 400
  package static let mostLeft = 20
  /// What a clerk opens for a class waits longer than a day, in milliseconds.
  static let seatedWaits: Int64 = 7 * 86_400_000

  /// Reads only, in as many statements however many people there are, but for each with help that is not allowed.
  package func board() throws -> Board {
    let now = clock.now()
    let midnight = Moment(milliseconds: Int64(CivilDate(now).dayNumber) * 86_400_000 - 7 * 3_600_000)
    let entries = try store.openPlaces(OpenPlaces(since: midnight, seatedWaits: Self.seatedWaits, are: .ofToday))
    let left = try store.openPlaces(OpenPlaces(since: midnight, seatedWaits: Self.seatedWaits, are: .left))
    let devices = try store.devices()
    return Board(
      open: try entries.map { try row($0, devices: devices, now: now) },
      left: try left.map { try row($0, devices: devices, now: now) },
      finished: try store.finishedPlaces(since: midnight, most: Self.mostFinished).map(row),
      devices: devices.map { device in
        BoardDevice(
          device: device, silentFor: silence(presences.lastSeen(device: device.id)).map(Int.init),
          attempt: entries.first { self.device(of: $0) == device.id }?.attempt.id)
      })
  }

  /// One open attempt as the board has it; nil for one that is over.
  func boardRow(of id: Attempt.ID) throws -> BoardRow? {
    try store.openPlaces(OpenPlaces(are: .only(id))).first.map {
      try row($0, devices: store.devices(), now: clock.now())
    }
  }

  private func row(_ entry: BoardEntry, devices: [Device], now: Moment) throws -> BoardRow {
    let attempt = entry.attempt
    let isRunning = attempt.state == .inProgress
    let pending = isRunning ? servings.peek(attempt.id, at: clock.monotonic()) : 0
    let still = Int(max(0, now.milliseconds - entry.since.milliseconds))
    let device = device(of: entry)
    return BoardRow(
      attempt: attempt.id, stage: stage(entry), audience: attempt.audience, seat: entry.seat, name: entry.name,
      place: attempt.place, count: entry.count,
      minutesLeft: attempt.remaining.map { max(0, $0 - pending) / 60_000 }, stuckFor: isRunning ? still : nil,
      pace: Pace(stillFor: still, allowed: attempt.allowed, items: entry.scoredCount),
      asksForHelpSince: entry.helpCalledAt, device: devices.first { $0.id == device }?.number,
      isOnScreen: entry.isBound, isLost: isRunning && isLost(entry),
      silentFor: silence(presences.lastSeen(attempt: attempt.id)).map(Int.init),
      isFlagged: try entry.hasCoaching && store.help(of: attempt.id).standing == .awaitsOfficer, since: entry.since,
      version: entry.version)
  }

  private func stage(_ entry: BoardEntry) -> BoardRow.Stage {
    switch entry.attempt.state {
    case .paused: .paused(entry.attempt.pause ?? Reason.ID(""))
    case .seating: entry.isBound ? .seated : .waiting
    case .inProgress, .submitted, .voided: .running
    }
  }

  private func device(of entry: BoardEntry) -> Device.ID? {
    entry.isBound ? entry.device ?? presences.lastSeen(attempt: entry.attempt.id)?.device : nil
  }

  /// What was not heard from since the service started gets the benefit of the doubt: everybody is silent after a start.
  private func isLost(_ entry: BoardEntry) -> Bool {
    guard entry.isBound else { return true }
    guard let silence = silence(presences.lastSeen(attempt: entry.attempt.id)) else { return false }
    return silence > Self.lostAfter
  }

  private func silence(_ presence: Presence?) -> Int64? {
    presence.map { max(0, clock.monotonic() - $0.instant) }
  }

  private func row(_ entry: FinishedEntry) throws -> FinishedRow {
    FinishedRow(
      attempt: entry.attempt, name: entry.name, isPassed: entry.isPassed, ending: entry.ending,
      submittedAt: entry.submittedAt, slip: entry.slip, prints: entry.prints,
      printing: printing(of: entry.attempt, copy: entry.prints), isRevoked: entry.isRevoked,
      standing: entry.hasCoaching ? try store.help(of: entry.attempt).standing : .clear(.none),
      version: entry.version)
  }
}
