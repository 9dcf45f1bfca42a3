import Assessment
import Testing
import UseCases

@testable import SQLiteStore

@Suite("What seating needs in the file")
struct SchemaStep5Tests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a file of the version before keeps its seatings, in Vietnamese, at any device")
  func keeps() throws {
    let database = try Database(path: folder.database, role: .writer)
    try database.execute("BEGIN")
    for step in Schema.steps.prefix(4) { try database.execute(step.description) }
    try database.execute(
      """
      INSERT INTO framework VALUES (1, 1, zeroblob(32), x'7b7d');
      INSERT INTO blueprint VALUES (1, 'nguoi-dan', 1, 1, zeroblob(32), x'7b7d');
      INSERT INTO itemBank VALUES (1, zeroblob(32), 5);
      INSERT INTO person VALUES (1, zeroblob(32), x'01', x'02', x'03', 'female', 1, 1);
      INSERT INTO attempt (id, audience, mode, person, identity, ageYears, framework, blueprint, bank, seed, allowed,
        seatNumber, beganAt, changedAt) VALUES (1, 'nguoi-dan', 'tested', 1, 2, 68, 1, 1, 1, 7, 60000, 4821, 1, 1);
      INSERT INTO seating (attempt, account, timePercent, needs) VALUES (1, 1, 150, 'large-text rest-breaks');
      """)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = 4")
    try database.execute("COMMIT")

    let store = try folder.writer()
    let seating = try #require(try store.seating(of: 1))
    #expect(seating.language == Language.vietnamese.id && seating.accommodations.time == .halfMore)
    #expect(try store.needs(of: 1) == [.largeText, .restBreaks])
    #expect(try store.assignedDevice(of: 1) == nil)
    #expect(try store.languages() == [.vietnamese])
  }

  @Test(
    "the file itself refuses a device without a seat number, a count below nothing, and names for practice",
    arguments: [
      "INSERT INTO tally VALUES ('2026-11-21', 'nguoi-dan', 'poor', -1)",
      "INSERT INTO tally VALUES ('21/11/2026', 'nguoi-dan', 'poor', 1)",
      "INSERT INTO tally VALUES ('2026-11-21', 'nguoi-dan', 'rich', 1)",
      "INSERT INTO classLine VALUES (1, 1, x'01', NULL)", "INSERT INTO classLine VALUES (2, 1, NULL, NULL)",
      "INSERT INTO language VALUES (2, 'vi', 'Tiếng Việt')",
    ])
  func refuses(sql: String) throws {
    let store = try folder.writer()
    try store.database.execute("INSERT INTO classroom VALUES (1, 'Lớp', 'nguoi-dan', 'practice', 1, 1, NULL)")
    try store.database.execute("INSERT INTO classroom VALUES (2, 'Lớp', 'nguoi-dan', 'tested', 1, 1, NULL)")
    #expect(throws: SQLiteStoreError.self) { try store.database.execute(sql) }
  }

  @Test("a list lies sealed, bound to its line, and is forgotten when its people are seated or the class is closed")
  func listsAreSealed() throws {
    let store = try folder.writer()
    let id = try store.addClass("Lớp chiều", for: World.everybody, mode: .tested, by: 1, at: World.morning)
    let lines = [
      RosterLine(line: 2, name: "Nguyễn Thị Hoa", birth: "1958", number: "008158999003"),
      RosterLine(line: 3, name: "Trần Văn Dũng", birth: "1984", number: ""),
    ]
    try store.add(lines, to: id)
    #expect(try store.lines(of: id).map(\.content) == lines.map { .listed($0) })
    #expect(!String(decoding: folder.bytes(), as: UTF8.self).contains("Nguyễn Thị Hoa"))

    try store.database.execute(
      "UPDATE classLine SET sealed = (SELECT sealed FROM classLine WHERE line = 2) WHERE line = 3")
    #expect(throws: (any Error).self) { try store.lines(of: id) }
    try store.closeClass(id, at: World.morning)
    #expect(try store.lines(of: id).isEmpty)
    #expect(try store.classroom(id)?.closedAt == World.morning)
  }
}
