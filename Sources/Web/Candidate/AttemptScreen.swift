import Assessment
import UseCases

extension Site {
  /// Leads to wherever the attempt stands: the way back after any trouble.
  func attempt(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response? {
    guard let record = try running(visit, id) else { return nil }
    return visit.redirect(to: Self.standing(of: record.attempt))
  }

  /// The session's attempt, or nil where its time has run out and the writer must hand it in first.
  func running(_ visit: Visit, _ id: Attempt.ID) throws -> AttemptRecord? {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    guard record.attempt.state != .paused else { throw AssessmentError.notInProgress(state: .paused) }
    return visit.kiosk.isOver(record.attempt) ? nil : record
  }

  /// A page was asked for after the time had run out: hand in, then show the result.
  func overtime(_ visit: inout Visit) throws -> Response {
    switch visit.route {
    case .attempt(let id), .item(let id, _), .feedback(let id, _), .review(let id), .submission(let id):
      let record = try visit.kiosk.attempt(id, of: visit.session)
      try visit.kiosk.submitIfOver(record)
      return visit.redirect(to: .attempt(id))
    default: throw Problem.methodNotAllowed
    }
  }

  /// In place of any page of an attempt that staff have paused.
  func pausedPage(_ error: any Error, _ visit: inout Visit) -> Response? {
    guard Problem(error) == .pausedAttempt, !visit.route.isColleagues, let id = visit.route.attempt else { return nil }
    // Whatever fails here leaves the plain page of problems.
    guard let record = try? visit.kiosk.attempt(id, of: visit.session),
      let call = try? visit.helpCall(for: record, from: .attempt(id))
    else { return nil }
    return visit.page(PausedPage(call: call).page, status: Problem.pausedAttempt.status)
  }

  static func standing(of attempt: Attempt) -> Route {
    switch attempt.state {
    case .seating: .seat(attempt.id)
    case .inProgress, .paused: .item(attempt.id, attempt.place)
    case .submitted, .voided: .result(attempt.id)
    }
  }
}
