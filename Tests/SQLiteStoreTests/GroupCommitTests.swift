import Glibc
import Synchronization
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Group commit")
struct GroupCommitTests {
  struct Refusal: Error {}

  let folder: TemporaryFolder
  let writer: GroupCommit

  init() throws {
    folder = try TemporaryFolder()
    writer = try GroupCommit(try folder.writer(), capacity: 64)
  }

  private func notes() throws -> [String] {
    try folder.reader().database.values("SELECT note FROM event ORDER BY id")
  }

  /// Submits a job that logs a note, and notes its fate.
  private func submit(
    _ note: String, to fates: Fates, ending: @escaping @Sendable () throws -> GroupCommit.Verdict = { .keep }
  ) -> Bool {
    writer.submit { store in
      try store.append(Event(.started, note: note), at: World.morning)
      return try ending()
    } done: {
      fates.add(note, $0)
    }
  }

  @Test("64 jobs from 8 threads are all there, once each, when they are told so")
  func manyThreads() throws {
    let fates = Fates()
    let threads = Threads(8) { thread in
      for job in 0..<8 where !submit("\(thread)-\(job)", to: fates) { Issue.record("refused") }
    }
    threads.join()
    fates.wait(for: 64)
    #expect(fates.all.values.allSatisfy { $0 == "committed" })
    #expect(try notes().sorted() == fates.all.keys.sorted())
    #expect(try folder.reader().auditEvents().isWhole)
  }

  @Test("a job is on the disk before it is told, as a second connection sees")
  func durableFirst() throws {
    let seen = Mutex<[String]>([])
    let fates = Fates()
    let folder = folder
    let taken = writer.submit { store in
      try store.append(Event(.started, note: "one"), at: World.morning)
      return .keep
    } done: { fate in
      let notes = try? folder.reader().database.values("SELECT note FROM event")
      seen.withLock { $0 = notes ?? [] }
      fates.add("one", fate)
    }
    fates.wait(for: 1)
    #expect(taken && seen.withLock { $0 } == ["one"])
  }

  @Test("a job that throws rolls back itself and nothing else, and the chain goes on")
  func throwing() throws {
    let fates = Fates()
    let gate = Gate(writer)
    #expect(submit("before", to: fates))
    #expect(submit("thrown", to: fates) { throw Refusal() })
    #expect(submit("discarded", to: fates) { .discard })
    #expect(submit("after", to: fates))
    gate.open()
    fates.wait(for: 4)
    #expect(
      fates.all == ["before": "committed", "thrown": "failed", "discarded": "discarded", "after": "committed"])
    #expect(try notes() == ["before", "after"])
    #expect(try folder.reader().auditEvents().isWhole)
  }

  @Test("what waits together is committed together, in order")
  func batches() throws {
    let fates = Fates()
    let sizes = Mutex<[Int]>([])
    let gate = Gate(writer)
    for number in 1...20 {
      let taken = writer.submit { store in
        try store.append(Event(.started, note: "\(number)"), at: World.morning)
        let committed = try? folder.reader().auditEvents().entryCount
        sizes.withLock { $0.append(committed ?? -1) }
        return .keep
      } done: {
        fates.add("\(number)", $0)
      }
      #expect(taken)
    }
    gate.open()
    fates.wait(for: 20)
    #expect(sizes.withLock { $0 } == [Int](repeating: 0, count: 20))
    #expect(try notes() == (1...20).map(String.init))
  }

  @Test("where the commit fails, every job is told that nothing of it is stored")
  func failedCommit() throws {
    let fates = Fates()
    let gate = Gate(writer)
    #expect(submit("innocent", to: fates))
    // A deferred foreign key is checked at the commit, which makes just that fail.
    let taken = writer.submit { store in
      try store.database.execute("PRAGMA defer_foreign_keys = ON")
      try store.database.execute("INSERT INTO kioskSession (digest, attempt, boundAt) VALUES (zeroblob(32), 99, 1)")
      return .keep
    } done: {
      fates.add("culprit", $0)
    }
    #expect(taken && submit("thrown", to: fates) { throw Refusal() })
    gate.open()
    fates.wait(for: 3)
    #expect(fates.all == ["innocent": "lost", "culprit": "lost", "thrown": "failed"])
    #expect(try notes() == [])
    #expect(submit("next", to: fates))
    fates.wait(for: 4)
    #expect(try notes() == ["next"])
  }

  @Test("where SQLite gives the transaction up half-way, jobs before are lost and jobs after still done")
  func brokenTransaction() throws {
    let fates = Fates()
    let gate = Gate(writer)
    #expect(submit("before", to: fates))
    let taken = writer.submit { store in
      try store.database.execute("ROLLBACK")
      try store.append(Event(.started, note: "alone"), at: World.morning)
      return .keep
    } done: {
      fates.add("breaker", $0)
    }
    #expect(taken && submit("after", to: fates))
    gate.open()
    fates.wait(for: 3)
    #expect(fates.all == ["before": "lost", "breaker": "failed", "after": "committed"])
    #expect(try notes() == ["after"])
  }

  @Test("a disk that is full fails the job that finds it so, and writing goes on when there is room")
  func fullDisk() throws {
    let fates = Fates()
    let taken = writer.submit { store in
      try store.database.execute("PRAGMA max_page_count = 1")  // SQLite takes the present size for it
      for _ in 1...1_000 {
        try store.append(Event(.started, note: String(repeating: "x", count: 400)), at: World.morning)
      }
      return .keep
    } done: {
      fates.add("big", $0)
    }
    fates.wait(for: 1)
    #expect(taken && fates.all == ["big": "failed"])
    #expect(try notes() == [])

    let room = writer.submit { store in
      try store.database.execute("PRAGMA max_page_count = 1000000")
      try store.append(Event(.started, note: "next"), at: World.morning)
      return .keep
    } done: {
      fates.add("next", $0)
    }
    fates.wait(for: 2)
    #expect(room && fates.all["next"] == "committed")
    #expect(try notes() == ["next"])
  }

  @Test("a full queue refuses, and takes again when there is room")
  func full() throws {
    let fates = Fates()
    let gate = Gate(writer)
    gate.waitUntilClosed()
    for number in 1...64 { #expect(submit("\(number)", to: fates)) }
    #expect(!submit("65", to: fates))
    gate.open()
    fates.wait(for: 64)
    #expect(submit("66", to: fates))
    fates.wait(for: 65)
  }

  @Test("stopping finishes what waits and refuses what comes later; twice is harmless")
  func stop() throws {
    let fates = Fates()
    for number in 1...10 { #expect(submit("\(number)", to: fates)) }
    writer.stop()
    writer.stop()
    #expect(fates.all.count == 10)
    #expect(!submit("late", to: fates))
    #expect(try notes().count == 10)
  }
}

/// What became of each job, by its note.
private final class Fates: Sendable {
  private let told = Mutex<[String: String]>([:])

  var all: [String: String] { told.withLock { $0 } }

  func add(_ note: String, _ fate: GroupCommit.Fate) {
    let word =
      switch fate {
      case .committed: "committed"
      case .discarded: "discarded"
      case .failed: "failed"
      case .lost: "lost"
      }
    told.withLock { $0[note] = word }
  }

  /// At most ten seconds.
  func wait(for count: Int) {
    for _ in 0..<10_000 where all.count < count { usleep(1_000) }
    #expect(all.count == count)
  }
}

/// Holds the writer in a first job, so that the jobs after it come together.
private final class Gate: Sendable {
  private let state = Atomic<Int>(0)

  init(_ writer: GroupCommit) {
    let taken = writer.submit { [self] _ in
      state.store(1, ordering: .releasing)
      while state.load(ordering: .acquiring) < 2 { usleep(200) }
      return .discard
    } done: { _ in
    }
    #expect(taken)
    waitUntilClosed()
  }

  func waitUntilClosed() {
    while state.load(ordering: .acquiring) < 1 { usleep(200) }
  }

  func open() {
    state.store(2, ordering: .releasing)
  }
}
