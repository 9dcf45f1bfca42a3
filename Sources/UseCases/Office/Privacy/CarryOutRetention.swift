import Assessment

extension Kiosk {
  /// As much as one turn of the writer takes away, so that nobody's answer waits long.
  package static let retentionStep = 25

  /// Takes away a little of what has been kept for long enough. Nothing while the clock is doubted: a box that wakes up in
  /// another year would forget everybody.
  ///
  /// - Returns: whether there may be more.
  package func carryOutRetention() throws -> Bool {
    guard clockWatch.doubt() == nil, let plan = try retentionPlan() else { return false }
    let now = clock.now()
    for kind in RetentionPlan.Kind.allCases {
      let count = try takeAway(kind, before: plan.cutoff(of: kind, at: now), at: now)
      guard count > 0 else { continue }
      try store.add(RetentionRun(kind: kind, count: count, at: now))
      try store.append(
        Event(.retentionCarriedOut, note: "kind=\(kind.rawValue) count=\(count)"), at: now)
      return true
    }
    return false
  }

  private func takeAway(_ kind: RetentionPlan.Kind, before cutoff: Moment, at now: Moment) throws -> Int {
    switch kind {
    case .answers:
      let attempts = try store.attemptsWithAnswers(endedBefore: cutoff, most: Self.retentionStep)
      try store.eraseAnswers(of: attempts, at: now)
      return attempts.count
    case .people:
      let people = try store.people(silentSince: cutoff, most: Self.retentionStep)
      for person in people { try erase(person, for: .expired, document: nil, by: nil) }
      return people.count
    case .classLists: return try store.dropClassLines(openedBefore: cutoff, most: Self.retentionStep)
    case .answerFiles: return try store.dropPreviews(before: cutoff)
    }
  }
}
