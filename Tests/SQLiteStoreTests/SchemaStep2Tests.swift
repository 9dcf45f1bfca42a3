import Testing

@testable import SQLiteStore

/// A file as version 1 left it: one attempt handed in with a right, a wrong and an open answer, with its log.
@Suite("Bringing a file of version 1 up to date")
struct SchemaStep2Tests {
  let folder: TemporaryFolder

  private static let rows = """
    INSERT INTO framework VALUES (1, 1, zeroblob(32), x'7b7d');
    INSERT INTO competence VALUES (1, 'mat-khau', 'an-toan');
    INSERT INTO blueprint VALUES (1, 'nguoi-dan', 1, 1, zeroblob(32), x'7b7d');
    INSERT INTO itemBank VALUES (1, zeroblob(32), 5);
    INSERT INTO item VALUES (1, 1, 'at-1', 'tested', 'mat-khau', 2, 'a b c', 'a', x'7b7d');
    INSERT INTO item VALUES (2, 1, 'at-2', 'tested', 'mat-khau', 3, 'a b c', 'b', x'7b7d');
    INSERT INTO item VALUES (3, 1, 'at-3', 'practice', 'mat-khau', 3, 'a b c', 'b', x'7b7d');
    INSERT INTO itemAudience VALUES (1, 'nguoi-dan'), (2, 'nguoi-dan'), (3, 'nguoi-dan');
    INSERT INTO attempt (id, audience, mode, state, framework, blueprint, bank, seed, part, place, scoredCount, beganAt, changedAt)
    VALUES (1, 'nguoi-dan', 'practice', 'in-progress', 1, 1, 1, 7, 'scored', 1, 3, 1, 1);
    INSERT INTO formItem (attempt, part, number, item, optionOrder) VALUES
      (1, 'scored', 1, 1, 'b a c'), (1, 'scored', 2, 2, 'a b c'), (1, 'scored', 3, 3, 'c b a');
    UPDATE formItem SET response = 'a', salt = zeroblob(16), spent = 900, answeredAt = 2, isMarked = 1 WHERE number < 3;
    UPDATE attempt SET state = 'submitted', ending = 'candidate', submittedAt = 9, right = 1, asked = 3 WHERE id = 1;
    INSERT INTO attemptArea VALUES (1, 'an-toan', 1, 3, 0);
    """

  init() throws {
    folder = try TemporaryFolder()
    let database = try Database(path: folder.database, role: .writer)
    try database.execute("BEGIN")
    try database.execute(Schema.step1.description)
    try database.execute(Self.rows)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = 1")
    try database.execute("COMMIT")
  }

  @Test("every answer keeps its text, mark and time, and gets the credit its key gave it")
  func answers() throws {
    let store = try folder.writer()

    #expect(
      try store.database.values(
        "SELECT number || ' ' || coalesce(response, '-') || ' ' || credit || ' ' || isWhole || ' ' || isMarked || ' ' || spent "
          + "FROM formItem ORDER BY number") == ["1 a 100 1 1 900", "2 a 0 1 1 900", "3 - 0 0 0 0"])
    #expect(try store.database.values("SELECT credit FROM attempt") == ["100"])
    #expect(try store.database.values("SELECT credit FROM attemptArea") == ["100"])
  }

  @Test("items are single ones of version 1, not retired, and nothing dangles")
  func items() throws {
    let store = try folder.writer()

    #expect(
      try store.database.values(
        "SELECT code || ' ' || kind || ' ' || version || ' ' || shuffledParts || ' ' || isRetired FROM item")
        == ["at-1 single 1 a b c 0", "at-2 single 1 a b c 0", "at-3 single 1 a b c 0"])
    #expect(try store.database.values("PRAGMA foreign_key_check") == [])
    #expect(try store.database.values("PRAGMA integrity_check") == ["ok"])
    #expect(try store.database.values("PRAGMA user_version") == ["\(Schema.version)"])
  }

  @Test("the rules of before still hold: a finished attempt takes no answer, a form and an item never change")
  func rules() throws {
    let store = try folder.writer()
    for sql in [
      "UPDATE formItem SET response = 'b', salt = zeroblob(16), answeredAt = 3 WHERE number = 3",
      "UPDATE formItem SET item = 2 WHERE number = 1", "UPDATE item SET difficulty = 5",
    ] {
      #expect(throws: SQLiteStoreError.self) { try store.database.execute(sql) }
    }
  }
}
