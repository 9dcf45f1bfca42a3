import Assessment

/// Everything the desk sees at one look.
package struct Board: Equatable, Sendable {
  package let open: [BoardRow]
  /// Open attempts that nobody has touched today: no more than ``Kiosk/mostLeft`` and one.
  package let left: [BoardRow]
  package let finished: [FinishedRow]
  package let devices: [BoardDevice]

  /// Who has pressed the button, longest ago first.
  package var calling: [BoardRow] {
    open.filter { $0.asksForHelpSince != nil }.sorted { one, other in
      (one.asksForHelpSince ?? one.since, one.attempt) < (other.asksForHelpSince ?? other.since, other.attempt)
    }
  }

  /// Who sits at a screen and has not called, by need, then by how long.
  package var atScreens: [BoardRow] {
    open.filter { $0.isOnScreen && $0.asksForHelpSince == nil }.sorted { one, other in
      one.need != other.need ? one.need < other.need : (one.since, one.attempt) < (other.since, other.attempt)
    }
  }

  /// On no screen: opened by a clerk, or moved, and nobody sits there yet. The seat number stands on a piece of paper.
  package var waiting: [BoardRow] {
    open.filter { !$0.isOnScreen && $0.asksForHelpSince == nil }.sorted { one, other in
      (one.since, one.attempt) < (other.since, other.attempt)
    }
  }

  package var toPrint: [FinishedRow] { finished.filter { $0.need == .print } }
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
  /// Milliseconds since the person last did anything; nil where nobody is expected to.
  package let stuckFor: Int?
  package let pace: Pace
  package let asksForHelpSince: Moment?
  package let device: Int?
  package let isOnScreen: Bool
  /// Nothing was heard from its screen for longer than ``Kiosk/lostAfter``, or it is on none.
  package let isLost: Bool
  /// Milliseconds since its screen was last heard from; nil where it was not since the service started.
  package let silentFor: Int?
  package let isFlagged: Bool
  /// When it came to be as it is: the last answer, the pause, the seat.
  package let since: Moment
  /// To be given back as ``DeskTurn/seen``.
  package let version: Int

  package var need: BoardNeed {
    if asksForHelpSince != nil { return .calls }
    switch stage {
    case .waiting: return .nothing
    case .paused: return .isPaused
    case .seated: return pace == .steady ? .isSeated : .isSlow
    case .running where isLost: return .isLost
    case .running:
      switch pace {
      case .stuck: return .isStuck
      case .slow: return .isSlow
      case .steady: return .nothing
      }
    }
  }
}

/// A finished attempt on the board.
package struct FinishedRow: Equatable, Sendable {
  /// What is still to be done for it.
  package enum Need: Int, Sendable {
    case print
    /// Passed, and the slip was never asked for.
    case issue
    /// Help that is not allowed waits for an officer.
    case decide
    case nothing
  }

  package let attempt: Attempt.ID
  package let name: String?
  package let isPassed: Bool
  package let ending: Attempt.Ending?
  package let submittedAt: Moment
  package let slip: Int64?
  package let prints: Int
  /// How the last sheet stands at the box's own printer; nil where nothing is known of it.
  package let printing: PrintStanding?
  package let isRevoked: Bool
  package let standing: HelpLedger.Standing
  package let version: Int

  package var need: Need {
    if standing == .awaitsOfficer { return .decide }
    guard isPassed, !isRevoked, standing != .refused else { return .nothing }
    if slip == nil { return .issue }
    if case .failed = printing { return .print }
    return prints == 0 ? .print : .nothing
  }
}

/// A device in use, with what is known of it.
package struct BoardDevice: Equatable, Sendable {
  package let device: Device
  /// Milliseconds since its last request; nil where there was none since the service started.
  package let silentFor: Int?
  package let attempt: Attempt.ID?

  package var isSilent: Bool { silentFor.map { $0 > Kiosk.lostAfter } ?? true }
}
