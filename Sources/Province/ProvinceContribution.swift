import Assessment
import UseCases

/// An attempt that counts, and where it was made.
package struct PlacedAttempt: Equatable, Sendable {
  package let commune: Commune
  /// Under whose number it was made, and its number there: what orders attempts of one moment.
  package let device: String
  package let attempt: Attempt.ID
  package let at: Moment
  package let audience: Audience.ID
  package let age: AgeBand
  package let sex: Sex?
  package let isAssisted: Bool
  package let isPassed: Bool
  package let parts: [PartScore]

  package init(
    commune: Commune, device: String, attempt: Attempt.ID, at: Moment, audience: Audience.ID, age: AgeBand,
    sex: Sex?, isAssisted: Bool, isPassed: Bool, parts: [PartScore]
  ) {
    self.commune = commune
    self.device = device
    self.attempt = attempt
    self.at = at
    self.audience = audience
    self.age = age
    self.sex = sex
    self.isAssisted = isAssisted
    self.isPassed = isPassed
    self.parts = parts
  }

  fileprivate func counted(isLater: Bool) -> CountedAttempt {
    CountedAttempt(
      id: attempt, at: at,
      group: ReportGroup(
        audience: audience, hamlet: nil, age: age, sex: sex, isAssisted: isAssisted, isLater: isLater),
      isPassed: isPassed, parts: parts)
  }

  fileprivate static func isBefore(_ one: PlacedAttempt, _ other: PlacedAttempt) -> Bool {
    (one.at, one.commune.code, one.device, one.attempt) < (other.at, other.commune.code, other.device, other.attempt)
  }
}

/// What people add to the counts of their communes and of the whole province, by the office's own rule
/// (``UseCases/Contribution``): once in each commune, and once in all.
package struct ProvinceContribution: Sendable {
  /// Of everybody whose attempts are all in one commune, and of the others within each of theirs.
  private var communes: [Commune: Contribution] = [:]
  /// What the whole differs by from the sum over the communes.
  private var meetings = Contribution()

  package init() {}

  /// - Parameter attempts: all that count of one person who is not in it yet, in any order.
  package mutating func addPerson(_ attempts: [PlacedAttempt]) {
    let attempts = attempts.sorted(by: PlacedAttempt.isBefore)
    guard let first = attempts.first else { return }
    if attempts.allSatisfy({ $0.commune == first.commune }) {
      communes[first.commune, default: Contribution()].addPerson(Self.counted(attempts))
      return
    }
    var sum = Contribution()
    for (commune, own) in Dictionary(grouping: attempts, by: \.commune) {
      let own = Self.counted(own)
      communes[commune, default: Contribution()].addPerson(own)
      sum.addPerson(own)
    }
    meetings.add(Contribution(of: Self.counted(attempts)).replacing(sum))
  }

  private static func counted(_ attempts: [PlacedAttempt]) -> [CountedAttempt] {
    attempts.enumerated().map { $1.counted(isLater: $0 > 0) }
  }

  /// What has to be added to counts that hold `before`, so that they hold this one instead; the whole province too.
  package func replacing(_ before: ProvinceContribution) -> [Commune: Contribution] {
    var changes: [Commune: Contribution] = [:]
    var whole = meetings.replacing(before.meetings)
    for commune in Set(communes.keys).union(before.communes.keys) {
      let change = (communes[commune] ?? Contribution()).replacing(before.communes[commune] ?? Contribution())
      changes[commune] = change
      whole.add(change)
    }
    changes[.whole] = whole.replacing(Contribution())
    return changes
  }
}
