import UseCases

extension Site {
  /// One's own account; what is owed stands there alone, until it is done.
  func ownAccount(_ visit: inout Visit) throws -> Response {
    visit.page(try accountPage(&visit, again: nil))
  }

  func accountPage(_ visit: inout Visit, again problem: StaffProblem?) throws -> Page {
    // A refusal may come before anybody is known to be signed in.
    let colleague = try visit.colleague ?? visit.kiosk.colleague(visit.staff)
    var page = AccountPage(
      account: colleague.account, duty: colleague.duty, codesLeft: try visit.kiosk.codesLeft(of: colleague.account),
      token: try visit.tokenField())
    if let problem { page.problem = (visit.route, problem) }
    return page.page
  }

  func prepareSecret(_ visit: Visit, _ fields: FormFields) throws -> PreparedSecret {
    guard let session = visit.staff else { throw UseCaseError.staff(.notSignedIn) }
    if visit.route == .staff(.pin) { return try visit.kiosk.preparePIN(try fields.text("pin", most: 32), in: session) }
    let (new, again) = (try fields.text("password", most: 1_024), try fields.text("again", most: 1_024))
    let present = try fields.text("present", most: 1_024)
    guard new == again else { throw UseCaseError.staff(.password(.isTypedOtherwise)) }
    return try visit.kiosk.preparePassword(new, present: present, in: session, peer: visit.request.peer)
  }

  func keepSecret(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    guard case .staff(.secret(let prepared)) = preparation else { throw FormFault.missing("password") }
    try visit.kiosk.keep(prepared)
    if visit.route == .staff(.pin) { return visit.redirect(to: .staff(.account), at: "pin-kept") }
    try renew(&visit)
    return visit.redirect(to: .staff(.account), at: "password-kept")
  }

  /// From now on this browser may do more than before, under a session that nobody can have seen yet.
  func renew(_ visit: inout Visit) throws {
    guard let session = visit.staff else { throw UseCaseError.staff(.notSignedIn) }
    let new = try visit.kiosk.renew(session)
    visit.signIn(new, as: try visit.kiosk.colleague(new))
  }
}

struct AccountPage {
  let account: Account
  let duty: StaffSession.Duty?
  let codesLeft: Int?
  let token: Markup
  /// The form that was refused, by its address.
  var problem: (route: Route, problem: StaffProblem)?

  init(account: Account, duty: StaffSession.Duty?, codesLeft: Int?, token: Markup) {
    self.account = account
    self.duty = duty
    self.codesLeft = codesLeft
    self.token = token
  }

  /// Fewer are left than a working week may take.
  static let fewCodes = 3

  var page: Page {
    switch duty {
    case .newPassword: page(AccountWording.owedPasswordTitle, kind: "owed", owedPassword)
    case .enrolment: page(AccountWording.owedFactorTitle, kind: "owed", owedFactor)
    case .secondFactor, nil: page(AccountWording.title, kind: "account", everything)
    }
  }

  private func page(_ title: String, kind: StaticString, _ content: Markup) -> Page {
    Page(
      title, kind: kind, styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(title)</h1>
        \(Self.told("password-kept", AccountWording.passwordKept))\
        \(Self.told("pin-kept", AccountWording.pinKept))\
        \(Self.told("app-kept", AccountWording.appKept))\(content)
        """)
  }

  /// Shown only where the address ends so, as after a form that was kept.
  static func told(_ id: StaticString, _ text: String) -> Markup {
    "<p class=\"done told\" id=\"\(Markup(stringLiteral: id))\" role=\"status\">\(text)</p>\n"
  }

  private var owedPassword: Markup {
    """
    <p class="lead">\(AccountWording.owedPasswordLead)</p>
    \(passwordForm(AccountWording.presentOneTime, isMain: true))
    """
  }

  private var owedFactor: Markup {
    """
    <p class="lead">\(AccountWording.owedFactorLead)</p>
    <div class="columns">
    \(choice(AccountWording.appTitle, AccountWording.appLead, .authenticator, AccountWording.useApp, isMain: true))\
    \(choice(AccountWording.listTitle, AccountWording.listLead, .codes, AccountWording.useList))</div>

    """
  }

  private var everything: Markup {
    """
    <p class="lead">\(account.name) · \(StaffWording.role(account.role)) · \(StaffWording.login.lowercased()): <strong>\(account.login.text)</strong></p>
    <div class="columns">
    <div>
    <h2>\(AccountWording.passwordTitle)</h2>
    \(passwordForm(AccountWording.present))</div>
    <div>
    <h2>\(AccountWording.pinTitle)</h2>
    \(pinForm)</div>
    <div>
    <h2>\(AccountWording.factorTitle)</h2>
    \(factor)</div>
    </div>

    """
  }

  private func passwordForm(_ present: String, isMain: Bool = false) -> Markup {
    """
    \(notice(at: .password))<form class="panel" method="post" action="\(Route.staff(.password))">\(token)
    <input type="text" name="username" value="\(account.login.text)" autocomplete="username" hidden>
    <label for="present">\(present)</label>
    <input id="present" name="present" type="password" autocomplete="current-password"\(" autofocus", if: isMain) required>
    \(PasswordInputs.markup)<button class="button\(" main", if: isMain)" type="submit">\(AccountWording.keepPassword)</button>
    </form>

    """
  }

  private var pinForm: Markup {
    """
    \(notice(at: .pin))<form class="panel" method="post" action="\(Route.staff(.pin))" autocomplete="off">\(token)
    <p>\(AccountWording.pinLead)</p>
    <p><strong>\(account.hasPIN ? AccountWording.pinPresent : AccountWording.pinNone)</strong></p>
    <label for="pin">\(AccountWording.pinNew)</label>
    <input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" minlength="4" maxlength="6" required>
    <button class="button" type="submit">\(AccountWording.keepPIN)</button>
    </form>

    """
  }

  private var factor: Markup {
    let app = account.secondFactor == .totp ? AccountWording.anotherApp : AccountWording.useApp
    let list = account.secondFactor == .list ? AccountWording.anotherList : AccountWording.useList
    return """
      <div class="panel">
      <p><strong>\(factorState)</strong></p>
      \(fewCodes)\("<p>\(AccountWording.replaces)</p>\n", if: account.secondFactor != .none)\
      <form class="pick" method="post" action="\(Route.staff(.authenticator))">\(token)
      <p>\(AccountWording.appLead)</p><button class="button" type="submit">\(app)</button></form>
      <form class="pick" method="post" action="\(Route.staff(.codes))">\(token)
      <p>\(AccountWording.listLead)</p><button class="button" type="submit">\(list)</button></form>
      </div>

      """
  }

  private var factorState: String {
    switch account.secondFactor {
    case .none: AccountWording.factorNone
    case .totp: AccountWording.factorApp
    case .list: AccountWording.factorList(codesLeft ?? 0)
    }
  }

  private var fewCodes: Markup {
    guard let codesLeft, codesLeft <= Self.fewCodes else { return "" }
    return "<p class=\"faults\">\(AccountWording.fewCodes)</p>\n"
  }

  private func choice(
    _ title: String, _ lead: String, _ route: StaffRoute, _ button: String, isMain: Bool = false
  ) -> Markup {
    """
    <form class="panel" method="post" action="\(Route.staff(route))">\(token)
    <h2>\(title)</h2>
    <p>\(lead)</p>
    <button class="button\(" main", if: isMain)" type="submit">\(button)</button>
    </form>

    """
  }

  private func notice(at route: StaffRoute) -> Markup {
    guard let problem, problem.route == .staff(route) else { return "" }
    return problem.problem.notice
  }
}
