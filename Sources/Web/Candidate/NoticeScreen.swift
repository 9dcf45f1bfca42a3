import Assessment
import UseCases

extension Site {
  /// What is asked, by whom, what for and for how long; then two buttons of the same size.
  func notice(_ visit: inout Visit, _ audience: Audience.ID) throws -> Response {
    guard visit.kiosk.office.letsPeopleSeatThemselves else { return visit.redirect(to: .audience(audience)) }
    guard let notice = try visit.kiosk.store.notice(for: audience) else { throw Problem.unknownAudience }
    guard let version = try visit.kiosk.store.currentVersion(for: audience) else { throw Problem.unknownAudience }
    let page = NoticePage(
      notice: notice, rules: try visit.kiosk.store.rules(version).blueprint, officeName: visit.kiosk.office.name,
      token: try visit.tokenField())
    return visit.page(page.page)
  }
}

struct NoticePage {
  let notice: Notice
  let rules: Blueprint
  let officeName: String
  let token: Markup

  var page: Page {
    Page(
      notice.title, kind: "notice",
      main: """
        <h1>\(notice.title)</h1>
        \(notice.facts(of: officeName))<p class="small">\(Wording.noticeRules(rules.version, standing))</p>
        <p class="small">\(Wording.consentDeclined)</p>
        <form class="actions equal" method="post" action="\(Route.attempts)">\(token)
        <input type="hidden" name="audience" value="\(notice.audience.text)">
        <input type="hidden" name="mode" value="tested">
        <input type="hidden" name="notice" value="\(notice.version)">
        <a class="button" href="\(Route.audience(notice.audience))">\(notice.decline)</a>
        <button class="button main" type="submit" name="consent" value="given">\(notice.agree)</button>
        </form>

        """)
  }

  /// Whose the rules of the test are, or that nobody has adopted them.
  private var standing: String {
    rules.adoption.map { Wording.slipAdopted($0.office, $0.document) } ?? Wording.slipProposal
  }
}

extension Notice {
  /// Its points and what they rest on.
  func facts(of officeName: String) -> Markup {
    """
    <dl class="facts">
    \(each: points, { "<div><dt>\($0.title)</dt><dd>\(Self.filled($0.text, officeName))</dd></div>\n" })</dl>
    <p class="small">\(legalBasis)</p>

    """
  }

  private static func filled(_ text: String, _ officeName: String) -> String {
    text.split(separator: "{office}", omittingEmptySubsequences: false).joined(separator: officeName)
  }
}
