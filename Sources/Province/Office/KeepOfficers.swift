import Assessment
import UseCases

extension ProvinceOffice {
  /// Makes an account.
  ///
  /// - Returns: its one-time password: 16 digits in four groups, shown this once.
  /// - Throws: ``OfficeFault/staff(_:)``.
  package func addOfficer(login: String, name: String) throws -> String {
    guard let login = Login(login) else { throw OfficeFault.staff(.login) }
    guard let name = PersonName.tidy(name) else { throw OfficeFault.staff(.name) }
    guard try store.officer(login) == nil else { throw OfficeFault.staff(.loginTaken) }
    let password = oneTimePassword()
    let hash = try parts.passwords.hash(PasswordRule.plain(password))
    _ = try store.addOfficer(login: login, name: name, passwordHash: hash, at: now)
    return password
  }

  /// Gives an account back to its owner, a disabled one too.
  package func resetOfficer(login: String) throws -> String {
    let officer = try officer(named: login)
    let password = oneTimePassword()
    try store.setPassword(
      try parts.passwords.hash(PasswordRule.plain(password)), isOneTime: true, of: officer.id, at: now)
    try store.setDisabled(false, of: officer.id, at: now)
    return password
  }

  /// What the officer did stays; sessions end at their next request.
  package func disableOfficer(login: String) throws {
    try store.setDisabled(true, of: try officer(named: login).id, at: now)
  }

  private func officer(named login: String) throws -> Officer {
    guard let officer = try Login(login).flatMap({ try store.officer($0) }) else {
      throw OfficeFault.staff(.unknownAccount)
    }
    return officer
  }

  private func oneTimePassword() -> String {
    let digits = (0..<16).map { _ in String(parts.chance.number() % 10) }
    return stride(from: 0, to: 16, by: 4).map { digits[$0..<$0 + 4].joined() }.joined(separator: "-")
  }
}
