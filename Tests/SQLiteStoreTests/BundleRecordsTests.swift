import Assessment
import Bundles
import Slip
import TestSupport
import Testing
import UseCases

@testable import SQLiteStore

@Suite("What the province is told")
struct BundleRecordsTests {
  @Test("after any sequence of acts it counts what the office counts", arguments: [1, 2, 3] as [UInt64])
  func countsTheSame(seed: UInt64) throws {
    var world = try CountedWorld(seed: seed)
    var province = try ProvinceModel()
    var told: [String] = []
    for step in 0..<30 {
      told.append(try world.step())
      // Bundles are made now and then; a part of the log may say nothing at all.
      guard step % 3 == 2 else { continue }
      try province.follow(world.box.store, most: 40 + step)
      let (office, sum) = (try KeptCounts(world.box), province.contribution())
      for (scope, groups) in office.groups {
        let counts = sum.scopes[scope] ?? Contribution.Counts()
        try #require(counts.groups.filter { $0.value != GroupCount() } == groups, "\(told)")
        let parts = counts.parts.rows.filter { $0.count.people != 0 }.map { ($0.part, $0.count) }
        try #require(Dictionary(uniqueKeysWithValues: parts) == office.parts[scope], "\(told)")
      }
    }
    #expect(world.done.count > 3)
  }

  @Test("telling it all once more from the beginning says the same")
  func again() throws {
    var world = try CountedWorld(seed: 4)
    var (follower, late) = (try ProvinceModel(), try ProvinceModel())
    for _ in 0..<12 {
      _ = try world.step()
      try follower.follow(world.box.store)
    }
    try late.follow(world.box.store)
    #expect(follower.attempts == late.attempts && follower.slips == late.slips && follower.merges == late.merges)
    #expect(follower.people.mapValues(\.standing) == late.people.mapValues(\.standing))
  }

  @Test("a person comes with name, number and birth under the seal; a correction comes again")
  func people() throws {
    let box = try TestBox()
    try box.hireOffice()
    let id = try box.finished(session: box.session(1))
    var province = try ProvinceModel()
    try province.follow(box.store)
    #expect(
      try province.particulars(1)
        == BundledParticulars(name: "Nguyễn Thị Hoa", number: "008158999003", birth: "1958-09-02"))
    #expect(province.people[province.id(1)]?.sex == .female)
    try box.kiosk.correctName(of: 1, to: "Nguyễn Thị Hoà", by: TestBox.lan)
    try province.follow(box.store)
    #expect(try province.particulars(1)?.name == "Nguyễn Thị Hoà")
    #expect(province.answers[province.id(id)]?.count == 4)
    let slip = try #require(try box.store.slip(of: id))
    #expect(province.slips[slip.token]?.bytes == slip.bytes)
    #expect(province.banks.count == 1 && province.rules.count == 1)
  }

  @Test("whoever was seated by a clerk and has not agreed is told of nowhere")
  func unagreed() throws {
    let box = try TestBox()
    try box.hireOffice()
    _ = try box.seatByLan()
    var province = try ProvinceModel()
    try province.follow(box.store)
    #expect(province.people.isEmpty && province.attempts.isEmpty)
  }

  @Test("whoever withdraws consent is counted on and named no more")
  func withdrawn() throws {
    let box = try TestBox()
    try box.hireOffice()
    _ = try box.finished(session: box.session(1))
    try box.kiosk.withdrawConsent(of: 1, by: TestBox.minh)
    var province = try ProvinceModel()
    try province.follow(box.store)
    #expect(province.people[province.id(1)]?.standing == .withdrew)
    #expect(try province.particulars(1) == nil)
    #expect(province.attempts.count == 1)
  }

  @Test("an erasure is told, and what comes after it names nobody")
  func erased() throws {
    let box = try TestBox()
    try box.hireOffice()
    let id = try box.finished(session: box.session(1))
    try box.kiosk.erasePerson(
      ErasureOrder(person: 1, reason: "asked", document: "Đơn", isConfirmed: true), by: TestBox.minh)
    var province = try ProvinceModel()
    try province.follow(box.store)
    #expect(province.erasures == [province.id(1)])
    #expect(province.people[province.id(1)]?.standing == .erased)
    #expect(province.answers[province.id(id)]?.values.allSatisfy { $0.response == nil } == true)
  }

  @Test("answers whose period has run out are told as taken away")
  func retention() throws {
    let box = try TestBox()
    try box.hireOffice()
    try box.kiosk.adoptRetention(ShippedWeb.bytes(of: "office/retention.json"))
    let id = try box.finished(session: box.session(1))
    var province = try ProvinceModel()
    try province.follow(box.store)
    #expect(province.answers[province.id(id)]?[1]?.response != nil)
    box.clock.advance(days: 9_000)
    while try box.kiosk.carryOutRetention() {}
    try province.follow(box.store)
    #expect(province.answers[province.id(id)]?[1]?.response == nil)
    #expect(province.attempts[province.id(id)]?.answersErasedAt != nil)
  }

  @Test("a revoked slip, and where each stands with the authority, are told")
  func slips() throws {
    let box = try TestBox()
    try box.hireOffice()
    try box.sentNeighbours()
    var province = try ProvinceModel()
    try province.follow(box.store)
    #expect(province.confirmations.values.map(\.state) == [.sent, .sent, .sent])
    try box.answer(
      TestBox.table(["Mã phiếu", "Kết quả", "Lý do"], [try box.code(of: 1), "từ chối", "Sai tên"]))
    try box.kiosk.revokeSlip(2, for: TestBox.Why.coached, by: TestBox.minh)
    try province.follow(box.store)
    let one = try #require(try box.store.slip(serial: 1)).token
    #expect(province.confirmations[one]?.state == .refused && province.confirmations[one]?.reason == "Sai tên")
    #expect(province.revocations.count == 1)
  }
}

@Suite("Under which name rows came to be")
struct BundleOriginTests {
  private func took(_ issuer: String, from former: String) -> Event {
    Event(.restored, note: "from=backup former=\(former) issuer=\(issuer) first-serial=2 made=1")
  }

  @Test("rows of before a restore are the former name's, and later ones the new one's")
  func origins() throws {
    let box = try TestBox()
    try box.hireOffice()
    _ = try box.finished(session: box.session(1))
    try box.store.atomically {
      _ = try box.store.append(took("99999-2", from: "99999-1"), at: box.clock.now())
    }
    _ = try box.finished(TestSupport.World.suong, session: box.session(2))
    try box.store.atomically {
      _ = try box.store.append(took("99999-3", from: "99999-2"), at: box.clock.now())
    }
    _ = try box.finished(TestBox.neighbours[2], session: box.session(3))
    let origins = try box.store.bundleOrigins(Issuer("99999-3"))
    #expect((1...3).map { origins.attempt($0).origin.text } == ["99999-1", "99999-2", "99999-3"])
    #expect((1...3).map { origins.person($0).origin.text } == ["99999-1", "99999-2", "99999-3"])
  }

  @Test("a file of before this step knows the names by its log")
  func migrates() throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.database, role: .writer)
    try database.execute("PRAGMA foreign_keys = OFF")
    try database.execute("BEGIN")
    for step in Schema.steps.prefix(13) { try database.execute(step.description) }
    try database.execute(
      """
      INSERT INTO framework VALUES (1, 1, zeroblob(32), x'01');
      INSERT INTO blueprint VALUES (1, 'nguoi-dan', 1, 1, zeroblob(32), x'01');
      INSERT INTO itemBank VALUES (1, zeroblob(32), 1);
      INSERT INTO attempt (id, audience, mode, framework, blueprint, bank, seed, beganAt, changedAt)
        VALUES (7, 'nguoi-dan', 'practice', 1, 1, 1, 1, 1, 1), (8, 'nguoi-dan', 'practice', 1, 1, 1, 1, 1, 1);
      INSERT INTO event (id, at, kind, attempt, digest, note, hash) VALUES
        (1, 1, 'attempt-begun', 7, x'', '', zeroblob(32)),
        (2, 1, 'issuer-renewed', NULL, x'', 'former=02215-1 issuer=02215-2 first-serial=3 issued=2', zeroblob(32)),
        (3, 1, 'attempt-begun', 8, x'', '', zeroblob(32));
      INSERT INTO disclosure VALUES (1, 'attempts', '2026', NULL, 3, 'csv', x'', NULL, 5);
      """)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = 13")
    try database.execute("COMMIT")
    let store = try folder.writer()
    let origins = try store.bundleOrigins(Issuer("02215-2"))
    #expect(origins.attempt(7).origin.text == "02215-1" && origins.attempt(8).origin.text == "02215-2")
    #expect(try store.disclosures(before: .max, most: 9).map(\.rows) == [3])
  }

  @Test(
    "is refused",
    arguments: [
      "UPDATE bundle SET records = 1", "DELETE FROM bundle", "UPDATE deviceChange SET lastPerson = 9",
      "INSERT INTO bundle VALUES ('99999-1', 1, 1, 2, zeroblob(32), zeroblob(32), 9, 1, 1, zeroblob(8))",
      "INSERT INTO bundle VALUES ('99999-1', 2, 3, 1, zeroblob(32), zeroblob(32), 9, 1, 1, zeroblob(8))",
      "INSERT INTO bundle VALUES ('99999-1', 2, 1, 2, zeroblob(31), zeroblob(32), 9, 1, 1, zeroblob(8))",
    ])
  func refused(sql: String) throws {
    let box = try TestBox()
    try box.store.database.execute(
      "INSERT INTO bundle VALUES ('99999-1', 1, 1, 2, zeroblob(32), zeroblob(32), 9, 1, 1, zeroblob(8))")
    try box.store.atomically {
      _ = try box.store.append(took("99999-2", from: "99999-1"), at: box.clock.now())
    }
    #expect(throws: SQLiteStoreError.self) { try box.store.database.execute(sql) }
  }
}
