import UseCases

/// Addresses below `/staff`: signing in, and a colleague's own account.
package enum StaffRoute: String, Equatable, Sendable, CaseIterable {
  case firstOfficer = "first-officer"
  case session
  /// The second factor, after the password.
  case code = "session/code"
  case lock = "session/lock"
  case unlocking = "session/unlocking"
  case signOut = "session/end"
  case account
  case password = "account/password"
  case pin = "account/pin"
  /// A new authenticator app: drafted, then confirmed by its first code.
  case authenticator = "account/authenticator"
  case authenticatorCode = "account/authenticator/code"
  /// A printed list of one-time codes, shown once.
  case codes = "account/codes"
  /// The way out of the kiosk's own screen.
  case leave
  /// What pages are made of.
  case design

  var path: String { rawValue }

  init?(_ parts: [String]) {
    self.init(rawValue: parts.joined(separator: "/"))
  }

  package var access: Route.Access {
    switch self {
    // Whoever has not got through the door yet; what they may do is in the state of their session.
    case .firstOfficer, .session, .code, .unlocking, .signOut, .leave: .anyone
    case .lock, .account, .password, .pin, .authenticator, .authenticatorCode, .codes, .design: .colleague
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .firstOfficer, .session, .leave: [.get, .head, .post]
    case .account, .design: [.get, .head]
    case .code, .lock, .unlocking, .signOut, .password, .pin, .authenticator, .authenticatorCode, .codes: [.post]
    }
  }

  package func turn(for method: Request.Method) -> Route.Turn {
    guard method == .post else { return .inPlace }
    switch self {
    case .firstOfficer, .session, .unlocking, .password, .pin, .leave: return .writeAfterPreparation
    case .code, .lock, .signOut, .account, .authenticator, .authenticatorCode, .codes, .design: return .write
    }
  }

  package static let samples = allCases
}
