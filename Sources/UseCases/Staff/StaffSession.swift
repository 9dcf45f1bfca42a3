import Assessment

/// A colleague at a device, from signing in to signing out.
package struct StaffSession: Equatable, Sendable {
  package typealias ID = Int64

  package enum Stage: String, Sendable, CaseIterable {
    /// The password was right; the second factor has not been given yet. Allows nothing but giving it.
    case awaitingCode = "awaiting-code"
    case open
    case locked
  }

  /// What a colleague must do before anything else, in this order.
  package enum Duty: Equatable, Sendable, CaseIterable {
    case secondFactor
    /// The one-time password is to be changed.
    case newPassword
    /// Officers and technicians must choose a second factor.
    case enrolment
  }

  /// Signed in for so long at most, in milliseconds: a working day.
  package static let lifetime: Int64 = 12 * 3_600_000
  /// Milliseconds without a request after which a session is locked.
  package static let idleLimit: Int64 = 20 * 60_000
  /// Milliseconds within which the second factor must follow the password.
  package static let codeLimit: Int64 = 5 * 60_000
  /// So many wrong PINs, or wrong codes, end the session.
  package static let mostWrongTries = 5
  /// A clock set right by this much does not sign anybody out.
  private static let clockSlack: Int64 = 5 * 60_000

  package let id: ID
  package let account: Account
  package var stage: Stage
  package let signedInAt: Moment
  package let wrongTries: Int

  package init(id: ID, account: Account, stage: Stage, signedInAt: Moment, wrongTries: Int) {
    self.id = id
    self.account = account
    self.stage = stage
    self.signedInAt = signedInAt
    self.wrongTries = wrongTries
  }

  package var duty: Duty? {
    if stage == .awaitingCode { return .secondFactor }
    if account.mustChangePassword { return .newPassword }
    return account.role.needsSecondFactor && account.secondFactor == .none ? .enrolment : nil
  }

  /// A session from the future, after the clock was put back by hours, counts as over.
  func isOver(at now: Moment) -> Bool {
    let age = now.milliseconds - signedInAt.milliseconds
    return account.isDisabled || age < -Self.clockSlack
      || age >= (stage == .awaitingCode ? Self.codeLimit : Self.lifetime)
  }

  var note: String { "account=\(account.id) session=\(id)" }
}
