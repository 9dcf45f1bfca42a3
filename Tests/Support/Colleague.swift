import UseCases
import Web

/// Chị Lan and ông Minh at a browser, signed in as they do it.
extension TestBox {
  package static let password = "mua gat thang muoi"

  /// Makes an account whose owner has chosen a password and owes nothing.
  @discardableResult
  package func hire(_ login: String, _ name: String, _ role: Account.Role) throws -> Account.ID {
    let prepared = try kiosk.prepareAccount(login: login, name: name, role: role)
    let id = try kiosk.createAccount(prepared, by: .console)
    try store.setPassword(passwords.hash(Self.password), isOneTime: false, of: id, at: clock.now())
    return id
  }

  /// The office's people: chị Lan at the desk (account 1), ông Minh who reports (account 2).
  package func hireOffice() throws {
    try hire("lan", "Chị Lan", .clerk)
    let minh = try hire("minh", "Ông Minh", .officer)
    try store.replaceCodes((10...19).map { "000000\($0)" }, of: .account(minh), at: clock.now())
    try store.setList(of: minh, at: clock.now())
  }
}

extension Browser {
  /// Chị Lan, a clerk, at the office's door.
  package static func lan(_ box: TestBox) throws -> Browser {
    let browser = Browser(box, door: .office)
    return try browser.signIn("lan")
  }

  /// Ông Minh, an officer with a printed list of codes.
  package static func minh(_ box: TestBox, code: Int = 10) throws -> Browser {
    let browser = Browser(box, door: .office)
    try browser.signIn("minh")
    return try browser.post("/staff/session/code", [("code", "000000\(code)")])
  }

  @discardableResult
  package func signIn(_ login: String, password: String = TestBox.password) throws -> Browser {
    try get("/staff/session")
    return try post("/staff/session", [("login", login), ("password", password)])
  }
}
