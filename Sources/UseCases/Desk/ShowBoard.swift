import Assessment

/// Everything the desk sees at one look.
package struct Board: Equatable, Sendable {
  package let open: [BoardRow]
  package let finished: [FinishedRow]
  package let devices: [BoardDevice]

  /// Opened by a clerk, nobody sits there yet: the seat number stands on a screen or a piece of paper.
  package var waiting: [BoardRow] { open.filter { $0.stage == .waiting } }
  package var toPrint: [FinishedRow] { finished.filter(\.isToPrint) }
}

/// An open attempt on the board.
package struct BoardRow: Equatable, Sendable {
  package enum Stage: Equatable, Sendable {
    case waiting
    /// Somebody sits there and has not agreed or not given a name yet.
    case seated
    case running
    case paused(Reason.ID)
  }

  package let attempt: Attempt.ID
  package let stage: Stage
  package let audience: Audience.ID
  package let seat: SeatNumber?
  /// In full; the board is for staff only.
  package let name: String?
  package let place: FormPlace
  /// Places in the part of the form the person is in.
  package let count: Int
  package let minutesLeft: Int?
  /// Milliseconds since the last answer; nil where nobody is expected to answer.
  package let stuckFor: Int?
  package let asksForHelpSince: Moment?
  package let device: Int?
  /// Nothing was heard from its screen for longer than ``Kiosk/lostAfter``, or it is on none.
  package let isLost: Bool
  package let isFlagged: Bool
  /// To be given back as ``DeskTurn/seen``.
  package let version: Int
}

/// A finished attempt on the board.
package struct FinishedRow: Equatable, Sendable {
  package let attempt: Attempt.ID
  package let name: String?
  package let isPassed: Bool
  package let ending: Attempt.Ending?
  package let submittedAt: Moment
  package let slip: Int64?
  package let isToPrint: Bool
  package let isRevoked: Bool
  /// Help that is not allowed waits for an officer.
  package let awaitsOfficer: Bool
  package let version: Int
}

/// A device in use, with what is known of it.
package struct BoardDevice: Equatable, Sendable {
  package let device: Device
  /// Milliseconds since its last request; nil where there was none since the service started.
  package let silentFor: Int?
  package let attempt: Attempt.ID?
}

extension Kiosk {
  /// A page that asks now and then is heard from more often than this, in milliseconds.
  package static let lostAfter: Int64 = 90_000
  package static let mostFinished = 200

  /// Reads only.
  package func board() throws -> Board {
    let entries = try store.openPlaces()
    let devices = try store.devices()
    let now = clock.now()
    let midnight = Moment(milliseconds: Int64(CivilDate(now).dayNumber) * 86_400_000 - 7 * 3_600_000)
    return Board(
      open: try entries.map { try row($0, devices: devices, now: now) },
      finished: try store.finishedPlaces(since: midnight, most: Self.mostFinished).map(row),
      devices: devices.map { device in
        BoardDevice(
          device: device, silentFor: silence(presences.lastSeen(device: device.id)).map(Int.init),
          attempt: entries.first { self.device(of: $0) == device.id }?.attempt.id)
      })
  }

  private func row(_ entry: BoardEntry, devices: [Device], now: Moment) throws -> BoardRow {
    let attempt = entry.attempt
    let isRunning = attempt.state == .inProgress
    let pending = isRunning ? servings.peek(attempt.id, at: clock.monotonic()) : 0
    let last = entry.lastAnswerAt ?? entry.beganAt
    let device = device(of: entry)
    return BoardRow(
      attempt: attempt.id, stage: stage(entry), audience: attempt.audience, seat: entry.seat,
      name: try entry.person.flatMap { try store.candidate($0)?.name }, place: attempt.place, count: entry.count,
      minutesLeft: attempt.remaining.map { max(0, $0 - pending) / 60_000 },
      stuckFor: isRunning ? Int(max(0, now.milliseconds - last.milliseconds)) : nil,
      asksForHelpSince: entry.helpCalledAt, device: devices.first { $0.id == device }?.number,
      isLost: isRunning && isLost(entry), isFlagged: try store.help(of: attempt.id).standing == .awaitsOfficer,
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
    let standing = entry.hasCoaching ? try store.help(of: entry.attempt).standing : .clear(.none)
    return FinishedRow(
      attempt: entry.attempt, name: try entry.person.flatMap { try store.candidate($0)?.name },
      isPassed: entry.isPassed, ending: entry.ending, submittedAt: entry.submittedAt, slip: entry.slip,
      isToPrint: entry.slip != nil && entry.prints == 0 && !entry.isRevoked, isRevoked: entry.isRevoked,
      awaitsOfficer: standing == .awaitsOfficer, version: entry.version)
  }
}
