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

  /// Who subtracts one line from another counts the people between them; so from the lowest cut up, what is sent out shows
  /// lines that differ by nobody or by five at least, from those above and from none.
  private var isShown: [Bool] {
    guard figures.query.mode == .outside else { return figures.lines.map { _ in true } }
    let rule = SuppressionRule.sentOut
    var last: [Int] = [figures.attempts, figures.attempts]
    return figures.lines.map { line in
      let counts = [line.reached.numerator, line.passed.numerator]
      let steps = zip(last, counts).map { $0 - $1 } + counts + [counts[0] - counts[1]]
      guard !rule.isSmall(figures.attempts), !steps.contains(where: rule.isSmall) else { return false }
      last = counts
      return true
    }
  }
}
