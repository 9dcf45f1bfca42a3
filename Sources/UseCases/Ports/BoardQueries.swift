import Assessment

/// Which open attempts are asked for.
package struct OpenPlaces: Sendable {
  package enum Which: Sendable, Equatable {
    /// Touched since the moment; what is only seated may be older.
    case ofToday
    /// The others, at most ``Kiosk/mostLeft`` and one.
    case left
    case only(Attempt.ID)
  }

  package let since: Moment
  /// How much longer a seated attempt counts as of today, in milliseconds.
  package let seatedWaits: Int64
  package let are: Which

  package init(since: Moment = Moment(milliseconds: 0), seatedWaits: Int64 = 0, are: Which) {
    self.since = since
    self.seatedWaits = seatedWaits
    self.are = are
  }
}

/// What the board is made of, each in one look at the store, names opened.
package protocol BoardQueries {
  /// Newest attempt first.
  func openPlaces(_ places: OpenPlaces) throws -> [BoardEntry]
  /// Tested attempts handed in since a moment, and older ones that something is still to be done for, as far as they are
  /// among the newest; newest first.
  func finishedPlaces(since moment: Moment, most: Int) throws -> [FinishedEntry]
}

/// An open attempt as one look at the store gives it for the board.
package struct BoardEntry: Sendable {
  package let attempt: Attempt
  package let name: String?
  package let seat: SeatNumber?
  package let count: Int
  package let scoredCount: Int
  package let isBound: Bool
  package let device: Device.ID?
  /// When it came to be as it is: the last answer, the pause, the seat taken.
  package let since: Moment
  package let helpCalledAt: Moment?
  package let hasCoaching: Bool
  package let version: Int

  package init(
    attempt: Attempt, name: String?, seat: SeatNumber?, count: Int, scoredCount: Int, isBound: Bool,
    device: Device.ID?, since: Moment, helpCalledAt: Moment?, hasCoaching: Bool, version: Int
  ) {
    self.attempt = attempt
    self.name = name
    self.seat = seat
    self.count = count
    self.scoredCount = scoredCount
    self.isBound = isBound
    self.device = device
    self.since = since
    self.helpCalledAt = helpCalledAt
    self.hasCoaching = hasCoaching
    self.version = version
  }
}

/// A finished attempt as one look at the store gives it for the board.
package struct FinishedEntry: Sendable {
  package let attempt: Attempt.ID
  package let name: String?
  package let ending: Attempt.Ending?
  package let isPassed: Bool
  package let submittedAt: Moment
  package let slip: Int64?
  package let prints: Int
  package let isRevoked: Bool
  package let hasCoaching: Bool
  package let version: Int

  package init(
    attempt: Attempt.ID, name: String?, ending: Attempt.Ending?, isPassed: Bool, submittedAt: Moment, slip: Int64?,
    prints: Int, isRevoked: Bool, hasCoaching: Bool, version: Int
  ) {
    self.attempt = attempt
    self.name = name
    self.ending = ending
    self.isPassed = isPassed
    self.submittedAt = submittedAt
    self.slip = slip
    self.prints = prints
    self.isRevoked = isRevoked
    self.hasCoaching = hasCoaching
    self.version = version
  }
}

/// Who went to somebody who had called.
package struct HelpAnswer: Equatable, Sendable {
  package let calledAt: Moment
  package let account: StaffID
  package let at: Moment

  package init(calledAt: Moment, account: StaffID, at: Moment) {
    self.calledAt = calledAt
    self.account = account
    self.at = at
  }
}

/// The people whom one colleague helped, each counted once.
package struct AssistedCount: Equatable, Sendable {
  package let account: StaffID
  package let people: Int
  package let passed: Int
  /// Entries of the ledger, of help that is allowed and that is not, in all tests.
  package let allowed: Int
  package let coaching: Int

  package init(account: StaffID, people: Int, passed: Int, allowed: Int, coaching: Int) {
    self.account = account
    self.people = people
    self.passed = passed
    self.allowed = allowed
    self.coaching = coaching
  }
}

package protocol AssistanceQueries {
  /// By account. A person counts once, by the last test with help that was handed in, for whoever wrote down most of its
  /// help, or began; so no test counts for two. Entries an officer found mistaken count for nothing.
  func assistedCounts() throws -> [AssistedCount]
  /// People whose last test was handed in without any help, and how many of them passed.
  func unassistedCount() throws -> (people: Int, passed: Int)
}
