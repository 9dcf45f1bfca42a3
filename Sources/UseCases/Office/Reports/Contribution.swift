import Assessment

/// What one person adds to the counts that are kept: a pure function of the person's attempts, so that every change is
/// "take the old contribution away, add the new one" and there is one way to be right.
package struct Contribution: Equatable, Sendable {
  /// A count is kept for each calendar period, over all audiences (nil) and within each: somebody tested as a pupil and as
  /// an official is one person in all, and one in either.
  package struct Scope: Hashable, Sendable {
    package let period: CalendarPeriod
    package let audience: Audience.ID?

    package init(_ period: CalendarPeriod, audience: Audience.ID?) {
      self.period = period
      self.audience = audience
    }
  }

  package struct Cell: Hashable, Sendable {
    package let scope: Scope
    package let group: ReportGroup
  }

  package struct PartCell: Hashable, Sendable {
    package let scope: Scope
    package let part: ReportPart
  }

  package private(set) var cells: [Cell: GroupCount] = [:]
  package private(set) var parts: [PartCell: PartCount] = [:]

  package init() {}

  /// - Parameter attempts: all that count of one person, in the order in which they were handed in.
  package init(of attempts: [CountedAttempt]) { addPerson(attempts) }

  /// Adds one more person, who is not in it yet.
  package mutating func addPerson(_ attempts: [CountedAttempt]) {
    var scopes: [Scope: [CountedAttempt]] = [:]
    for attempt in attempts {
      let day = CivilDate(attempt.at)
      // A clock that was never set puts attempts into years that no report asks for.
      guard ReportPeriod.years.contains(day.year) else { continue }
      for kind in CalendarPeriod.Kind.allCases {
        let period = CalendarPeriod(kind, containing: day)
        scopes[Scope(period, audience: nil), default: []].append(attempt)
        scopes[Scope(period, audience: attempt.group.audience), default: []].append(attempt)
      }
    }
    for (scope, attempts) in scopes { add(attempts, in: scope) }
  }

  private mutating func add(_ attempts: [CountedAttempt], in scope: Scope) {
    var deciding = Deciding<CountedAttempt>()
    for attempt in attempts {
      deciding.add(attempt, isPassed: attempt.isPassed)
      add(
        GroupCount(attempts: 1, attemptsPassed: attempt.isPassed ? 1 : 0), to: Cell(scope: scope, group: attempt.group))
    }
    guard let chosen = deciding.attempt else { return }
    add(GroupCount(people: 1, passed: deciding.isPassed ? 1 : 0), to: Cell(scope: scope, group: chosen.group))
    for score in chosen.parts { add(PartCount(score), to: PartCell(scope: scope, part: score.part)) }
  }

  private mutating func add(_ count: GroupCount, to cell: Cell) {
    cells[cell] = (cells[cell] ?? GroupCount()) + count
  }

  private mutating func add(_ count: PartCount, to cell: PartCell) {
    parts[cell] = (parts[cell] ?? PartCount()) + count
  }

  package mutating func add(_ other: Contribution) {
    for (cell, count) in other.cells { add(count, to: cell) }
    for (cell, count) in other.parts { add(count, to: cell) }
  }

  /// What has to be added to counts that hold `before`, so that they hold this one instead.
  package func replacing(_ before: Contribution) -> Contribution {
    var change = self
    for (cell, count) in before.cells { change.add(-count, to: cell) }
    for (cell, count) in before.parts { change.add(-count, to: cell) }
    change.cells = change.cells.filter { $0.value != GroupCount() }
    change.parts = change.parts.filter { $0.value != PartCount() }
    return change
  }
}
