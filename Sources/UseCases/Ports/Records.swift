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

/// Slips and people as the desk finds and corrects them.
package protocol RecordStore {
  func revoke(_ revocation: Revocation) throws
  func revocation(of serial: Int64) throws -> Revocation?
  func slip(serial: Int64) throws -> StoredSlip?
  /// The person's slips, those of merged records too, newest first.
  func slips(of person: Int64) throws -> [StoredSlip]
  /// The person with this number, by whatever record it is on; changes nothing.
  func person(with number: CitizenNumber) throws -> Int64?
  /// People who have slips, those with the newest first.
  func holders(most: Int) throws -> [(person: Int64, name: String)]
  /// Replaces the name and keeps the old one.
  func correctName(of person: Int64, to name: String, by account: StaffID, at moment: Moment) throws
  /// Oldest first.
  func formerNames(of person: Int64) throws -> [FormerName]
  func merge(_ merge: Merge) throws
  /// - Returns: nil for a record that stands for itself.
  func merge(of person: Int64) throws -> Merge?
}
