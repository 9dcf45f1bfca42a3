import Measurement
import UseCases

/// A line for every cut score there could be.
struct CutTable {
  let figures: CutFigures

  static let columns = [
    ReportHead.Column("cut", TestWording.cut, .text),
    ReportHead.Column("count", TestWording.count, .integer),
    ReportHead.Column("reached", TestWording.reached, .integer),
    ReportHead.Column("passed", TestWording.passed, .integer),
    ReportHead.Column("rate", TestWording.rate, .percent),
    ReportHead.Column("lower", StatisticsWording.from, .percent),
    ReportHead.Column("upper", StatisticsWording.to, .percent),
    ReportHead.Column("gained", TestWording.gained, .integer),
    ReportHead.Column("lost", TestWording.lost, .integer),
  ]

  private var inForce: Int? { figures.blueprint?.cutScore.overall }

  var rows: [ReportRow] {
    let shown = isShown
    let isComparable = inForce.map { shown[$0] } ?? false
    return zip(figures.lines, shown).map { line, isShown in
      let name = ReportCell.text(TestWording.cutName(line.cut, isInForce: line.cut == inForce))
      guard isShown else { return ReportRow([name] + [ReportCell](repeating: .hidden, count: 8)) }
      let passed = line.passed
      return ReportRow([
        name, .integer(passed.denominator), .integer(line.reached.numerator), .integer(passed.numerator),
        StatisticsCell.percent(passed.tenthsOfPercent), StatisticsCell.percent(share: passed.interval?.lower),
        StatisticsCell.percent(share: passed.interval?.upper), isComparable ? .integer(line.gained) : .hidden,
        isComparable ? .integer(line.lost) : .hidden,
      ])
    }
  }

  /// Who subtracts one line from another counts the people between them; so what is sent out shows lines that differ from
  /// the next shown ones, from all and from none, by nobody or by five at least. The line in force comes first, then those
  /// from the lowest up.
  private var isShown: [Bool] {
    guard figures.query.mode == .outside else { return figures.lines.map { _ in true } }
    var shown = figures.lines.map { _ in false }
    for place in [inForce].compactMap({ $0 }) + Array(figures.lines.indices) where shown.indices.contains(place) {
      let below = shown[..<place].lastIndex(of: true)
      let above = shown[(place + 1)...].firstIndex(of: true)
      let steps =
        zip(counts(below, otherwise: figures.attempts), counts(place)).map { $0 - $1 }
        + zip(counts(place), counts(above, otherwise: 0)).map { $0 - $1 }
      // Between the two columns stand those who miss an area's minimum only.
      let missing = figures.lines[place].reached.numerator - figures.lines[place].passed.numerator
      shown[place] = !([figures.attempts, missing] + steps).contains(where: SuppressionRule.sentOut.isSmall)
    }
    return shown
  }

  private func counts(_ place: Int?, otherwise: Int = 0) -> [Int] {
    guard let place else { return [otherwise, otherwise] }
    return [figures.lines[place].reached.numerator, figures.lines[place].passed.numerator]
  }
}
