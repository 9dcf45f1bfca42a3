import Assessment
import UseCases

/// Content as it was adopted: `framework`, `blueprint`, `itemBank`, `item`, `notice` and what of them is in force.
extension KioskStore {
  private static let contentInForce = Query(
    "SELECT content FROM item WHERE bank = (SELECT bank FROM inForce LIMIT 1) ORDER BY code")
  private static let frameworkInForce = Query("SELECT audience, framework FROM inForce ORDER BY audience")
  private static let noticeInForce = Query("SELECT notice FROM inForce WHERE audience = ?1")
  private static let noticeContent = Query("SELECT content FROM notice WHERE id = ?1")
  private static let versionInForce = Query("SELECT framework, blueprint, bank FROM inForce WHERE audience = ?1")
  private static let frameworkContent = Query("SELECT content FROM framework WHERE id = ?1")
  private static let rulesContent = Query(
    """
    SELECT b.content, (SELECT hash FROM itemBank WHERE id = ?2) FROM blueprint b WHERE b.id = ?1
    """)
  // By code, so that a form drawn from them does not hang on the order of rows.
  private static let cards = Query(
    """
    SELECT i.code, i.use, i.competence, c.area, i.difficulty, i.shuffledParts, i.kind, i.cluster
    FROM item i JOIN itemAudience a ON a.item = i.id AND a.audience = ?1
      JOIN competence c ON c.framework = ?2 AND c.code = i.competence
    WHERE i.bank = ?3 AND i.isRetired = 0 ORDER BY i.code
    """)

  package func audiences() throws -> [Audience] {
    var known: Set<Audience.ID> = []
    var framework: Int64?
    try database.use(Self.frameworkInForce) { statement in
      while try statement.step() {
        known.insert(Audience.ID(statement.text(0)))
        framework = statement.number(1)
      }
    }
    guard let framework else { return [] }
    return try self.framework(framework).audiences.filter { known.contains($0.id) }
  }

  package func notice(for audience: Audience.ID) throws -> Notice? {
    let row: Int64? = try database.use(Self.noticeInForce) { statement in
      statement.bind(audience.text)
      return try statement.step() ? statement.number(0) : nil
    }
    return try row.map { try notice(at: $0) }
  }

  private func notice(at row: Int64) throws -> Notice {
    if let notice = cache.notice(row) { return notice }
    let content: [UInt8] = try database.use(Self.noticeContent) { statement in
      statement.bind(row)
      return try statement.step() ? statement.bytes(0) : []
    }
    guard let notice = ItemBank.notice(from: content) else {
      throw SQLiteStoreError.unreadable(table: "notice", column: "content")
    }
    cache.keep(notice, at: row)
    return notice
  }

  package func currentVersion(for audience: Audience.ID) throws -> ContentVersion? {
    try database.use(Self.versionInForce) { statement in
      statement.bind(audience.text)
      guard try statement.step() else { return nil }
      return ContentVersion(
        framework: statement.number(0), blueprint: statement.number(1), bank: statement.number(2))
    }
  }

  package func rules(_ version: ContentVersion) throws -> Rules {
    let key = ContentCache.RulesKey(framework: version.framework, blueprint: version.blueprint, bank: version.bank)
    if let rules = cache.rules(key) { return rules }
    let framework = try framework(version.framework)
    let rules = try database.use(Self.rulesContent) { statement in
      statement.bind(version.blueprint)
      statement.bind(version.bank)
      guard try statement.step(), !statement.isNull(1),
        let blueprint = ItemBank.blueprint(from: statement.bytes(0), framework: framework)
      else { throw SQLiteStoreError.unreadable(table: "blueprint", column: "content") }
      return Rules(framework: framework, blueprint: blueprint, bankHash: statement.bytes(1))
    }
    cache.keep(rules, for: key)
    return rules
  }

  package func cards(for audience: Audience.ID, in version: ContentVersion) throws -> [Item.Card] {
    try database.use(Self.cards) { statement in
      statement.bind(audience.text)
      statement.bind(version.framework)
      statement.bind(version.bank)
      var cards: [Item.Card] = []
      while try statement.step() {
        guard let use = Item.Use(rawValue: statement.text(1)), let kind = Item.Kind(rawValue: statement.text(6)) else {
          throw SQLiteStoreError.unreadable(table: "item", column: "use or kind")
        }
        cards.append(
          Item.Card(
            id: Item.ID(statement.text(0)), use: use, kind: kind, competence: Competence.ID(statement.text(2)),
            area: Area.ID(statement.text(3)), difficulty: statement.int(4),
            shuffledParts: IDList.ids(statement.text(5)),
            cluster: statement.optionalText(7).map { Item.ClusterID($0) }))
      }
      return cards
    }
  }

  /// The items of the bank in force, retired ones too; none before the first bank.
  package func itemsInForce() throws -> [Item] {
    let framework: Int64? = try database.use(Self.frameworkInForce) { try $0.step() ? $0.number(1) : nil }
    guard let framework else { return [] }
    let rules = try self.framework(framework)
    return try database.use(Self.contentInForce) { statement in
      var items: [Item] = []
      while try statement.step() {
        guard let item = ItemBank.item(from: statement.bytes(0), framework: rules) else {
          throw SQLiteStoreError.unreadable(table: "item", column: "content")
        }
        items.append(item)
      }
      return items
    }
  }

  func framework(_ row: Int64) throws -> Framework {
    if let framework = cache.framework(row) { return framework }
    let framework: Framework = try database.use(Self.frameworkContent) { statement in
      statement.bind(row)
      guard try statement.step(), let framework = ItemBank.framework(from: statement.bytes(0)) else {
        throw SQLiteStoreError.unreadable(table: "framework", column: "content")
      }
      return framework
    }
    cache.keep(framework, at: row)
    return framework
  }
}
