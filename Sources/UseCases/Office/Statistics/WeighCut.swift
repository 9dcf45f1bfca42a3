import Assessment
import Measurement

/// "What if the cut score were …", over attempts that were made.
package struct CutFigures: Sendable {
  package struct Line: Sendable, Equatable {
    package let cut: Int
    /// Reach the cut and every area's minimum.
    package let passed: Proportion
    /// Reach the cut, whatever the areas say.
    package let reached: Proportion
    /// Attempts that would be decided otherwise than by the line in force: now failed and then passed, or the reverse.
    package let gained: Int
    package let lost: Int
  }

  package let query: StatisticsQuery
  /// Nil where nobody was tested.
  package let blueprint: Blueprint?
  /// One for each whole point from none to all.
  package let lines: [Line]
  package let attempts: Int
  package let others: Int
}

extension Kiosk {
  /// By points alone: what an officer decided about help is left out, at the line in force too.
  package func cutFigures(_ query: StatisticsQuery) throws -> CutFigures {
    let rules = try RulesOfForms(store: store, query: query)
    guard let audience = query.audience, let blueprint = rules.blueprint else {
      return CutFigures(query: query, blueprint: nil, lines: [], attempts: 0, others: 0)
    }
    let areas = blueprint.areas
    var attempts = ScoredAttempts(items: blueprint.itemCount, areas: areas.count)
    var others = 0
    try store.eachAreaCredit(of: audience, in: query.period.moments) { one in
      if rules.hold(one.content) {
        attempts.append(credit: one.credit, areaCredits: areas.map { one.areas[$0] ?? 0 })
      } else {
        others += 1
      }
    }
    let lines = attempts.lines(minima: areas.map { blueprint.cutScore.areas[$0] ?? 0 })
    let now = lines.first { $0.cut == blueprint.cutScore.overall }?.passed.numerator ?? 0
    return CutFigures(
      query: query, blueprint: blueprint,
      lines: lines.map { line in
        CutFigures.Line(
          cut: line.cut, passed: line.passed, reached: line.reached, gained: max(0, line.passed.numerator - now),
          lost: max(0, now - line.passed.numerator))
      }, attempts: attempts.count, others: others)
  }
}
