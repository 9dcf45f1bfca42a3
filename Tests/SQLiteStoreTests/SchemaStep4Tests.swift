import Assessment
import Testing
import UseCases

@testable import SQLiteStore

/// A file as the version before the desk left it: a passed attempt with a slip, one under way, one voided, practice.
@Suite("Bringing a file of before the desk up to date")
struct SchemaStep4Tests {
  let folder: TemporaryFolder

  private static let rows = """
    INSERT INTO framework VALUES (1, 1, zeroblob(32), x'7b7d');
    INSERT INTO blueprint VALUES (1, 'nguoi-dan', 1, 1, zeroblob(32), x'7b7d');
    INSERT INTO itemBank VALUES (1, zeroblob(32), 5);
    INSERT INTO notice VALUES (1, 'nguoi-dan', 1, zeroblob(32), x'7b7d');
    INSERT INTO item VALUES (1, 1, 'at-1', 1, 'tested', 'single', 'mat-khau', 2, 'a b c', NULL, 0, x'7b7d');
    INSERT INTO person VALUES (1, zeroblob(32), x'01', x'02', x'03', 'female', 1, 1);
    INSERT INTO attempt (id, audience, mode, state, person, identity, ageYears, framework, blueprint, bank, notice, seed,
      part, scoredCount, spent, allowed, beganAt, changedAt)
    VALUES (1, 'nguoi-dan', 'tested', 'in-progress', 1, 1, 68, 1, 1, 1, 1, -7, 'scored', 1, 900, 60000, 1, 2),
      (2, 'nguoi-dan', 'practice', 'in-progress', NULL, NULL, NULL, 1, 1, 1, NULL, 8, 'scored', 1, 0, NULL, 1, 2);
    INSERT INTO formItem (attempt, part, number, item, optionOrder) VALUES (1, 'scored', 1, 1, 'b a c');
    UPDATE formItem SET response = 'a', salt = zeroblob(16), credit = 100, isWhole = 1, answeredAt = 2;
    UPDATE attempt SET state = 'submitted', ending = 'time-up', submittedAt = 9, right = 1, asked = 1, passed = 1,
      credit = 100 WHERE id = 1;
    INSERT INTO slip VALUES (1, 1, 7, x'00', 9);
    INSERT INTO attempt (id, audience, mode, state, person, identity, ageYears, framework, blueprint, bank, notice, seed,
      part, scoredCount, spent, allowed, beganAt, changedAt)
    VALUES (3, 'nguoi-dan', 'tested', 'in-progress', 1, 1, 68, 1, 1, 1, 1, 9, 'scored', 1, 5, 60000, 1, 2),
      (4, 'nguoi-dan', 'tested', 'voided', NULL, NULL, NULL, 1, 1, 1, 1, 9, 'warm-up', 0, 0, 60000, 1, 2);
    INSERT INTO formItem (attempt, part, number, item, optionOrder) VALUES (3, 'scored', 1, 1, 'b a c');
    INSERT INTO kioskSession (digest, attempt, boundAt) VALUES (zeroblob(32), 3, 4);
    INSERT INTO event VALUES (1, 1, 'attempt-begun', 1, x'', '', zeroblob(32));
    """

  private static let attempts =
    "SELECT id || mode || state || coalesce(person, '-') || coalesce(identity, '-') || coalesce(notice, '-') || seed || part "
    + "|| spent || coalesce(allowed, '-') || coalesce(ending, '-') || coalesce(right, '-') || coalesce(credit, '-') || beganAt "
    + "|| coalesce(submittedAt, '-') || changedAt FROM attempt ORDER BY id"

  private let before: [String]

  init() throws {
    folder = try TemporaryFolder()
    let database = try Database(path: folder.database, role: .writer)
    try database.execute("BEGIN")
    for step in Schema.steps.prefix(3) { try database.execute(step.description) }
    try database.execute(Self.rows)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = 3")
    try database.execute("COMMIT")
    before = try database.values(Self.attempts)
  }

  @Test("every attempt keeps every value, and nothing dangles")
  func keeps() throws {
    let store = try folder.writer()
    #expect(before.count == 4)
    #expect(try store.database.values(Self.attempts) == before)
    #expect(try store.database.values("PRAGMA foreign_key_check") == [])
    #expect(try store.database.values("PRAGMA integrity_check") == ["ok"])
    #expect(try store.database.values("PRAGMA user_version") == ["\(Schema.version)"])
    #expect(try store.database.values("SELECT attempt FROM kioskSession WHERE device IS NULL") == ["3"])
  }

  @Test("the rules of before still hold")
  func rules() throws {
    let store = try folder.writer()
    for sql in [
      "DELETE FROM attempt WHERE id = 2", "UPDATE attempt SET seed = 1 WHERE id = 3",
      "UPDATE attempt SET notice = NULL WHERE id = 3", "UPDATE attempt SET state = 'in-progress' WHERE id = 1",
      "UPDATE formItem SET response = 'b', salt = zeroblob(16), answeredAt = 3 WHERE attempt = 1",
      "INSERT INTO slip VALUES (2, 3, 8, x'00', 9)",
      "INSERT INTO formItem (attempt, part, number, item, optionOrder) VALUES (99, 'scored', 1, 1, 'a')",
    ] {
      #expect(throws: SQLiteStoreError.self, "\(sql)") { try store.database.execute(sql) }
    }
  }

  @Test("an attempt under way at the update goes on, and takes what the desk does")
  func goesOn() throws {
    let store = try folder.writer()
    var attempt = try #require(try store.attempt(3)).attempt
    try attempt.pause(for: Reason.ID("nghi"))
    try store.save(attempt, at: World.morning)
    #expect(try store.attempt(3)?.attempt == attempt)
    try attempt.resume()
    try store.save(attempt, at: World.morning)
    #expect(try store.attempt(3)?.attempt.state == .inProgress)
  }
}
