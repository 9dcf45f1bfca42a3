import Assessment
import UseCases

extension Site {
  /// What was right and why, for items that never count.
  func feedback(_ visit: inout Visit, _ id: Attempt.ID, _ place: FormPlace) throws -> Response? {
    guard let record = try running(visit, id) else { return nil }
    let attempt = record.attempt
    guard attempt.state == .inProgress, attempt.place.part == place.part else {
      return visit.redirect(to: Self.standing(of: record))
    }
    do {
      let feedback = try visit.kiosk.feedback(at: place, of: record)
      let rules = try visit.kiosk.store.rules(record.content)
      let page = FeedbackPage(
        feedback: feedback, begins: place.part == .warmUp && place.number == feedback.view.count,
        items: rules.blueprint.itemCount, minutes: rules.blueprint.minutes, token: try visit.tokenField(),
        call: try visit.helpCall(for: record, from: .feedback(id, place)))
      return visit.page(page.page)
    } catch UseCaseError.resultNotReady {
      return visit.redirect(to: .item(id, place))
    }
  }
}

struct FeedbackPage {
  let feedback: Feedback
  /// Whether the next page is the first that counts.
  let begins: Bool
  let items: Int
  let minutes: Int
  let token: Markup
  let call: HelpCall

  var page: Page {
    let view = feedback.view
    let wrong = view.place.part == .warmUp ? Wording.feedbackWarmUpWrong : Wording.feedbackWrong
    let verdict = feedback.isRight ? Wording.feedbackRight : feedback.credit > 0 ? Wording.feedbackPartly : wrong
    return Page(
      verdict, kind: "feedback", scripts: call.scripts,
      styles: view.presentation.styles + call.styles,
      main: """
        <h1 class="verdict \(feedback.isRight ? "right" : "wrong")">\(verdict)</h1>
        <p class="stem">\(view.stem.written)</p>
        <dl class="facts">
        \(KeyMarkup(feedback).markup)<dt>\(Wording.feedbackWhy)</dt><dd>\(feedback.item.rationale)</dd>
        </dl>
        \(beginning)<form class="actions held-in-sight" method="post" action="\(Route.responses(view.attempt))">\(token)
        <input type="hidden" name="part" value="\(view.place.part.rawValue)">
        <input type="hidden" name="place" value="\(view.place.number)">
        <button class="button main" type="submit" name="go" value="next">\
        \(begins ? Wording.feedbackBegin : Wording.feedbackOnwards)</button>
        </form>
        \(call.markup)
        """)
  }

  private var beginning: Markup {
    begins ? "<p class=\"notice\">\(Wording.feedbackBeginLead(items, minutes))</p>\n" : ""
  }
}
