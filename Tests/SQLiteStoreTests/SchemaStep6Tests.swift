import Assessment
import Testing
import UseCases

@testable import SQLiteStore

/// A file as the version before reports left it: bà Hoa failed in March and passed in May, and somebody practised.
@Suite("Bringing a file of before reports up to date")
struct SchemaStep6Tests {
  let folder: TemporaryFolder

  private static let rows = """
    INSERT INTO framework VALUES (1, 1, zeroblob(32), x'7b7d');
    INSERT INTO competence VALUES (1, 'mat-khau', 'an-toan');
    INSERT INTO blueprint VALUES (1, 'nguoi-dan', 1, 1, zeroblob(32), x'7b7d');
    INSERT INTO itemBank VALUES (1, zeroblob(32), 5);
    INSERT INTO notice VALUES (1, 'nguoi-dan', 1, zeroblob(32), x'7b7d');
    INSERT INTO item VALUES (1, 1, 'at-1', 1, 'tested', 'single', 'mat-khau', 2, 'a b c', NULL, 0, x'7b7d');
    INSERT INTO person VALUES (1, zeroblob(32), x'01', x'02', x'03', 'female', 1, 1);
    INSERT INTO attempt (id, audience, mode, state, person, identity, ageYears, framework, blueprint, bank, notice, seed,
      part, scoredCount, spent, allowed, ending, right, asked, passed, credit, beganAt, submittedAt, changedAt)
    VALUES
      (1, 'nguoi-dan', 'tested', 'submitted', 1, 1, 68, 1, 1, 1, 1, 1, 'scored', 1, 9, 60000, 'candidate', 0, 1, 0, 0, 1,
        1772500000000, 2),
      (2, 'nguoi-dan', 'tested', 'submitted', 1, 1, 68, 1, 1, 1, 1, 2, 'scored', 1, 9, 60000, 'candidate', 1, 1, 1, 100, 1,
        1778500000000, 2),
      (3, 'nguoi-dan', 'practice', 'submitted', NULL, NULL, NULL, 1, 1, 1, NULL, 3, 'scored', 1, 9, NULL, 'candidate', 1, 1,
        NULL, 100, 1, 1778500000000, 2);
    INSERT INTO attemptArea VALUES (1, 'an-toan', 0, 1, 1, 0), (2, 'an-toan', 1, 1, 1, 100);
    INSERT INTO formItem (attempt, part, number, item, optionOrder, response, salt, credit, isWhole, answeredAt)
    VALUES (1, 'scored', 1, 1, 'b a c', 'b', zeroblob(16), 0, 1, 2), (2, 'scored', 1, 1, 'b a c', 'a', zeroblob(16), 100, 1, 2);
    """

  init() throws {
    folder = try TemporaryFolder()
    let database = try Database(path: folder.database, role: .writer)
    let before = Schema.steps.prefix { $0.description != Schema.step6.description }
    try database.execute("BEGIN")
    for step in before { try database.execute(step.description) }
    // Checked when a form is drawn, which was long ago.
    try database.execute("DROP TRIGGER responseIsInTime")
    try database.execute(Self.rows)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = \(before.count)")
    try database.execute("COMMIT")
  }

  private func count(_ kind: CalendarPeriod.Kind, _ number: Int, _ store: KioskStore) throws -> GroupCount {
    let period = try #require(CalendarPeriod(kind, year: 2026, number: number))
    return try store.counts(in: Contribution.Scope(period, audience: nil)).values.reduce(GroupCount(), +)
  }

  @Test("attempts of before are counted when the file is first opened, people once in each period")
  func counts() throws {
    let store = try folder.writer()
    #expect(try count(.month, 3, store) == GroupCount(people: 1, passed: 0, attempts: 1, attemptsPassed: 0))
    #expect(try count(.month, 5, store) == GroupCount(people: 1, passed: 1, attempts: 1, attemptsPassed: 1))
    #expect(try count(.half, 1, store) == GroupCount(people: 1, passed: 1, attempts: 2, attemptsPassed: 1))
    let may = try #require(ReportPeriod("month-2026-5"))
    #expect(try store.practiceCounts(in: may) == [Audience.ID("nguoi-dan"): 1])
  }

  @Test("areas and competences of before are counted too, by the deciding attempt")
  func parts() throws {
    let store = try folder.writer()
    let year = try #require(CalendarPeriod(.year, year: 2026, number: 1))
    let parts = try store.partCounts(in: Contribution.Scope(year, audience: Audience.ID("nguoi-dan")))
    #expect(
      parts == [
        .area(Area.ID("an-toan")): PartCount(people: 1, reached: 1, asked: 1, credit: 100),
        .competence(Competence.ID("mat-khau")): PartCount(people: 1, reached: 0, asked: 1, credit: 100),
      ])
  }

  @Test("it is done once: counts that are there stay, and a power cut before the end begins it again")
  func once() throws {
    do {
      let store = try folder.writer()
      try store.database.execute("UPDATE reportCell SET people = 9")
    }
    do {
      let store = try folder.writer()
      #expect(try count(.month, 3, store).people == 9)
      try store.database.execute("INSERT INTO recountDue VALUES (1)")
    }
    #expect(try count(.month, 3, folder.writer()).people == 1)
  }
}
