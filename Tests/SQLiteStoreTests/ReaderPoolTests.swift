import Glibc
import Synchronization
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Reader pool")
struct ReaderPoolTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
  }

  @Test("readers are opened when needed, used again, and never more than agreed")
  func bounded() throws {
    let folder = folder
    let opened = Atomic<Int>(0)
    let now = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    let pool = ReaderPool(count: 2) {
      opened.add(1, ordering: .relaxed)
      return try folder.reader()
    }
    let threads = Threads(6) { _ in
      for _ in 1...10 {
        let entries = try? pool.read { store in
          let count = now.add(1, ordering: .relaxed).newValue
          most.max(count, ordering: .relaxed)
          usleep(500)
          now.subtract(1, ordering: .relaxed)
          return try store.auditEvents().entryCount
        }
        if entries != 0 { Issue.record("a read failed") }
      }
    }
    threads.join()
    #expect(most.load(ordering: .relaxed) <= 2 && opened.load(ordering: .relaxed) <= 2)
  }

  @Test("a read that throws gives its reader back")
  func thrown() throws {
    struct Stop: Error {}
    let folder = folder
    let pool = ReaderPool(count: 1) { try folder.reader() }
    for _ in 1...3 { #expect(throws: Stop.self) { try pool.read { _ in throw Stop() } } }
    #expect(try pool.read { try $0.auditEvents().entryCount } == 0)
  }

  @Test("each read sees what was committed before it")
  func fresh() throws {
    let folder = folder
    let pool = ReaderPool(count: 1) { try folder.reader() }
    for count in 0...2 {
      #expect(try pool.read { try $0.auditEvents().entryCount } == count)
      try store.append(Event(.started), at: World.morning)
    }
  }

  @Test("a reader that cannot be opened is an error, and the pool goes on")
  func unopened() throws {
    let pool = ReaderPool(count: 1) { try KioskStore.reader(at: "/nowhere/kiosk.db", secrets: PlainSecrets()) }
    for _ in 1...2 {
      #expect(throws: SQLiteStoreError.self) { try pool.read { try $0.audiences() } }
    }
  }
}
