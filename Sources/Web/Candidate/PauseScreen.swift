import Assessment
import UseCases

extension Site {
  /// What somebody sees whose attempt is paused. A rest of their own they end themselves; what staff have paused goes on by
  /// itself when staff say so.
  func pause(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    guard record.attempt.state == .paused else { return visit.redirect(to: Self.standing(of: record)) }
    let isResting = try visit.kiosk.isResting(record)
    let call = isResting ? .none : try visit.helpCall(for: record, from: .pause(id))
    let page = PausePage(
      attempt: id, isResting: isResting, remaining: record.attempt.remaining, token: try visit.tokenField(),
      call: call)
    return visit.page(page.page)
  }

  /// Ends a rest.
  func pause(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    // A double tap: the test goes on already.
    guard record.attempt.state == .paused else { return visit.redirect(to: Self.standing(of: record)) }
    try visit.kiosk.endRest(id, session: visit.session)
    return visit.redirect(to: .attempt(id))
  }
}

struct PausePage {
  let attempt: Attempt.ID
  let isResting: Bool
  /// Milliseconds left, which stand still now; nil without a clock.
  let remaining: Int?
  let token: Markup
  let call: HelpCall

  private static let refresh = 20

  var page: Page {
    Page(
      isResting ? SeatWording.restTitle : SeatWording.pausedTitle, kind: "pause", scripts: ["await.js"] + call.scripts,
      styles: ["seat.css"] + call.styles, refresh: Self.refresh, state: isResting ? "resting" : "paused",
      main: """
        <h1 class="invited">\(isResting ? SeatWording.restTitle : SeatWording.pausedTitle)</h1>
        <p class="lead">\(isResting ? SeatWording.restLead : SeatWording.pausedLead)</p>
        \(remaining.markup { "<p class=\"clock standing\">\(Formatting.remaining($0))</p>\n" })\
        \(isResting ? goOn : look)\(call.markup)
        """)
  }

  private var goOn: Markup {
    """
    <form class="actions equal" method="post" action="\(Route.pause(attempt))">\(token)
    <button class="button main" type="submit">\(SeatWording.restOver)</button>
    </form>

    """
  }

  private var look: Markup {
    "<p class=\"actions\"><a class=\"button\" href=\"\(Route.pause(attempt))\">\(SeatWording.pausedLook)</a></p>\n"
  }
}
