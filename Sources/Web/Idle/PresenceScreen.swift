import Assessment
import UseCases

extension Site {
  /// Asks on a page of its own whether somebody is there, where no script could ask.
  func presence(_ visit: inout Visit) throws -> Response {
    let attempt = try visit.session.flatMap { try visit.kiosk.store.attempt(of: $0) }
    let page = PresencePage(
      back: attempt.map(Route.attempt) ?? .welcome, rule: idle, token: try visit.tokenField())
    return visit.page(page.page)
  }
}

struct PresencePage {
  let back: Route
  let rule: IdleRule
  let token: Markup

  var page: Page {
    Page(
      IdleWording.question, kind: "pause", styles: ["seat.css"], refresh: rule.clearAfter, refreshesTo: .absence,
      main: """
        <h1 class="invited">\(IdleWording.question)</h1>
        <p class="lead">\(IdleWording.lead)</p>
        <form class="actions equal" method="post" action="\(Route.departure)">\(token)
        <button class="button" type="submit">\(IdleWording.leave)</button>
        <a class="button main" href="\(back)">\(IdleWording.stay)</a>
        </form>

        """)
  }
}
