import UseCases

/// The way out of the kiosk's screen, to the machine below it; only on that screen, and only where there is one to leave.
extension Site {
  func leaving(_ visit: inout Visit) throws -> Response {
    try checkScreen(visit)
    _ = try visit.ensureSession()
    if try isBare(visit.kiosk) { return visit.page(BareLeavePage(token: try visit.browserTokenField()).page) }
    return visit.page(LeavePage(token: try visit.browserTokenField()).page)
  }

  func checkLeaving(_ visit: Visit, _ fields: FormFields) throws -> LeavingCheck {
    try checkScreen(visit)
    return try visit.kiosk.checkLeaving(
      login: try fields.text("login", most: 200), pin: try fields.text("pin", most: 32), peer: visit.request.peer)
  }

  func leave(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    try checkScreen(visit)
    if try isBare(visit.kiosk) {
      try visit.kiosk.endBareScreen()
      return visit.page(LeftPage().page)
    }
    guard case .staff(.leaving(let check)) = preparation else { throw UseCaseError.staff(.notSignedIn) }
    switch try visit.kiosk.endScreen(check) {
    case .left: return visit.page(LeftPage().page)
    case .refused:
      var page = LeavePage(token: try visit.browserTokenField())
      page.isRefused = true
      return visit.page(page.page, status: 401)
    }
  }

  /// Nobody has an account yet, and the code for the first stands in the log, which is read at the machine's own prompt.
  func isBare(_ kiosk: Kiosk) throws -> Bool {
    try doors.opensSetup && !kiosk.hasOfficer()
  }

  private func checkScreen(_ visit: Visit) throws {
    guard visit.request.door == .kiosk, visit.kiosk.screen.canEnd else { throw Problem.notFound }
  }
}

struct LeavePage {
  let token: Markup
  var isRefused = false

  init(token: Markup) {
    self.token = token
  }

  var page: Page {
    Page(
      LeaveWording.title, kind: "sign-in", scripts: Keyboard.scripts, styles: ["staff.css", Keyboard.style],
      main: """
        <h1>\(LeaveWording.title)</h1>
        <p class="lead">\(LeaveWording.lead)</p>
        \(notice)<form class="panel" method="post" action="\(Route.staff(.leave))" autocomplete="off">\(token)
        <label for="login">\(StaffWording.login)</label>
        <input id="login" name="login" type="text" autocomplete="off" autocapitalize="none" spellcheck="false"\
        \(Keyboard.keys(.text)) required>
        <label for="pin">\(StaffWording.pin)</label>
        <input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="6"\(Keyboard.keys(.digits)) required>
        <button class="button main" type="submit">\(LeaveWording.leave)</button>
        </form>
        \(Keyboard.markup)<p class="actions"><a class="button" href="\(Route.welcome)">\(LeaveWording.back)</a></p>

        """)
  }

  private var notice: Markup {
    isRefused ? "<p class=\"faults\" role=\"alert\">\(LeaveWording.refused)</p>\n" : ""
  }
}

/// The way out of a box that nobody has an account on.
struct BareLeavePage {
  let token: Markup

  var page: Page {
    Page(
      LeaveWording.title, kind: "sign-in", styles: ["staff.css"],
      main: """
        <h1>\(LeaveWording.title)</h1>
        <p class="lead">\(LeaveWording.bareLead)</p>
        <form class="panel" method="post" action="\(Route.staff(.leave))">\(token)
        <button class="button main" type="submit">\(LeaveWording.leave)</button>
        </form>
        <p class="actions"><a class="button" href="\(Route.welcome)">\(LeaveWording.back)</a></p>

        """)
  }
}

struct LeftPage {
  var page: Page {
    Page(
      LeaveWording.leftTitle, kind: "staff", styles: ["staff.css"],
      main: """
        <h1>\(LeaveWording.leftTitle)</h1>
        <p class="lead">\(LeaveWording.leftLead)</p>

        """)
  }
}
