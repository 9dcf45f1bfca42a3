import Assessment

extension Kiosk {
  /// Hands the attempt in, judges it and, where it is passed and a slip was prepared, issues the slip in the same step.
  ///
  /// - Throws: ``AssessmentError/itemsOpen(count:)`` where items are open and the person has not said it twice.
  package func submit(_ record: AttemptRecord, confirmed: Bool, prepared: PreparedSlip?) throws {
    var attempt = record.attempt
    attempt.spend(servings.take(attempt.id, at: clock.monotonic()))
    try finish(&attempt, confirmed: confirmed)
    try issueAtOnce(attempt.id, prepared)
  }

  /// Issues the slip where it is earned and nothing stands in its way; otherwise it waits.
  func issueAtOnce(_ id: Attempt.ID, _ prepared: PreparedSlip?) throws {
    if let prepared, !isClockDoubted, case .clear = try store.help(of: id).standing,
      let finished = try store.attempt(id),
      try result(of: finished).outcome.isPassed
    {
      _ = try issueSlip(for: finished, prepared: prepared)
    }
  }

  /// Hands in an attempt whose time has run out, whatever the person is doing.
  package func submitIfOver(_ record: AttemptRecord) throws {
    guard isOver(record.attempt) else { return }
    try submit(record, confirmed: true, prepared: nil)
  }

  /// The last step of every attempt: ended, judged, stored and logged.
  func finish(_ attempt: inout Attempt, confirmed: Bool) throws {
    try attempt.submit(openItems: try store.openCount(of: attempt.id), confirmed: confirmed)
    try judge(attempt)
  }

  func judge(_ attempt: Attempt) throws {
    try store.save(attempt, at: clock.now())
    guard let record = try store.attempt(attempt.id) else { throw UseCaseError.unknownAttempt(attempt.id) }
    let rules = try store.rules(record.content)
    let scores = try store.scores(of: attempt.id)
    let outcome =
      attempt.mode == .tested
      ? Outcome(scores: scores, blueprint: rules.blueprint)
      : Outcome(practice: scores, blueprint: rules.blueprint)
    try store.store(outcome, of: attempt.id)
    try store.append(
      Event(
        .attemptSubmitted, attempt: attempt.id,
        note: "ending=\(attempt.ending?.rawValue ?? "none") right=\(outcome.right) asked=\(outcome.asked)"),
      at: clock.now())
  }
}
