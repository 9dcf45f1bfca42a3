import TestSupport
import Testing
import UseCases

@testable import SQLiteStore

/// Bà Hoa (1) is erased, chị Sương (2) is not and has looked at what is held.
@Suite("Erasures, disclosures and periods in the database")
struct SchemaStep13Tests {
  private func box() throws -> TestBox {
    let box = try TestBox()
    try box.hireOffice()
    _ = try box.finished(session: box.session(1))
    _ = try box.finished(TestSupport.World.suong, session: box.session(2))
    try box.kiosk.erasePerson(
      ErasureOrder(person: 1, reason: "asked", document: "Đơn của bà Hoa", isConfirmed: true), by: TestBox.minh)
    _ = try box.kiosk.exportPerson(2, by: TestBox.minh)
    try box.kiosk.adoptRetention(ShippedWeb.bytes(of: "office/retention.json"))
    return box
  }

  @Test(
    "is refused",
    arguments: [
      "UPDATE person SET erasedAt = NULL WHERE id = 1", "UPDATE person SET nameSealed = x'01' WHERE id = 1",
      "UPDATE erasure SET at = 1", "DELETE FROM erasure", "UPDATE disclosure SET rows = 0", "DELETE FROM disclosure",
      "INSERT INTO erasure VALUES (9, zeroblob(32), 'asked', NULL, 2, 1)",
      "INSERT INTO erasure VALUES (2, zeroblob(31), 'asked', NULL, 2, 1)",
      "INSERT INTO erasure VALUES (2, zeroblob(32), 'because', NULL, 2, 1)",
      "INSERT INTO disclosure VALUES (9, 'whim', '', NULL, 1, 'csv', x'', 2, 1)",
      "INSERT INTO disclosure VALUES (9, 'attempts', '', 99, 1, 'csv', x'', 2, 1)",
      "UPDATE retentionRule SET at = 1", "DELETE FROM retentionRule",
      "INSERT INTO retentionRule VALUES (9, x'01', 'QĐ', NULL, NULL, NULL, 1)",
      "UPDATE formItem SET response = 'a' WHERE attempt = 1",
    ])
  func refused(sql: String) throws {
    let box = try box()
    #expect(throws: SQLiteStoreError.self) {
      try box.store.database.execute("PRAGMA foreign_keys = ON")
      try box.store.database.execute(sql)
    }
  }

  @Test("nothing of an erased person stands anywhere: no seal, no salt, no answer, no guardian")
  func leavesNothing() throws {
    let store = try box().store
    func count(_ sql: String) throws -> String { try store.database.values("SELECT count(*) FROM \(sql)").joined() }
    #expect(try count("formItem WHERE attempt = 1 AND (response IS NOT NULL OR salt IS NOT NULL)") == "0")
    #expect(try count("formItem WHERE attempt = 2 AND response IS NOT NULL") == "6")
    #expect(try count("seating WHERE attempt = 1 AND (needs <> '' OR guardianSealed IS NOT NULL)") == "0")
    #expect(try count("kioskSession WHERE attempt = 1") == "0" && count("formerName WHERE person = 1") == "0")
    #expect(try store.facts(of: 1) == nil && store.facts(of: 2)?.birth == "1990-04-17")
  }

  @Test("what a rebuilt database has brought back is known as unfinished")
  func knowsUnfinished() throws {
    let store = try box().store
    #expect(try store.unfinishedErasures().isEmpty)
    try store.database.execute("DROP TRIGGER erasedPersonStays; UPDATE person SET erasedAt = NULL WHERE id = 1")
    #expect(try store.unfinishedErasures().map(\.person) == [1])
  }
}
