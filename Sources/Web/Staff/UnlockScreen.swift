import UseCases

extension Site {
  func lock(_ visit: inout Visit) throws -> Response {
    guard let session = visit.staff else { throw UseCaseError.staff(.notSignedIn) }
    let hasPIN = visit.colleague?.account.hasPIN ?? false
    let owner = visit.colleague?.account.name ?? ""
    try visit.kiosk.lock(session)
    // Without a PIN nothing but signing in opens it again.
    guard hasPIN else { return try signOut(&visit) }
    let token = try visit.browserTokenField()
    let page = UnlockPage(owner: owner, kept: nil, token: token).page
    return visit.pageWithoutBar(page)
  }

  func checkPIN(_ visit: Visit, _ fields: FormFields) throws -> PINCheck {
    guard let session = visit.staff else { throw UseCaseError.staff(.notSignedIn) }
    return try visit.kiosk.checkPIN(try fields.text("pin", most: 32), in: session)
  }

  func unlock(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    guard let session = visit.staff, case .staff(.pinCheck(let check)) = preparation else {
      throw UseCaseError.staff(.notSignedIn)
    }
    let kept = try KeptForm(from: fields)
    let owner = try visit.kiosk.staffSession(session).account.name
    switch try visit.kiosk.unlock(check) {
    case .unlocked(let colleague): return try goOn(&visit, session, colleague, kept)
    case .refused(0):
      var page = SignInPage(kept: kept, token: try visit.browserTokenField())
      page.fault = StaffWording.pinsUsedUp
      visit.signOut()
      return visit.page(page.page, status: 401)
    case .refused(let left):
      var page = UnlockPage(owner: owner, kept: kept, token: try visit.browserTokenField())
      page.triesLeft = left
      return visit.page(page.page, status: 401)
    }
  }
}

/// Shows whose session it is, so that nobody tries the PIN of somebody else's.
struct UnlockPage {
  let owner: String
  let kept: KeptForm?
  let token: Markup
  var triesLeft: Int?

  init(owner: String, kept: KeptForm?, token: Markup) {
    self.owner = owner
    self.kept = kept
    self.token = token
  }

  var page: Page {
    Page(
      StaffWording.unlockTitle, kind: "sign-in", styles: ["staff.css"],
      main: """
        <h1>\(StaffWording.unlockTitle)</h1>
        <p class="lead">\(owner)</p>
        \(notice)<form class="panel" method="post" action="\(Route.staff(.unlocking))" autocomplete="off">\(token)
        \(kept?.hidden ?? "")<label for="pin">\(StaffWording.pin)</label>
        <input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="6" autofocus required>
        <button class="button main" type="submit">\(StaffWording.unlock)</button>
        </form>
        <form class="actions" method="post" action="\(Route.staff(.signOut))">\(token)
        <button class="button quiet" type="submit">\(StaffWording.otherAccount)</button></form>

        """)
  }

  private var notice: Markup {
    if let triesLeft { return "<p class=\"faults\" role=\"alert\">\(StaffWording.pinRefused(triesLeft))</p>\n" }
    return kept?.hasFields == true ? "<p class=\"notice\" role=\"status\">\(StaffWording.keptWaits)</p>\n" : ""
  }
}
