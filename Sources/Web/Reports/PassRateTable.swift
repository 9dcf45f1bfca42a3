import Assessment
import Measurement
import UseCases

extension ReportTable {
  /// Pass rates with their words.
  package init(_ rates: PassRates, filter: [ReportHead.Fact]) {
    let query = rates.query
    let layout = PassRateLayout(query: query)
    self.init(
      head: ReportHead(
        title: ReportWording.title(query),
        facts: [ReportHead.Fact(ReportWording.period, ReportWording.period(query.period))] + filter
          + [ReportHead.Fact(ReportWording.mode, ReportWording.mode(query.mode))],
        columns: layout.columns, mode: query.mode),
      rows: rates.lines.map { ReportRow(layout.cells($0)) }
        + (layout.hasTotal ? [ReportRow(layout.cells(rates.total), kind: .total)] : []),
      notes: layout.notes(rates))
  }
}

/// Which columns a table of pass rates has, and what stands in them.
struct PassRateLayout {
  let query: PassRateQuery

  /// Areas and competences are parts of everybody's attempt: what is true of all is no sum of them.
  var hasTotal: Bool { !isOfParts }

  private var isOfParts: Bool { query.breakdown == .area || query.breakdown == .competence }

  var columns: [ReportHead.Column] {
    var columns = [
      ReportHead.Column("group", ReportWording.breakdown(query.breakdown), .text),
      ReportHead.Column("people", ReportWording.people, .integer),
    ]
    if query.breakdown != .competence {
      columns += [
        ReportHead.Column("passed", isOfParts ? ReportWording.reached : ReportWording.passed, .integer),
        ReportHead.Column("rate", ReportWording.rate, .percent),
        ReportHead.Column("lower", ReportWording.lower, .percent),
        ReportHead.Column("upper", ReportWording.upper, .percent),
      ]
    }
    if isOfParts {
      columns += [
        ReportHead.Column("asked", ReportWording.asked, .integer),
        ReportHead.Column("points", ReportWording.points, .percent),
      ]
    } else if query.mode == .internal {
      columns += [
        ReportHead.Column("attempts", ReportWording.attemptCount, .integer),
        ReportHead.Column("attemptsPassed", ReportWording.attemptsPassed, .integer),
      ]
    }
    return columns
  }

  func cells(_ line: PassRates.Line) -> [ReportCell] {
    var cells: [ReportCell] = [.text(ReportWording.subject(line)), count(line.people.denominator)]
    if query.breakdown != .competence { cells += [count(line.people.numerator)] + rate(line.people) }
    if isOfParts {
      cells += [line.points.map { .integer($0.asked) } ?? .hidden]
      cells += [line.points.map { percent($0.tenthsOfPercent) } ?? .hidden]
    } else if let attempts = line.attempts {
      cells += [.integer(attempts.denominator), .integer(attempts.numerator)]
    }
    return cells
  }

  private func count(_ count: Int?) -> ReportCell { count.map(ReportCell.integer) ?? .hidden }

  private func rate(_ people: ShownRate) -> [ReportCell] {
    guard let proportion = people.proportion else { return [.hidden, .hidden, .hidden] }
    return [
      percent(proportion.tenthsOfPercent), percent(proportion.interval.flatMap { tenths($0.lower) }),
      percent(proportion.interval.flatMap { tenths($0.upper) }),
    ]
  }

  private func tenths(_ share: Double) -> Int? { Rounding.tenthsOfPercent(share: share) }

  private func percent(_ tenths: Int?) -> ReportCell { tenths.map(ReportCell.percent) ?? .empty }

  func notes(_ rates: PassRates) -> [String] {
    var notes = [ReportWording.counting]
    if query.breakdown != .competence { notes.append(ReportWording.interval) }
    if isOfParts { notes.append(ReportWording.everybodyInAll) }
    if query.breakdown == .month { notes.append(ReportWording.monthsShare) }
    if query.mode == .outside { notes.append(ReportWording.hiddenCounts) }
    if let practice = rates.practice, practice > 0 { notes.append(ReportWording.practice(practice)) }
    return notes
  }
}
