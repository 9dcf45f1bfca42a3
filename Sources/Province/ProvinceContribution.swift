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
  /// Of everybody, within each commune.
  private var communes: [Commune: Contribution] = [:]
  /// What the whole differs by from the sum over the communes.
  private var meetings = Contribution()

  package init() {}

  /// - Parameter attempts: all that count of one person who is not in it yet, in any order.
  package mutating func addPerson(_ attempts: [PlacedAttempt]) {
    for (commune, own) in Self.byCommune(attempts) { communes[commune, default: Contribution()].addPerson(own) }
    addMeeting(attempts)
  }

  /// Takes a person away.
  package mutating func removePerson(_ attempts: [PlacedAttempt]) {
    for (commune, own) in Self.byCommune(attempts) { communes[commune, default: Contribution()].removePerson(own) }
    removeMeeting(attempts)
  }

  /// Adds only what the whole differs by from the sum over the communes.
  package mutating func addMeeting(_ attempts: [PlacedAttempt]) {
    let own = Self.byCommune(attempts)
    guard own.count > 1 else { return }
    meetings.addPerson(Self.counted(attempts))
    for attempts in own.values { meetings.removePerson(attempts) }
  }

  package mutating func removeMeeting(_ attempts: [PlacedAttempt]) {
    let own = Self.byCommune(attempts)
    guard own.count > 1 else { return }
    meetings.removePerson(Self.counted(attempts))
    for attempts in own.values { meetings.addPerson(attempts) }
  }

  private static func byCommune(_ attempts: [PlacedAttempt]) -> [Commune: [CountedAttempt]] {
    guard let first = attempts.first else { return [:] }
    // Nearly everybody.
    if attempts.allSatisfy({ $0.commune == first.commune }) { return [first.commune: counted(attempts)] }
    return Dictionary(grouping: attempts, by: \.commune).mapValues { counted($0) }
  }

  private static func counted(_ attempts: [PlacedAttempt]) -> [CountedAttempt] {
    attempts.sorted(by: PlacedAttempt.isBefore).enumerated().map { $1.counted(isLater: $0 > 0) }
  }

  /// What has to be added to kept counts. Under ``Commune/whole`` stands only what the whole differs by from the sum of the
  /// others.
  package var changes: [Commune: Contribution] {
    var changes = communes.mapValues(\.withoutZeros)
    changes[.whole] = meetings.withoutZeros
    return changes.filter { !$0.value.scopes.isEmpty }
  }
}
