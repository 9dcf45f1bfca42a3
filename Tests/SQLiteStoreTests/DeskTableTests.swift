import Assessment
import Glibc
import Testing
import UseCases

@testable import SQLiteStore

/// Attempt 1 is submitted and passed with a slip that was revoked, 2 in progress with acts and help, 3 waits for consent.
private let refused: [(rule: String, sql: String)] = [
  ("a pause without a reason", "UPDATE attempt SET state = 'paused' WHERE id = 2"),
  ("a reason without a pause", "UPDATE attempt SET pauseReason = 'nghi' WHERE id = 2"),
  ("from a pause back to seating", "UPDATE attempt SET state = 'seating' WHERE id = 2"),
  ("a test that begins without consent", "UPDATE attempt SET state = 'in-progress', warmUpCount = 1 WHERE id = 3"),
  ("consent taken back in the table", "UPDATE attempt SET notice = NULL WHERE id = 2"),
  ("a second consent", "UPDATE attempt SET notice = 1 WHERE id = 2"),
  ("a seat number of three digits", "UPDATE attempt SET seatNumber = 999 WHERE id = 3"),
  ("a seat number twice", "UPDATE attempt SET seatNumber = 4821 WHERE id = 2"),
  ("an act that skips a number", "INSERT INTO deskAct VALUES (2, 3, 1, 'pause', NULL, NULL, 1)"),
  ("an act twice", "INSERT INTO deskAct VALUES (2, 1, 1, 'pause', NULL, NULL, 1)"),
  ("an act of nobody", "INSERT INTO deskAct VALUES (2, 2, 0, 'pause', NULL, NULL, 1)"),
  ("an act with an unknown reason", "INSERT INTO deskAct VALUES (2, 2, 1, 'pause', 99, NULL, 1)"),
  ("an act changed", "UPDATE deskAct SET account = 2"),
  ("an act deleted", "DELETE FROM deskAct"),
  ("help of an unknown kind", "INSERT INTO helpAct VALUES (2, 2, 'whistled', 1, 'scored', 1, 1)"),
  ("help changed", "UPDATE helpAct SET kind = 'read-aloud'"),
  ("help deleted", "DELETE FROM helpAct"),
  ("a decision about nothing", "INSERT INTO flagDecision VALUES (2, 1, 'counts', 9, 1, 1, 1)"),
  ("a second open call", "INSERT INTO helpCall (attempt, calledAt) VALUES (2, 5)"),
  ("an answered call of nobody", "UPDATE helpCall SET answeredAt = 5"),
  ("a revocation taken back", "DELETE FROM slipRevocation"),
  ("a revocation changed", "UPDATE slipRevocation SET reason = 2"),
  ("a revocation without a reason", "INSERT INTO slipRevocation VALUES (1, 1, NULL, 1)"),
  ("a reason rewritten", "UPDATE reason SET text = 'Khác'"),
  ("a factor of three", "UPDATE seating SET timePercent = 300"),
  ("half a guardian", "UPDATE seating SET guardianRelation = 'mother'"),
  (
    "a device number twice",
    "INSERT INTO device (number, name, tokenDigest, enrolledAt) VALUES (1, 'b', zeroblob(32), 1)"
  ),
  ("a device 100", "INSERT INTO device (number, name, tokenDigest, enrolledAt) VALUES (100, 'b', zeroblob(32), 1)"),
  ("a hamlet twice", "INSERT INTO hamlet (name) VALUES ('Tổ 5')"),
  ("a person merged into herself", "INSERT INTO personMerge VALUES (1, 1, 1, NULL, 1)"),
]

@Suite("The desk's tables")
struct DeskTableTests {
  let folder: TemporaryFolder
  let store: KioskStore
  private let guardian = GuardianAgreement(relation: .mother, name: "Lê Thị Mai", at: World.morning)

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank()
    let passed = try store.givenSubmitted(World.baHoa)
    try store.database.execute("INSERT INTO slip VALUES (1, \(passed), 7, x'00', 1)")
    try store.revoke(Revocation(serial: 1, account: 1, reason: Reason.ID("mat-dien"), at: World.morning))
    let running = try store.givenSeated(World.anhDung)
    try store.add(act(1, on: running))
    try store.addHelp(.suggestedAnswer, by: 1, at: FormPlace(.scored, 1), of: running, moment: World.morning)
    _ = try store.callHelp(running, at: World.morning)
    _ = try store.addDevice(number: 1, name: "Máy 1", tokenDigest: [UInt8](repeating: 1, count: 32), at: World.morning)
    _ = try store.addHamlet("Tổ 5")
    let nam = World.person("Lê Văn Nam", "001212000019", 2012)
    _ = try store.add(
      NewSeating(
        attempt: NewAttempt(
          audience: World.everybody, mode: .tested, content: try store.currentVersion(for: World.everybody).orFail,
          seed: 3, allowed: 60_000, noticeVersion: nil, beganAt: World.morning),
        person: try store.person(nam, at: World.morning), identity: .confirmedByStaff, ageYears: 14,
        seat: SeatNumber(4821).orFail,
        seating: Seating(
          account: 1, hamlet: 1, tags: [], accommodations: Accommodations(time: .double, needs: [.reader]),
          guardian: nil)))
  }

  private func act(_ number: Int, on id: Attempt.ID) -> DeskAct {
    DeskAct(
      attempt: id, number: number, account: 1, kind: .addMinutes, reason: Reason.ID("mat-dien"), minutes: 5,
      at: World.morning)
  }

  @Test("the schema refuses", arguments: refused)
  private func refuses(_ bad: (rule: String, sql: String)) throws {
    do {
      try store.database.execute(bad.sql)
      Issue.record("taken: \(bad.rule)")
    } catch let error as SQLiteStoreError {
      #expect(error.isRefusal, "\(bad.rule): \(error)")
    }
  }

  @Test("acts, help, decisions and seatings come back as they were written")
  func roundTrips() throws {
    #expect(try store.acts(on: 2, after: 0) == [act(1, on: 2)])
    #expect(try store.acts(on: 2, after: 1).isEmpty)
    let decision = FlagDecision(
      number: 1, verdict: .counts, upTo: 1, account: 2, reason: Reason.ID("lam-ho"), at: World.later(1))
    try store.add(decision, on: 2)
    #expect(try store.help(of: 2).decisions == [decision])
    #expect(try store.help(of: 2).acts.map(\.kind) == [.suggestedAnswer])
    #expect(try store.seating(of: 3)?.accommodations == Accommodations(time: .double, needs: [.reader]))
    #expect(try store.revocation(of: 1)?.reason == Reason.ID("mat-dien"))
  }

  @Test("reasons are adopted with the bank, in their order; an act keeps the text it was done under")
  func reasons() throws {
    #expect(try store.reasons().map(\.id.text) == ["mat-dien", "lam-ho"])
    #expect(try store.givenBankAgain(Content(reasonText: "Mất điện cả xã")))
    #expect(try !store.givenBankAgain(Content(reasonText: "Mất điện cả xã")))
    #expect(try store.reason(Reason.ID("mat-dien"))?.text == "Mất điện cả xã")
    let texts = try store.database.values("SELECT r.text FROM deskAct d JOIN reason r ON r.id = d.reason")
    #expect(texts == ["Mất điện"])
  }

  @Test("a bank without reasons leaves those in force that were adopted before")
  func withoutReasons() throws {
    #expect(try store.keep([Reason]()) == true)
    #expect(try store.reasons().isEmpty)
    _ = try store.adopt(Content(noticeVersion: 2).bank(), at: World.morning)
    #expect(try store.reasons().count == 2)
  }

  @Test("names and guardians are not in the file in clear, also not those of before")
  func sealed() throws {
    try store.correctName(of: 1, to: "Nguyễn Thị Hòa", by: 1, at: World.morning)
    #expect(try store.formerNames(of: 1).map(\.name) == ["Nguyễn Thị Hoa"])
    let bytes = folder.bytes()
    for name in ["Nguyễn Thị Hoa", "Nguyễn Thị Hòa", "Lê Văn Nam"] { #expect(!bytes.contains(Array(name.utf8))) }
  }

  @Test(
    "look-ups of the board and of a seat number go by an index",
    arguments: [
      "SELECT id FROM attempt WHERE seatNumber = ?1 AND state IN ('seating', 'in-progress', 'paused')",
      "SELECT id FROM attempt WHERE state IN ('seating', 'in-progress', 'paused')",
      "SELECT id FROM attempt WHERE person = ?1 AND state IN ('seating', 'in-progress', 'paused')",
      "SELECT 1 FROM kioskSession WHERE attempt = ?1", "SELECT number FROM deskAct WHERE attempt = ?1 AND number > ?2",
    ])
  func indexes(sql: String) throws {
    let plan = try store.database.values("EXPLAIN QUERY PLAN \(sql)", column: 3)
    #expect(!plan.isEmpty && plan.allSatisfy { $0.contains("INDEX") || $0.contains("SEARCH") }, "\(plan)")
  }
}

extension KioskStore {
  fileprivate func givenBankAgain(_ content: Content) throws -> Bool {
    try adopt(try content.bank(), at: World.morning)
  }
}

@Suite("What the board asks")
struct BoardTableTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank()
  }

  /// The statements as the store runs them, read from its source, so that this test cannot fall behind.
  private static func query(_ name: String) throws -> String {
    let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let source = try #require(readText(folder + "/Sources/SQLiteStore/BoardTable.swift"))
    let start = try #require(source.split(separator: "let \(name) = Query(\n    \"\"\"", maxSplits: 1).last)
    return String(try #require(start.split(separator: "\"\"\"").first))
  }

  @Test("no table that grows with the years is read through", arguments: ["openPlaces", "finishedPlaces"])
  func indexes(name: String) throws {
    let plan = try store.database.values("EXPLAIN QUERY PLAN \(Self.query(name))", column: 3)
    let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("INDEX") && !$0.contains("shown") }
    #expect(plan.count > 5 && scans.isEmpty, "\(plan)")
  }

  @Test("a corrected name is right at the next look, and is sealed in the file")
  func names() throws {
    let id = try store.givenSeated(World.baHoa)
    #expect(try store.openPlaces(OpenPlaces(are: .only(id))).map(\.name) == ["Nguyễn Thị Hoa"])
    try store.correctName(of: 1, to: "Nguyễn Thị Hòa", by: 1, at: World.morning)
    #expect(try store.openPlaces(OpenPlaces(are: .ofToday)).map(\.name) == ["Nguyễn Thị Hòa"])
    #expect(!folder.bytes().contains(Array("Thị Hòa".utf8)))
  }
}

private func readText(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}
