import Assessment

/// The page before handing in: which items are answered, open or marked.
package struct Review: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package let number: Int
    package let isAnswered: Bool
    /// Something is answered and something is left.
    package let isBegun: Bool
    package let isMarked: Bool
  }

  package let attempt: Attempt.ID
  package let mode: Attempt.Mode
  package let lines: [Line]
  package let remaining: Int?

  package var openCount: Int {
    lines.reduce(0) { $0 + ($1.isAnswered ? 0 : 1) }
  }
}

extension Kiosk {
  package func review(_ record: AttemptRecord) throws -> Review {
    let attempt = record.attempt
    guard attempt.state == .inProgress else { throw AssessmentError.notInProgress(state: attempt.state) }
    guard attempt.place.part == .scored else { throw AssessmentError.warmUpUnfinished }
    let lines = try store.rows(of: attempt.id).filter { $0.place.part == .scored }.map {
      Review.Line(
        number: $0.place.number, isAnswered: $0.isWhole, isBegun: $0.response != nil && !$0.isWhole,
        isMarked: $0.isMarked)
    }
    let pending = attempt.allowed == nil ? 0 : servings.serve(attempt.id, at: clock.monotonic())
    return Review(
      attempt: attempt.id, mode: attempt.mode, lines: lines, remaining: attempt.remaining.map { max(0, $0 - pending) })
  }
}
