import Assessment
import UseCases

struct ItemPage {
  let view: ItemView
  let token: Markup

  var page: Page {
    let heading = heading
    return Page(
      heading, kind: "item", scripts: ["item.js"], styles: view.presentation.styles,
      main: """
        <div class="progress">
        <p class="count">\(heading)</p>\(clock)
        \(Components.progress(view.place.number, of: view.count))</div>
        \(lead)<form method="post" action="\(Route.responses(view.attempt))" class="item" id="item">\(token)
        <input type="hidden" name="part" value="\(view.place.part.rawValue)">
        <input type="hidden" name="place" value="\(view.place.number)">
        <input type="hidden" name="shown" value="yes">
        \(AnswerMarkup(view).markup)\(buttons)</form>

        """)
  }

  private var isWarmUp: Bool { view.place.part == .warmUp }

  private var heading: String {
    isWarmUp
      ? Wording.warmUpHeading(view.place.number, view.count) : Wording.itemHeading(view.place.number, view.count)
  }

  private var lead: Markup {
    isWarmUp ? "<p class=\"notice\">\(Wording.warmUpLead)</p>\n" : ""
  }

  /// Served time left, in the milliseconds the script counts and the minutes a person reads.
  private var clock: Markup {
    guard let remaining = view.remaining else {
      return view.mode == .practice ? "<p class=\"clock\">\(Wording.practiceMark)</p>" : ""
    }
    return """
      <p class="clock" id="clock" data-remaining="\(remaining)" data-longest="\(Attempt.longestServing)"\
       data-paused="\(Wording.paused)" data-minutes="\(Wording.minutesPattern)" data-last="\(Wording.lessThanAMinute)">\
      \(Formatting.remaining(remaining))</p>
      """
  }

  private var buttons: Markup {
    let next = Site.showsKeys(view) && !view.presentation.isTapped ? Wording.answer : Wording.next
    // Where nothing is tapped, the first button in the form is the one that Enter presses: onwards.
    return """
      \(markBox)<p class="actions steps">
      <button class="button main" type="submit" name="go" value="next">\(next)</button>
      \(reviewButton)\(backButton)</p>

      """
  }

  private var markBox: Markup {
    guard !Site.showsKeys(view) else { return "" }
    return """
      <label class="mark"><input type="checkbox" name="marked" value="yes"\(" checked", if: view.isMarked)>\
      <span>\(Wording.mark)</span></label>

      """
  }

  private var reviewButton: Markup {
    guard !Site.showsKeys(view) else { return "" }
    return "<button class=\"button\" type=\"submit\" name=\"go\" value=\"review\">\(Wording.toReview)</button>\n"
  }

  private var backButton: Markup {
    guard view.place.number > 1 else { return "" }
    return "<button class=\"button back\" type=\"submit\" name=\"go\" value=\"back\">\(Wording.back)</button>\n"
  }
}
