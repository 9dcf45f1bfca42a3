import Assessment
import UseCases

extension Site {
  func review(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response? {
    guard let record = try running(visit, id) else { return nil }
    guard record.attempt.state == .inProgress, record.attempt.place.part == .scored else {
      return visit.redirect(to: Self.standing(of: record))
    }
    let review = try visit.kiosk.review(record)
    return visit.page(
      ReviewPage(
        review: review, place: record.attempt.place.number, token: try visit.tokenField(),
        call: try visit.helpCall(for: record, from: .review(id))
      ).page)
  }

  /// The second question, asked only where items are open.
  func submission(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response? {
    guard let record = try running(visit, id) else { return nil }
    guard record.attempt.state == .inProgress, record.attempt.place.part == .scored else {
      return visit.redirect(to: Self.standing(of: record))
    }
    let review = try visit.kiosk.review(record)
    return visit.page(SubmissionPage(review: review, token: try visit.tokenField()).page)
  }

  func submit(
    _ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    // A double tap on the button: the attempt is in already, and its result is what the person wants to see.
    if record.attempt.state == .submitted { return visit.redirect(to: .result(id)) }
    if record.attempt.state == .paused { return visit.redirect(to: .attempt(id)) }
    var prepared: PreparedSlip?
    if case .slip(let slip) = preparation { prepared = slip }
    do {
      try visit.kiosk.submit(record, confirmed: fields.has("confirmed"), prepared: prepared)
    } catch AssessmentError.itemsOpen {
      return visit.redirect(to: .submission(id))
    }
    try printFirst(&visit, id)
    return visit.redirect(to: .result(id))
  }
}

struct ReviewPage {
  let review: Review
  let place: Int
  let token: Markup
  let call: HelpCall

  var page: Page {
    Page(
      Wording.reviewTitle, kind: "review", scripts: call.scripts,
      styles: call.styles,
      main: """
        <h1>\(Wording.reviewTitle)</h1>
        <p class="lead">\(review.openCount == 0 ? Wording.reviewAllAnswered : Wording.reviewOpen(review.openCount))</p>
        <form method="post" action="\(Route.responses(review.attempt))">\(token)
        <input type="hidden" name="part" value="scored">
        <input type="hidden" name="place" value="\(place)">
        \(marked)<ol class="lines">
        \(each: review.lines, line)</ol>
        </form>
        <form class="actions held-in-sight" method="post" action="\(Route.submission(review.attempt))">\(token)
        <button class="button main" type="submit">\(Wording.submit)</button>
        </form>
        \(call.markup)
        """)
  }

  /// Going to an item posts the place the candidate came from, whose mark must stay as it is.
  private var marked: Markup {
    let isMarked = review.lines.first { $0.number == place }?.isMarked ?? false
    return isMarked ? "<input type=\"hidden\" name=\"marked\" value=\"yes\">\n" : ""
  }

  private func line(_ line: Review.Line) -> Markup {
    let state = line.isAnswered ? Wording.lineAnswered : line.isBegun ? Wording.lineBegun : Wording.lineOpen
    let kind: Markup = line.isAnswered ? "answered" : line.isBegun ? "begun" : "open"
    let mark: Markup = line.isMarked ? "<span class=\"flag\">\(Wording.lineMarked)</span>" : ""
    return """
      <li><button class="line \(kind)" type="submit" name="go" value="\(line.number)">\
      <strong>\(Wording.itemNumber(line.number))</strong><span>\(state)</span>\(mark)</button></li>

      """
  }
}

struct SubmissionPage {
  let review: Review
  let token: Markup

  var page: Page {
    Page(
      Wording.submitTitle,
      main: """
        <h1>\(Wording.submitTitle)</h1>
        <p class="lead">\(review.openCount == 0 ? Wording.reviewAllAnswered : Wording.submitOpen(review.openCount))</p>
        <form class="actions equal" method="post" action="\(Route.submission(review.attempt))">\(token)
        <input type="hidden" name="confirmed" value="yes">
        <button class="button" type="submit">\(Wording.submitYes)</button>
        <a class="button main" href="\(Route.review(review.attempt))">\(Wording.submitNo)</a>
        </form>

        """)
  }
}
