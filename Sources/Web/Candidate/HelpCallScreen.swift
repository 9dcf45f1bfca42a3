import Assessment
import UseCases

extension Site {
  /// The button, or that somebody comes: the part of a page that a script asks for now and then, which also shows the desk
  /// that the screen is alive. Nothing of the attempt's time is touched.
  func helpCall(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    return visit.part(try visit.helpCall(for: record, from: .helpCall(id)).markup)
  }

  /// Somebody presses the button. On an item it is a button of the item's own form, so that what is chosen comes along and
  /// is kept first; in warm-ups it is not kept, for it would be answered with its key.
  func callForHelp(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    guard let session = visit.session else { throw UseCaseError.foreignAttempt(id) }
    let record = try visit.kiosk.attempt(id, of: session)
    if fields.has("shown"), record.attempt.state == .inProgress,
      try keep(visit, fields, of: record) == .result
    {
      return visit.redirect(to: .result(id))
    }
    try visit.kiosk.callForHelp(id, session: session)
    return visit.redirect(to: try Self.back(fields, to: id))
  }

  private func keep(_ visit: Visit, _ fields: FormFields, of record: AttemptRecord) throws -> Destination? {
    let place = try AnsweredPage.place(fields)
    guard place.part == .scored else { return nil }
    return try visit.kiosk.recordResponse(
      try AnsweredPage.submission(fields), isMarked: fields.has("marked"), at: place, step: .stay, of: record)
  }

  /// Where the button was: only pages of the same attempt are led back to.
  private static func back(_ fields: FormFields, to id: Attempt.ID) throws -> Route {
    guard let path = try fields.optional("from", most: 120), let route = Route(path: path), route.attempt == id,
      route.methods.contains(.get)
    else { return .attempt(id) }
    return route
  }
}

extension Visit {
  /// A button to call somebody, or that somebody comes; nothing where there is nobody to come.
  ///
  /// - Parameters:
  ///   - route: where the button leads back to.
  ///   - isInForm: whether the button stands in the item's form, whose fields it sends along.
  mutating func helpCall(for record: AttemptRecord, from route: Route, isInForm: Bool = false) throws -> HelpCall {
    guard kiosk.canCall(record) else { return .none }
    return .offered(
      HelpCallMarkup(
        attempt: record.attempt, isCalled: try kiosk.helpCall(of: record.attempt.id) != nil, from: route,
        isInForm: isInForm, token: try tokenField()))
  }
}

/// What a candidate's page has for calling somebody.
enum HelpCall {
  /// Nobody would come: practice, or the attempt is over.
  case none
  case offered(HelpCallMarkup)

  var markup: Markup {
    if case .offered(let call) = self { call.markup } else { "" }
  }

  var scripts: [String] {
    if case .offered = self { ["call.js"] } else { [] }
  }

  var styles: [String] {
    if case .offered = self { ["call.css"] } else { [] }
  }
}

struct HelpCallMarkup {
  /// Seconds between two looks of a page's script; well under ``Kiosk/lostAfter``.
  static let every = 20

  let attempt: Attempt
  let isCalled: Bool
  let from: Route
  let isInForm: Bool
  let token: Markup

  var markup: Markup {
    """
    <div class="call" id="call" data-url="\(Route.helpCall(attempt.id))" data-attempt="\(Route.attempt(attempt.id))"\
     data-every="\(Self.every)" data-state="\(attempt.state.rawValue)" data-allowed="\(attempt.allowed ?? 0)"\
     data-lost="\(HelpCallWording.lost)" data-held="\(Problem.pausedAttempt.sentence)">
    \(isCalled ? coming : isInForm ? button : form)</div>

    """
  }

  private var coming: Markup {
    "<p class=\"coming\" role=\"status\">\(HelpCallWording.coming)</p>\n"
  }

  private var button: Markup {
    """
    <input type="hidden" name="from" value="\(from)">
    <button class="button" type="submit" formaction="\(Route.helpCall(attempt.id))" data-call>\(HelpCallWording.call)</button>

    """
  }

  private var form: Markup {
    """
    <form method="post" action="\(Route.helpCall(attempt.id))">\(token)
    <input type="hidden" name="from" value="\(from)">
    <button class="button" type="submit" data-call>\(HelpCallWording.call)</button>
    </form>

    """
  }
}
