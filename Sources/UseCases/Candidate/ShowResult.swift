import Assessment

/// A finished attempt as its candidate is told about it.
package struct AttemptResult: Sendable {
  package let record: AttemptRecord
  package let rules: Rules
  package let outcome: Outcome
  package let person: StoredPerson?
  package let slip: StoredSlip?
  /// The first day on which the person may be tested again; nil in practice.
  package let earliestRetake: CivilDate?
  /// The same points in the areas of other frameworks.
  package let readings: [CrosswalkReading]
  /// Answers an officer had scored anew, oldest first.
  package let rescorings: [Rescoring]
  package let help: HelpLedger
  package let revocation: Revocation?
}

extension Kiosk {
  package func result(of record: AttemptRecord) throws -> AttemptResult {
    let attempt = record.attempt
    guard attempt.state == .submitted, let submittedAt = record.submittedAt else { throw UseCaseError.resultNotReady }
    let rules = try store.rules(record.content)
    let scores = try store.scores(of: attempt.id)
    let isTested = attempt.mode == .tested
    let slip = try store.slip(of: attempt.id)
    return AttemptResult(
      record: record, rules: rules,
      outcome: isTested
        ? Outcome(scores: scores, blueprint: rules.blueprint) : Outcome(practice: scores, blueprint: rules.blueprint),
      person: try record.person.flatMap { try store.candidate($0) }, slip: slip,
      earliestRetake: isTested ? CivilDate(submittedAt).adding(days: rules.blueprint.retakeDelayDays) : nil,
      readings: rules.framework.crosswalks.map {
        CrosswalkReading($0, scores: scores, framework: rules.framework)
      },
      rescorings: try store.rescorings(of: attempt.id), help: try store.help(of: attempt.id),
      revocation: try slip.flatMap { try store.revocation(of: $0.serial) })
  }
}
