/// Why something that staff asked for is not done.
package enum StaffFault: Equatable, Sendable {
  /// Not 2 to 32 of a–z, 0–9, dot and hyphen.
  case login
  case loginTaken
  case name
  case password(PasswordFault)
  /// Not 4 to 6 digits.
  case pin
  /// The present password, which a change asks for, is another.
  case wrongPassword
  /// Not the code on the console, or not the one the authenticator app shows.
  case wrongCode
  /// There is an officer already, who makes all further accounts.
  case officerExists
  case unknownAccount
  /// Without an officer nobody could make accounts.
  case lastOfficer
  case tooManyTries(seconds: Int)
  /// Never, no longer, or on another device.
  case notSignedIn
  /// Without a PIN only signing in again helps.
  case sessionLocked(hasPIN: Bool)
  /// Something must be done before anything else.
  case owed(StaffSession.Duty)
  /// For this role only.
  case forbidden(Account.Role)
}

/// Why a password is not taken.
package enum PasswordFault: Equatable, Sendable, CaseIterable {
  case tooShort
  case tooLong
  case isLogin
  case isCommon
  /// The same as before: a one-time password would stay in force.
  case isPresent
  /// Typed twice, and not the same: nobody would know which.
  case isTypedOtherwise
}
