import Assessment
import UseCases

extension Site {
  /// One item. Asking for a place that is not to be seen now leads to where the attempt stands.
  func item(_ visit: inout Visit, _ id: Attempt.ID, _ place: FormPlace) throws -> Response? {
    guard let record = try running(visit, id) else { return nil }
    let attempt = record.attempt
    guard attempt.state == .inProgress, attempt.place.part == place.part else {
      return visit.redirect(to: Self.standing(of: attempt))
    }
    let view = try visit.kiosk.show(place, of: record)
    if view.response != nil, Self.showsKeys(view) { return visit.redirect(to: .feedback(id, place)) }
    return visit.page(ItemPage(view: view, token: try visit.tokenField()).page)
  }

  /// Takes what is on the screen and moves on. A screen left over from before shows where the attempt stands.
  func respond(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    let place = try Self.place(fields)
    let option = try fields.optional("option", most: 40).map { Item.Option.ID($0) }
    let destination = try visit.kiosk.recordResponse(
      option, isMarked: fields.has("marked"), at: place, step: try Self.step(fields), of: record)
    switch destination {
    case .item(let place): return visit.redirect(to: .item(id, place))
    case .feedback(let place): return visit.redirect(to: .feedback(id, place))
    case .review: return visit.redirect(to: .review(id))
    case .result: return visit.redirect(to: .result(id))
    }
  }

  static func showsKeys(_ view: ItemView) -> Bool {
    view.mode == .practice || view.place.part == .warmUp
  }

  private static func place(_ fields: FormFields) throws -> FormPlace {
    let word = try fields.text("part", most: 10)
    guard let part = FormPlace.Part(rawValue: word) else { throw FormFault.unexpected("part", value: word) }
    return FormPlace(part, try fields.integer("place"))
  }

  private static func step(_ fields: FormFields) throws -> Step {
    switch try fields.text("go", most: 8) {
    case "next": return .next
    case "back": return .back
    case "review": return .review
    case let word:
      guard let number = Int(word), (1...999).contains(number) else { throw FormFault.unexpected("go", value: word) }
      return .place(number)
    }
  }
}

struct ItemPage {
  let view: ItemView
  let token: Markup

  var page: Page {
    Page(
      heading, kind: "item", scripts: ["item.js"],
      main: """
        <div class="progress">
        <p class="count">\(heading)</p>\(clock)
        \(Components.progress(view.place.number, of: view.count))</div>
        \(lead)<form method="post" action="\(Route.responses(view.attempt))" class="item" id="item">\(token)
        <input type="hidden" name="part" value="\(view.place.part.rawValue)">
        <input type="hidden" name="place" value="\(view.place.number)">
        <fieldset>
        <legend><span class="area">\(view.area.short)</span><h1>\(view.stem.written)</h1></legend>
        \(each: view.choices, option)</fieldset>
        \(buttons)</form>

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

  private func option(_ choice: ItemView.Choice) -> Markup {
    """
    <label class="option"><input type="radio" name="option" value="\(choice.id.text)"\
    \(" checked", if: view.response == choice.id)><span>\(choice.text.written)</span></label>

    """
  }

  private var buttons: Markup {
    let next = Site.showsKeys(view) ? Wording.answer : Wording.next
    // The first button in the form is the one that Enter presses: onwards.
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
