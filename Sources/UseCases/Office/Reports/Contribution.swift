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

  /// What is counted in one scope.
  package struct Counts: Equatable, Sendable {
    package fileprivate(set) var groups: [ReportGroup: GroupCount] = [:]
    package fileprivate(set) var parts = PartTally()

    package init() {}
  }

  /// Of people whose attempts lie in several months or are of several audiences; and of all others by month and audience:
  /// these add the same to every period that the month is in.
  private var several: [Scope: Counts] = [:]
  private var ones: [Scope: Counts] = [:]

  package init() {}

  package var scopes: [Scope: Counts] {
    var scopes = several
    for (month, counts) in ones {
      guard let audience = month.audience else { continue }
      Self.eachScope(of: audience, on: month.period.first) { scopes[$0, default: Counts()].add(counts) }
    }
    return scopes
  }

  package static func == (one: Contribution, other: Contribution) -> Bool { one.scopes == other.scopes }

  /// - Parameter attempts: all that count of one person, in the order in which they were handed in.
  package init(of attempts: [CountedAttempt]) { addPerson(attempts) }

  /// Adds one more person, who is not in it yet.
  package mutating func addPerson(_ attempts: [CountedAttempt]) { count(attempts, times: 1) }

  /// Takes a person away.
  package mutating func removePerson(_ attempts: [CountedAttempt]) { count(attempts, times: -1) }

  private mutating func count(_ attempts: [CountedAttempt], times: Int) {
    guard let first = attempts.first else { return }
    let month = Self.month(of: first)
    // Nearly everybody.
    if attempts.dropFirst().allSatisfy({ Self.month(of: $0) == month }) {
      guard ReportPeriod.years.contains(month.period.first.year) else { return }
      return ones[month, default: Counts()].count(attempts, times: times)
    }
    var members: [Scope: [CountedAttempt]] = [:]
    for attempt in attempts {
      Self.eachScope(of: attempt.group.audience, on: CivilDate(attempt.at)) { members[$0, default: []].append(attempt) }
    }
    for (scope, attempts) in members { several[scope, default: Counts()].count(attempts, times: times) }
  }

  private static func month(of attempt: CountedAttempt) -> Scope {
    Scope(CalendarPeriod(.month, containing: CivilDate(attempt.at)), audience: attempt.group.audience)
  }

  private static func eachScope(of audience: Audience.ID, on day: CivilDate, _ body: (Scope) -> Void) {
    // A clock that was never set puts attempts into years that no report asks for.
    guard ReportPeriod.years.contains(day.year) else { return }
    for kind in CalendarPeriod.Kind.allCases {
      let period = CalendarPeriod(kind, containing: day)
      body(Scope(period, audience: nil))
      body(Scope(period, audience: audience))
    }
  }

  package mutating func add(_ other: Contribution) {
    for (scope, counts) in other.several { several[scope, default: Counts()].add(counts) }
    for (month, counts) in other.ones { ones[month, default: Counts()].add(counts) }
  }

  /// Without counts that have come to nothing, as where somebody was taken away and added again.
  package var withoutZeros: Contribution {
    var rest = Contribution()
    rest.several = scopes.mapValues(\.withoutZeros).filter { $0.value != Counts() }
    return rest
  }
}

extension Contribution.Counts {
  fileprivate mutating func count(_ attempts: [CountedAttempt], times: Int) {
    var deciding = Deciding<CountedAttempt>()
    for attempt in attempts {
      deciding.add(attempt, isPassed: attempt.isPassed)
      groups[attempt.group, default: GroupCount()].add(
        GroupCount(attempts: times, attemptsPassed: attempt.isPassed ? times : 0))
    }
    guard let chosen = deciding.attempt else { return }
    groups[chosen.group, default: GroupCount()].add(
      GroupCount(people: times, passed: deciding.isPassed ? times : 0))
    parts.add(chosen.parts, times: times)
  }

  fileprivate mutating func add(_ other: Self) {
    for (group, count) in other.groups { groups[group, default: GroupCount()].add(count) }
    parts.add(other.parts)
  }

  fileprivate var withoutZeros: Self {
    var counts = self
    counts.groups = groups.filter { $0.value != GroupCount() }
    counts.parts = parts.withoutZeros
    return counts
  }
}
