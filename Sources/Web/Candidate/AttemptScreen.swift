import Assessment
import UseCases

extension Site {
  /// Leads to wherever the attempt stands: the way back after any trouble.
  func attempt(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response? {
    guard let record = try running(visit, id) else { return nil }
    return visit.redirect(to: Self.standing(of: record))
  }

  /// The session's attempt, or nil where its time has run out and the writer must hand it in first.
  func running(_ visit: Visit, _ id: Attempt.ID) throws -> AttemptRecord? {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    guard record.attempt.state != .paused else { throw Instead(response: visit.redirect(to: .pause(id))) }
    return visit.kiosk.isOver(record.attempt) ? nil : record
  }

  /// A page was asked for after the time had run out: hand in, then show the result.
  func overtime(_ visit: inout Visit) throws -> Response {
    switch visit.route {
    // Asked for by the page itself, where nobody has answered its question.
    case .absence: return try depart(&visit)
    case .attempt(let id), .item(let id, _), .feedback(let id, _), .review(let id), .submission(let id):
      let record = try visit.kiosk.attempt(id, of: visit.session)
      try visit.kiosk.submitIfOver(record)
      return visit.redirect(to: .attempt(id))
    default: throw Problem.methodNotAllowed
    }
  }

  static func standing(of record: AttemptRecord) -> Route {
    let attempt = record.attempt
    return switch attempt.state {
    case .seating: record.awaitsConsent ? .consent(attempt.id) : .seat(attempt.id)
    case .inProgress: .item(attempt.id, attempt.place)
    case .paused: .pause(attempt.id)
    case .submitted, .voided: .result(attempt.id)
    }
  }
}
