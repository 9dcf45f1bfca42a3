import Assessment
import Glibc
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Event log")
struct EventTableTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank()
  }

  /// Ten entries, none of a slip.
  private func givenEntries() throws {
    for number in 1...10 {
      try store.append(Event(.started, digest: [UInt8(number)], note: "boot=\(number)"), at: World.later(Int64(number)))
    }
  }

  /// Somebody with the file and without the program: the triggers are no hindrance.
  private func tamper(_ sql: String) throws {
    for trigger in ["eventStays", "eventIsKept", "slipStays", "slipIsKept"] {
      try store.database.execute("DROP TRIGGER \(trigger)")
    }
    try store.database.execute(sql)
  }

  @Test("an empty log has 32 zero bytes as its head, and is whole")
  func empty() throws {
    #expect(try store.head() == [UInt8](repeating: 0, count: 32))
    #expect(try store.auditEvents().isWhole)
  }

  @Test("entries are numbered from 1, and the head is the hash that appending gave")
  func appended() throws {
    let hash = try store.append(Event(.started), at: World.morning)
    #expect(try store.head() == hash)
    try givenEntries()
    #expect(try store.database.values("SELECT id FROM event ORDER BY id") == (1...11).map(String.init))
  }

  @Test("the worked example of the specification comes out as it stands there")
  func vector() throws {
    _ = try store.givenAttempt()
    let page = try Specification.eventLog()
    let entries = try page.entries()
    #expect(entries.count == 3)
    for entry in entries {
      let hash = try store.append(entry.event, at: entry.at)
      #expect(Specification.hex(hash) == entry.hash)
    }
  }

  @Test(
    "the log is never changed, shortened or overwritten",
    arguments: [
      "UPDATE event SET note = 'x' WHERE id = 1", "DELETE FROM event WHERE id = 10", "DELETE FROM event",
      "INSERT OR REPLACE INTO event SELECT id, at, kind, attempt, digest, 'x', hash FROM event WHERE id = 3",
    ])
  func appendOnly(sql: String) throws {
    try givenEntries()
    #expect(throws: SQLiteStoreError.self) { try store.database.execute(sql) }
    #expect(try store.auditEvents().isWhole)
  }

  @Test("an audit counts the entries and gives the head")
  func whole() throws {
    try givenEntries()
    let audit = try store.auditEvents()
    #expect(audit.isWhole && audit.entryCount == 10)
    #expect(try audit.head == store.head())
  }

  @Test(
    "an audit names the first broken entry",
    arguments: [
      ("UPDATE event SET note = 'boot=99' WHERE id = 4", 4, EventAudit.Fault.hash),
      ("UPDATE event SET at = at + 1 WHERE id = 1", 1, .hash),
      ("UPDATE event SET digest = x'FF' WHERE id = 10", 10, .hash),
      ("UPDATE event SET kind = 'bank-adopted' WHERE id = 5", 5, .hash),
      ("UPDATE event SET hash = zeroblob(32) WHERE id = 6", 6, .hash),
      ("DELETE FROM event WHERE id = 3", 3, .gap),
      ("DELETE FROM event WHERE id <= 2", 1, .gap),
      ("UPDATE event SET id = CASE id WHEN 7 THEN 80 ELSE 7 END WHERE id IN (7)", 7, .gap),
      (
        "UPDATE event SET id = 100 WHERE id = 5; UPDATE event SET id = 5 WHERE id = 6; "
          + "UPDATE event SET id = 6 WHERE id = 100", 5, .hash
      ),
      ("INSERT INTO event VALUES (11, 1, 'started', NULL, x'', '', zeroblob(32))", 11, .hash),
    ])
  func broken(sql: String, id: Int64, fault: EventAudit.Fault) throws {
    try givenEntries()
    try tamper(sql)
    let audit = try store.auditEvents()
    #expect(audit.broken == EventAudit.Broken(id: id, fault: fault))
    #expect(!audit.isWhole)
  }

  @Test(
    "a slip whose bytes are not those in the log is found, and so is one without an entry",
    arguments: [
      "UPDATE slip SET bytes = x'00' WHERE serial = 2", "DELETE FROM event WHERE note = 'serial=2'",
    ])
  func unloggedSlip(sql: String) throws {
    for token in 1...3 as ClosedRange<UInt64> { try store.givenSlip(token: token) }
    #expect(try store.auditEvents().isWhole)
    try tamper(sql)
    let audit = try store.auditEvents()
    #expect(audit.unloggedSlip == 2 && audit.slipCount == 3 && !audit.isWhole)
  }

  @Test("an entry of a slip that is gone is found")
  func missingSlip() throws {
    for token in 1...3 as ClosedRange<UInt64> { try store.givenSlip(token: token) }
    try tamper("DELETE FROM slip WHERE serial = 3")
    #expect(try store.auditEvents().missingSlip == 3)
  }

  @Test("after a rollback the next entry follows the last one that is there")
  func rolledBack() throws {
    struct Stop: Error {}
    try store.atomically {
      try store.append(Event(.started, note: "kept"), at: World.morning)
      #expect(throws: Stop.self) {
        try store.atomically {
          try store.append(Event(.started, note: "dropped"), at: World.morning)
          throw Stop()
        }
      }
      try store.append(Event(.started, note: "after"), at: World.morning)
    }
    #expect(throws: Stop.self) {
      try store.atomically {
        try store.append(Event(.started, note: "dropped too"), at: World.morning)
        throw Stop()
      }
    }
    try store.append(Event(.started, note: "last"), at: World.morning)
    #expect(try store.auditEvents().isWhole)
    #expect(try store.database.values("SELECT note FROM event ORDER BY id") == ["kept", "after", "last"])
  }

  @Test("a note too long for its field is refused before anything is written")
  func tooLong() throws {
    let note = String(repeating: "x", count: 70_000)
    #expect(throws: SQLiteStoreError.eventTooLong(kind: "started")) {
      try store.append(Event(.started, note: note), at: World.morning)
    }
    #expect(try store.auditEvents().entryCount == 0)
  }
}

/// Reads the worked example out of the documentation.
private struct Specification {
  struct Entry {
    let event: Event
    let at: Moment
    let hash: String
  }

  let lines: [Substring]

  static func eventLog() throws -> Specification {
    let tests = "/Tests/SQLiteStoreTests/"
    let here = #filePath
    guard let cut = here.firstRange(of: tests) else { throw SQLiteStoreError.misuse(what: here) }
    let path = here[..<cut.lowerBound] + "/Sources/SQLiteStore/SQLiteStore.docc/EventLog.md"
    let file = open(String(path), O_RDONLY)
    guard file >= 0 else { throw SQLiteStoreError.system(call: "open", path: String(path), code: errno) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(file, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return Specification(lines: text.split(separator: "\n"))
  }

  /// Table rows of seven cells: id, at, attempt, kind, digest, note, hash.
  func entries() throws -> [Entry] {
    lines.compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.split(whereSeparator: { $0 == " " || $0 == "`" }).joined(separator: " ") }
      guard cells.count == 7, Int64(cells[0]) != nil, let at = Int64(cells[1]),
        let kind = Event.Kind(rawValue: cells[3])
      else { return nil }
      return Entry(
        event: Event(kind, attempt: Int64(cells[2]), digest: Self.bytes(cells[4]), note: cells[5]),
        at: Moment(milliseconds: at), hash: cells[6])
    }
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }
}
