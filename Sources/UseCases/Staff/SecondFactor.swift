import Assessment

/// A new authenticator app, before it has shown its first code.
package struct AuthenticatorDraft: Equatable, Sendable {
  /// Base32, to be typed where no picture can be taken.
  package let secret: String
  /// What the app reads from a symbol on the screen.
  package let link: String

  init(secret: String, login: Login) {
    self.secret = secret
    link = "otpauth://totp/Sat%20Hach%20So:\(login)?secret=\(secret)&issuer=Sat%20Hach%20So"
  }
}

extension Kiosk {
  /// A code holds for so many seconds (RFC 6238).
  static let codeSeconds: Int64 = 30
  package static let listLength = 10
  package static let listDigits = 8

  /// Begins to make an authenticator app the second factor. Nothing changes until it has shown a code.
  package func draftAuthenticator(in session: SessionID) throws -> AuthenticatorDraft {
    let found = try settled(session)
    let secret = staff.authenticator.secret(of: chance.bytes(20))
    try store.setDraft(secret: secret, of: found.id)
    return AuthenticatorDraft(secret: secret, login: found.account.login)
  }

  /// The app that was begun in this session, once more; nil where there is none.
  package func authenticatorDraft(in session: SessionID) throws -> AuthenticatorDraft? {
    let found = try settled(session)
    return try store.draft(of: found.id).map { AuthenticatorDraft(secret: $0, login: found.account.login) }
  }

  /// Makes the drafted app the second factor, by the first code it shows; a printed list ends.
  ///
  /// - Throws: ``StaffFault/wrongCode``.
  package func confirmAuthenticator(code: String, in session: SessionID) throws {
    let found = try settled(session)
    guard let secret = try store.draft(of: found.id), let step = step(of: code, secret: secret, after: 0) else {
      throw UseCaseError.staff(.wrongCode)
    }
    let now = clock.now()
    try store.replaceCodes([], of: .account(found.account.id), at: now)
    try store.setAuthenticator(secret: secret, step: step, of: found.account.id, at: now)
    try note(.accountSecured, "\(found.note) what=totp")
  }

  /// Makes a printed list the second factor, in place of what was there. The codes are shown this once.
  package func makeCodeList(in session: SessionID) throws -> [String] {
    let found = try settled(session)
    var codes: [String] = []
    while codes.count < Self.listLength {
      let code = digits(Self.listDigits)
      if !codes.contains(code) { codes.append(code) }
    }
    try store.replaceCodes(codes, of: .account(found.account.id), at: clock.now())
    try store.setList(of: found.account.id, at: clock.now())
    try note(.accountSecured, "\(found.note) what=list")
    return codes
  }

  /// How many codes of the printed list are left; nil for who has none.
  package func codesLeft(of account: Account) throws -> Int? {
    account.secondFactor == .list ? try store.openCodes(of: .account(account.id)) : nil
  }

  /// The one-time password must be gone first: whoever gave it out still knows it.
  private func settled(_ session: SessionID) throws -> StaffSession {
    let found = try colleague(session)
    if found.duty == .newPassword { throw UseCaseError.staff(.owed(.newPassword)) }
    return found
  }

  /// Takes a code of the account's second factor, once.
  func takeCode(_ code: String, of account: Account) throws -> Bool {
    let code = String(decoding: code.utf8.filter { $0 != 0x20 }, as: UTF8.self)
    switch account.secondFactor {
    case .none: return false
    case .list: return try store.use(code, of: .account(account.id), at: clock.now())
    case .totp:
      guard let known = try store.authenticator(of: account.id),
        let step = step(of: code, secret: known.secret, after: known.step)
      else { return false }
      try store.take(step: step, of: account.id)
      return true
    }
  }

  /// The time step that a code is right for: this one or a neighbour, since clocks differ, and none that was used.
  private func step(of code: String, secret: String, after used: Int64) -> Int64? {
    let now = clock.now().seconds / Self.codeSeconds
    let code = String(decoding: code.utf8.filter { $0 != 0x20 }, as: UTF8.self)
    return (now - 1...now + 1).first { step in
      step > used && staff.authenticator.code(of: secret, step: step) == code
    }
  }

  /// Digits nobody can foretell, each as likely as any other.
  func digits(_ count: Int) -> String {
    String(decoding: symbols(count, of: Array("0123456789".utf8)), as: UTF8.self)
  }

  func symbols(_ count: Int, of alphabet: [UInt8]) -> [UInt8] {
    // Bytes beyond the last whole multiple would make the first symbols likelier; those are drawn again.
    let limit = 256 / alphabet.count * alphabet.count
    var symbols: [UInt8] = []
    while symbols.count < count {
      for byte in chance.bytes(count) where Int(byte) < limit && symbols.count < count {
        symbols.append(alphabet[Int(byte) % alphabet.count])
      }
    }
    return symbols
  }
}
