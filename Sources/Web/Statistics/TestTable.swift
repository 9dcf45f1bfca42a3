import Measurement
import UseCases

/// What there is to say of a whole test, a figure a line.
struct TestTable {
  let figures: TestFigures

  static let columns = [
    ReportHead.Column("figure", TestWording.figure, .text),
    ReportHead.Column("value", TestWording.value, .coefficient),
    ReportHead.Column("lower", StatisticsWording.from, .coefficient),
    ReportHead.Column("upper", StatisticsWording.to, .coefficient),
    ReportHead.Column("count", TestWording.count, .integer),
    ReportHead.Column("meaning", TestWording.meaning, .text),
  ]

  var rows: [ReportRow] {
    guard let blueprint = figures.blueprint else { return [] }
    if figures.query.mode == .outside, SuppressionRule.sentOut.isSmall(figures.attempts) { return [] }
    let items = Double(blueprint.itemCount)
    return [
      row(TestWording.items, items, TestWording.inPoints, isAlways: true),
      row(TestWording.cut, Double(blueprint.cutScore.overall), TestWording.inPoints, isAlways: true),
      row(TestWording.mean, figures.scores.mean * items, TestWording.inPoints),
      row(
        TestWording.spread, figures.scores.sampleVariance.map { $0.squareRoot() * items }, TestWording.inPoints),
    ] + reliability + errors + decisions
  }

  private var reliability: [ReportRow] {
    let phi = figures.forms?.dependability
    return [
      row(TestWording.phi, phi?.value, TestWording.phiMeaning, interval: phi?.interval),
      row(
        TestWording.phiAtCut, figures.cut.flatMap { figures.forms?.dependability(cut: $0) },
        TestWording.phiAtCutMeaning),
      row(
        TestWording.formula21, figures.formula21, TestWording.formula21Meaning,
        otherwise: TestWording.formula21Missing),
      row(
        TestWording.alpha, figures.alpha?.value, TestWording.alphaMeaning, interval: figures.alpha?.interval,
        otherwise: TestWording.alphaMissing),
    ]
  }

  private var errors: [ReportRow] {
    [
      row(TestWording.errorAtCut, figures.errorAtCut, TestWording.errorMeaning),
      row(
        TestWording.seenErrorAtCut, figures.seenErrorAtCut?.value, TestWording.seenErrorMeaning,
        count: figures.seenErrorAtCut?.count ?? 0, otherwise: StatisticsWording.notJudged),
    ]
  }

  private var decisions: [ReportRow] {
    let found = figures.decisions
    return [
      row(TestWording.accuracy, found?.accuracy, TestWording.accuracyMeaning),
      row(TestWording.consistency, found?.consistency, TestWording.consistencyMeaning),
      row(TestWording.kappa, found?.kappa, TestWording.kappaMeaning),
      row(TestWording.falsePasses, found?.falsePasses, TestWording.falsePassesMeaning),
      row(TestWording.falseFails, found?.falseFails, TestWording.falseFailsMeaning),
    ]
  }

  private func row(
    _ name: String, _ value: Double?, _ meaning: String, interval: Interval? = nil, count: Int? = nil,
    otherwise: String? = nil, isAlways: Bool = false
  ) -> ReportRow {
    let n = ReportCell.integer(count ?? figures.attempts)
    guard isAlways || figures.isJudged else {
      return ReportRow([.text(name), .tooFew, .empty, .empty, n, .text(meaning)])
    }
    return ReportRow([
      .text(name), StatisticsCell.coefficient(value), StatisticsCell.coefficient(interval?.lower),
      StatisticsCell.coefficient(interval?.upper), n, .text(value == nil ? otherwise ?? meaning : meaning),
    ])
  }
}
