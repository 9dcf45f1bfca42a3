import UseCases

extension Site {
  /// The form; who is signed in already is led on.
  func signIn(_ visit: inout Visit) throws -> Response {
    // Whoever is not signed in, or not all the way, is here to do that.
    if let colleague = try? visit.kiosk.colleague(visit.staff) {
      return visit.redirect(to: firstPage(of: colleague))
    }
    return visit.page(try signInPage(&visit, kept: nil).page)
  }

  func signInPage(_ visit: inout Visit, kept: KeptForm?) throws -> SignInPage {
    var page = SignInPage(kept: kept, token: try visit.browserTokenField())
    page.lacksOfficer = try !visit.kiosk.hasOfficer()
    return page
  }

  func signInPage(_ visit: inout Visit, again problem: StaffProblem, _ fields: FormFields) throws -> Page {
    var page = try signInPage(&visit, kept: try KeptForm(from: fields))
    page.fault = problem.sentence
    page.login = fields.typed("login")
    return page.page
  }

  func codePage(_ visit: inout Visit, again problem: StaffProblem, _ fields: FormFields) throws -> Page {
    var page = CodePage(kept: try KeptForm(from: fields), token: try visit.browserTokenField())
    page.problem = problem
    return page.page
  }

  func checkPassword(_ visit: Visit, _ fields: FormFields) throws -> PasswordCheck {
    try visit.kiosk.checkPassword(
      login: try fields.text("login", most: 200), password: try fields.text("password", most: 1_024),
      peer: visit.request.peer)
  }

  func signIn(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    guard case .staff(.passwordCheck(let check)) = preparation else { throw FormFault.missing("login") }
    let kept = try KeptForm(from: fields)
    switch try visit.kiosk.signIn(check, replacing: visit.staff) {
    case .refused:
      var page = SignInPage(kept: kept, token: try visit.browserTokenField())
      page.fault = StaffWording.signInRefused
      page.login = try fields.text("login", most: 200)
      return visit.page(page.page, status: 401)
    case .codeNeeded(let session):
      visit.signIn(session, as: nil)
      return visit.page(CodePage(kept: kept, token: try visit.browserTokenField()).page)
    case .codeRefused: throw Problem.internalError
    case .signedIn(let session, let colleague): return try goOn(&visit, session, colleague, kept)
    }
  }

  /// The second factor.
  func giveCode(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    guard let session = visit.staff else { throw UseCaseError.staff(.notSignedIn) }
    let kept = try KeptForm(from: fields)
    switch try visit.kiosk.signIn(code: try fields.text("code", most: 32), in: session, peer: visit.request.peer) {
    case .codeRefused(0):
      var page = SignInPage(kept: kept, token: try visit.browserTokenField())
      page.fault = StaffWording.codesUsedUp
      visit.signOut()
      return visit.page(page.page, status: 401)
    case .codeRefused(let left):
      var page = CodePage(kept: kept, token: try visit.browserTokenField())
      page.triesLeft = left
      return visit.page(page.page, status: 401)
    case .signedIn(let session, let colleague): return try goOn(&visit, session, colleague, kept)
    case .refused, .codeNeeded: throw Problem.internalError
    }
  }

  /// Back to what was typed, to what was asked for, or to the role's first page.
  func goOn(
    _ visit: inout Visit, _ session: SessionID, _ colleague: StaffSession, _ kept: KeptForm?
  ) throws -> Response {
    visit.signIn(session, as: colleague)
    if colleague.duty != nil { return visit.redirect(to: .staff(.account)) }
    guard let kept else { return visit.redirect(to: firstPage(of: colleague)) }
    if kept.hasFields { return visit.page(KeptPage(kept: kept, token: try visit.tokenField()).page) }
    let isPage = kept.route.methods.contains(.get)
    return visit.redirect(to: isPage ? kept.route : firstPage(of: colleague))
  }

  func firstPage(of colleague: StaffSession) -> Route {
    if colleague.duty != nil { return .staff(.account) }
    if doors.opensSetup { return colleague.account.role == .clerk ? .staff(.account) : .office(.setup(nil)) }
    return colleague.account.role == .technician ? .office(.devices) : .desk(.board)
  }

  func signOut(_ visit: inout Visit) throws -> Response {
    if let session = visit.staff { try visit.kiosk.signOut(session) }
    visit.signOut()
    return visit.redirect(to: .staff(.session))
  }
}

struct SignInPage {
  let kept: KeptForm?
  let token: Markup
  var fault: String?
  /// What has just been done.
  var done: String?
  var login = ""
  /// Nobody can sign in as an officer yet.
  var lacksOfficer = false

  init(kept: KeptForm?, token: Markup) {
    self.kept = kept
    self.token = token
  }

  var page: Page {
    Page(
      StaffWording.signInTitle, kind: "sign-in", styles: ["staff.css"],
      main: """
        <h1>\(StaffWording.signInTitle)</h1>
        \(notice)<form class="panel" method="post" action="\(Route.staff(.session))">\(token)
        \(kept?.hidden ?? "")<label for="login">\(StaffWording.login)</label>
        <input id="login" name="login" type="text" autocomplete="username" autocapitalize="none" spellcheck="false"\
         value="\(login)"\(" autofocus", if: login.isEmpty) required>
        <label for="password">\(StaffWording.password)</label>
        <input id="password" name="password" type="password" autocomplete="current-password"\
        \(" autofocus", if: !login.isEmpty) required>
        <button class="button main" type="submit">\(StaffWording.signIn)</button>
        </form>
        \(first)
        """)
  }

  private var notice: Markup {
    if let fault { return "<p class=\"faults\" role=\"alert\">\(fault)</p>\n" }
    if let done { return "<p class=\"done\" role=\"status\">\(done)</p>\n" }
    return kept?.hasFields == true ? "<p class=\"notice\" role=\"status\">\(StaffWording.keptWaits)</p>\n" : ""
  }

  private var first: Markup {
    guard lacksOfficer else { return "" }
    return """
      <p class="actions"><a class="button" href="\(Route.staff(.firstOfficer))">\(AccountWording.toFirst)</a></p>

      """
  }
}

struct CodePage {
  let kept: KeptForm?
  let token: Markup
  var triesLeft: Int?
  var problem: StaffProblem?

  init(kept: KeptForm?, token: Markup) {
    self.kept = kept
    self.token = token
  }

  var page: Page {
    Page(
      StaffWording.codeTitle, kind: "sign-in", styles: ["staff.css"],
      main: """
        <h1>\(StaffWording.codeTitle)</h1>
        \(fault)<form class="panel" method="post" action="\(Route.staff(.code))" autocomplete="off">\(token)
        \(kept?.hidden ?? "")<label for="code">\(StaffWording.code)</label>
        <p>\(StaffWording.codeHelp)</p>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" autofocus required>
        <button class="button main" type="submit">\(StaffWording.goOn)</button>
        </form>
        <form class="actions" method="post" action="\(Route.staff(.signOut))">\(token)
        <button class="button quiet" type="submit">\(StaffWording.otherAccount)</button></form>

        """)
  }

  private var fault: Markup {
    triesLeft.map { "<p class=\"faults\" role=\"alert\">\(StaffWording.codeRefused($0))</p>\n" }
      ?? problem?.notice ?? ""
  }
}
