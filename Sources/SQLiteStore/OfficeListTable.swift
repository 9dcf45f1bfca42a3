import Assessment
import UseCases

/// The tables `hamlet` and `tag`: lists the office keeps itself.
extension KioskStore {
  private static let hamlets = Query("SELECT id, name FROM hamlet WHERE retiredAt IS NULL ORDER BY id")
  private static let addHamlet = Query("INSERT INTO hamlet (name) VALUES (?1)")
  private static let retireHamlet = Query("UPDATE hamlet SET retiredAt = ?2 WHERE id = ?1 AND retiredAt IS NULL")
  private static let tags = Query("SELECT id, name FROM tag WHERE retiredAt IS NULL ORDER BY id")
  private static let addTag = Query("INSERT INTO tag (name) VALUES (?1)")
  private static let hamletName = Query("SELECT name FROM hamlet WHERE id = ?1")
  private static let tagName = Query("SELECT name FROM tag WHERE id = ?1")
  private static let retireTag = Query("UPDATE tag SET retiredAt = ?2 WHERE id = ?1 AND retiredAt IS NULL")

  package func hamlets() throws -> [Hamlet] {
    try list(Self.hamlets) { Hamlet(id: $0, name: $1) }
  }

  package func tags() throws -> [Tag] {
    try list(Self.tags) { Tag(id: $0, name: $1) }
  }

  package func hamletName(_ id: Hamlet.ID) throws -> String? {
    try name(Self.hamletName, id)
  }

  package func tagName(_ id: Tag.ID) throws -> String? {
    try name(Self.tagName, id)
  }

  private func name(_ query: Query, _ id: Int64) throws -> String? {
    try database.use(query) { statement in
      statement.bind(id)
      return try statement.step() ? statement.text(0) : nil
    }
  }

  private func list<Entry>(_ query: Query, _ make: (Int64, String) -> Entry) throws -> [Entry] {
    try database.use(query) { statement in
      var entries: [Entry] = []
      while try statement.step() { entries.append(make(statement.number(0), statement.text(1))) }
      return entries
    }
  }

  package func addHamlet(_ name: String) throws -> Hamlet.ID {
    try database.run(Self.addHamlet) { $0.bind(name) }
    return database.lastInsertedRow
  }

  package func addTag(_ name: String) throws -> Tag.ID {
    try database.run(Self.addTag) { $0.bind(name) }
    return database.lastInsertedRow
  }

  package func retireHamlet(_ id: Hamlet.ID, at moment: Moment) throws -> Bool {
    try retire(Self.retireHamlet, id, at: moment)
  }

  package func retireTag(_ id: Tag.ID, at moment: Moment) throws -> Bool {
    try retire(Self.retireTag, id, at: moment)
  }

  private func retire(_ query: Query, _ id: Int64, at moment: Moment) throws -> Bool {
    try database.run(query) {
      $0.bind(id)
      $0.bind(moment.milliseconds)
    } == 1
  }
}
