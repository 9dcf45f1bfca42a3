import Assessment
import UseCases

/// The table `oneTimeCode`: who reads the file cannot use a code, since only keyed hashes stand in it.
extension KioskStore {
  private static let dropFirst = Query("DELETE FROM oneTimeCode WHERE kind = 'first-officer'")
  private static let dropList = Query("DELETE FROM oneTimeCode WHERE account = ?1")
  private static let addCode = Query("INSERT INTO oneTimeCode (kind, account, mark, madeAt) VALUES (?1, ?2, ?3, ?4)")
  private static let findCode = Query("SELECT 1 FROM oneTimeCode WHERE mark = ?1 AND usedAt IS NULL")
  private static let useCode = Query("UPDATE oneTimeCode SET usedAt = ?2 WHERE mark = ?1")
  private static let countFirst = Query(
    "SELECT count(*) FROM oneTimeCode WHERE kind = 'first-officer' AND usedAt IS NULL")
  private static let countList = Query("SELECT count(*) FROM oneTimeCode WHERE account = ?1 AND usedAt IS NULL")

  package func replaceCodes(_ codes: [String], of owner: CodeOwner, at moment: Moment) throws {
    switch owner {
    case .firstOfficer: try database.run(Self.dropFirst)
    case .account(let id): try database.run(Self.dropList) { $0.bind(id) }
    }
    for code in codes {
      let mark = mark(code, of: owner)
      try database.run(Self.addCode) {
        switch owner {
        case .firstOfficer:
          $0.bind("first-officer" as StaticString)
          $0.bind(nil as Int64?)
        case .account(let id):
          $0.bind("list" as StaticString)
          $0.bind(id)
        }
        $0.bind(mark)
        $0.bind(moment.milliseconds)
      }
    }
  }

  package func isOpen(_ code: String, of owner: CodeOwner) throws -> Bool {
    let mark = mark(code, of: owner)
    return try database.use(Self.findCode) { statement in
      statement.bind(mark)
      return try statement.step()
    }
  }

  package func use(_ code: String, of owner: CodeOwner, at moment: Moment) throws -> Bool {
    guard try isOpen(code, of: owner) else { return false }
    let mark = mark(code, of: owner)
    try database.run(Self.useCode) {
      $0.bind(mark)
      $0.bind(moment.milliseconds)
    }
    return true
  }

  package func openCodes(of owner: CodeOwner) throws -> Int {
    let query: Query
    switch owner {
    case .firstOfficer: query = Self.countFirst
    case .account: query = Self.countList
    }
    return try database.use(query) { statement in
      if case .account(let id) = owner { statement.bind(id) }
      return try statement.step() ? statement.int(0) : 0
    }
  }

  private func mark(_ code: String, of owner: CodeOwner) -> [UInt8] {
    switch owner {
    case .firstOfficer: secrets.mark(code, kind: "first-officer")
    case .account(let id): secrets.mark(code, kind: "list \(id)")
    }
  }
}
