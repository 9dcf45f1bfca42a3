import Assessment
import UseCases

/// The tables `targetReturn` and `returnText`.
extension KioskStore {
  private static let addDraft = Query(
    "INSERT INTO targetReturn (kind, year, number, version, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
  private static let oneReturn = Query(
    "SELECT id, kind, year, number, version, account, at, closedBy, closedAt FROM targetReturn WHERE id = ?1")
  private static let allReturns = Query(
    """
    SELECT id, kind, year, number, version, account, at, closedBy, closedAt FROM targetReturn
    ORDER BY year DESC, number * CASE kind WHEN 'quarter' THEN 3 WHEN 'half' THEN 6 ELSE 12 END DESC, kind, version DESC
    """)
  private static let textsOf = Query("SELECT target, field, text FROM returnText WHERE \"return\" = ?1")
  private static let removeTexts = Query("DELETE FROM returnText WHERE \"return\" = ?1 AND target = ?2")
  private static let addText = Query(
    "INSERT INTO returnText (\"return\", target, field, text) VALUES (?1, ?2, ?3, ?4)")
  private static let closeReturn = Query(
    "UPDATE targetReturn SET frozen = ?2, closedBy = ?3, closedAt = ?4 WHERE id = ?1")
  private static let frozenOf = Query("SELECT frozen FROM targetReturn WHERE id = ?1")

  package func addReturn(
    _ period: CalendarPeriod, version: Int, by account: StaffID, at moment: Moment
  ) throws -> TargetReturn.ID {
    try database.run(Self.addDraft) {
      $0.bind(period.kind.rawValue)
      $0.bind(period.year)
      $0.bind(period.number)
      $0.bind(version)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  package func targetReturn(_ id: TargetReturn.ID) throws -> TargetReturn? {
    try database.use(Self.oneReturn) { statement in
      statement.bind(id)
      return try statement.step() ? try targetReturn(from: statement) : nil
    }
  }

  package func targetReturns() throws -> [TargetReturn] {
    try database.use(Self.allReturns) { statement in
      var returns: [TargetReturn] = []
      while try statement.step() { returns.append(try targetReturn(from: statement)) }
      return returns
    }
  }

  private func targetReturn(from row: Statement) throws -> TargetReturn {
    guard
      let period = CalendarPeriod(try word(row, 1, "kind", of: "targetReturn"), year: row.int(2), number: row.int(3))
    else { throw SQLiteStoreError.unreadable(table: "targetReturn", column: "number") }
    return TargetReturn(
      id: row.number(0), period: period, version: row.int(4), account: row.number(5),
      at: Moment(milliseconds: row.number(6)), closedBy: row.optionalNumber(7),
      closedAt: row.optionalNumber(8).map { Moment(milliseconds: $0) })
  }

  package func texts(of id: TargetReturn.ID) throws -> [PlanTarget.ID: ReturnTexts] {
    try database.use(Self.textsOf) { statement in
      statement.bind(id)
      var texts: [PlanTarget.ID: ReturnTexts] = [:]
      while try statement.step() {
        let field: ReturnTexts.Field = try word(statement, 1, "field", of: "returnText")
        texts[PlanTarget.ID(statement.text(0)), default: ReturnTexts()].texts[field] = statement.text(2)
      }
      return texts
    }
  }

  package func keep(_ texts: ReturnTexts, for target: PlanTarget.ID, in id: TargetReturn.ID) throws {
    try database.run(Self.removeTexts) {
      $0.bind(id)
      $0.bind(target.text)
    }
    for field in ReturnTexts.Field.allCases where !texts[field].isEmpty {
      try database.run(Self.addText) {
        $0.bind(id)
        $0.bind(target.text)
        $0.bind(field.rawValue)
        $0.bind(texts[field])
      }
    }
  }

  package func close(
    _ id: TargetReturn.ID, frozen content: [UInt8], by account: StaffID, at moment: Moment
  ) throws {
    let changed = try database.run(Self.closeReturn) {
      $0.bind(id)
      $0.bind(content)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "targetReturn", what: "\(id)") }
  }

  package func frozenContent(of id: TargetReturn.ID) throws -> [UInt8]? {
    try database.use(Self.frozenOf) { statement in
      statement.bind(id)
      return try statement.step() && !statement.isNull(0) ? statement.bytes(0) : nil
    }
  }
}
