import Assessment
import UseCases

/// The table `formItem`: one row per place of a form, with what the candidate did there.
extension KioskStore {
  private static let addFormItem = Query(
    """
    INSERT INTO formItem (attempt, part, number, item, optionOrder)
    SELECT ?1, ?2, ?3, id, ?5 FROM item WHERE bank = ?6 AND code = ?4
    """)
  private static let countForm = Query("UPDATE attempt SET warmUpCount = ?2, scoredCount = ?3 WHERE id = ?1")
  private static let findRow = Query(
    """
    SELECT i.code, f.optionOrder, f.response, f.isWhole, f.isMarked FROM formItem f JOIN item i ON i.id = f.item
    WHERE f.attempt = ?1 AND f.part = ?2 AND f.number = ?3
    """)
  private static let allRows = Query(
    """
    SELECT i.code, f.optionOrder, f.response, f.isWhole, f.isMarked, f.part, f.number
    FROM formItem f JOIN item i ON i.id = f.item WHERE f.attempt = ?1 ORDER BY f.part = 'scored', f.number
    """)
  private static let findEntry = Query(
    """
    SELECT i.code, f.optionOrder, f.response, f.isWhole, f.isMarked, f.item, a.framework
    FROM formItem f JOIN item i ON i.id = f.item JOIN attempt a ON a.id = f.attempt
    WHERE f.attempt = ?1 AND f.part = ?2 AND f.number = ?3
    """)
  private static let itemContent = Query("SELECT content FROM item WHERE id = ?1")
  // The time adds up over all visits to the place; the rest is replaced.
  private static let recordResponse = Query(
    """
    UPDATE formItem SET response = ?4, credit = ?5, isWhole = ?6, isMarked = ?7, salt = ?8, spent = spent + ?9,
      answeredAt = ?10
    WHERE attempt = ?1 AND part = ?2 AND number = ?3
    """)
  private static let openPlaces = Query(
    "SELECT count(*) FROM formItem WHERE attempt = ?1 AND part = 'scored' AND isWhole = 0")

  package func add(_ form: Form, to id: Attempt.ID, from content: ContentVersion) throws {
    for entry in form.entries {
      let added = try database.run(Self.addFormItem) {
        $0.bind(id)
        $0.bind(entry.place.part.word)
        $0.bind(entry.place.number)
        $0.bind(entry.item.text)
        $0.bind(IDList.text(entry.optionOrder))
        $0.bind(content.bank)
      }
      guard added == 1 else { throw SQLiteStoreError.rowMissing(table: "item", what: entry.item.text) }
    }
    let changed = try database.run(Self.countForm) {
      $0.bind(id)
      $0.bind(form.count(of: .warmUp))
      $0.bind(form.count(of: .scored))
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "form") }
  }

  package func row(at place: FormPlace, of id: Attempt.ID) throws -> FormRow? {
    try database.use(Self.findRow) { statement in
      bind(place, of: id, to: statement)
      return try statement.step() ? row(at: place, from: statement) : nil
    }
  }

  package func rows(of id: Attempt.ID) throws -> [FormRow] {
    try database.use(Self.allRows) { statement in
      statement.bind(id)
      var rows: [FormRow] = []
      while try statement.step() {
        guard let part = FormPlace.Part(rawValue: statement.text(5)) else {
          throw SQLiteStoreError.unreadable(table: "formItem", column: "part")
        }
        rows.append(row(at: FormPlace(part, statement.int(6)), from: statement))
      }
      return rows
    }
  }

  private func row(at place: FormPlace, from statement: Statement) -> FormRow {
    FormRow(
      place: place, item: Item.ID(statement.text(0)), optionOrder: IDList.ids(statement.text(1)),
      response: statement.optionalText(2), isWhole: statement.flag(3), isMarked: statement.flag(4))
  }

  package func entry(at place: FormPlace, of id: Attempt.ID) throws -> (row: FormRow, item: Item)? {
    let found: (row: FormRow, item: Int64, framework: Int64)? = try database.use(Self.findEntry) { statement in
      bind(place, of: id, to: statement)
      guard try statement.step() else { return nil }
      return (row(at: place, from: statement), statement.number(5), statement.number(6))
    }
    guard let found, let item = try item(at: found.item, under: found.framework) else { return nil }
    return (found.row, item)
  }

  package func item(at row: Int64, under framework: Int64) throws -> Item? {
    if let item = cache.item(row) { return item }
    let content = try database.use(Self.itemContent) { statement in
      statement.bind(row)
      return try statement.step() ? statement.bytes(0) : []
    }
    guard let item = ItemBank.item(from: content, framework: try self.framework(framework)) else { return nil }
    cache.keep(item, at: row)
    return item
  }

  package func record(_ response: StoredResponse, at place: FormPlace, of id: Attempt.ID) throws {
    let changed = try database.run(Self.recordResponse) { statement in
      bind(place, of: id, to: statement)
      statement.bind(response.response)
      statement.bind(response.credit)
      statement.bind(response.isWhole)
      statement.bind(response.isMarked)
      statement.bind(response.salt)
      statement.bind(response.spent)
      statement.bind(response.at.milliseconds)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "formItem", what: "response") }
  }

  package func openCount(of id: Attempt.ID) throws -> Int {
    try database.use(Self.openPlaces) { statement in
      statement.bind(id)
      return try statement.step() ? statement.int(0) : 0
    }
  }

  private func bind(_ place: FormPlace, of id: Attempt.ID, to statement: Statement) {
    statement.bind(id)
    statement.bind(place.part.word)
    statement.bind(place.number)
  }
}
