import Assessment
import UseCases

extension Site {
  /// A new secret, which counts only once the app has shown a code made with it.
  func draftAuthenticator(_ visit: inout Visit) throws -> Response {
    guard let session = visit.staff else { throw UseCaseError.staff(.notSignedIn) }
    let draft = try visit.kiosk.draftAuthenticator(in: session)
    return visit.page(try AuthenticatorPage(draft, &visit).page)
  }

  func authenticatorPage(_ visit: inout Visit, again problem: StaffProblem) throws -> Page? {
    guard let session = visit.staff, let draft = try visit.kiosk.authenticatorDraft(in: session) else { return nil }
    var page = try AuthenticatorPage(draft, &visit)
    page.problem = problem
    return page.page
  }

  func confirmAuthenticator(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    guard let session = visit.staff else { throw UseCaseError.staff(.notSignedIn) }
    try visit.kiosk.confirmAuthenticator(code: try fields.text("code", most: 32), in: session)
    try renew(&visit)
    return visit.redirect(to: .staff(.account), at: "app-kept")
  }

  /// Shown in the answer itself: no address brings the codes a second time.
  func makeCodes(_ visit: inout Visit) throws -> Response {
    guard let session = visit.staff, let account = visit.colleague?.account else {
      throw UseCaseError.staff(.notSignedIn)
    }
    let codes = try visit.kiosk.makeCodeList(in: session)
    try renew(&visit)
    let onwards = visit.colleague.map { firstPage(of: $0) } ?? .staff(.account)
    let page = CodeListPage(
      account: account, codes: codes, date: CivilDate(visit.kiosk.clock.now()), office: visit.kiosk.office.name,
      onwards: onwards)
    return visit.page(page.page)
  }
}

struct AuthenticatorPage {
  let draft: AuthenticatorDraft
  let symbol: QRMatrix
  let now: Moment
  let token: Markup
  var problem: StaffProblem?

  init(_ draft: AuthenticatorDraft, _ visit: inout Visit) throws {
    self.draft = draft
    symbol = try visit.kiosk.drawing.symbol(forText: draft.link)
    now = visit.kiosk.clock.now()
    token = try visit.tokenField()
  }

  var page: Page {
    Page(
      AccountWording.draftTitle, kind: "authenticator", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(AccountWording.draftTitle)</h1>
        \(problem?.notice ?? "")<div class="beside">
        <div class="framed">\(Components.symbol(symbol, label: AccountWording.draftSymbol))</div>
        <form class="panel" method="post" action="\(Route.staff(.authenticatorCode))" autocomplete="off">\(token)
        <ol class="steps-list">\(each: AccountWording.draftSteps, { "<li>\($0)</li>\n" })</ol>
        <p>\(AccountWording.secret): <strong class="groups-of-four" id="secret">\(Self.groups(draft.secret))</strong></p>
        <label for="code">\(AccountWording.draftCode)</label>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="9" autofocus required>
        <p class="small">\(AccountWording.draftClock(Self.time(now)))</p>
        <div class="actions"><a class="button quiet" href="\(Route.staff(.account))">\(AccountWording.draftCancel)</a>
        <button class="button main" type="submit">\(AccountWording.draftConfirm)</button></div>
        </form>
        </div>

        """)
  }

  /// As it is copied without losing one's place.
  static func groups(_ text: String, of size: Int = 4) -> String {
    let signs = Array(text)
    return stride(from: 0, to: signs.count, by: size).map { String(signs[$0..<min($0 + size, signs.count)]) }
      .joined(separator: " ")
  }

  /// 09:05 in Vietnam.
  private static func time(_ moment: Moment) -> String {
    let minutes = Int((moment.seconds + 7 * 3_600) / 60 % 1_440)
    return "\(Formatting.padded(minutes / 60)):\(Formatting.padded(minutes % 60))"
  }
}

struct CodeListPage {
  let account: Account
  let codes: [String]
  let date: CivilDate
  let office: String
  let onwards: Route

  var page: Page {
    Page(
      AccountWording.codesTitle, kind: "codes", scripts: ["print-page.js"],
      styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(AccountWording.codesTitle)</h1>
        <p class="lead screen-only">\(AccountWording.codesLead)</p>
        <section class="paper">
        <p>\(AccountWording.codesOf(account.name, account.login.text, Formatting.date(date)))<br>\(office)</p>
        <ol class="codes">\(each: codes, { "<li>\(AuthenticatorPage.groups($0))</li>\n" })</ol>
        <p class="small">\(AccountWording.codesUse)</p>
        </section>
        <p class="actions"><button class="button" type="button" id="print" hidden>\(AccountWording.codesPrint)</button>
        <a class="button main" href="\(onwards)">\(AccountWording.codesKept)</a></p>

        """)
  }
}
