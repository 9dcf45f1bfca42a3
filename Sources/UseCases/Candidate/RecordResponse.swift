import Assessment

/// Where a person wants to go with an answer on the screen.
package enum Step: Equatable, Sendable {
  case next
  case back
  case review
  case place(Int)
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
  /// - Parameters:
  ///   - option: nil where nothing is chosen; an earlier choice then stays.
  ///   - place: where the screen was, which is not where the attempt stands if a second tab moved on.
  package func recordResponse(
    _ option: Item.Option.ID?, isMarked: Bool, at place: FormPlace, step: Step, of record: AttemptRecord
  ) throws -> Destination {
    var attempt = record.attempt
    guard attempt.state == .inProgress else { throw AssessmentError.notInProgress(state: attempt.state) }
    // A tab left open at a warm-up: nothing is taken, and it leads to where the test stands by now.
    if place.part == .warmUp, attempt.place.part == .scored { return .item(attempt.place) }
    guard place.part == attempt.place.part else { throw AssessmentError.warmUpUnfinished }
    guard let row = try store.row(at: place, of: attempt.id) else { throw AssessmentError.noSuchPosition(place) }
    if let option, !row.optionOrder.contains(option) { throw AssessmentError.noSuchOption(option) }

    let served = place.part == .scored ? servings.take(attempt.id, at: clock.monotonic()) : 0
    attempt.spend(served)
    if attempt.isPastGrace { return try handInLate(attempt) }
    if option == nil, row.response == nil, step == .next, Self.isDoubleTap(served) {
      try store.save(attempt, at: clock.now())
      return .item(place)
    }
    // Feedback has shown the key: the first answer stands.
    let isSettled = row.response != nil && (attempt.mode == .practice || place.part == .warmUp)
    if !isSettled {
      try store(option ?? row.response, isMarked: isMarked, spent: served, at: place, of: attempt)
    }
    if attempt.isTimeUp { return try handInLate(attempt) }

    let destination = destination(
      from: place, step: step, answers: option != nil && !isSettled, counts: record.counts, attempt: attempt)
    switch destination {
    case .item(let next): try attempt.move(to: next, within: record.counts)
    case .feedback: try attempt.move(to: place, within: record.counts)
    case .review, .result: break
    }
    try store.save(attempt, at: clock.now())
    return destination
  }

  private static func isDoubleTap(_ served: Int) -> Bool {
    (1..<Attempt.shortestGlance).contains(served)
  }

  private func store(
    _ option: Item.Option.ID?, isMarked: Bool, spent: Int, at place: FormPlace, of attempt: Attempt
  ) throws {
    let salt = chance.bytes(16)
    let now = clock.now()
    try store.record(
      StoredResponse(response: option, isMarked: isMarked, salt: salt, spent: spent, at: now), at: place,
      of: attempt.id)
    let digest = secrets.sha256(salt + Array((option?.text ?? "").utf8))
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
    from place: FormPlace, step: Step, answers: Bool, counts: [FormPlace.Part: Int], attempt: Attempt
  ) -> Destination {
    let showsKeys = attempt.mode == .practice || place.part == .warmUp
    if showsKeys, answers, step == .next { return .feedback(place) }
    let last = counts[place.part] ?? 0
    switch step {
    case .review: return place.part == .scored ? .review : .item(place)
    case .place(let number): return .item(FormPlace(.scored, max(1, min(number, counts[.scored] ?? 1))))
    case .back: return .item(FormPlace(place.part, max(1, place.number - 1)))
    case .next where place.number < last: return .item(FormPlace(place.part, place.number + 1))
    case .next: return place.part == .warmUp ? .item(FormPlace(.scored, 1)) : .review
    }
  }
}
