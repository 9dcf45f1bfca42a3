import UseCases

extension Site {
  /// Rows that go out through a page in one file: a body is complete in memory before it is sent.
  static let mostDownloadedRows = 200_000
  /// Rows of a list that are shown on the screen; files have all of them.
  static let mostShownRows = 300

  /// Any report as a file or a page.
  func report(_ visit: inout Visit, _ route: ReportRoute) throws -> Response {
    let source = try source(visit.kiosk, route)
    switch route.form {
    case .page: return try reportPage(&visit, route, source)
    case .paper:
      let hasChart = if case .passRates = route { true } else { false }
      return try reportPaper(&visit, source, back: .office(.report(route.with(.page)))) { head, rows in
        hasChart ? ReportChart(head, rows)?.markup : nil
      }
    case .csv, .xlsx, .json: return try download(visit, source, as: route.form, name: Self.fileName(of: route))
    }
  }

  private func source(_ kiosk: Kiosk, _ route: ReportRoute) throws -> any ReportSource {
    let choices = try kiosk.reportChoices()
    switch route {
    case .passRates(let query, _):
      return ReportTable(
        try kiosk.passRates(query), filter: ReportWording.facts(query.filter, choices: choices))
    case .attempts(let query, _):
      return AttemptTable(kiosk.attemptList(query), filter: ReportWording.facts(query.filter, choices: choices))
    }
  }

  /// The list with names, made beside the writer: see ``namedAttempts(_:_:_:_:)``.
  func prepareNames(_ visit: Visit, _ query: AttemptQuery, _ form: ReportForm) throws -> Preparation {
    _ = try visit.kiosk.colleague(visit.staff, asAnyOf: [.officer], isActive: true)
    let filter = ReportWording.facts(query.filter, choices: try visit.kiosk.reportChoices())
    let list = AttemptTable(visit.kiosk.attemptList(query, withNames: true), filter: filter)
    let name = Self.fileName(of: .attempts(query, form))
    var rows = 0
    let response = try download(visit, list, as: form, name: name) { rows = $0 }
    return .staff(.names(response, rows: rows))
  }

  /// Who took names out is written down before they leave: what the write does not keep is not sent.
  func namedAttempts(
    _ visit: inout Visit, _ query: AttemptQuery, _ form: ReportForm, _ preparation: Preparation
  ) throws -> Response {
    guard case .staff(.names(let response, let rows)) = preparation else { throw Problem.internalError }
    try visit.kiosk.discloseNames(
      query, rows: rows, format: form.word, digest: visit.kiosk.secrets.sha256(response.body), by: visit.account())
    return response
  }

  func download(
    _ visit: Visit, _ source: any ReportSource, as form: ReportForm, name: String, counted: (Int) -> Void = { _ in }
  ) throws -> Response {
    var body: [UInt8] = []
    func write(to sink: any ReportSink) throws { try send(source, to: sink, visit.kiosk, counted: counted) }
    switch form {
    case .csv(let separator): try write(to: CSVSink(separator) { body += $0 })
    case .json: try write(to: JSONSink { body += $0 })
    case .xlsx: try visit.kiosk.spreadsheets.make(write) { body += $0 }
    case .page, .paper: throw Problem.notFound
    }
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", form.contentType),
        Response.Header("Content-Disposition", "attachment; filename=\"\(name)\""),
        Response.Header("X-Content-Type-Options", "nosniff"), Response.Header("Cache-Control", "no-store"),
      ], body: body)
  }

  func send(
    _ source: any ReportSource, to sink: any ReportSink, _ kiosk: Kiosk, counted: (Int) -> Void = { _ in }
  ) throws {
    try source.write(
      to: sink, digest: kiosk.secrets.runningSHA256(), at: kiosk.clock.now(), wording: ReportWording.foot
    ) { count in
      guard count <= Self.mostDownloadedRows else {
        throw UseCaseError.report(.tooManyRows(most: Self.mostDownloadedRows))
      }
      counted(count)
    }
  }

  /// Letters, digits and hyphens of the address itself: `pass-rates-quarter-2026-4-by-hamlet-internal.xlsx`.
  static func fileName(of route: ReportRoute) -> String {
    fileName(route.path)
  }

  static func fileName(_ path: String) -> String {
    String(path.map { $0 == "/" ? "-" : $0 })
  }
}

/// Takes in a report for a page: its head, the first rows and the foot.
package final class PageSink: ReportSink {
  package private(set) var head: ReportHead?
  package private(set) var rows: [ReportRow] = []
  package private(set) var foot: ReportFoot?
  private let most: Int

  package init(most: Int) {
    self.most = most
  }

  package func begin(_ head: ReportHead) throws { self.head = head }

  package func add(_ row: ReportRow) throws {
    if rows.count < most { rows.append(row) }
  }

  package func end(_ foot: ReportFoot) throws { self.foot = foot }
}
