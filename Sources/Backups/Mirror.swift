import Assessment
import Glibc
import SQLiteStore
import Sealing
import Synchronization
import UseCases

/// A second copy that follows every commit: a snapshot of the whole box, then the rows that each transaction changed.
///
/// Written by a thread of its own: no answer waits for the stick. What is promised is told by ``state()``: everything but
/// the transactions that still wait is on the stick, synced. A stick that is pulled, full or replaced is looked for again
/// and begun anew.
package final class Mirror: CommitWatching, Sendable {
  /// Asks the writer to call back between two transactions; false where it does not take the job.
  package typealias Pin = @Sendable (_ body: @escaping @Sendable () -> Void) -> Bool

  /// Bytes of changes after which a new snapshot bounds what a restore has to replay.
  static let mostChanges = 64 << 20

  private let contents: BoxContents
  private let officeKey: [UInt8]
  private let folder: MirrorFolder
  private let now: @Sendable () -> Moment
  /// What somebody should know, once for each change: nil when the stick is followed again.
  private let tell: @Sendable ((any Error)?) -> Void
  private let queue = ChangeQueue()
  private let known = Mutex(MirrorState.beginning)
  private let pin = Mutex<Pin?>(nil)
  private let thread = Mutex<pthread_t?>(nil)
  private let mostChanges: Int

  package init(
    _ contents: BoxContents, officeKey: [UInt8], to path: String, mostChanges: Int = Mirror.mostChanges,
    now: @escaping @Sendable () -> Moment, tell: @escaping @Sendable ((any Error)?) -> Void
  ) {
    self.contents = contents
    self.officeKey = officeKey
    folder = MirrorFolder(path: path, issuer: contents.issuer)
    self.mostChanges = mostChanges
    self.now = now
    self.tell = tell
  }

  package func committed(_ changes: [UInt8]?) {
    queue.add(changes)
  }

  package func state() -> MirrorState {
    let state = known.withLock { $0 }
    if case .following(_, let at) = state { return .following(waiting: queue.waiting, writtenAt: at) }
    return state
  }

  package func start(pin ask: @escaping Pin) {
    pin.withLock { $0 = ask }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Mirror>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    if code == 0 { self.thread.withLock { [thread] in $0 = thread } } else { context.release() }
  }

  /// Writes what waits and closes the series. To be called once the writer has stopped.
  package func stop() {
    queue.end()
    if let thread = thread.withLock({ $0.take() }) { pthread_join(thread, nil) }
    pin.withLock { $0 = nil }
  }

  private func run() {
    while !queue.hasEnded {
      do {
        guard folder.isThere else { throw BackupFault.placeMissing(path: folder.path) }
        try follow()
      } catch {
        queue.forget()
        if queue.hasEnded { return }
        miss(error)
        // A stick that comes back is seen soon; one that refuses is not asked all the time.
        _ = queue.rest(folder.isThere ? 60 : 2)
      }
    }
  }

  private func miss(_ error: any Error) {
    let isNew = known.withLock { state in
      if case .missing = state { return false }
      state = .missing(since: now())
      return true
    }
    if isNew { tell(error) }
  }

  /// One series, until it is long enough, something of it was not kept, or the service ends.
  private func follow() throws {
    let wasMissing = known.withLock { if case .missing = $0 { true } else { false } }
    guard let snapshot = try takeSnapshot() else { return }
    if !wasMissing { known.withLock { $0 = .beginning } }
    let series = try begin(snapshot)
    known.withLock { $0 = .following(waiting: 0, writtenAt: now()) }
    if wasMissing { tell(nil) }
    var number: UInt64 = 0
    while series.file.size < mostChanges {
      switch queue.take(within: 2) {
      case .sets(let sets):
        for changes in sets {
          number += 1
          try series.put(ChangeRecord(number: number, at: now(), changes: changes).bytes)
        }
        try series.file.sync()
        known.withLock { $0 = .following(waiting: 0, writtenAt: now()) }
      case .none:
        // A stick that was pulled is noticed also when nobody writes.
        guard folder.isThere else { throw BackupFault.placeMissing(path: folder.path) }
      case .broken: return
      case .ended:
        try series.put([], isLast: true)
        return try series.file.sync()
      }
    }
  }

  private func takeSnapshot() throws -> PinnedSnapshot? {
    let (queue, path) = (queue, contents.database)
    let isAsked = pin.withLock { $0 }?({ queue.begin { try PinnedSnapshot(of: path) } }) ?? false
    guard isAsked, let result = queue.snapshot(within: 10) else {
      _ = queue.rest(1)
      return nil
    }
    return try result.get()
  }

  /// Writes the snapshot, opens the file of its changes, and removes what came before.
  private func begin(_ snapshot: PinnedSnapshot) throws -> SealedWriter {
    let id = RandomBytes.bytes(16)
    let name = folder.name(id, at: now())
    folder.removeAll(but: nil)
    let queue = queue
    let copy = WholeCopy(contents: contents, officeKey: officeKey, kind: .snapshot, series: id) { !queue.hasEnded }
    let draft = folder.draft(of: name)
    _ = try copy.write(snapshot, to: draft, at: now())
    let writer = try SealedWriter(folder.changes(of: name), kind: .changes, officeKey: officeKey)
    try writer.put(id)
    try writer.file.sync()
    try Folder.rename(draft, to: folder.snapshot(of: name), in: folder.path)
    folder.removeAll(but: name)
    return writer
  }
}
