import Glibc
import Synchronization

/// The one thread that writes. It takes all jobs that wait into one transaction, syncs once, and only then answers them.
///
/// For example:
///
///     writer.submit { store in
///       try store.append(Event(.started), at: now)
///       return .keep
///     } done: { fate in
///       // .committed: the entry is on the disk
///     }
package final class GroupCommit: Sendable {
  /// What a job that did not throw wants done with its changes.
  package enum Verdict: Sendable {
    case keep
    case discard
  }

  /// What became of a job, told after the transaction has ended.
  package enum Fate: Sendable {
    /// Its changes are on the disk and survive a power cut.
    case committed
    /// It wanted its changes rolled back. What it read was committed.
    case discarded
    /// It threw; its changes, and no other job's, are rolled back.
    case failed(any Error)
    /// The transaction could not be committed: nothing of it is stored, and what was read in it may never have been.
    case lost(any Error)
  }

  struct Job {
    let work: @Sendable (KioskStore) throws -> Verdict
    let done: @Sendable (Fate) -> Void
  }

  /// Jobs in one transaction. More would make the first wait for the last without saving syncs that count.
  package static let largestBatch = 256

  private let queue: JobQueue
  private let thread = Mutex<pthread_t?>(nil)

  /// Starts the thread, which has the store for itself from now on.
  ///
  /// - Parameter capacity: jobs that may wait; more are refused.
  package init(_ store: sending KioskStore, capacity: Int = 1_024) throws {
    queue = JobQueue(capacity: capacity)
    let loop = WriterLoop(store: store, queue: queue)
    let code = thread.withLock { thread -> Int32 in
      var new = pthread_t()
      let context = Unmanaged.passRetained(loop)
      let code = pthread_create(&new, nil, { @Sendable in WriterLoop.run($0) }, context.toOpaque())
      if code == 0 { thread = new } else { context.release() }
      return code
    }
    guard code == 0 else { throw SQLiteStoreError.system(call: "pthread_create", path: "", code: code) }
  }

  deinit {
    stop()
  }

  /// Queues a job. `work` runs on the writer's thread, in a savepoint of the shared transaction; `done` runs there too,
  /// after the commit, in the order of the jobs. Both should be short: everybody who writes waits for them.
  ///
  /// - Returns: false where too many jobs wait or the writer has stopped; neither closure is called then.
  package func submit(
    _ work: @escaping @Sendable (KioskStore) throws -> Verdict, done: @escaping @Sendable (Fate) -> Void
  ) -> Bool {
    queue.add(Job(work: work, done: done))
  }

  /// Refuses new jobs, finishes those that wait, and closes the store. Stopping twice is harmless.
  package func stop() {
    queue.close()
    guard let running = thread.withLock({ $0.take() }) else { return }
    // A job that held the last reference ends up here on the writer's own thread, which cannot wait for itself.
    if pthread_equal(running, pthread_self()) != 0 {
      pthread_detach(running)
    } else {
      pthread_join(running, nil)
    }
  }
}
