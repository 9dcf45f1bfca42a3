import Assessment
import UseCases

struct ItemPage {
  let view: ItemView
  var mayRest = false
  /// The whole time of the attempt, in milliseconds.
  var allowed: Int?
  var hidesClock = false
  let token: Markup
  let call: HelpCall

  var page: Page {
    let heading = heading
    return Page(
      heading, kind: "item", scripts: ["item.js"] + view.presentation.scripts + call.scripts,
      styles: view.presentation.styles + call.styles,
      main: """
        <div class="progress">
        <p class="count">\(heading)</p>\(clock)
        \(Components.progress(view.place.number, of: view.count))</div>
        \(lead)<form method="post" action="\(Route.responses(view.attempt))" class="item" id="item" autocomplete="off">\(token)
        <input type="hidden" name="part" value="\(view.place.part.rawValue)">
        <input type="hidden" name="place" value="\(view.place.number)">
        <input type="hidden" name="shown" value="yes">
        \(AnswerMarkup(view).markup)\(buttons)</form>
        \(view.presentation.isTyped ? Keyboard.markup : "")

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
      <p class="clock" id="clock"\(" hidden", if: hidesClock) data-remaining="\(remaining)" data-longest="\(Attempt.longestServing)"\
       data-paused="\(Wording.paused)" data-minutes="\(Wording.minutesPattern)" data-last="\(Wording.lessThanAMinute)">\
      \(Formatting.remaining(remaining))</p>
      \(quarters)
      """
  }

  /// What is said three times in a test, also where the clock is hidden: for the ear, so in words.
  private var quarters: Markup {
    guard let allowed else { return "" }
    return """
      <p class="heard" id="time-said" role="status" data-allowed="\(allowed)" data-half="\(Wording.halfLeft)"\
       data-three-quarters="\(Wording.threeQuartersLeft)" data-quarter="\(Wording.quarterLeft)"></p>
      """
  }

  private var clockButton: Markup {
    guard view.remaining != nil else { return "" }
    return """
      <button class="button quiet" id="clock-switch" type="submit" name="go" value="\(hidesClock ? "show" : "hide")">\
      \(hidesClock ? Wording.showClock : Wording.hideClock)</button>

      """
  }

  private var buttons: Markup {
    let next = Site.showsKeys(view) && !view.presentation.isTapped ? Wording.answer : Wording.next
    // Where nothing is tapped, the first button in the form is the one that Enter presses: onwards.
    return """
      <div class="foot">
      \(markBox)<p class="actions steps">
      <button class="button main" type="submit" name="go" value="next">\(next)</button>
      \(reviewButton)\(restButton)\(clockButton)\(backButton)</p>
      \(call.markup)</div>

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

  private var restButton: Markup {
    mayRest ? "<button class=\"button\" type=\"submit\" name=\"go\" value=\"rest\">\(SeatWording.rest)</button>\n" : ""
  }

  private var backButton: Markup {
    guard view.place.number > 1 else { return "" }
    return "<button class=\"button back\" type=\"submit\" name=\"go\" value=\"back\">\(Wording.back)</button>\n"
  }
}
