import TestSupport
import Testing
import UseCases

@testable import SQLiteStore

/// List 1 was handed over, list 2 not; answers 1 are applied, answers 2 only looked at.
@Suite("Lists and answers in the database")
struct SchemaStep12Tests {
  private func box() throws -> TestBox {
    let box = try TestBox()
    try box.sentNeighbours()
    try box.answer(TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "từ chối"]))
    try box.kiosk.markCorrected(1, by: TestBox.minh)
    _ = try box.kiosk.listForConfirmation(by: nil)
    _ = try box.kiosk.takeAnswers(
      file: [2], rows: TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 2), "từ chối"]), by: nil)
    return box
  }

  @Test(
    "is refused",
    arguments: [
      "UPDATE confirmationBatch SET sentAt = NULL WHERE id = 1", "UPDATE confirmationBatch SET madeAt = 1 WHERE id = 2",
      "INSERT INTO confirmationEntry (batch, slip, person, state, changedAt) VALUES (1, 2, 2, 'listed', 1)",
      "INSERT INTO confirmationEntry (batch, slip, person, state, changedAt) VALUES (2, 2, 2, 'listed', 1)",
      "INSERT INTO confirmationBatch (layout, account, madeAt) VALUES (1, 0, 1)",
      "INSERT INTO confirmationBatch (layout, madeAt) VALUES (9, 1)",
      "DELETE FROM answerFile WHERE id = 1", "UPDATE answerFile SET state = 'undone' WHERE id = 1",
      "UPDATE answerFile SET undoneBy = 2 WHERE id = 1", "UPDATE answerFile SET rowsSealed = x'01' WHERE id = 1",
      "INSERT INTO answerFile (digest, state, at, rows) SELECT digest, 'applied', 1, 1 FROM answerFile WHERE id = 1",
      "INSERT INTO answerChoice VALUES (9, 1, NULL)", "INSERT INTO answerChoice VALUES (2, 0, NULL)",
      "INSERT INTO answerChoice VALUES (2, 2, 99)", "INSERT INTO confirmationCorrection VALUES (99, 2, 1)",
    ])
  func refused(sql: String) throws {
    let box = try box()
    #expect(throws: SQLiteStoreError.self) {
      try box.store.database.execute("PRAGMA foreign_keys = ON")
      try box.store.database.execute(sql)
    }
  }

  @Test("lists and answers of before keep every value, and nothing dangles")
  func migrates() throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.database, role: .writer)
    try database.execute("BEGIN")
    for step in Schema.steps.prefix(12) { try database.execute(step.description) }
    try database.execute(
      """
      INSERT INTO confirmationLayout VALUES (1, '{}', NULL, 1);
      INSERT INTO confirmationBatch VALUES (1, 1, 2, 5, 6), (2, 1, 2, 7, NULL);
      INSERT INTO answerFile VALUES (1, zeroblob(32), 'undone', 2, 8, 3, NULL, 2, 9),
        (2, zeroblob(32), 'previewed', 2, 8, 3, x'01', NULL, NULL);
      """)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = 12")
    try database.execute("COMMIT")
    let store = try folder.writer()
    #expect(try store.batches().map { [$0.id, $0.account ?? 0, $0.madeAt.milliseconds] } == [[2, 2, 7], [1, 2, 5]])
    #expect(try store.answerFiles().map(\.state) == [.previewed, .undone])
  }
}
