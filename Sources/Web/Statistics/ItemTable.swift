import Assessment
import Measurement
import UseCases

/// Items in lines; the cells that every form shows.
struct ItemTable {
  let figures: ItemFigures
  let mode: ReportMode

  static let columns = [
    ReportHead.Column("item", StatisticsWording.itemHeading, .text),
    ReportHead.Column("count", StatisticsWording.count, .integer),
    ReportHead.Column("exposure", StatisticsWording.exposure, .percent),
    ReportHead.Column("facility", StatisticsWording.facility, .percent),
    ReportHead.Column("facilityLower", StatisticsWording.from, .percent),
    ReportHead.Column("facilityUpper", StatisticsWording.to, .percent),
    ReportHead.Column("discrimination", StatisticsWording.discrimination, .coefficient),
    ReportHead.Column("discriminationLower", StatisticsWording.from, .coefficient),
    ReportHead.Column("discriminationUpper", StatisticsWording.to, .coefficient),
    ReportHead.Column("rest", StatisticsWording.rest, .percent),
    ReportHead.Column("omitted", StatisticsWording.omitted, .percent),
    ReportHead.Column("time", StatisticsWording.time, .seconds),
    ReportHead.Column("flags", StatisticsWording.flags, .text),
  ]

  /// By which order a heading sorts; ends of intervals sort as what they belong to.
  static func order(of column: ReportHead.Column) -> ItemOrder? {
    switch column.name {
    case "item": .item
    case "count": .count
    case "exposure": .exposure
    case "facility": .facility
    case "discrimination": .discrimination
    case "rest": .rest
    case "omitted": .omitted
    case "time": .time
    case "flags": .flags
    default: nil
    }
  }

  func cells(_ line: ItemFigures.Line) -> [ReportCell] {
    let name = ReportCell.text(StatisticsWording.item(line.id.text, version: line.version))
    let isSmall = SuppressionRule.sentOut.isSmall(line.count)
    if mode == .outside, isSmall { return [name] + [ReportCell](repeating: .hidden, count: 11) + [.text(flags(line))] }
    let figures = line.statistics
    let start: [ReportCell] = [
      name, .integer(line.count), StatisticsCell.percent(figures.exposure.tenthsOfPercent),
    ]
    guard line.count >= Kiosk.leastForFigure else {
      return start + [ReportCell](repeating: line.count == 0 ? .empty : .tooFew, count: 9) + [.text(flags(line))]
    }
    return start + StatisticsCell.shares(figures.facility)
      + (line.isJudged
        ? StatisticsCell.coefficients(figures.discrimination) : [ReportCell](repeating: .tooFew, count: 3))
      + [
        StatisticsCell.percent(share: figures.meanRest), StatisticsCell.percent(figures.omitted.tenthsOfPercent),
        StatisticsCell.seconds(figures.time?.median), .text(flags(line)),
      ]
  }

  private func flags(_ line: ItemFigures.Line) -> String {
    guard line.isJudged else { return StatisticsWording.notJudged }
    guard !line.flags.isEmpty else { return StatisticsWording.nothingToSee }
    return line.flags.map { StatisticsWording.flag($0, option: StatisticsCell.letter) }.joined(separator: "; ")
  }
}

/// Figures of `Measurement` as cells.
enum StatisticsCell {
  static func percent(_ tenths: Int?) -> ReportCell { tenths.map(ReportCell.percent) ?? .empty }

  static func percent(share: Double?) -> ReportCell {
    percent(share.flatMap { Rounding.tenthsOfPercent(share: $0) })
  }

  static func shares(_ estimate: Estimate?) -> [ReportCell] {
    [estimate?.value, estimate?.interval?.lower, estimate?.interval?.upper].map(percent(share:))
  }

  static func coefficient(_ value: Double?) -> ReportCell {
    value.flatMap(Rounding.hundredths).map(ReportCell.coefficient) ?? .empty
  }

  static func coefficients(_ estimate: Estimate?) -> [ReportCell] {
    [estimate?.value, estimate?.interval?.lower, estimate?.interval?.upper].map(coefficient)
  }

  static func seconds(_ value: Double?) -> ReportCell {
    value.flatMap { Int(exactly: ($0 * 10 + 0.5).rounded(.down)) }.map(ReportCell.seconds) ?? .empty
  }

  /// A, B, C …, by the bank's order of the options.
  static func letter(_ place: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return letters.indices.contains(place) ? String(letters[place]) : String(place + 1)
  }
}
