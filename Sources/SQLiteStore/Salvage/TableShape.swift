/// What a table's rows look like on their pages.
struct TableShape {
  struct Column {
    let name: String
    let type: String
    let isNeeded: Bool
  }

  let name: String
  /// In the order in which a row's values are stored.
  let columns: [Column]
  /// Where among them the row's own number stands, which the record leaves out.
  let numberColumn: Int?
  let hasNumbers: Bool

  /// Of every table of a database, by name.
  static func all(of database: Database) throws -> [TableShape] {
    let names = try database.values(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    return try names.map { try TableShape($0, of: database) }
  }

  private init(_ name: String, of database: Database) throws {
    self.name = name
    let list = "FROM pragma_table_info('\(name)') ORDER BY cid"
    let names = try database.values("SELECT name \(list)")
    let types = try database.values("SELECT type \(list)")
    let needed = try database.values("SELECT \"notnull\" \(list)")
    let keys = try database.values("SELECT pk \(list)").map { Int($0) ?? 0 }
    let columns = names.indices.map { Column(name: names[$0], type: types[$0], isNeeded: needed[$0] == "1") }
    let sql = try database.values("SELECT sql FROM sqlite_schema WHERE name = '\(name)'").first ?? ""
    hasNumbers = !sql.hasSuffix("WITHOUT ROWID")
    if hasNumbers {
      self.columns = columns
      let key = keys.filter { $0 > 0 }.count == 1 ? keys.firstIndex(of: 1) : nil
      numberColumn = key.flatMap { types[$0] == "INTEGER" ? $0 : nil }
    } else {
      let first = columns.indices.filter { keys[$0] > 0 }.sorted { keys[$0] < keys[$1] }
      self.columns = (first + columns.indices.filter { keys[$0] == 0 }).map { columns[$0] }
      numberColumn = nil
    }
  }

  /// The row's values, each beside its column; nil where it cannot be a row of this table.
  func values(of row: StoredRow) -> [StoredValue]? {
    guard hasNumbers == (row.rowid != nil), (1...columns.count).contains(row.values.count) else { return nil }
    var values = row.values
    if let numberColumn, let rowid = row.rowid, numberColumn < values.count {
      guard values[numberColumn] == .null else { return nil }
      values[numberColumn] = .integer(rowid)
    }
    for (value, column) in zip(values, columns) where !Self.fits(value, column) { return nil }
    return values
  }

  private static func fits(_ value: StoredValue, _ column: Column) -> Bool {
    switch value {
    case .null: !column.isNeeded
    case .integer: column.type == "INTEGER" || column.type == "REAL"
    case .real: column.type == "REAL"
    case .text: column.type == "TEXT"
    case .blob: column.type == "BLOB"
    }
  }
}
