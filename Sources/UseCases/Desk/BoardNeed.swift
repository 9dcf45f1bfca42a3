import Assessment

/// What a person on the board needs somebody for, most urgent first: the order of the board.
package enum BoardNeed: Int, Comparable, Sendable, CaseIterable {
  case calls
  case isLost
  case isStuck
  case isSlow
  /// Sits there and has not agreed, or not given a name, yet.
  case isSeated
  case isPaused
  case nothing

  package static func < (one: BoardNeed, other: BoardNeed) -> Bool { one.rawValue < other.rawValue }
}

/// How long somebody has been at one thing, measured by the time there is for one thing.
package enum Pace: Equatable, Sendable {
  case steady
  case slow
  case stuck

  /// Times the even share of an item, which is the person's own minutes divided by the items: whoever was granted double
  /// time is slow after double the time. With the shipped blueprints (30 minutes, 20 items) slow begins after three
  /// minutes, where the clock stops by itself too (``Attempt/longestServing``), and stuck after six.
  static let slowAfter = 2
  static let stuckAfter = 4
  /// Milliseconds, where there is no form yet to divide: the share of the shipped blueprints.
  static let usualShare = 90_000

  init(stillFor milliseconds: Int, allowed: Int?, items: Int) {
    let share = items > 0 ? (allowed ?? Self.usualShare * items) / items : Self.usualShare
    if milliseconds >= share * Self.stuckAfter {
      self = .stuck
    } else {
      self = milliseconds >= share * Self.slowAfter ? .slow : .steady
    }
  }
}
