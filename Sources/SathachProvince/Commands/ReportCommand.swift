import ArgumentParser
import Assessment
import Glibc
import PostgresStore
import Province
import ProvinceWeb
import Sealing
import UseCases
import Web

extension ProvinceQuery.Breakdown: ExpressibleByArgument {}
extension ReportMode: ExpressibleByArgument {}
extension ReportText.Separator: ExpressibleByArgument {}

/// The officers' report, as a file.
struct ReportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json, xlsx
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "People who took the test and who passed, each counted once; by the office's rules.")

  @Option(help: "commune, audience, area, competence, age, sex or month.") var by = ProvinceQuery.Breakdown.commune
  @Option(help: "month:2026-11, quarter:2026-4, half:2026-2 or year:2026 (default: this quarter).") var period: String?
  @Option(help: "The first day of a month, quarter, half year or year.") var from: String?
  @Option(help: "The last day of the same.") var to: String?
  @Option(help: "Only this commune, by its five digits.") var commune: String?
  @Option(help: "Only this audience, by its id.") var audience: String?
  @Option(help: "With --by commune: who reached this area, by its id.") var area: String?
  @Option(help: "internal, or outside: small counts hidden.") var mode = ReportMode.internal
  @Option(help: "csv, json or xlsx.") var format = Format.csv
  @Option(help: "Of CSV: comma, semicolon (with decimal commas) or tab.") var separator = ReportText.Separator.comma
  @OptionGroup var options: OfficeOptions

  func validate() throws {
    if let commune, !Commune.isWellFormed(commune) { throw ValidationError("--commune takes five digits") }
    if let audience, !Audience.ID.isWellFormed(audience) { throw ValidationError("\"\(audience)\" is no audience id") }
    if let area, !Area.ID.isWellFormed(area) { throw ValidationError("\"\(area)\" is no area id") }
    if area != nil, by != .commune { throw ValidationError("--area goes with --by commune") }
    _ = try asked(today: CivilDate(SystemClock().now()))
  }

  private func asked(today: CivilDate) throws -> CalendarPeriod {
    if let period {
      guard case .calendar(let period)? = ReportPeriod(period.split(separator: ":").joined(separator: "-")) else {
        throw ValidationError("--period takes month:2026-11, quarter:2026-4, half:2026-2 or year:2026, not \(period)")
      }
      return period
    }
    guard from != nil || to != nil else { return CalendarPeriod(.quarter, containing: today) }
    guard let first = from.flatMap({ CivilDate(iso: $0) }), let last = to.flatMap({ CivilDate(iso: $0) }),
      case .success(.calendar(let period)) = ReportPeriod.from(first, to: last)
    else { throw ValidationError(OfficeFaultLines.text(.period)) }
    return period
  }

  func run() throws {
    try options.office { office, _ in
      let query = ProvinceQuery(
        period: try asked(today: office.today), breakdown: by, commune: commune.map { Commune(code: $0) },
        audience: audience.map { Audience.ID($0) }, area: area.map { Area.ID($0) }, mode: mode)
      let table = try ReportTable(of: query, office)
      func write(to sink: any ReportSink) throws {
        try table.write(to: sink, digest: RunningSHA256(), at: office.now, wording: ReportWording.foot)
      }
      switch format {
      case .csv: try write(to: CSVSink(separator) { try Self.put($0) })
      case .json: try write(to: JSONSink { try Self.put($0) })
      case .xlsx: try office.parts.spreadsheets.make(write) { try Self.put($0) }
      }
    }
  }

  /// - Throws: where not all of it could be written: half a report must not look like a whole one.
  static func put(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure.couldNot("standard output: \(String(cString: strerror(errno)))") }
      rest = rest.dropFirst(count)
    }
  }
}
