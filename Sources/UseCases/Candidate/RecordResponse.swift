import Assessment

/// Where a person wants to go with an answer on the screen.
package enum Step: Equatable, Sendable {
  case next
  case back
  case review
  case place(Int)
  /// A tap on what is answered tap by tap.
  case stay
}

/// Where the person is after a step.
package enum Destination: Equatable, Sendable {
  case item(FormPlace)
  case feedback(FormPlace)
  case review
  case result
}

extension Kiosk {
  /// Stores what is on the screen and moves on: the answer, the mark and the next place in one durable step.
  ///
  /// Choosing again replaces the earlier choice, so a double tap, a reload or a second tab never counts twice. An answer
  /// that was on the screen when the time ended is still taken for ten seconds; then the attempt is handed in.
  ///
  /// - Parameter place: where the screen was, which is not where the attempt stands if a second tab moved on.
  package func recordResponse(
    _ page: Submission, isMarked: Bool, at place: FormPlace, step: Step, of record: AttemptRecord
  ) throws -> Destination {
    var attempt = record.attempt
    guard attempt.state == .inProgress else { throw AssessmentError.notInProgress(state: attempt.state) }
    // A tab left open at a warm-up: nothing is taken, and it leads to where the test stands by now.
    if place.part == .warmUp, attempt.place.part == .scored { return .item(attempt.place) }
    guard place.part == attempt.place.part else { throw AssessmentError.warmUpUnfinished }
    guard place.number <= record.counts[place.part] ?? 0 else { throw AssessmentError.noSuchPosition(place) }
    let answer = try answer(page, at: place, of: attempt)

    let served = place.part == .scored ? servings.take(attempt.id, at: clock.monotonic()) : 0
    attempt.spend(served)
    if attempt.isPastGrace { return try handInLate(attempt) }
    if answer.isNothing, step == .next, Self.isDoubleTap(served) {
      try store.save(attempt, at: clock.now())
      return .item(place)
    }
    if !answer.wasSettled {
      try store(answer, isMarked: isMarked, spent: served, at: place, of: attempt)
    }
    if attempt.isTimeUp { return try handInLate(attempt) }

    let destination = destination(from: place, step: step, answer: answer, counts: record.counts)
    switch destination {
    case .item(let next): try attempt.move(to: next, within: record.counts)
    case .feedback: try attempt.move(to: place, within: record.counts)
    case .review, .result: break
    }
    try store.save(attempt, at: clock.now())
    return destination
  }

  /// What a page comes to at its place.
  private struct Answer {
    let task: Item.Task
    let response: Response?
    /// The page changed nothing of the response.
    let isSame: Bool
    /// Feedback has shown the key: the first answer stands.
    let wasSettled: Bool
    /// The item shows its key once it is answered.
    let showsKey: Bool

    var isNothing: Bool { response == nil && isSame }
    var leadsToFeedback: Bool { showsKey && !isSame && !wasSettled && task.isSettled(response) }
  }

  private func answer(_ page: Submission, at place: FormPlace, of attempt: Attempt) throws -> Answer {
    guard let (row, item) = try store.entry(at: place, of: attempt.id) else { throw UseCaseError.contentDamaged }
    let earlier = row.response.flatMap { Response($0, kind: item.kind) }
    let response = try item.task.response(from: page, after: earlier)
    let showsKey = attempt.mode == .practice || place.part == .warmUp
    return Answer(
      task: item.task, response: response, isSame: page.tap == nil && response == earlier,
      wasSettled: showsKey && item.task.isSettled(earlier), showsKey: showsKey)
  }

  private static func isDoubleTap(_ served: Int) -> Bool {
    (1..<Attempt.shortestGlance).contains(served)
  }

  private func store(
    _ answer: Answer, isMarked: Bool, spent: Int, at place: FormPlace, of attempt: Attempt
  ) throws {
    let salt = chance.bytes(16)
    let now = clock.now()
    let text = answer.response?.text
    try store.record(
      StoredResponse(
        response: text, credit: answer.task.credit(for: answer.response), isWhole: answer.task.isWhole(answer.response),
        isMarked: isMarked, salt: salt, spent: spent, at: now), at: place, of: attempt.id)
    let digest = secrets.sha256(salt + Array((text ?? "").utf8))
    try store.append(
      Event(
        .responseRecorded, attempt: attempt.id, digest: digest, note: "place=\(place.part.rawValue)-\(place.number)"),
      at: now)
  }

  private func handInLate(_ attempt: Attempt) throws -> Destination {
    var attempt = attempt
    try finish(&attempt, confirmed: true)
    return .result
  }

  private func destination(
    from place: FormPlace, step: Step, answer: Answer, counts: [FormPlace.Part: Int]
  ) -> Destination {
    if answer.leadsToFeedback, step == .next { return .feedback(place) }
    let last = counts[place.part] ?? 0
    switch step {
    case .stay: return .item(place)
    case .review: return place.part == .scored ? .review : .item(place)
    case .place(let number): return .item(FormPlace(.scored, max(1, min(number, counts[.scored] ?? 1))))
    case .back: return .item(FormPlace(place.part, max(1, place.number - 1)))
    case .next where place.number < last: return .item(FormPlace(place.part, place.number + 1))
    case .next: return place.part == .warmUp ? .item(FormPlace(.scored, 1)) : .review
    }
  }
}

extension Item.Task {
  /// Whether feedback may be given: anything answered in one go, or the last tap of what is answered tap by tap.
  func isSettled(_ response: Response?) -> Bool {
    kind.isTapped ? isWhole(response) : response != nil
  }
}
