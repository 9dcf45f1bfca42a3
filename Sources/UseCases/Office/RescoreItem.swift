import Assessment

/// What scoring an item's old answers anew came to.
package struct RescoringSummary: Equatable, Sendable {
  /// One attempt whose answer is now worth something else.
  package struct Change: Equatable, Sendable {
    package let attempt: Attempt.ID
    package let creditBefore: Int
    package let creditAfter: Int
    package let wasPassed: Bool
    package let isPassed: Bool
  }

  /// Answers looked at.
  package let answers: Int
  package let changes: [Change]
}

extension Kiosk {
  /// Scores the answers to earlier versions of an item by the version in force, where an officer has decided so. Slips that
  /// were issued stay as they are; who passes now may fetch one, and who no longer does is named in the summary.
  ///
  /// - Parameter isDryRun: looks, and changes nothing.
  /// - Throws: ``UseCaseError/unknownItem(_:)`` where the bank in force has no such item.
  package func rescore(_ id: Item.ID, reason: String, isDryRun: Bool) throws -> RescoringSummary {
    guard let item = try store.itemsInForce().first(where: { $0.id == id }) else { throw UseCaseError.unknownItem(id) }
    let answers = try store.answers(to: id, before: item.version)
    var changes: [RescoringSummary.Change] = []
    for answer in answers {
      let response = Response(answer.response, kind: item.kind)
      let credit = item.task.credit(for: response)
      guard credit != answer.credit else { continue }
      changes.append(try rescore(answer, to: credit, by: item, reason: reason, isDryRun: isDryRun))
    }
    return RescoringSummary(answers: answers.count, changes: changes)
  }

  private func rescore(
    _ answer: OldAnswer, to credit: Int, by item: Item, reason: String, isDryRun: Bool
  ) throws -> RescoringSummary.Change {
    guard let record = try store.attempt(answer.attempt) else { throw UseCaseError.unknownAttempt(answer.attempt) }
    let blueprint = try store.rules(record.content).blueprint
    let scores = try store.scores(of: answer.attempt)
    var changed = scores
    if scores.indices.contains(answer.number - 1) {
      let old = scores[answer.number - 1]
      changed[answer.number - 1] = ItemScore(competence: old.competence, area: old.area, credit: credit)
    }
    let isTested = record.attempt.mode == .tested
    func outcome(_ scores: [ItemScore]) -> Outcome {
      isTested ? Outcome(scores: scores, blueprint: blueprint) : Outcome(practice: scores, blueprint: blueprint)
    }
    let (before, after) = (outcome(scores), outcome(changed))
    if !isDryRun {
      let now = clock.now()
      try store.rescore(answer, to: credit, byVersion: item.version, reason: reason, at: now)
      try store.store(after, of: answer.attempt)
      try store.append(
        Event(
          .attemptRescored, attempt: answer.attempt,
          note: "place=scored-\(answer.number) item=\(item.id) version=\(item.version) "
            + "credit=\(answer.credit) to=\(credit) right=\(before.right) to=\(after.right)"), at: now)
    }
    return RescoringSummary.Change(
      attempt: answer.attempt, creditBefore: answer.credit, creditAfter: credit, wasPassed: before.isPassed,
      isPassed: after.isPassed)
  }
}
