import Assessment
import Measurement
import Province
import UseCases
import Web

extension ReportTable {
  /// A report of the province with its words: communes here, everything else as at the office.
  package init(_ rates: ProvinceRates, query: ProvinceQuery, facts: [ReportHead.Fact]) {
    switch rates {
    case .office(let rates): self.init(rates, filter: facts)
    case .communes(let rates): self.init(rates, facts: facts)
    }
  }

  /// Communes with the columns that an office's report has.
  private init(_ rates: CommuneRates, facts: [ReportHead.Fact]) {
    let query = rates.query
    var notes = [ReportWording.counting, ReportWording.interval, ProvinceWording.sharedPeople]
    if query.mode == .outside { notes.append(ReportWording.hiddenCounts) }
    self.init(
      head: ReportHead(
        title: ProvinceWording.title(query),
        facts: [ReportHead.Fact(ReportWording.period, ReportWording.period(.calendar(query.period)))] + facts
          + [ReportHead.Fact(ReportWording.mode, ReportWording.mode(query.mode))],
        columns: Self.columns(query), mode: query.mode),
      rows: rates.lines.map { ReportRow(Self.cells($0, $0.name, query)) }
        + [ReportRow(Self.cells(rates.total, ProvinceWording.communeTotal, query), kind: .total)],
      notes: notes)
  }

  private static func columns(_ query: ProvinceQuery) -> [ReportHead.Column] {
    var columns = [
      ReportHead.Column("group", ProvinceWording.place, .text),
      ReportHead.Column("code", ProvinceWording.code, .text),
      ReportHead.Column("people", ReportWording.people, .integer),
      ReportHead.Column("passed", query.area == nil ? ReportWording.passed : ReportWording.reached, .integer),
      ReportHead.Column("rate", ReportWording.rate, .percent),
      ReportHead.Column("lower", ReportWording.lower, .percent),
      ReportHead.Column("upper", ReportWording.upper, .percent),
    ]
    if query.mode == .internal, query.area == nil {
      columns += [
        ReportHead.Column("attempts", ReportWording.attemptCount, .integer),
        ReportHead.Column("attemptsPassed", ReportWording.attemptsPassed, .integer),
      ]
    }
    return columns
  }

  private static func cells(_ line: CommuneRates.Line, _ name: String, _ query: ProvinceQuery) -> [ReportCell] {
    func count(_ count: Int?) -> ReportCell { count.map(ReportCell.integer) ?? .hidden }
    var cells: [ReportCell] = [
      .text(name), line.commune == .whole ? .empty : .text(line.commune.code), count(line.people.denominator),
      count(line.people.numerator),
    ]
    cells += rate(line.people)
    if query.mode == .internal, query.area == nil {
      cells += [count(line.attempts?.denominator), count(line.attempts?.numerator)]
    }
    return cells
  }

  private static func rate(_ people: ShownRate) -> [ReportCell] {
    guard let proportion = people.proportion else { return [.hidden, .hidden, .hidden] }
    func percent(_ tenths: Int?) -> ReportCell { tenths.map(ReportCell.percent) ?? .empty }
    return [
      percent(proportion.tenthsOfPercent),
      percent(proportion.interval.flatMap { Rounding.tenthsOfPercent(share: $0.lower) }),
      percent(proportion.interval.flatMap { Rounding.tenthsOfPercent(share: $0.upper) }),
    ]
  }
}
