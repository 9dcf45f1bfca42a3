import Assessment

/// What would go when, for one kind.
package struct RetentionOutlook: Equatable, Sendable {
  package let period: RetentionPlan.Period
  /// Goes with the next look.
  package let now: Int
  /// Goes within so many days, those of before included.
  package let within: [Int]

  package static let days = [30, 90, 365]
}

/// The periods, where they come from, what they will take away, and what they took.
package struct RetentionOverview: Sendable {
  package let plan: RetentionPlan
  package let adoption: RetentionAdoption
  package let outlooks: [RetentionOutlook]
  package let runs: [RetentionRun]
  /// Nothing is taken away while the clock is doubted.
  package let isHeld: Bool
}

extension Kiosk {
  package func retentionOverview() throws -> RetentionOverview {
    guard let adoption = try store.retentionAdoptions().first, let plan = try retentionPlan() else {
      throw UseCaseError.privacy([.noPlan])
    }
    let now = clock.now()
    return RetentionOverview(
      plan: plan, adoption: adoption, outlooks: try plan.periods.map { try outlook($0, plan, now) },
      runs: try store.retentionRuns(most: 30), isHeld: clockWatch.doubt() != nil)
  }

  private func outlook(
    _ period: RetentionPlan.Period, _ plan: RetentionPlan, _ now: Moment
  ) throws -> RetentionOutlook {
    func due(in days: Int) throws -> Int {
      let then = Moment(milliseconds: now.milliseconds + Int64(days) * 86_400_000)
      return try store.dueCount(of: period.kind, before: plan.cutoff(of: period.kind, at: then))
    }
    return RetentionOutlook(period: period, now: try due(in: 0), within: try RetentionOutlook.days.map(due))
  }
}
