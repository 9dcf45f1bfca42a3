import Testing

@testable import SQLiteStore

@Suite("What the bank's files were")
struct BankFolderTableTests {
  private let folder: TemporaryFolder
  private let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
  }

  @Test("nothing is known before the first bank, then the last fingerprint kept")
  func keepsTheLast() throws {
    #expect(try store.bankFingerprint() == nil)
    try store.keep(bankFingerprint: [UInt8](repeating: 1, count: 32))
    try store.keep(bankFingerprint: [UInt8](repeating: 2, count: 32))
    #expect(try store.bankFingerprint() == [UInt8](repeating: 2, count: 32))
  }

  @Test("it is a SHA-256, and goes with the transaction it was kept in")
  func goesWithItsTransaction() throws {
    #expect(throws: SQLiteStoreError.self) { try store.keep(bankFingerprint: [1, 2]) }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.atomically {
        try store.keep(bankFingerprint: [UInt8](repeating: 3, count: 32))
        throw Stop()
      }
    }
    #expect(try store.bankFingerprint() == nil)
  }
}
