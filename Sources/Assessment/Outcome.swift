/// What one item of a finished form came to.
package struct ItemScore: Equatable, Sendable {
  package let competence: Competence.ID
  package let area: Area.ID
  /// Hundredths of an item.
  package let credit: Int

  package init(competence: Competence.ID, area: Area.ID, credit: Int) {
    self.competence = competence
    self.area = area
    self.credit = credit
  }
}

/// An attempt judged against the cut score.
package struct Outcome: Equatable, Sendable {
  package struct AreaScore: Equatable, Sendable {
    package let area: Area.ID
    /// Hundredths of an item.
    package let credit: Int
    package let asked: Int
    /// Whole points needed in this area.
    package let needed: Int

    package init(area: Area.ID, credit: Int, asked: Int, needed: Int) {
      self.area = area
      self.credit = credit
      self.asked = asked
      self.needed = needed
    }

    /// Whole points; what is left over counts for the total only.
    package var right: Int { credit / 100 }
    package var isReached: Bool { credit >= needed * 100 }
  }

  /// Hundredths of an item over all scored items.
  package let credit: Int
  package let asked: Int
  package let isPassed: Bool
  package let areas: [AreaScore]
  /// Competences with an item that was not wholly right, weakest first: what to learn next.
  package let toLearn: [Competence.ID]

  /// Judges the scored items of a form: passed when the overall cut and every area's cut are reached.
  package init(scores: [ItemScore], blueprint: Blueprint) {
    credit = scores.reduce(0) { $0 + $1.credit }
    asked = scores.count
    areas = Self.areas(of: scores, blueprint: blueprint, needed: { blueprint.cutScore.areas[$0] ?? 0 })
    isPassed = credit >= blueprint.cutScore.overall * 100 && areas.allSatisfy(\.isReached)
    toLearn = Self.weakest(scores)
  }

  /// Counts the items of a practice form. Practice has no line to pass.
  package init(practice scores: [ItemScore], blueprint: Blueprint) {
    credit = scores.reduce(0) { $0 + $1.credit }
    asked = scores.count
    areas = Self.areas(of: scores, blueprint: blueprint, needed: { _ in 0 })
    isPassed = false
    toLearn = Self.weakest(scores)
  }

  /// Whole points, as they stand on the slip: parts of a point are not rounded up, so that points and cut agree.
  package var right: Int { credit / 100 }

  private static func areas(
    of scores: [ItemScore], blueprint: Blueprint, needed: (Area.ID) -> Int
  ) -> [AreaScore] {
    blueprint.areas.map { area in
      let own = scores.filter { $0.area == area }
      return AreaScore(
        area: area, credit: own.reduce(0) { $0 + $1.credit }, asked: own.count, needed: needed(area))
    }
  }

  private static func weakest(_ scores: [ItemScore]) -> [Competence.ID] {
    var lost: [Competence.ID: Int] = [:]
    var order: [Competence.ID] = []
    for score in scores where score.credit < 100 {
      if lost[score.competence] == nil { order.append(score.competence) }
      lost[score.competence, default: 0] += 100 - score.credit
    }
    return order.indices.sorted { one, other in
      let (a, b) = (lost[order[one]] ?? 0, lost[order[other]] ?? 0)
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
