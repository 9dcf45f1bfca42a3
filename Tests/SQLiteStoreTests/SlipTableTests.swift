import Assessment
import Slip
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Slips")
struct SlipTableTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank()
  }

  @Test("serials count from 1 by one")
  func serials() throws {
    #expect(try store.nextSerial() == 1)
    #expect(try store.givenSlip(token: 12).serial == 1)
    #expect(try store.nextSerial() == 2)
  }

  @Test("a slip is found by its attempt and by its token, byte for byte")
  func found() throws {
    let slip = try store.givenSlip(token: 999_999_999_999)
    #expect(try store.slip(of: slip.attempt) == slip)
    #expect(try store.slip(with: slip.token) == slip)
    #expect(try store.slip(of: 99) == nil)
    #expect(try store.slip(with: SlipToken(number: 3)) == nil)
  }

  @Test("slips are listed in order, after a serial, at most so many")
  func listed() throws {
    let slips = try (1...3).map { try store.givenSlip(token: $0) }
    #expect(try store.slips(after: 0, most: 2) == Array(slips.prefix(2)))
    #expect(try store.slips(after: 2, most: 9) == Array(slips.suffix(1)))
  }

  @Test("an attempt has one slip, and a token one attempt")
  func unique() throws {
    let slip = try store.givenSlip(token: 5)
    let other = try store.givenSubmitted(World.anhDung)
    for (attempt, token) in [(slip.attempt, UInt64(6)), (other, 5)] {
      #expect(throws: SQLiteStoreError.self) {
        try store.add(
          StoredSlip(
            serial: 2, attempt: attempt, token: try SlipToken(number: token), bytes: [1], issuedAt: World.morning))
      }
    }
  }

  @Test(
    "a slip is never changed, deleted or replaced",
    arguments: [
      "UPDATE slip SET bytes = x'00'", "DELETE FROM slip",
      "INSERT OR REPLACE INTO slip SELECT serial, attempt, token, x'00', issuedAt FROM slip",
      "UPDATE OR REPLACE slip SET serial = 7",
    ])
  func stays(sql: String) throws {
    let slip = try store.givenSlip(token: 5)
    #expect(throws: SQLiteStoreError.self) { try store.database.execute(sql) }
    #expect(try store.slips(after: 0, most: 9) == [slip])
  }
}

extension KioskStore {
  /// A passed attempt of a person of its own with its slip, in the log too.
  @discardableResult
  func givenSlip(token: UInt64) throws -> StoredSlip {
    let number = String(1_000_000_000 + token % 1_000_000)
    let id = try givenSubmitted(World.person("Lê Văn An", "00\(number)", 2000))
    let slip = StoredSlip(
      serial: try nextSerial(), attempt: id, token: try SlipToken(number: token), bytes: [0x84, UInt8(token & 0xFF)],
      issuedAt: World.later(700))
    try add(slip)
    try append(
      Event(.slipIssued, attempt: id, digest: secrets.sha256(slip.bytes), note: "serial=\(slip.serial)"),
      at: World.later(700))
    return slip
  }
}
