import Assessment

/// An account with its one-time password, hashed, on its way to the writer.
package struct PreparedAccount: Sendable {
  let account: NewAccount
  /// 16 digits in four groups, to be handed over and changed at the first sign-in; shown this once.
  package let oneTimePassword: String
}

extension Kiosk {
  /// The slow half of making an account.
  ///
  /// - Throws: ``StaffFault/login``, ``StaffFault/name`` or ``StaffFault/loginTaken``.
  package func prepareAccount(login: String, name: String, role: Account.Role) throws -> PreparedAccount {
    let (login, name) = try particulars(login: login, name: name)
    let password = oneTimePassword()
    let hash = try staff.passwords.hash(PasswordRule.plain(password))
    return PreparedAccount(
      account: NewAccount(login: login, name: name, role: role, passwordHash: hash, isOneTime: true),
      oneTimePassword: password)
  }

  /// - Throws: ``StaffFault/forbidden(_:)`` unless an officer or the console asks, ``StaffFault/loginTaken``.
  @discardableResult
  package func createAccount(_ prepared: PreparedAccount, by actor: StaffActor) throws -> Account.ID {
    try checkOfficer(actor)
    guard try store.account(prepared.account.login) == nil else { throw UseCaseError.staff(.loginTaken) }
    let id = try store.add(prepared.account, at: clock.now())
    try note(.accountCreated, "account=\(id) role=\(prepared.account.role.rawValue) \(actor.note)")
    return id
  }

  /// For pages that say who did something.
  package func namesOfColleagues() throws -> [Account.ID: String] {
    Dictionary(try store.accounts().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// All accounts, disabled ones too, by login.
  package func accounts() throws -> [Account] {
    try store.accounts()
  }

  /// - Throws: ``StaffFault/unknownAccount``.
  package func account(named login: String) throws -> Account {
    guard let account = try Login(login).flatMap({ try store.account($0) }) else {
      throw UseCaseError.staff(.unknownAccount)
    }
    return account
  }

  func particulars(login: String, name: String) throws -> (Login, String) {
    guard let login = Login(login) else { throw UseCaseError.staff(.login) }
    guard let name = PersonName.tidy(name) else { throw UseCaseError.staff(.name) }
    guard try store.account(login) == nil else { throw UseCaseError.staff(.loginTaken) }
    return (login, name)
  }

  func oneTimePassword() -> String {
    (0..<4).map { _ in digits(4) }.joined(separator: "-")
  }
}
