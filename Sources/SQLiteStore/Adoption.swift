import Assessment
import UseCases

/// Taking a bank into the database. Content that is there already, by its hash, is not stored again.
extension KioskStore {
  private static let findFramework = Query("SELECT id FROM framework WHERE hash = ?1")
  private static let addFramework = Query("INSERT INTO framework (version, hash, content) VALUES (?1, ?2, ?3)")
  private static let addCompetence = Query("INSERT INTO competence (framework, code, area) VALUES (?1, ?2, ?3)")
  private static let findBlueprint = Query("SELECT id FROM blueprint WHERE framework = ?1 AND hash = ?2")
  private static let addBlueprint = Query(
    "INSERT INTO blueprint (audience, version, framework, hash, content) VALUES (?1, ?2, ?3, ?4, ?5)")
  static let findBank = Query("SELECT id FROM itemBank WHERE hash = ?1")
  static let addBank = Query("INSERT INTO itemBank (hash, adoptedAt) VALUES (?1, ?2)")
  private static let addItem = Query(
    """
    INSERT INTO item (bank, code, version, use, kind, competence, difficulty, shuffledParts, cluster, isRetired, content)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    """)
  private static let addItemAudience = Query("INSERT INTO itemAudience (item, audience) VALUES (?1, ?2)")
  private static let findNotice = Query("SELECT id FROM notice WHERE hash = ?1")
  private static let addNotice = Query(
    "INSERT INTO notice (audience, version, hash, content) VALUES (?1, ?2, ?3, ?4)")
  private static let putInForce = Query(
    """
    INSERT INTO inForce (audience, framework, blueprint, bank, notice) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (audience) DO UPDATE
      SET framework = excluded.framework, blueprint = excluded.blueprint, bank = excluded.bank, notice = excluded.notice
      WHERE framework <> excluded.framework OR blueprint <> excluded.blueprint OR bank <> excluded.bank
        OR notice <> excluded.notice
    """)
  private static let audiencesInForce = Query("SELECT audience FROM inForce")
  private static let takeOutOfForce = Query("DELETE FROM inForce WHERE audience = ?1")

  package func adopt(_ bank: ItemBank, at moment: Moment) throws -> Bool {
    try atomically {
      let framework = try keepFramework(of: bank)
      let bankRow = try keepItems(of: bank, at: moment)
      var audiences: Set<Audience.ID> = []
      var changes = 0
      for (blueprint, content) in zip(bank.blueprints, bank.blueprintContents) {
        guard let notice = bank.notice(for: blueprint.audience) else { continue }
        audiences.insert(blueprint.audience)
        let proposal = try keep(blueprint, content: content, framework: framework)
        try propose(proposal, for: blueprint.audience)
        let own = try ownRules(of: blueprint.audience, in: bank, framework: framework, at: moment)
        let noticeRow = try keep(notice)
        changes += try database.run(Self.putInForce) {
          $0.bind(blueprint.audience.text)
          $0.bind(framework)
          $0.bind(own ?? proposal)
          $0.bind(bankRow)
          $0.bind(noticeRow)
        }
      }
      if !bank.reasons.isEmpty, try keep(bank.reasons) { changes += 1 }
      if try keep(bank.languages) { changes += 1 }
      return try changes + takeOutOfForce(allBut: audiences) > 0
    }
  }

  private func keepFramework(of bank: ItemBank) throws -> Int64 {
    let hash = secrets.sha256(bank.frameworkContent)
    if let row = try find(Self.findFramework, hash: hash) { return row }
    let row = try add(Self.addFramework) {
      $0.bind(bank.framework.version)
      $0.bind(hash)
      $0.bind(bank.frameworkContent)
    }
    for competence in bank.framework.competences {
      try database.run(Self.addCompetence) {
        $0.bind(row)
        $0.bind(competence.id.text)
        $0.bind(competence.area.text)
      }
    }
    return row
  }

  func keep(_ blueprint: Blueprint, content: [UInt8], framework: Int64) throws -> Int64 {
    let hash = secrets.sha256(content)
    let known: Int64? = try database.use(Self.findBlueprint) { statement in
      statement.bind(framework)
      statement.bind(hash)
      return try statement.step() ? statement.number(0) : nil
    }
    return try known
      ?? add(Self.addBlueprint) {
        $0.bind(blueprint.audience.text)
        $0.bind(blueprint.version)
        $0.bind(framework)
        $0.bind(hash)
        $0.bind(content)
      }
  }

  private func keepItems(of bank: ItemBank, at moment: Moment) throws -> Int64 {
    try keep(bank.entries, named: secrets.sha256(bank.namingBytes), at: moment)
  }

  /// - Parameter hash: the bank's name; see ``Assessment/ItemBank/namingBytes``.
  func keep(_ entries: [ItemBank.Entry], named hash: [UInt8], at moment: Moment) throws -> Int64 {
    if let row = try find(Self.findBank, hash: hash) { return row }
    let row = try add(Self.addBank) {
      $0.bind(hash)
      $0.bind(moment.milliseconds)
    }
    for entry in entries { try keep(entry, in: row) }
    return row
  }

  func keep(_ entry: ItemBank.Entry, in bank: Int64) throws {
    let row = try add(Self.addItem) {
      $0.bind(bank)
      $0.bind(entry.item.id.text)
      $0.bind(entry.item.version)
      $0.bind(entry.item.use.rawValue)
      $0.bind(entry.item.kind.rawValue)
      $0.bind(entry.item.competence.text)
      $0.bind(entry.item.difficulty)
      $0.bind(IDList.text(entry.item.task.shuffledParts))
      $0.bind(entry.item.cluster?.text)
      $0.bind(entry.item.retirement != nil)
      $0.bind(entry.content)
    }
    for audience in Set(entry.item.audiences) {
      try database.run(Self.addItemAudience) {
        $0.bind(row)
        $0.bind(audience.text)
      }
    }
  }

  private func keep(_ notice: Notice) throws -> Int64 {
    let content = NoticeContent.bytes(of: notice)
    let hash = secrets.sha256(content)
    return try find(Self.findNotice, hash: hash)
      ?? add(Self.addNotice) {
        $0.bind(notice.audience.text)
        $0.bind(notice.version)
        $0.bind(hash)
        $0.bind(content)
      }
  }

  private func takeOutOfForce(allBut audiences: Set<Audience.ID>) throws -> Int {
    let known: [Audience.ID] = try database.use(Self.audiencesInForce) { statement in
      var known: [Audience.ID] = []
      while try statement.step() { known.append(Audience.ID(statement.text(0))) }
      return known
    }
    return try known.filter { !audiences.contains($0) }.reduce(0) { count, audience in
      try count + database.run(Self.takeOutOfForce) { $0.bind(audience.text) }
    }
  }

  func find(_ query: Query, hash: [UInt8]) throws -> Int64? {
    try database.use(query) { statement in
      statement.bind(hash)
      return try statement.step() ? statement.number(0) : nil
    }
  }

  func add(_ query: Query, _ bind: (Statement) -> Void) throws -> Int64 {
    hasNewContent = true
    try database.run(query, bind)
    return database.lastInsertedRow
  }
}
