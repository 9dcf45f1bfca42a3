import Assessment
import UseCases

/// Answers for item and test statistics, streamed form by form. No order is asked for: rows come as `countedAttempt` keeps
/// them, by person and moment, so that nothing is sorted and the order is always the same.
extension KioskStore {
  private static let everyItem = Query("SELECT id, code, version, competence FROM item ORDER BY id")
  private static let forms = Query(
    """
    SELECT c.attempt, a.framework, a.blueprint, a.bank, c.ageBand, c.sex, c.isAssisted, f.item, f.credit, f.response,
      f.isWhole, f.spent
    FROM countedAttempt c CROSS JOIN attempt a CROSS JOIN formItem f
    WHERE a.id = c.attempt AND f.attempt = c.attempt AND f.part = 'scored' AND (?1 IS NULL OR c.audience = ?1)
      AND c.submittedAt BETWEEN ?2 AND ?3
    """)
  private static let formCount = Query(
    """
    SELECT count(*) FROM countedAttempt c WHERE (?1 IS NULL OR c.audience = ?1) AND c.submittedAt BETWEEN ?2 AND ?3
    """)
  private static let areaCredits = Query(
    """
    SELECT c.attempt, a.framework, a.blueprint, a.bank, coalesce(a.credit, a.right * 100), r.area,
      coalesce(r.credit, r.right * 100)
    FROM countedAttempt c CROSS JOIN attempt a LEFT JOIN attemptArea r ON r.attempt = c.attempt
    WHERE a.id = c.attempt AND c.audience = ?1 AND c.submittedAt BETWEEN ?2 AND ?3
    """)

  package func everyItem() throws -> [StoredItem] {
    try database.use(Self.everyItem) { row in
      var items: [StoredItem] = []
      while try row.step() {
        items.append(
          StoredItem(
            row: row.number(0), id: Item.ID(row.text(1)), version: row.int(2), competence: Competence.ID(row.text(3))))
      }
      return items
    }
  }

  package func scoredFormCount(of audience: Audience.ID?, in moments: ClosedRange<Int64>) throws -> Int {
    try database.use(Self.formCount) { row in
      bind(audience, moments, to: row)
      return try row.step() ? row.int(0) : 0
    }
  }

  package func eachScoredForm(
    of audience: Audience.ID?, in moments: ClosedRange<Int64>, _ body: (ScoredForm) throws -> Void
  ) throws {
    try database.use(Self.forms) { row in
      bind(audience, moments, to: row)
      var attempt: Int64?
      var form: ScoredForm?
      while try row.step() {
        if row.number(0) != attempt {
          if let form { try body(form) }
          attempt = row.number(0)
          form = Self.form(row)
        }
        form?.answers.append(
          ScoredForm.Answer(
            row: row.number(7), credit: row.int(8), response: row.optionalText(9), isWhole: row.flag(10),
            spent: row.int(11)))
      }
      if let form { try body(form) }
    }
  }

  package func eachAreaCredit(
    of audience: Audience.ID, in moments: ClosedRange<Int64>, _ body: (AreaCredits) throws -> Void
  ) throws {
    try database.use(Self.areaCredits) { row in
      bind(audience, moments, to: row)
      var attempt: Int64?
      var credits: AreaCredits?
      while try row.step() {
        if row.number(0) != attempt {
          if let credits { try body(credits) }
          attempt = row.number(0)
          credits = AreaCredits(content: Self.content(row), credit: row.int(4))
        }
        if let area = row.optionalText(5) { credits?.areas[Area.ID(area)] = row.int(6) }
      }
      if let credits { try body(credits) }
    }
  }

  private static func form(_ row: Statement) -> ScoredForm {
    ScoredForm(
      content: content(row), age: AgeBand(years: row.int(4)),
      sex: row.optionalText(5).flatMap(Sex.init(rawValue:)), isAssisted: row.flag(6))
  }

  private static func content(_ row: Statement) -> ContentVersion {
    ContentVersion(framework: row.number(1), blueprint: row.number(2), bank: row.number(3))
  }

  private func bind(_ audience: Audience.ID?, _ moments: ClosedRange<Int64>, to row: Statement) {
    row.bind(audience?.text)
    row.bind(moments.lowerBound)
    row.bind(moments.upperBound)
  }
}
