import Assessment

/// The first officer with the password hashed, on the way to the writer.
package struct PreparedFirstOfficer: Sendable {
  let account: NewAccount
  let code: String
}

extension Kiosk {
  /// Letters and figures that nobody takes for one another, read aloud or from a screen; ten of them are 46 bits.
  package static let codeSigns = Array("34679ACDEFGHJKMNPQRTUVWXY".utf8)
  static let codeLength = 10

  /// A code for the console of a box without an officer account; it holds until it is used or the next one is made.
  ///
  /// - Returns: nil where there is an officer.
  package func makeFirstOfficerCode() throws -> String? {
    guard try !hasOfficer() else { return nil }
    let code = String(decoding: symbols(Self.codeLength, of: Self.codeSigns), as: UTF8.self)
    try store.replaceCodes([code], of: .firstOfficer, at: clock.now())
    return code
  }

  /// The slow half of making the first officer's account.
  ///
  /// - Throws: ``StaffFault/officerExists``, ``StaffFault/wrongCode``, ``StaffFault/login``, ``StaffFault/name``,
  ///   ``StaffFault/password(_:)``, ``StaffFault/loginTaken``, ``StaffFault/tooManyTries(seconds:)``.
  package func prepareFirstOfficer(
    code: String, login: String, name: String, password: String, peer: String
  ) throws -> PreparedFirstOfficer {
    guard try !hasOfficer() else { throw UseCaseError.staff(.officerExists) }
    try countTry(login: "", peer: peer)
    let code = Self.plain(code)
    guard try store.isOpen(code, of: .firstOfficer) else { throw UseCaseError.staff(.wrongCode) }
    staff.tries.takeBack(peer: peer)
    staff.tries.forget(login: "")
    let (login, name) = try particulars(login: login, name: name)
    if let fault = PasswordRule.fault(in: password, login: login) { throw UseCaseError.staff(.password(fault)) }
    let hash = try staff.passwords.hash(PasswordRule.plain(password))
    return PreparedFirstOfficer(
      account: NewAccount(login: login, name: name, role: .officer, passwordHash: hash, isOneTime: false), code: code)
  }

  /// Makes the account and uses the code up. The officer then signs in, and chooses a second factor.
  @discardableResult
  package func createFirstOfficer(_ prepared: PreparedFirstOfficer) throws -> Account.ID {
    guard try !hasOfficer() else { throw UseCaseError.staff(.officerExists) }
    guard try store.use(prepared.code, of: .firstOfficer, at: clock.now()) else {
      throw UseCaseError.staff(.wrongCode)
    }
    guard try store.account(prepared.account.login) == nil else { throw UseCaseError.staff(.loginTaken) }
    let id = try store.add(prepared.account, at: clock.now())
    try note(.accountCreated, "account=\(id) role=officer by=first-officer-code")
    return id
  }

  /// Whether there is anybody who makes accounts.
  package func hasOfficer() throws -> Bool {
    try store.accounts().contains { $0.role == .officer }
  }

  /// Small letters, spaces and hyphens are what people type.
  static func plain(_ code: String) -> String {
    let bytes = code.utf8.prefix(64).filter { $0 != 0x20 && $0 != 0x2D }
    return String(decoding: bytes.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
  }
}
