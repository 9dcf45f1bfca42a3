import Assessment
import UseCases

/// The table `draft`, and released drafts as items of the bank in force.
extension KioskStore {
  private static let giveWay = Query(
    "UPDATE draft SET state = 'replaced', decidedBy = ?2, decidedAt = ?3 WHERE code = ?1 AND state = 'waiting'")
  private static let addDraft = Query(
    "INSERT INTO draft (code, content, file, line, receivedBy, receivedAt) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
  private static let waiting = Query(
    "SELECT id, code, content, file, line, receivedAt, receivedBy FROM draft WHERE state = 'waiting' ORDER BY code")
  private static let waitingOfItem = Query(
    "SELECT id, code, content, file, line, receivedAt, receivedBy FROM draft WHERE state = 'waiting' AND code = ?1")
  private static let decideDraft = Query(
    "UPDATE draft SET state = ?2, decidedBy = ?3, decidedAt = ?4 WHERE id = ?1 AND state = 'waiting'")
  private static let decisions = Query(
    """
    SELECT code, state, decidedBy, decidedAt FROM draft WHERE state IN ('released', 'discarded')
    ORDER BY decidedAt DESC, id DESC LIMIT ?1
    """)
  private static let released = Query(
    """
    SELECT content FROM draft WHERE id IN (SELECT max(id) FROM draft WHERE state = 'released' GROUP BY code)
    ORDER BY code
    """)
  private static let contentOfItem = Query(
    "SELECT content FROM item WHERE bank = (SELECT bank FROM inForce LIMIT 1) AND code = ?1")
  private static let entriesInForce = Query(
    "SELECT content FROM item WHERE bank = (SELECT bank FROM inForce LIMIT 1) ORDER BY code")
  private static let firstFramework = Query("SELECT framework FROM inForce LIMIT 1")
  private static let bankInForce = Query("UPDATE inForce SET bank = ?1")

  package func add(_ draft: NewDraft, by account: StaffID?, at moment: Moment) throws {
    try database.run(Self.giveWay) {
      $0.bind(draft.item.text)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    try database.run(Self.addDraft) {
      $0.bind(draft.item.text)
      $0.bind(draft.content)
      $0.bind(draft.file)
      $0.bind(draft.line)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
  }

  package func drafts() throws -> [Draft] {
    try database.use(Self.waiting) { statement in
      var drafts: [Draft] = []
      while try statement.step() { drafts.append(Self.draft(statement)) }
      return drafts
    }
  }

  package func draft(of item: Item.ID) throws -> Draft? {
    try database.use(Self.waitingOfItem) { statement in
      statement.bind(item.text)
      return try statement.step() ? Self.draft(statement) : nil
    }
  }

  private static func draft(_ statement: Statement) -> Draft {
    Draft(
      id: statement.number(0), item: Item.ID(statement.text(1)), content: statement.bytes(2), file: statement.text(3),
      line: statement.int(4), receivedAt: Moment(milliseconds: statement.number(5)),
      receivedBy: statement.optionalNumber(6))
  }

  package func decide(_ draft: Draft.ID, isReleased: Bool, by account: StaffID?, at moment: Moment) throws {
    let changed = try database.run(Self.decideDraft) {
      $0.bind(draft)
      $0.bind(isReleased ? "released" : "discarded")
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "draft", what: "decide") }
  }

  package func draftDecisions(most: Int) throws -> [DraftDecision] {
    try database.use(Self.decisions) { statement in
      statement.bind(most)
      var decisions: [DraftDecision] = []
      while try statement.step() {
        decisions.append(
          DraftDecision(
            item: Item.ID(statement.text(0)), isReleased: statement.text(1) == "released",
            account: statement.optionalNumber(2), moment: Moment(milliseconds: statement.number(3))))
      }
      return decisions
    }
  }

  package func releasedContents() throws -> [[UInt8]] {
    try database.use(Self.released) { statement in
      var contents: [[UInt8]] = []
      while try statement.step() { contents.append(statement.bytes(0)) }
      return contents
    }
  }

  package func contentInForce(of item: Item.ID) throws -> [UInt8]? {
    try database.use(Self.contentOfItem) { statement in
      statement.bind(item.text)
      return try statement.step() ? statement.bytes(0) : nil
    }
  }

  package func frameworkInForce() throws -> Framework? {
    let row: Int64? = try database.use(Self.firstFramework) { try $0.step() ? $0.number(0) : nil }
    return try row.map { try framework($0) }
  }

  package func putInForce(_ entries: [ItemBank.Entry], at moment: Moment) throws -> [UInt8] {
    try atomically {
      guard let framework = try frameworkInForce() else {
        throw SQLiteStoreError.rowMissing(table: "inForce", what: "framework")
      }
      let ids = Set(entries.map(\.item.id))
      let others = try entriesInForce(framework).filter { !ids.contains($0.item.id) }
      let all = (others + entries).sorted { $0.item.id < $1.item.id }
      let hash = secrets.sha256(ItemBank.namingBytes(of: all))
      let bank = try keep(all, named: hash, at: moment)
      try database.run(Self.bankInForce) { $0.bind(bank) }
      return hash
    }
  }

  private func entriesInForce(_ framework: Framework) throws -> [ItemBank.Entry] {
    try database.use(Self.entriesInForce) { statement in
      var entries: [ItemBank.Entry] = []
      while try statement.step() {
        guard let entry = ItemBank.Entry(statement.bytes(0), framework: framework) else {
          throw SQLiteStoreError.unreadable(table: "item", column: "content")
        }
        entries.append(entry)
      }
      return entries
    }
  }
}
