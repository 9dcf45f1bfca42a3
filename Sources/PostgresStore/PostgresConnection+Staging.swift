/// How the temporary tables of ``StagedTables`` are filled and emptied.
extension PostgresConnection {
  private static let mostStaged = 20_000

  func noteStaged(_ rows: Int, in table: String) {
    if rows > 0 { stagedRows[table, default: 0] += rows }
  }

  /// Runs a statement that puts rows into a table of ``StagedTables``.
  ///
  /// - Returns: how many.
  @discardableResult
  func fill(_ table: String, _ sql: StaticString, _ arguments: [PostgresValue] = []) throws -> Int {
    let rows = try run(sql, arguments)
    noteStaged(rows, in: table)
    return rows
  }

  /// What nothing was put into is left alone.
  func emptyStaging(_ tables: [String]) throws {
    let filled = tables.filter { stagedRows[$0] != nil }
    let full = filled.filter { stagedRows[$0, default: 0] > Self.mostStaged }
    var statements = filled.filter { !full.contains($0) }.map { "DELETE FROM \($0)" }
    if !full.isEmpty { statements.append("TRUNCATE " + full.joined(separator: ", ")) }
    guard !statements.isEmpty else { return }
    try execute(statements.joined(separator: "; "))
    // Not forgotten: if the transaction fails, the old rows are there again.
    for table in full { stagedRows[table] = 0 }
  }
}
