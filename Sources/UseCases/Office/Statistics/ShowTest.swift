import Assessment
import Measurement

/// How far the test of one audience can be trusted, over the attempts of a period under one set of rules.
package struct TestFigures: Sendable {
  package let query: StatisticsQuery
  /// Nil where nobody was tested.
  package let blueprint: Blueprint?
  package let attempts: Int
  /// Attempts of the period under rules of another length or line.
  package let others: Int
  /// Of all that could be reached, 0…1.
  package let scores: Moments
  package let forms: PersonsAndForms?
  /// Only where every answer is right or wrong; parts of items break the formula's binomial errors.
  package let formula21: Double?
  /// Only where all had one and the same form.
  package let alpha: Estimate?
  /// In points: by Lord's formula, and as seen among those within two points of the cut.
  package let errorAtCut: Double?
  package let seenErrorAtCut: (value: Double, count: Int)?
  package let decisions: DecisionConsistency?

  /// The line as a share of all points.
  package var cut: Double? {
    blueprint.flatMap { $0.itemCount > 0 ? Double($0.cutScore.overall) / Double($0.itemCount) : nil }
  }

  package var isJudged: Bool { attempts >= Kiosk.leastForFlag }
}

extension Kiosk {
  package func testFigures(_ query: StatisticsQuery) throws -> TestFigures {
    let rules = try RulesOfForms(store: store, query: query)
    let scores = try FormScores(store: store, query: query, rules: rules)
    let table = try ItemReading(store: store, query: query, wanted: rules.hold).table
    let forms = PersonsAndForms(table)
    let blueprint = rules.blueprint
    let cut = blueprint.map { (points: Double($0.cutScore.overall), items: $0.itemCount) }
    return TestFigures(
      query: query, blueprint: blueprint, attempts: table.attemptCount,
      others: try store.scoredFormCount(of: query.audience, in: query.period.moments) - table.attemptCount,
      scores: scores.moments, forms: forms,
      formula21: scores.isRightOrWrong
        ? KuderRichardson.formula21(scores.points, items: blueprint?.itemCount ?? 0) : nil,
      alpha: try scores.matrix.flatMap { try PersonsByItems($0)?.alpha },
      errorAtCut: cut.flatMap { ErrorAtCut.lord(points: $0.points, items: $0.items) },
      seenErrorAtCut: cut.flatMap {
        ErrorAtCut.observed(table, cut: $0.points, reach: 2, leastCount: Self.leastForFlag)
      },
      decisions: cut.flatMap { line in
        forms?.dependability.flatMap {
          DecisionConsistency(
            shares: scores.shares, reliability: $0.value, cut: line.points / Double(max(1, line.items)))
        }
      })
  }
}

/// What forms came to as wholes.
struct FormScores {
  private(set) var shares: [Double] = []
  private(set) var moments = Moments()
  private(set) var points = Moments()
  private(set) var isRightOrWrong = true
  /// Attempt by attempt the credits in one order of items; nil as soon as two forms differ.
  private(set) var matrix: [[Double]]? = []

  private var items: [Int64]?

  init(store: any Kiosk.Store, query: StatisticsQuery, rules: RulesOfForms) throws {
    try store.eachScoredForm(of: query.audience, in: query.period.moments) { form in
      if rules.hold(form.content), !form.answers.isEmpty { add(form) }
    }
    if shares.isEmpty { matrix = nil }
  }

  private mutating func add(_ form: ScoredForm) {
    let credit = form.answers.reduce(0) { $0 + $1.credit }
    let share = Double(credit) / Double(100 * form.answers.count)
    shares.append(share)
    moments.add(share)
    points.add(Double(credit) / 100)
    isRightOrWrong = isRightOrWrong && form.answers.allSatisfy { $0.credit == 0 || $0.credit == 100 }
    guard matrix != nil else { return }
    let sorted = form.answers.sorted { $0.row < $1.row }
    if items == nil { items = sorted.map(\.row) }
    if items == sorted.map(\.row) {
      matrix?.append(sorted.map { Double($0.credit) / 100 })
    } else {
      matrix = nil
    }
  }
}
