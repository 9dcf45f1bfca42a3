import Assessment
import Slip

/// That a slip no longer counts, by whom and why. Never taken back.
package struct Revocation: Equatable, Sendable {
  package let serial: Int64
  package let account: StaffID
  package let reason: Reason.ID
  package let at: Moment

  package init(serial: Int64, account: StaffID, reason: Reason.ID, at: Moment) {
    self.serial = serial
    self.account = account
    self.reason = reason
    self.at = at
  }
}

/// A name that somebody had before it was corrected.
package struct FormerName: Equatable, Sendable {
  package let name: String
  package let account: StaffID
  package let at: Moment

  package init(name: String, account: StaffID, at: Moment) {
    self.name = name
    self.account = account
    self.at = at
  }
}

/// Two records found to be one person's.
package struct Merge: Equatable, Sendable {
  /// The record that stays, and gets the other's attempts.
  package let kept: Int64
  package let merged: Int64
  package let account: StaffID
  package let reason: Reason.ID?
  package let at: Moment

  package init(kept: Int64, merged: Int64, account: StaffID, reason: Reason.ID?, at: Moment) {
    self.kept = kept
    self.merged = merged
    self.account = account
    self.reason = reason
    self.at = at
  }
}

/// When a sheet of a slip was counted.
package struct SlipPrint: Equatable, Sendable {
  package let copy: Int
  package let at: Moment

  package init(copy: Int, at: Moment) {
    self.copy = copy
    self.at = at
  }
}

/// A tested attempt as it stands on a person's page.
package struct PersonAttempt: Equatable, Sendable {
  package let id: Attempt.ID
  package let audience: Audience.ID
  package let state: Attempt.State
  package let beganAt: Moment
  package let submittedAt: Moment?
  /// Whole points, and whether they were enough; nil until it is handed in.
  package let right: Int?
  package let asked: Int?
  package let isPassed: Bool?
  package let slip: Int64?
  package let isRevoked: Bool
  /// Came with a record that was merged into this one.
  package let isHandedOver: Bool

  package init(
    id: Attempt.ID, audience: Audience.ID, state: Attempt.State, beganAt: Moment, submittedAt: Moment?, right: Int?,
    asked: Int?, isPassed: Bool?, slip: Int64?, isRevoked: Bool, isHandedOver: Bool
  ) {
    self.id = id
    self.audience = audience
    self.state = state
    self.beganAt = beganAt
    self.submittedAt = submittedAt
    self.right = right
    self.asked = asked
    self.isPassed = isPassed
    self.slip = slip
    self.isRevoked = isRevoked
    self.isHandedOver = isHandedOver
  }
}

/// Slips and people as the desk finds and corrects them.
package protocol RecordStore {
  func revoke(_ revocation: Revocation) throws
  func revocation(of serial: Int64) throws -> Revocation?
  func slip(serial: Int64) throws -> StoredSlip?
  /// The person's slips, those of merged records too, newest first.
  func slips(of person: Int64) throws -> [StoredSlip]
  /// The person with this number, by whatever record it is on; changes nothing.
  func person(with number: CitizenNumber) throws -> Int64?
  /// Everybody on record, newest first: a name, and the record that speaks for it, which after a merge is another one.
  func people(most: Int) throws -> [(person: Int64, name: String)]
  /// Slips without a sheet that were not revoked, newest first, among the newest so many.
  func unprintedSlips(reach: Int, most: Int) throws -> [StoredSlip]
  /// Every sheet that was counted, in order.
  func prints(of serial: Int64) throws -> [SlipPrint]
  func birthYear(of person: Int64) throws -> Int?
  func testedCount(of person: Int64) throws -> Int
  /// Tested attempts of a person, newest first.
  func attempts(of person: Int64, most: Int) throws -> [PersonAttempt]
  /// Records that this one stands for, in the order in which they were merged.
  func merges(into person: Int64) throws -> [Merge]
  /// Replaces the name and keeps the old one.
  func correctName(of person: Int64, to name: String, by account: StaffID, at moment: Moment) throws
  /// Oldest first.
  func formerNames(of person: Int64) throws -> [FormerName]
  func merge(_ merge: Merge) throws
  /// - Returns: nil for a record that stands for itself.
  func merge(of person: Int64) throws -> Merge?
}
