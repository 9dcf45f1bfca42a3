import UseCases

extension Site {
  func accounts(_ visit: inout Visit) throws -> Response {
    visit.page(try AccountsPage(&visit).page)
  }

  func accountsPage(_ visit: inout Visit, again problem: StaffProblem, _ fields: FormFields) throws -> Page {
    var page = try AccountsPage(&visit)
    page.problem = problem
    (page.login, page.name) = (fields.typed("login"), fields.typed("name"))
    page.role = Account.Role(rawValue: fields.typed("role")) ?? .clerk
    return page.page
  }

  func prepareAccount(_ visit: Visit, _ fields: FormFields) throws -> PreparedAccount {
    let text = try fields.text("role", most: 20)
    guard let role = Account.Role(rawValue: text) else { throw FormFault.unexpected("role", value: text) }
    return try visit.kiosk.prepareAccount(
      login: try fields.text("login", most: 200), name: try fields.text("name", most: 400), role: role)
  }

  /// The one-time password stands in the answer itself: no address brings it a second time.
  func createAccount(_ visit: inout Visit, _ preparation: Preparation) throws -> Response {
    guard case .staff(.account(let prepared)) = preparation else { throw FormFault.missing("login") }
    let id = try visit.kiosk.createAccount(prepared, by: .account(try visit.account()))
    return try oneTimePassword(visit, prepared.oneTimePassword, of: id)
  }

  func resetAccount(_ visit: inout Visit, _ id: Account.ID, _ preparation: Preparation) throws -> Response {
    guard case .staff(.reset(let prepared)) = preparation else { throw FormFault.missing("login") }
    try visit.kiosk.resetAccount(prepared, by: .account(try visit.account()))
    return try oneTimePassword(visit, prepared.oneTimePassword, of: id)
  }

  func disableAccount(_ visit: inout Visit, _ id: Account.ID) throws -> Response {
    try visit.kiosk.disableAccount(id, by: .account(try visit.account()))
    return visit.redirect(to: .office(.accounts), at: "disabled")
  }

  private func oneTimePassword(_ visit: Visit, _ password: String, of id: Account.ID) throws -> Response {
    guard let account = try visit.kiosk.store.account(id) else { throw UseCaseError.staff(.unknownAccount) }
    var page = OneTimePasswordPage(account: account, password: password)
    if case .open(let door) = visit.kiosk.doors.officeDoor() { page.url = door.url }
    return visit.page(page.page)
  }
}

struct AccountsPage {
  let accounts: [Account]
  let own: Account.ID
  let token: Markup
  var problem: StaffProblem?
  var login = ""
  var name = ""
  var role = Account.Role.clerk

  init(_ visit: inout Visit) throws {
    accounts = try visit.kiosk.accounts()
    own = try visit.account()
    token = try visit.tokenField()
  }

  var page: Page {
    Page(
      OfficeWording.accountsTitle, kind: "accounts", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(OfficeWording.accountsTitle)</h1>
        \(AccountPage.told("disabled", OfficeWording.disabled))\
        \(problem?.notice ?? "")<div class="list-and-form">
        \(Components.scroll)<table class="list">
        <caption>\(OfficeWording.accountsCaption)</caption>
        <thead><tr><th scope="col">\(AccountWording.name)</th><th scope="col">\(StaffWording.login)</th>\
        <th scope="col">\(OfficeWording.columnRole)</th><th scope="col">\(OfficeWording.columnState)</th>\
        <th scope="col">\(OfficeWording.columnAct)</th></tr></thead>
        <tbody>
        \(each: accounts, row)</tbody>
        </table></div>
        \(form)</div>

        """)
  }

  private func row(_ account: Account) -> Markup {
    """
    <tr\(" class=\"gone\"", if: account.isDisabled)><th scope="row">\(account.name)</th><td>\(account.login.text)</td>\
    <td>\(StaffWording.role(account.role))</td><td>\(state(account))</td><td>\(acts(account))</td></tr>

    """
  }

  private func state(_ account: Account) -> Markup {
    if account.isDisabled { return "<span class=\"badge\">\(OfficeWording.stateDisabled)</span>" }
    if account.mustChangePassword { return "<span class=\"badge care\">\(OfficeWording.stateOwesPassword)</span>" }
    if account.role.needsSecondFactor, account.secondFactor == .none {
      return "<span class=\"badge care\">\(OfficeWording.stateOwesFactor)</span>"
    }
    return "<span class=\"badge good\">\(OfficeWording.stateOpen)</span>"
  }

  /// One's own password is changed on one's own page.
  private func acts(_ account: Account) -> Markup {
    if account.id == own {
      return "<a class=\"button quiet\" href=\"\(Route.staff(.account))\">\(OfficeWording.isSelf)</a>"
    }
    let reset = Asking(
      OfficeWording.reset, OfficeWording.resetAsk, OfficeWording.resetDo, .office(.reset(account.id)), token)
    let disable = Asking(
      OfficeWording.disable, OfficeWording.disableAsk, OfficeWording.disableDo, .office(.disablement(account.id)), token
    )
    return account.isDisabled
      ? reset.markup(of: account.name) : "\(reset.markup(of: account.name))\(disable.markup(of: account.name))"
  }

  private var form: Markup {
    """
    <form class="panel" method="post" action="\(Route.office(.accounts))" autocomplete="off">\(token)
    <h2>\(OfficeWording.newAccount)</h2>
    <label for="name">\(AccountWording.name)</label>
    <input id="name" name="name" type="text" maxlength="80" value="\(name)"\(" autofocus", if: problem != nil) required>
    <label for="login">\(StaffWording.login)</label>
    <input id="login" name="login" type="text" autocapitalize="none" spellcheck="false" maxlength="32" value="\(login)"\
     aria-describedby="login-help" required>
    <p class="small" id="login-help">\(AccountWording.loginHelp)</p>
    <fieldset><legend>\(OfficeWording.columnRole)</legend>
    \(each: Account.Role.allCases, { """
      <label class="check-line"><input type="radio" name="role" value="\($0.rawValue)"\(" checked", if: $0 == role)>\
      <span>\(Self.explained($0))</span></label>

      """ })</fieldset>
    <button class="button main" type="submit">\(OfficeWording.makeAccount)</button>
    </form>

    """
  }

  private static func explained(_ role: Account.Role) -> String {
    switch role {
    case .clerk: OfficeWording.roleClerk
    case .officer: OfficeWording.roleOfficer
    case .technician: OfficeWording.roleTechnician
    }
  }
}

/// A button that says what it will do before it does it: two taps, without a page between them and without scripts.
struct Asking {
  private let label: String
  private let question: String
  private let button: String
  private let route: Route
  private let token: Markup

  init(_ label: String, _ question: String, _ button: String, _ route: Route, _ token: Markup) {
    self.label = label
    self.question = question
    self.button = button
    self.route = route
    self.token = token
  }

  /// - Parameter name: whom or what it is about, for whoever hears the page.
  func markup(of name: String) -> Markup {
    """
    <details class="asking"><summary>\(label)<span class="unseen"> \(name)</span></summary>
    <form method="post" action="\(route)">\(token)<p>\(question)</p>
    <button class="button danger" type="submit">\(button)</button></form></details>
    """
  }
}

struct OneTimePasswordPage {
  let account: Account
  let password: String
  var url: String?

  init(account: Account, password: String) {
    self.account = account
    self.password = password
  }

  var page: Page {
    Page(
      OfficeWording.oneTimeTitle, kind: "one-time", scripts: ["print-page.js"],
      styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(OfficeWording.oneTimeTitle)</h1>
        <p class="lead screen-only">\(OfficeWording.oneTimeLead(account.name))</p>
        <section class="paper">
        <p>\(account.name) · \(StaffWording.role(account.role))</p>
        \(address)<p>\(StaffWording.login): <strong>\(account.login.text)</strong></p>
        <p class="one-time">\(password)</p>
        <p class="small">\(OfficeWording.oneTimeUse)</p>
        </section>
        <p class="actions"><button class="button" type="button" id="print" hidden>\(OfficeWording.oneTimePrint)</button>
        <a class="button main" href="\(Route.office(.accounts))">\(OfficeWording.oneTimeDone)</a></p>

        """)
  }

  private var address: Markup {
    url.map { "<p>\(OfficeWording.oneTimeAt($0))</p>\n" } ?? ""
  }
}
