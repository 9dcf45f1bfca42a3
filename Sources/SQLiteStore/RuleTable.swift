import Assessment
import UseCases

/// The tables `ruleAdoption` and `ruleProposal`: rules of the office's own, and what the bank proposes beside them.
extension KioskStore {
  private static let propose = Query(
    """
    INSERT INTO ruleProposal (audience, blueprint) VALUES (?1, ?2)
    ON CONFLICT (audience) DO UPDATE SET blueprint = excluded.blueprint
    """)
  private static let proposed = Query(
    """
    SELECT b.id, b.content, b.framework FROM ruleProposal p JOIN blueprint b ON b.id = p.blueprint WHERE p.audience = ?1
    """)
  private static let adoptionsOf = Query(
    """
    SELECT r.blueprint, r.origin, r.document, r.day, r.signer, r.account, r.at, b.version
    FROM ruleAdoption r JOIN blueprint b ON b.id = r.blueprint WHERE r.audience = ?1 ORDER BY r.id DESC
    """)
  private static let highest = Query("SELECT coalesce(max(version), 0) FROM blueprint WHERE audience = ?1")
  private static let numbered = Query(
    "SELECT count(DISTINCT hash) FROM blueprint WHERE audience = ?1 AND version = ?2")
  private static let addAdoption = Query(
    """
    INSERT INTO ruleAdoption (audience, blueprint, origin, document, day, signer, account, at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    """)
  private static let frameworkOf = Query("SELECT framework FROM inForce WHERE audience = ?1")
  private static let changeRules = Query("UPDATE inForce SET blueprint = ?2 WHERE audience = ?1")
  private static let content = Query("SELECT framework, content FROM blueprint WHERE id = ?1")

  func propose(_ blueprint: Int64, for audience: Audience.ID) throws {
    try database.run(Self.propose) {
      $0.bind(audience.text)
      $0.bind(blueprint)
    }
  }

  package func proposedBlueprint(for audience: Audience.ID) throws -> (row: Int64, blueprint: Blueprint)? {
    let found: (row: Int64, content: [UInt8], framework: Int64)? = try database.use(Self.proposed) { statement in
      statement.bind(audience.text)
      return try statement.step() ? (statement.number(0), statement.bytes(1), statement.number(2)) : nil
    }
    guard let found else { return nil }
    guard let blueprint = ItemBank.blueprint(from: found.content, framework: try framework(found.framework)) else {
      throw SQLiteStoreError.unreadable(table: "blueprint", column: "content")
    }
    return (found.row, blueprint)
  }

  package func ruleAdoptions(of audience: Audience.ID) throws -> [(adoption: RuleAdoption, version: Int)] {
    try database.use(Self.adoptionsOf) { statement in
      statement.bind(audience.text)
      var adoptions: [(RuleAdoption, Int)] = []
      while try statement.step() {
        let adoption = RuleAdoption(
          audience: audience, blueprint: statement.number(0),
          origin: try word(statement, 1, "origin", of: "ruleAdoption"), act: try act(statement),
          account: statement.optionalNumber(5), at: Moment(milliseconds: statement.number(6)))
        adoptions.append((adoption, statement.int(7)))
      }
      return adoptions
    }
  }

  private func act(_ row: Statement) throws -> RuleAct? {
    guard let document = row.optionalText(2) else { return nil }
    guard let date = CivilDate(iso: row.text(3)) else {
      throw SQLiteStoreError.unreadable(table: "ruleAdoption", column: "day")
    }
    return RuleAct(document: document, date: date, signer: row.text(4))
  }

  package func highestRuleVersion(of audience: Audience.ID) throws -> Int {
    try database.use(Self.highest) { statement in
      statement.bind(audience.text)
      return try statement.step() ? statement.int(0) : 0
    }
  }

  package func rules(of audience: Audience.ID, numbered version: Int) throws -> Int {
    try database.use(Self.numbered) { statement in
      statement.bind(audience.text)
      statement.bind(version)
      return try statement.step() ? statement.int(0) : 0
    }
  }

  package func putInForce(
    _ blueprint: Blueprint, content: [UInt8], origin: RuleAdoption.Origin, act: RuleAct?, by account: StaffID?,
    at moment: Moment
  ) throws {
    let framework: Int64? = try database.use(Self.frameworkOf) { statement in
      statement.bind(blueprint.audience.text)
      return try statement.step() ? statement.number(0) : nil
    }
    guard let framework else { throw SQLiteStoreError.rowMissing(table: "inForce", what: blueprint.audience.text) }
    let row = try keep(blueprint, content: content, framework: framework)
    try note(
      RuleAdoption(
        audience: blueprint.audience, blueprint: row, origin: origin, act: act, account: account, at: moment))
    try database.run(Self.changeRules) {
      $0.bind(blueprint.audience.text)
      $0.bind(row)
    }
  }

  private func note(_ adoption: RuleAdoption) throws {
    try database.run(Self.addAdoption) {
      $0.bind(adoption.audience.text)
      $0.bind(adoption.blueprint)
      $0.bind(adoption.origin.rawValue)
      $0.bind(adoption.act?.document)
      $0.bind(adoption.act?.date.iso)
      $0.bind(adoption.act?.signer)
      $0.bind(adoption.account)
      $0.bind(adoption.at.milliseconds)
    }
  }
}

// A bank that comes while the office has rules of its own.
extension KioskStore {
  /// The row of the office's own rules under a new bank's framework; nil where the office follows the bank.
  ///
  /// - Throws: ``ItemBank/Faulty`` where they do not fit the new bank: then the bank before it stays in force, until an
  ///   officer has changed the rules or gone back to the proposal.
  func ownRules(of audience: Audience.ID, in bank: ItemBank, framework: Int64, at moment: Moment) throws -> Int64? {
    guard let last = try ruleAdoptions(of: audience).first?.adoption, last.origin != .proposal else { return nil }
    let stored: (framework: Int64, content: [UInt8]) = try database.use(Self.content) { statement in
      statement.bind(last.blueprint)
      guard try statement.step() else { throw SQLiteStoreError.rowMissing(table: "blueprint", what: audience.text) }
      return (statement.number(0), statement.bytes(1))
    }
    guard let own = ItemBank.blueprint(from: stored.content, framework: try self.framework(stored.framework)) else {
      throw SQLiteStoreError.unreadable(table: "blueprint", column: "content")
    }
    let isSame = own.framework == bank.framework.version
    let rules =
      isSame
      ? own
      : own.renumbered(
        try highestRuleVersion(of: audience) + 1, framework: bank.framework.version, adoption: own.adoption)
    try check(rules, against: bank)
    guard stored.framework != framework else { return last.blueprint }
    let row = try keep(rules, content: isSame ? stored.content : rules.json.canonicalBytes, framework: framework)
    try note(
      RuleAdoption(
        audience: audience, blueprint: row, origin: .carried, act: last.act, account: nil, at: moment))
    return row
  }

  private func check(_ rules: Blueprint, against bank: ItemBank) throws {
    let faults = rules.faults(in: bank.framework) + rules.shortages(in: bank.cards(for: rules.audience))
    guard faults.isEmpty else {
      throw ItemBank.Faulty(
        problems: faults.map {
          ContentProblem(
            file: "framework.json", line: 0, subject: "the office's own rules for \"\(rules.audience)\"", text: $0.text)
        })
    }
  }
}
