import Assessment
import UseCases

extension Site {
  /// One item. Asking for a place that is not to be seen now leads to where the attempt stands.
  func item(_ visit: inout Visit, _ id: Attempt.ID, _ place: FormPlace) throws -> Response? {
    guard let record = try running(visit, id) else { return nil }
    let attempt = record.attempt
    guard attempt.state == .inProgress, attempt.place.part == place.part else {
      return visit.redirect(to: Self.standing(of: record))
    }
    let view = try visit.kiosk.show(place, of: record)
    if view.isSettled { return visit.redirect(to: .feedback(id, place)) }
    let call = try visit.helpCall(for: record, from: .item(id, place), isInForm: true)
    let mayRest = try place.part == .scored && visit.kiosk.mayRest(record)
    let page = ItemPage(
      view: view, mayRest: mayRest, allowed: record.attempt.allowed, hidesClock: visit.hidesClock,
      token: try visit.tokenField(), call: call)
    return visit.page(page.page)
  }

  /// Takes what is on the screen and moves on. A screen left over from before shows where the attempt stands.
  func respond(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response {
    // Every post to this address has one.
    guard let page = visit.answered else { throw Problem.methodNotAllowed }
    let record = try visit.kiosk.attempt(id, of: visit.session)
    if record.attempt.state == .paused { return visit.redirect(to: .attempt(id)) }
    let destination = try visit.kiosk.recordResponse(
      page.submission, isMarked: page.isMarked, at: page.place, step: page.step, of: record)
    if case .item = destination, page.isForRest {
      try visit.kiosk.takeRest(id, session: visit.session)
      return visit.redirect(to: .pause(id))
    }
    if let isShown = page.showsClock { visit.showClock(isShown) }
    switch destination {
    case .item(let place) where page.showsClock != nil:
      return visit.redirect(to: .item(id, place), at: Self.clockAnchor)
    // Back to the thing that was tapped, not to the top of the page.
    case .item(let place) where page.step == .stay && !page.isKept:
      return visit.redirect(to: .item(id, place), at: Self.taskAnchor)
    case .item(let place): return visit.redirect(to: .item(id, place))
    case .feedback(let place): return visit.redirect(to: .feedback(id, place))
    case .review: return visit.redirect(to: .review(id))
    case .result: return visit.redirect(to: .result(id))
    }
  }

  /// Where on the page the thing to be tapped begins.
  static let taskAnchor: StaticString = "task"

  /// The button that was pressed, with another word on it now.
  static let clockAnchor: StaticString = "clock-switch"

  static func showsKeys(_ view: ItemView) -> Bool {
    view.mode == .practice || view.place.part == .warmUp
  }
}

/// What the form of an item says. Read before the answer waits for the writer.
struct AnsweredPage: Sendable {
  let place: FormPlace
  let step: Step
  let submission: Submission
  let isMarked: Bool
  /// The script keeps what is chosen before the page is made anew.
  let isKept: Bool
  /// Then a rest is taken.
  let isForRest: Bool
  /// Then the clock is shown or hidden; nil where nothing was said about it.
  let showsClock: Bool?

  init(_ fields: FormFields) throws {
    place = try Self.place(fields)
    step = try Self.step(fields)
    submission = try Self.submission(fields)
    isMarked = fields.has("marked")
    isKept = fields.has("go")
    let word = try fields.optional("go", most: 8)
    isForRest = word == "rest"
    showsClock = word == "show" ? true : word == "hide" ? false : nil
  }

  static func submission(_ fields: FormFields) throws -> Submission {
    Submission(
      isShown: fields.has("shown"), option: try fields.optional("option", most: 40),
      picks: Array(try fields.all("pick-", most: 8).keys),
      judgements: try fields.all("judge-", most: 8).mapValues { $0 == "true" },
      matches: try fields.all("match-", most: 40), typed: try fields.optional("typed", most: 400),
      tap: try fields.optional("tap", most: 40) ?? enter(fields), fields: try fields.all("field-", most: 400))
  }

  /// What the Enter key taps: the button below the field that was typed into, and nothing where nothing was typed.
  private static func enter(_ fields: FormFields) throws -> String? {
    guard let target = try fields.optional("enter", most: 40) else { return nil }
    return try fields.all("field-", most: 400).values.contains { !$0.isEmpty } ? target : ""
  }

  static func place(_ fields: FormFields) throws -> FormPlace {
    let word = try fields.text("part", most: 10)
    guard let part = FormPlace.Part(rawValue: word) else { throw FormFault.unexpected("part", value: word) }
    return FormPlace(part, try fields.integer("place"))
  }

  private static func step(_ fields: FormFields) throws -> Step {
    if fields.has("tap") || fields.has("enter") { return .stay }
    switch try fields.text("go", most: 8) {
    case "next": return .next
    case "back": return .back
    case "review": return .review
    // The script keeps what is chosen before the page is made anew.
    case "keep", "rest", "show", "hide": return .stay
    case let word:
      guard let number = Int(word), (1...999).contains(number) else { throw FormFault.unexpected("go", value: word) }
      return .place(number)
    }
  }
}
