import TestSupport
import Testing
import UseCases

@testable import SQLiteStore

/// Return 1 is closed, return 2 a draft; ông Minh has adopted rules once.
@Suite("Rules, figures and returns in the database")
struct SchemaStep8Tests {
  private func box() throws -> TestBox {
    let box = try TestBox()
    try box.followPlanA()
    try box.population("100")
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    for statement in [
      "INSERT INTO targetReturn (kind, year, number, version, account, at) VALUES ('quarter', 2026, 3, 1, 2, 1)",
      "INSERT INTO returnText VALUES ('a-1', 1, 'work', 'w')",
      "UPDATE targetReturn SET closedBy = 2, closedAt = 2, frozen = x'00' WHERE id = 1",
      "INSERT INTO targetReturn (kind, year, number, version, account, at) VALUES ('quarter', 2026, 3, 2, 2, 3)",
    ] { try box.store.database.execute(statement) }
    return box
  }

  @Test(
    "is refused",
    arguments: [
      "UPDATE ruleAdoption SET signer = 'x'", "DELETE FROM ruleAdoption",
      "INSERT INTO ruleAdoption (audience, blueprint, origin, account, at) VALUES ('nguoi-dan', 1, 'office', 2, 1)",
      "INSERT INTO ruleAdoption (audience, blueprint, origin, at) VALUES ('nguoi-dan', 1, 'proposal', 1)",
      "INSERT INTO ruleAdoption (audience, blueprint, origin, account, at) VALUES ('nguoi-dan', 99, 'proposal', 2, 1)",
      "UPDATE officeFigure SET value = 1", "DELETE FROM officeFigure",
      "INSERT INTO officeFigure (people, value, day, source, account, at) VALUES ('g', 0, '2026-01-01', 's', 2, 1)",
      "INSERT INTO officeFigure (people, value, day, source, account, at) VALUES ('g', 1, '2026-01-01', '', 2, 1)",
      "UPDATE targetReturn SET frozen = x'01' WHERE id = 1", "DELETE FROM targetReturn WHERE id = 1",
      "UPDATE targetReturn SET year = 2025 WHERE id = 2", "UPDATE targetReturn SET closedAt = 1 WHERE id = 2",
      "INSERT INTO targetReturn (kind, year, number, version, account, at) VALUES ('quarter', 2026, 3, 3, 2, 1)",
      "INSERT INTO returnText VALUES ('a-2', 1, 'work', 'w')", "UPDATE returnText SET text = 'x'",
      "DELETE FROM returnText WHERE \"return\" = 1", "INSERT INTO returnText VALUES ('a-1', 2, 'colour', 'w')",
      "UPDATE targetPlan SET content = x'00'", "UPDATE documentChoice SET applies = 0",
      "INSERT INTO courseCertificate (person, course, seenOn, account, at) VALUES (99, 'c', '2026-01-01', 1, 1)",
    ])
  func refused(sql: String) throws {
    let box = try box()
    #expect(throws: SQLiteStoreError.self) {
      try box.store.database.execute("PRAGMA foreign_keys = ON")
      try box.store.database.execute(sql)
    }
  }

  @Test("a draft's texts may be replaced and taken away")
  func draftsChange() throws {
    let box = try box()
    for statement in [
      "INSERT INTO returnText VALUES ('a-1', 2, 'work', 'w')", "UPDATE returnText SET text = 'x' WHERE \"return\" = 2",
      "DELETE FROM returnText WHERE \"return\" = 2",
    ] { try box.store.database.execute(statement) }
  }
}
