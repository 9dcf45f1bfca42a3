import Assessment
import Measurement
import UseCases

/// Who chose which option of one version of an item.
struct OptionTable {
  let version: ItemDetail.Version
  let mode: ReportMode

  static let columns = [
    ReportHead.Column("version", StatisticsWording.itemHeading, .text),
    ReportHead.Column("option", StatisticsWording.option, .text),
    ReportHead.Column("key", StatisticsWording.isKey, .text),
    ReportHead.Column("chosen", StatisticsWording.chosen, .integer),
    ReportHead.Column("rate", StatisticsWording.chosenRate, .percent),
    ReportHead.Column("lower", StatisticsWording.from, .percent),
    ReportHead.Column("upper", StatisticsWording.to, .percent),
    ReportHead.Column("rest", StatisticsWording.rest, .percent),
    ReportHead.Column("restError", StatisticsWording.error, .percent),
  ]

  /// Options, then who gave none; nothing for kinds without options.
  var rows: [ReportRow] {
    let options = version.line.statistics.options
    guard !options.isEmpty else { return [] }
    let omitted = version.line.statistics.omitted
    let other = omitted.denominator - omitted.numerator - options.reduce(0) { $0 + $1.chosen.numerator }
    let counts = options.map(\.chosen.numerator) + [omitted.numerator, other]
    let hidden = isHidden(counts)
    var rows = options.indices.map { place in
      row(options[place], isHidden: hidden[place])
    }
    rows.append(row(StatisticsWording.noAnswer, counts[options.count], of: omitted.denominator, hidden[options.count]))
    if other > 0 {
      rows.append(
        row(StatisticsWording.otherAnswer, other, of: omitted.denominator, hidden[options.count + 1]))
    }
    return rows
  }

  private func isHidden(_ counts: [Int]) -> [Bool] {
    guard mode == .outside else { return counts.map { _ in false } }
    let table = Suppression(of: CountTable(totalOf: counts.map { [$0] }), rule: .sentOut)
    return counts.indices.map { table.shown(row: $0 + 1, column: 0) == nil }
  }

  private var name: ReportCell {
    .text(StatisticsWording.item(version.line.id.text, version: version.line.version))
  }

  private func row(_ option: OptionStatistics, isHidden: Bool) -> ReportRow {
    let text = version.item.flatMap { item in
      item.countedOptions.indices.contains(option.option) ? item.countedOptions[option.option].text.written : nil
    }
    let start: [ReportCell] = [
      name, .text("\(StatisticsCell.letter(option.option)). \(text ?? "")"),
      .text(option.isKey ? StatisticsWording.key : StatisticsWording.distractor),
    ]
    guard !isHidden else { return ReportRow(start + [ReportCell](repeating: .hidden, count: 6)) }
    let isShown = option.chosen.numerator >= Kiosk.leastForFigure
    return ReportRow(
      start + rate(option.chosen)
        + [
          isShown ? StatisticsCell.percent(share: option.meanRest) : few(option.chosen.numerator),
          isShown ? StatisticsCell.percent(share: option.standardError) : few(option.chosen.numerator),
        ])
  }

  private func few(_ count: Int) -> ReportCell { count == 0 ? .empty : .tooFew }

  private func row(_ label: String, _ count: Int, of all: Int, _ isHidden: Bool) -> ReportRow {
    ReportRow(
      [name, .text(label), .empty]
        + (isHidden
          ? [ReportCell](repeating: .hidden, count: 4) : rate(Proportion(count, of: all))) + [.empty, .empty])
  }

  private func rate(_ chosen: Proportion) -> [ReportCell] {
    [
      .integer(chosen.numerator), StatisticsCell.percent(chosen.tenthsOfPercent),
      StatisticsCell.percent(share: chosen.interval?.lower), StatisticsCell.percent(share: chosen.interval?.upper),
    ]
  }
}

/// Groups of people beside each other on one version of an item.
struct DifferenceTable {
  let version: ItemDetail.Version
  let mode: ReportMode

  static let columns = [
    ReportHead.Column("version", StatisticsWording.itemHeading, .text),
    ReportHead.Column("comparison", StatisticsWording.comparison, .text),
    ReportHead.Column("reference", StatisticsWording.reference, .integer),
    ReportHead.Column("focal", StatisticsWording.focal, .integer),
    ReportHead.Column("odds", StatisticsWording.odds, .coefficient),
    ReportHead.Column("lower", StatisticsWording.from, .coefficient),
    ReportHead.Column("upper", StatisticsWording.to, .coefficient),
    ReportHead.Column("delta", StatisticsWording.delta, .coefficient),
    ReportHead.Column("deltaError", StatisticsWording.deltaError, .coefficient),
    ReportHead.Column("probability", StatisticsWording.probability, .coefficient),
    ReportHead.Column("class", StatisticsWording.difference, .text),
  ]

  var rows: [ReportRow] {
    version.differences.map { comparison, found in
      let name = StatisticsWording.item(version.line.id.text, version: version.line.version)
      let start: [ReportCell] = [.text(name), .text(StatisticsWording.comparison(comparison))]
      return ReportRow(start + counts(found) + figures(found))
    }
  }

  /// The two groups and whoever is in neither add up to all who had the item, which is shown elsewhere.
  private func counts(_ found: ItemDifference) -> [ReportCell] {
    guard mode == .outside else { return [.integer(found.reference), .integer(found.focal)] }
    let neither = max(0, version.line.count - found.reference - found.focal)
    let table = Suppression(
      of: CountTable(totalOf: [[found.reference], [found.focal], [neither]]), rule: .sentOut)
    return [1, 2].map { table.shown(row: $0, column: 0).map(ReportCell.integer) ?? .hidden }
  }

  private func figures(_ found: ItemDifference) -> [ReportCell] {
    guard let result = found.result else {
      return [ReportCell](repeating: .tooFew, count: 6) + [.text(StatisticsWording.notCompared)]
    }
    return [
      StatisticsCell.coefficient(result.oddsRatio), StatisticsCell.coefficient(result.interval.lower),
      StatisticsCell.coefficient(result.interval.upper), StatisticsCell.coefficient(result.delta),
      StatisticsCell.coefficient(result.deltaError), StatisticsCell.coefficient(result.probability),
      .text(StatisticsWording.difference(result.class, isHarder: result.delta < 0)),
    ]
  }
}
