import Assessment

/// A due date and what there is of the return it wants.
package struct UpcomingReturn: Equatable, Sendable {
  package let due: DueDate
  /// The last version of the period's return.
  package let found: TargetReturn?
  /// Days left up to and with the last safe one; below zero where it has passed.
  package let daysLeft: Int
}

extension Kiosk {
  /// How long a missed date is still told.
  package static let missedDays = 45

  /// For each document that applies here and each kind of return the next date, and dates missed lately for which nothing
  /// was closed; soonest first.
  package func nextDueDates() throws -> [UpcomingReturn] {
    guard try store.planContent() != nil else { return [] }
    let plan = try officePlan()
    let today = CivilDate(clock.now())
    let returns = try store.targetReturns()
    var upcoming: [UpcomingReturn] = []
    for rule in plan.plan.dueRules where plan.chosen.contains(rule.document) {
      guard let document = plan.plan.document(rule.document) else { continue }
      let all = rule.days(in: (today.year - 1)...(today.year + 1)).sorted().map { day in
        DueDate(
          document: document, period: CalendarPeriod(rule.kind, containing: day), before: day, source: rule.source)
      }
      let entries = all.map { due in
        UpcomingReturn(
          due: due, found: returns.first { $0.period == due.period },
          daysLeft: due.lastDay.dayNumber - today.dayNumber)
      }
      upcoming += entries.filter { entry in
        entry.daysLeft < 0 && entry.daysLeft >= -Self.missedDays && entry.found?.isClosed != true
      }
      if let next = entries.first(where: { $0.daysLeft >= 0 }) { upcoming.append(next) }
    }
    return upcoming.sorted { ($0.due.before, $0.due.document.id) < ($1.due.before, $1.due.document.id) }
  }
}
