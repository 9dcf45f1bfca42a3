import Assessment
import UseCases

extension Site {
  /// Asks whom a clerk has named: is it you, and do you agree? Nothing of the test is shown before.
  func consent(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    guard record.awaitsConsent, let person = record.person, let stored = try visit.kiosk.store.candidate(person) else {
      return visit.redirect(to: Self.standing(of: record))
    }
    guard let notice = try visit.kiosk.store.notice(for: record.attempt.audience) else { throw Problem.unknownAudience }
    let page = ConsentPage(
      attempt: id, holder: stored, notice: notice, officeName: visit.kiosk.office.name, token: try visit.tokenField(),
      call: try visit.helpCall(for: record, from: .consent(id)))
    return visit.page(page.page)
  }

  func consent(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    let session = try visit.ensureSession()
    let record = try visit.kiosk.attempt(id, of: session)
    // A double tap: who has agreed is led on.
    guard record.awaitsConsent else { return visit.redirect(to: Self.standing(of: record)) }
    switch try fields.text("answer", most: 10) {
    // Silence is not consent: the one value that starts a test is written by the button that says so.
    case "agree":
      try visit.kiosk.agree(to: try fields.integer("notice"), at: id, session: session)
      return visit.redirect(to: .attempt(id))
    case "decline":
      try visit.kiosk.decline(id, session: session)
      return visit.redirect(to: .audience(record.attempt.audience))
    case let other: throw FormFault.unexpected("answer", value: other)
    }
  }
}

struct ConsentPage {
  let attempt: Attempt.ID
  let holder: StoredPerson
  let notice: Notice
  let officeName: String
  let token: Markup
  let call: HelpCall

  var page: Page {
    Page(
      notice.title, kind: "notice", scripts: call.scripts, styles: ["seat.css"] + call.styles,
      main: """
        <div class="holder-line"><p>\(SeatWording.consentHolder)
        <strong>\(SeatWording.holder(PersonName.masked(holder.name), holder.number.ending))</strong></p>
        <form method="post" action="\(Route.departure)">\(token)
        <button class="button" type="submit">\(SeatWording.notMe)</button></form></div>
        <h1>\(notice.title)</h1>
        \(notice.facts(of: officeName))<p class="small">\(Wording.consentDeclined)</p>
        <form class="actions equal" method="post" action="\(Route.consent(attempt))">\(token)
        <input type="hidden" name="notice" value="\(notice.version)">
        <button class="button" type="submit" name="answer" value="decline">\(notice.decline)</button>
        <button class="button main" type="submit" name="answer" value="agree">\(notice.agree)</button>
        </form>
        \(call.markup)
        """)
  }
}
