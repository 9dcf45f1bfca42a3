/// What one item of a finished form came to.
package struct ItemScore: Equatable, Sendable {
  package let competence: Competence.ID
  package let area: Area.ID
  package let isRight: Bool

  package init(competence: Competence.ID, area: Area.ID, isRight: Bool) {
    self.competence = competence
    self.area = area
    self.isRight = isRight
  }
}

/// An attempt judged against the cut score.
package struct Outcome: Equatable, Sendable {
  package struct AreaScore: Equatable, Sendable {
    package let area: Area.ID
    package let right: Int
    package let asked: Int
    /// Right answers needed in this area.
    package let needed: Int

    package init(area: Area.ID, right: Int, asked: Int, needed: Int) {
      self.area = area
      self.right = right
      self.asked = asked
      self.needed = needed
    }

    package var isReached: Bool { right >= needed }
  }

  package let right: Int
  package let asked: Int
  package let isPassed: Bool
  package let areas: [AreaScore]
  /// Competences with a wrong or open item, weakest first: what to learn next.
  package let toLearn: [Competence.ID]

  /// Judges the scored items of a form: passed when the overall cut and every area's cut are reached.
  package init(scores: [ItemScore], blueprint: Blueprint) {
    right = scores.reduce(0) { $0 + ($1.isRight ? 1 : 0) }
    asked = scores.count
    areas = Self.areas(of: scores, blueprint: blueprint, needed: { blueprint.cutScore.areas[$0] ?? 0 })
    isPassed = right >= blueprint.cutScore.overall && areas.allSatisfy(\.isReached)
    toLearn = Self.weakest(scores)
  }

  /// Counts the items of a practice form. Practice has no line to pass.
  package init(practice scores: [ItemScore], blueprint: Blueprint) {
    right = scores.reduce(0) { $0 + ($1.isRight ? 1 : 0) }
    asked = scores.count
    areas = Self.areas(of: scores, blueprint: blueprint, needed: { _ in 0 })
    isPassed = false
    toLearn = Self.weakest(scores)
  }

  private static func areas(
    of scores: [ItemScore], blueprint: Blueprint, needed: (Area.ID) -> Int
  ) -> [AreaScore] {
    blueprint.areas.map { area in
      let own = scores.filter { $0.area == area }
      return AreaScore(
        area: area, right: own.reduce(0) { $0 + ($1.isRight ? 1 : 0) }, asked: own.count, needed: needed(area))
    }
  }

  private static func weakest(_ scores: [ItemScore]) -> [Competence.ID] {
    var wrong: [Competence.ID: Int] = [:]
    var order: [Competence.ID] = []
    for score in scores where !score.isRight {
      if wrong[score.competence] == nil { order.append(score.competence) }
      wrong[score.competence, default: 0] += 1
    }
    return order.indices.sorted { one, other in
      let (a, b) = (wrong[order[one]] ?? 0, wrong[order[other]] ?? 0)
      return a == b ? one < other : a > b
    }.map { order[$0] }
  }

  /// One bit for each area whose cut was reached, by the area's number, as it stands on the slip.
  package func areaBits(in framework: Framework) -> UInt32 {
    areas.reduce(0) { bits, score in
      guard score.isReached, let number = framework.area(score.area)?.number, (0..<16).contains(number) else {
        return bits
      }
      return bits | (1 << UInt32(number))
    }
  }
}
