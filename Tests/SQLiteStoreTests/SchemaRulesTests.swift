import Testing

@testable import SQLiteStore

/// One row of the table below: a statement that the schema must refuse.
private struct Refused: CustomTestStringConvertible, Sendable {
  let rule: String
  let sql: String

  init(_ rule: String, _ sql: String) {
    self.rule = rule
    self.sql = sql
  }

  var testDescription: String { rule }
}

/// Attempt 1 is submitted and passed, 2 in progress, 3 practice in progress, 4 waits for somebody to be seated.
private let refused: [Refused] = [
  Refused("a state that does not exist", "UPDATE attempt SET state = 'asleep' WHERE id = 2"),
  Refused("a mode that does not exist", "\(newAttempt("'exam'", "1", "60000"))"),
  Refused("a test without consent", "\(newAttempt("'tested'", "NULL", "60000"))"),
  Refused("a test without a clock", "\(newAttempt("'tested'", "1", "NULL"))"),
  Refused("practice with consent", "\(newAttempt("'practice'", "1", "NULL"))"),
  Refused("practice with a clock", "\(newAttempt("'practice'", "NULL", "60000"))"),
  Refused("practice with a person", "UPDATE attempt SET person = 1, identity = 0, ageYears = 20 WHERE id = 3"),
  Refused("practice that is passed", "UPDATE attempt SET passed = 1 WHERE id = 3"),
  Refused("a person without an age", "UPDATE attempt SET person = 2, identity = 0 WHERE id = 4"),
  Refused("a person that does not exist", "UPDATE attempt SET person = 99, identity = 0, ageYears = 20 WHERE id = 4"),
  Refused("an identity that does not exist", "UPDATE attempt SET identity = 3 WHERE id = 4"),
  Refused("a test under way without a person", "UPDATE attempt SET state = 'in-progress' WHERE id = 4"),
  Refused("a place outside the form", "UPDATE attempt SET place = 5 WHERE id = 2"),
  Refused("place 0", "UPDATE attempt SET place = 0 WHERE id = 2"),
  Refused("a part that does not exist", "UPDATE attempt SET part = 'coda' WHERE id = 2"),
  Refused("time below nothing", "UPDATE attempt SET spent = -1 WHERE id = 2"),
  Refused("an ending while under way", "UPDATE attempt SET ending = 'candidate' WHERE id = 2"),
  Refused("an ending that does not exist", "UPDATE attempt SET ending = 'power-cut' WHERE id = 1"),
  Refused("handed in without a time", "UPDATE attempt SET state = 'submitted' WHERE id = 2"),
  Refused("handed in without an ending", "UPDATE attempt SET state = 'submitted', submittedAt = 1 WHERE id = 2"),
  Refused("a score while under way", "UPDATE attempt SET right = 1, asked = 2 WHERE id = 2"),
  Refused("more right than asked", "UPDATE attempt SET right = 5 WHERE id = 1"),
  Refused("half a score", "UPDATE attempt SET asked = NULL WHERE id = 1"),
  Refused("from submitted back to work", "UPDATE attempt SET state = 'in-progress' WHERE id = 1"),
  Refused("from seating to submitted", "UPDATE attempt SET state = 'submitted' WHERE id = 4"),
  Refused("another seed", "UPDATE attempt SET seed = 1 WHERE id = 2"),
  Refused("another bank", "UPDATE attempt SET bank = 2 WHERE id = 2"),
  Refused("an attempt deleted", "DELETE FROM attempt WHERE id = 4"),
  Refused("a second open attempt of a person", "\(openAttemptOfPerson2)"),
  Refused("an answer of no letters", "\(response("''")) AND attempt = 2"),
  Refused("an answer without an end", "\(response("printf('%5000s', 'a')")) AND attempt = 3"),
  Refused("more credit than an item has", "UPDATE formItem SET credit = 101, answeredAt = 1 WHERE attempt = 2"),
  Refused("credit before any answer", "UPDATE formItem SET credit = 50 WHERE attempt = 2"),
  Refused("more points than asked", "UPDATE attempt SET credit = 401 WHERE id = 1"),
  Refused(
    "a re-scoring without a reason", "INSERT INTO rescoring VALUES (1, 1, 'scored', 1, 1, 0, 100, '', 1)"),
  Refused(
    "a re-scoring of an answer that does not exist",
    "INSERT INTO rescoring VALUES (1, 1, 'scored', 99, 1, 0, 100, 'r', 1)"),
  Refused("an answer after handing in", "\(response("'b'")) AND attempt = 1"),
  Refused("an answer without salt", "UPDATE formItem SET response = 'a', answeredAt = 1 WHERE attempt = 2"),
  Refused("a salt of 15 bytes", "UPDATE formItem SET salt = zeroblob(15) WHERE attempt = 2"),
  Refused("another item in a form", "UPDATE formItem SET item = item + 1 WHERE attempt = 2 AND number = 1"),
  Refused(
    "an item of another bank",
    "INSERT INTO formItem (attempt, part, number, item, optionOrder) "
      + "SELECT 4, 'scored', 1, min(id), 'a b c' FROM item WHERE bank = 2"),
  Refused(
    "a form of an attempt that does not exist",
    "INSERT INTO formItem (attempt, part, number, item, optionOrder) VALUES (99, 'scored', 1, 1, 'a b c')"),
  Refused("an item changed", "UPDATE item SET difficulty = 5 WHERE id = 1"),
  Refused(
    "a kind that does not exist",
    "INSERT INTO item (bank, code, version, use, kind, competence, difficulty, shuffledParts, isRetired, "
      + "content) VALUES (1, 'x', 1, 'tested', 'guess', 'mat-khau', 2, 'a b c', 0, x'00')"),
  Refused(
    "a use that does not exist",
    "INSERT INTO item (bank, code, version, use, kind, competence, difficulty, shuffledParts, isRetired, "
      + "content) VALUES (1, 'x', 1, 'both', 'single', 'mat-khau', 2, 'a b c', 0, x'00')"),
  Refused("an id with capitals", "INSERT INTO itemAudience VALUES (1, 'Nguoi-Dan')"),
  Refused("a bank hash of 31 bytes", "INSERT INTO itemBank (hash, adoptedAt) VALUES (zeroblob(31), 1)"),
  Refused("a text where a number belongs", "INSERT INTO itemBank (hash, adoptedAt) VALUES (zeroblob(32), 'now')"),
  Refused("a blueprint of another audience in force", "UPDATE inForce SET audience = 'hoc-sinh'"),
  Refused(
    "a session digest of 16 bytes", "INSERT INTO kioskSession (digest, attempt, boundAt) VALUES (zeroblob(16), 1, 1)"),
  Refused(
    "a session at no attempt", "INSERT INTO kioskSession (digest, attempt, boundAt) VALUES (zeroblob(32), 99, 1)"),
  Refused(
    "a person with a short look-up",
    "INSERT INTO person (numberLookup, nameSealed, numberSealed, birthSealed, firstSeenAt, changedAt) "
      + "VALUES (zeroblob(31), x'00', x'00', x'00', 1, 1)"),
  Refused("a slip for a test under way", "INSERT INTO slip VALUES (1, 2, 7, x'00', 1)"),
  Refused("a slip for practice", "INSERT INTO slip VALUES (1, 3, 7, x'00', 1)"),
  Refused("a slip that skips a serial", "INSERT INTO slip VALUES (2, 1, 7, x'00', 1)"),
  Refused("a token of 13 digits", "INSERT INTO slip VALUES (1, 1, 1000000000000, x'00', 1)"),
  Refused("a slip of 161 bytes", "INSERT INTO slip VALUES (1, 1, 7, zeroblob(161), 1)"),
  Refused("an event of no attempt", "INSERT INTO event VALUES (9, 1, 'started', 99, x'', '', zeroblob(32))"),
  Refused("an event with a short hash", "INSERT INTO event VALUES (9, 1, 'started', NULL, x'', '', zeroblob(31))"),
]

private func newAttempt(_ mode: String, _ notice: String, _ allowed: String) -> String {
  """
  INSERT INTO attempt (audience, mode, framework, blueprint, bank, seed, notice, allowed, beganAt, changedAt)
  VALUES ('nguoi-dan', \(mode), 1, 1, 1, 5, \(notice), \(allowed), 1, 1)
  """
}

private let openAttemptOfPerson2 = """
  UPDATE attempt SET person = 2, identity = 0, ageYears = 20, scoredCount = 4, part = 'scored', state = 'in-progress'
  WHERE id = 4
  """

private func response(_ option: String) -> String {
  "UPDATE formItem SET response = \(option), salt = zeroblob(16), answeredAt = 1 WHERE number = 1"
}

@Suite("Rules the schema holds by itself")
struct SchemaRulesTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank(Content(keyOfFirst: "b"))
    try store.givenBank()
    try store.database.execute("UPDATE inForce SET bank = 1")
    _ = try store.givenSubmitted(World.baHoa)
    _ = try store.givenSeated(World.anhDung)
    let practice = try store.givenAttempt(.practice)
    try store.givenForm(of: practice)
    _ = try store.givenAttempt()
  }

  @Test("the schema refuses", arguments: refused)
  private func refuses(_ bad: Refused) throws {
    do {
      try store.database.execute(bad.sql)
      Issue.record("taken: \(bad.sql)")
    } catch let error as SQLiteStoreError {
      #expect(error.isRefusal, "\(error)")
    }
  }

  @Test("every foreign key leads to a row, and every table is strict")
  func wholeness() throws {
    #expect(try store.database.values("PRAGMA foreign_key_check") == [])
    #expect(try store.database.values("PRAGMA integrity_check") == ["ok"])
    #expect(
      try store.database.values(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
          + "AND name NOT LIKE 'sqlite%' AND NOT strict") == [])
  }

  @Test("taking an answer away from a finished attempt stays possible, as the law lets people ask")
  func erasure() throws {
    try store.database.execute("UPDATE formItem SET response = NULL, salt = NULL WHERE attempt = 1")
    #expect(try store.rows(of: 1).allSatisfy { $0.response == nil })
    #expect(try store.scores(of: 1).map(\.credit).contains(100))
  }

  @Test(
    "look-ups on the way of an answer go by an index, never through a whole table",
    arguments: [
      "SELECT id FROM attempt WHERE person = ?1 AND state = 'in-progress'",
      "SELECT submittedAt FROM attempt WHERE person = ?1 AND state = 'submitted' ORDER BY submittedAt DESC LIMIT 1",
      "SELECT attempt FROM kioskSession WHERE digest = ?1",
      "SELECT item FROM formItem WHERE attempt = ?1 AND part = ?2 AND number = ?3",
      "SELECT serial FROM slip WHERE token = ?1",
    ])
  func indexes(sql: String) throws {
    let plan = try store.database.values("EXPLAIN QUERY PLAN \(sql)", column: 3)
    #expect(!plan.isEmpty && plan.allSatisfy { $0.contains("SEARCH") }, "\(plan)")
  }
}
