import Assessment

/// What reports tell apart about an attempt, and by its deciding attempt about a person.
package struct ReportGroup: Hashable, Sendable {
  package let audience: Audience.ID
  /// Nil where nobody wrote one down.
  package let hamlet: Hamlet.ID?
  package let age: AgeBand
  package let sex: Sex?
  /// Somebody helped, and the entry was no slip of the finger.
  package let isAssisted: Bool
  /// Not the person's first attempt that counts.
  package let isLater: Bool

  package init(
    audience: Audience.ID, hamlet: Hamlet.ID?, age: AgeBand, sex: Sex?, isAssisted: Bool, isLater: Bool
  ) {
    self.audience = audience
    self.hamlet = hamlet
    self.age = age
    self.sex = sex
    self.isAssisted = isAssisted
    self.isLater = isLater
  }

  /// The small fields as one number: groups are looked up for every attempt that is counted.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(audience.text)
    let sex = sex.map { $0 == .female ? 1 : 2 } ?? 0
    hasher.combine(((age.rawValue * 3 + sex) * 2 + (isAssisted ? 1 : 0)) * 2 + (isLater ? 1 : 0))
    if let hamlet { hasher.combine(hamlet) }
  }
}

/// An attempt that reports count: tested, handed in, not voided.
package struct CountedAttempt: Equatable, Sendable {
  package let id: Attempt.ID
  package let at: Moment
  package let group: ReportGroup
  /// The cut was reached, and no officer has found that help spoiled the result.
  package let isPassed: Bool
  package let parts: [PartScore]

  package init(id: Attempt.ID, at: Moment, group: ReportGroup, isPassed: Bool, parts: [PartScore]) {
    self.id = id
    self.at = at
    self.group = group
    self.isPassed = isPassed
    self.parts = parts
  }
}

/// What an attempt came to in one area or competence.
package struct PartScore: Equatable, Sendable {
  package let part: ReportPart
  package let asked: Int
  /// Hundredths of an item.
  package let credit: Int
  /// The area's cut was reached; competences have none.
  package let isReached: Bool

  package init(part: ReportPart, asked: Int, credit: Int, isReached: Bool) {
    self.part = part
    self.asked = asked
    self.credit = credit
    self.isReached = isReached
  }
}

package enum ReportPart: Hashable, Sendable {
  case area(Area.ID)
  case competence(Competence.ID)
}

/// People counted once, and their attempts.
package struct GroupCount: Equatable, Sendable {
  package var people = 0
  package var passed = 0
  package var attempts = 0
  package var attemptsPassed = 0

  package init(people: Int = 0, passed: Int = 0, attempts: Int = 0, attemptsPassed: Int = 0) {
    self.people = people
    self.passed = passed
    self.attempts = attempts
    self.attemptsPassed = attemptsPassed
  }

  mutating func add(_ other: GroupCount) { self = self + other }

  package static func + (one: GroupCount, other: GroupCount) -> GroupCount {
    GroupCount(
      people: one.people + other.people, passed: one.passed + other.passed,
      attempts: one.attempts + other.attempts, attemptsPassed: one.attemptsPassed + other.attemptsPassed)
  }

  package static prefix func - (count: GroupCount) -> GroupCount {
    GroupCount(
      people: -count.people, passed: -count.passed, attempts: -count.attempts,
      attemptsPassed: -count.attemptsPassed)
  }
}

/// What deciding attempts came to in one area or competence.
package struct PartCount: Equatable, Sendable {
  package var people = 0
  package var reached = 0
  package var asked = 0
  package var credit = 0

  package init(people: Int = 0, reached: Int = 0, asked: Int = 0, credit: Int = 0) {
    self.people = people
    self.reached = reached
    self.asked = asked
    self.credit = credit
  }

  package init(_ score: PartScore) {
    self.init(people: 1, reached: score.isReached ? 1 : 0, asked: score.asked, credit: score.credit)
  }

  mutating func add(_ other: PartCount) { self = self + other }

  package static func + (one: PartCount, other: PartCount) -> PartCount {
    PartCount(
      people: one.people + other.people, reached: one.reached + other.reached, asked: one.asked + other.asked,
      credit: one.credit + other.credit)
  }

  package static prefix func - (count: PartCount) -> PartCount {
    PartCount(people: -count.people, reached: -count.reached, asked: -count.asked, credit: -count.credit)
  }
}
