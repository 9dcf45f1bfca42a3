import Assessment
import UseCases

/// The tables `reason` and `reasonInForce`: why staff act, in the order of the file they were adopted from.
extension KioskStore {
  private static let findReason = Query(
    "SELECT id FROM reason WHERE code = ?1 AND kind = ?2 AND kindName = ?3 AND text = ?4 AND acts = ?5")
  private static let addReason = Query(
    "INSERT INTO reason (code, kind, kindName, text, acts) VALUES (?1, ?2, ?3, ?4, ?5)")
  private static let rowsInForce = Query("SELECT reason FROM reasonInForce ORDER BY place")
  private static let clearForce = Query("DELETE FROM reasonInForce")
  private static let putReasonInForce = Query("INSERT INTO reasonInForce (place, reason) VALUES (?1, ?2)")
  private static let reasonsInForce = Query(
    """
    SELECT r.code, r.kind, r.kindName, r.text, r.acts FROM reasonInForce f JOIN reason r ON r.id = f.reason
    ORDER BY f.place
    """)
  // In force first, then the latest of those that were.
  private static let reasonWithCode = Query(
    """
    SELECT r.code, r.kind, r.kindName, r.text, r.acts, r.id FROM reason r LEFT JOIN reasonInForce f ON f.reason = r.id
    WHERE r.code = ?1 ORDER BY f.reason IS NULL, r.id DESC LIMIT 1
    """)

  /// - Returns: whether anything in force changed.
  func keep(_ reasons: [Reason]) throws -> Bool {
    let rows = try reasons.map(row)
    let known: [Int64] = try database.use(Self.rowsInForce) { statement in
      var known: [Int64] = []
      while try statement.step() { known.append(statement.number(0)) }
      return known
    }
    guard rows != known else { return false }
    try database.run(Self.clearForce)
    for (place, row) in rows.enumerated() {
      try database.run(Self.putReasonInForce) {
        $0.bind(place + 1)
        $0.bind(row)
      }
    }
    return true
  }

  private func row(of reason: Reason) throws -> Int64 {
    let acts = reason.acts.map(\.rawValue).sorted().joined(separator: " ")
    func bind(_ statement: Statement) {
      statement.bind(reason.id.text)
      statement.bind(reason.kind.rawValue)
      statement.bind(reason.kindName)
      statement.bind(reason.text)
      statement.bind(acts)
    }
    let known: Int64? = try database.use(Self.findReason) { statement in
      bind(statement)
      return try statement.step() ? statement.number(0) : nil
    }
    if let known { return known }
    try database.run(Self.addReason, bind)
    return database.lastInsertedRow
  }

  package func reasons() throws -> [Reason] {
    try database.use(Self.reasonsInForce) { statement in
      var reasons: [Reason] = []
      while try statement.step() { reasons.append(try reason(from: statement)) }
      return reasons
    }
  }

  package func reason(_ id: Reason.ID) throws -> Reason? {
    try database.use(Self.reasonWithCode) { statement in
      statement.bind(id.text)
      return try statement.step() ? reason(from: statement) : nil
    }
  }

  /// The row that a new act refers to.
  func reasonRow(_ id: Reason.ID?) throws -> Int64? {
    guard let id else { return nil }
    return try database.use(Self.reasonWithCode) { statement in
      statement.bind(id.text)
      guard try statement.step() else { throw SQLiteStoreError.rowMissing(table: "reason", what: id.text) }
      return statement.number(5)
    }
  }

  private func reason(from row: Statement) throws -> Reason {
    let acts = row.text(4).split(separator: " ").compactMap { Reason.Act(rawValue: String($0)) }
    return Reason(
      id: Reason.ID(row.text(0)), kind: try word(row, 1, "kind", of: "reason"), kindName: row.text(2),
      text: row.text(3), acts: Set(acts))
  }
}
