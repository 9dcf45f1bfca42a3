import Province
import UseCases

/// Counts on their way into `report_cell` and `report_part_cell`, or into the temporary tables of what is added to them.
struct CellTables {
  private let cells, parts: CopyBuffer
  private let connection: PostgresConnection

  /// - Parameter prefix: of the tables' names.
  init(_ prefix: String, on connection: PostgresConnection) {
    self.connection = connection
    cells = CopyBuffer(
      prefix + "report_cell",
      """
      commune kind start scope audience age_band sex is_assisted is_later people passed attempts attempts_passed
      """, on: connection)
    parts = CopyBuffer(
      prefix + "report_part_cell", "commune kind start scope part people reached asked credit", on: connection)
  }

  var hasRows: Bool { cells.rows + parts.rows > 0 }

  func add(_ counts: Contribution.Counts, in scope: Contribution.Scope, of commune: Commune) throws {
    for (group, count) in counts.groups {
      try cells.row {
        $0.add(scope, of: commune)
        $0.add(group)
        for number in [count.people, count.passed, count.attempts, count.attemptsPassed] { $0.add(number) }
      }
    }
    for row in counts.parts.rows {
      try parts.row {
        $0.add(scope, of: commune)
        $0.add(PartText.text(of: row.part))
        for number in [row.count.people, row.count.reached, row.count.asked, row.count.credit] { $0.add(number) }
      }
    }
  }

  func finish() throws {
    for table in [cells, parts] { try table.finish() }
  }

  /// To be called of temporary tables.
  func noteStaged() {
    for table in [cells, parts] { connection.noteStaged(table.rows, in: table.name) }
  }
}

extension CopyRow {
  fileprivate mutating func add(_ scope: Contribution.Scope, of commune: Commune) {
    add(commune.code)
    add(scope.period.kind.rawValue)
    add(scope.period.start)
    add(scope.audience?.text ?? "")
  }

  fileprivate mutating func add(_ group: ReportGroup) {
    add(group.audience.text)
    add(group.age.rawValue)
    add(group.sex?.rawValue ?? "")
    add(group.isAssisted)
    add(group.isLater)
  }
}
