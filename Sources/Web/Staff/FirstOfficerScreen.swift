import UseCases

extension Site {
  /// Where whoever stands at the box's console makes the account that makes all others.
  func firstOfficer(_ visit: inout Visit) throws -> Response {
    guard try !visit.kiosk.hasOfficer() else { throw UseCaseError.staff(.officerExists) }
    return visit.page(FirstOfficerPage(token: try visit.browserTokenField()).page)
  }

  func firstOfficerPage(_ visit: inout Visit, again problem: StaffProblem, _ fields: FormFields) throws -> Page {
    var page = FirstOfficerPage(token: try visit.browserTokenField())
    page.problem = problem
    (page.code, page.login, page.name) = (fields.typed("console-code"), fields.typed("login"), fields.typed("name"))
    return page.page
  }

  func prepareFirstOfficer(_ visit: Visit, _ fields: FormFields) throws -> PreparedFirstOfficer {
    let password = try fields.text("password", most: 1_024)
    let again = try fields.text("again", most: 1_024)
    let code = try fields.text("console-code", most: 64)
    let (login, name) = (try fields.text("login", most: 200), try fields.text("name", most: 400))
    guard password == again else { throw UseCaseError.staff(.password(.isTypedOtherwise)) }
    return try visit.kiosk.prepareFirstOfficer(
      code: code, login: login, name: name, password: password, peer: visit.request.peer)
  }

  /// Leads on to signing in, where the officer chooses a second factor.
  func firstOfficer(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    guard case .staff(.firstOfficer(let prepared)) = preparation else { throw FormFault.missing("login") }
    try visit.kiosk.createFirstOfficer(prepared)
    if doors.opensSetup { try visit.kiosk.firstRun.begin() }
    var page = SignInPage(kept: nil, token: try visit.browserTokenField())
    page.done = AccountWording.firstMade
    page.login = fields.typed("login")
    return visit.page(page.page)
  }
}

struct FirstOfficerPage {
  let token: Markup
  var problem: StaffProblem?
  var code = ""
  var login = ""
  var name = ""

  init(token: Markup) {
    self.token = token
  }

  var page: Page {
    Page(
      AccountWording.firstTitle, kind: "sign-in wide", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(AccountWording.firstTitle)</h1>
        <p class="lead">\(AccountWording.firstLead)</p>
        \(problem?.notice ?? "")<form class="panel" method="post" action="\(Route.staff(.firstOfficer))" autocomplete="off">\(token)
        <label for="console-code">\(AccountWording.firstCode)</label>
        <input id="console-code" name="console-code" type="text" autocapitalize="characters" spellcheck="false" maxlength="20" value="\(code)"\
        \(" autofocus", if: problem == nil) required>
        <div class="fields">
        <div><label for="name">\(AccountWording.name)</label>
        <input id="name" name="name" type="text" autocomplete="name" maxlength="80" value="\(name)" required></div>
        <div><label for="login">\(StaffWording.login)</label>
        <input id="login" name="login" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="32"\
         value="\(login)" aria-describedby="login-help" required>
        <p class="small" id="login-help">\(AccountWording.loginHelp)</p></div>
        </div>
        \(PasswordInputs.markup)<button class="button main" type="submit">\(AccountWording.firstMake)</button>
        </form>

        """)
  }
}

/// A new password, typed twice since nobody sees it.
package enum PasswordInputs {
  package static var markup: Markup {
    """
    <div class="fields">
    <div><label for="password">\(AccountWording.newPassword)</label>
    <input id="password" name="password" type="password" autocomplete="new-password" minlength="\(PasswordRule.shortest)"\
     aria-describedby="password-help" required>
    <p class="small" id="password-help">\(AccountWording.passwordHelp)</p></div>
    <div><label for="again">\(AccountWording.passwordAgain)</label>
    <input id="again" name="again" type="password" autocomplete="new-password" required></div>
    </div>

    """
  }
}
