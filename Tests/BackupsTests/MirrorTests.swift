import Assessment
import Glibc
import SQLiteStore
import Sealing
import Synchronization
import Testing
import UseCases

@testable import Backups

@Suite("The mirror")
struct MirrorTests {
  let box: SmallBox

  init() throws { box = try SmallBox() }

  /// A mirror whose writer is this thread: the pin is taken between two commits, as soon as it is asked for.
  private func started(mostChanges: Int = Mirror.mostChanges) throws -> Mirror {
    let mirror = Mirror(
      box.contents(), officeKey: box.key.publicKey, to: box.stick, mostChanges: mostChanges,
      now: { SmallBox.morning }, tell: { _ in })
    box.store.watchCommits(mirror)
    mirror.start { [turn = box.turn] body in
      turn.take(body)
      return true
    }
    return mirror
  }

  private func wait(_ isReached: () -> Bool) {
    for _ in 0..<1_000 where !isReached() { usleep(10_000) }
  }

  private func isFollowing(_ mirror: Mirror) -> Bool {
    if case .following = mirror.state() { true } else { false }
  }

  private func restored(_ name: String = "new") throws -> Unpacked {
    try Restoring(box.key).unpack(.mirror(box.stick), into: "\(box.folder)/\(name)")
  }

  @Test("the stick alone gives every commit back, and says that nothing is missing")
  func whole() throws {
    let mirror = try started()
    wait { isFollowing(mirror) }
    for note in ["two", "three"] { try box.add(note) }
    mirror.stop()
    let unpacked = try restored()

    #expect(unpacked.census.events == 3)
    #expect(unpacked.changes?.count == 2 && unpacked.changes?.isClosed == true)
  }

  @Test("a transaction that was rolled back is not there")
  func rolledBack() throws {
    let mirror = try started()
    wait { isFollowing(mirror) }
    try? box.store.atomically {
      try box.add("never")
      throw SQLiteStoreError.copyStopped
    }
    mirror.stop()
    #expect(try restored().census.events == 1)
  }

  @Test("after a cut in the last record everything before it comes back")
  func torn() throws {
    let mirror = try started()
    wait { isFollowing(mirror) }
    for note in ["two", "three"] { try box.add(note) }
    mirror.stop()
    let name = try #require(box.names().first { $0.hasSuffix(".changes") })
    let bytes = try [UInt8].file("\(box.stick)/\(name)")
    // The closing piece, and a part of the record before it.
    try Array(bytes.dropLast(40)).write(to: "\(box.stick)/\(name)")
    let unpacked = try restored()

    #expect(unpacked.census.events == 2)
    #expect(unpacked.changes?.isClosed == false)
  }

  @Test("damage in the middle ends what is believed there, and is told")
  func damaged() throws {
    let mirror = try started()
    wait { isFollowing(mirror) }
    for note in ["two", "three"] { try box.add(note) }
    mirror.stop()
    let name = try #require(box.names().first { $0.hasSuffix(".changes") })
    var bytes = try [UInt8].file("\(box.stick)/\(name)")
    bytes[bytes.count - 60] ^= 1
    try bytes.write(to: "\(box.stick)/\(name)")
    let unpacked = try restored()

    #expect(unpacked.census.events == 2 && unpacked.changes?.isBroken == true)
  }

  @Test("a long file of changes is followed by a new series, and the old one goes")
  func rotates() throws {
    let mirror = try started(mostChanges: 400)
    wait { isFollowing(mirror) }
    let first = box.names()
    for note in 0..<20 { try box.add("note \(note)") }
    wait { box.names() != first && box.names().count == 2 && isFollowing(mirror) }
    mirror.stop()

    #expect(box.names().count == 2 && box.names() != first)
    #expect(try restored().census.events == 21)
  }

  @Test("a stick that was pulled is told, and caught up with when it is back")
  func pulled() throws {
    let mirror = try started()
    wait { isFollowing(mirror) }
    rename(box.stick, box.stick + "-away")
    try box.add("meanwhile")
    wait { if case .missing = mirror.state() { true } else { false } }
    #expect(mirror.state() == .missing(since: SmallBox.morning))
    rename(box.stick + "-away", box.stick)
    wait { isFollowing(mirror) }
    mirror.stop()

    #expect(try restored().census.events == 2)
  }

  @Test("what could not be taken, or is too much to wait, is told as broken and nothing more is kept")
  func queueBreaks() throws {
    let queue = ChangeQueue()
    queue.add([1])
    #expect(queue.waiting == 0, "nobody follows yet")
    let path = box.folder + "/sathach.db"
    queue.begin { try PinnedSnapshot(of: path) }
    queue.add([1])
    queue.add(nil)
    queue.add([2])
    #expect(queue.waiting == 0)
    guard case .broken = queue.take(within: 0) else { return #expect(Bool(false), "not broken") }
  }
}
