/// What the writer's thread does all its life.
final class WriterLoop {
  private let store: KioskStore
  private let queue: JobQueue
  private var fates: [GroupCommit.Fate] = []

  init(store: KioskStore, queue: JobQueue) {
    self.store = store
    self.queue = queue
    fates.reserveCapacity(GroupCommit.largestBatch)
  }

  static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    ThreadName.set("writer")
    // Taking the only reference closes the store at the end, on this thread.
    let loop = Unmanaged<WriterLoop>.fromOpaque(context).takeRetainedValue()
    var batch: [GroupCommit.Job] = []
    while loop.queue.take(atMost: GroupCommit.largestBatch, into: &batch) {
      loop.process(batch[...])
      batch.removeAll(keepingCapacity: true)
    }
    // Readers may still be open, and then closing would leave the log as it is. Where it cannot be emptied, the next start
    // reads it.
    _ = try? loop.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return nil
  }

  /// Mostly one transaction; another for the jobs after one in which SQLite gave the first up.
  private func process(_ batch: ArraySlice<GroupCommit.Job>) {
    var rest = batch
    while !rest.isEmpty {
      fates.removeAll(keepingCapacity: true)
      attempt(rest)
      for (job, fate) in zip(rest, fates) { job.done(fate) }
      rest = rest.dropFirst(fates.count)
    }
  }

  /// Runs jobs in one transaction and notes a fate for each that was run, in order; for one at least.
  private func attempt(_ jobs: ArraySlice<GroupCommit.Job>) {
    do {
      try store.beginTransaction()
    } catch {
      fates = jobs.map { _ in .lost(error) }
      return
    }
    do {
      for job in jobs { fates.append(try fate(of: job)) }
      try store.commitTransaction()
    } catch {
      store.rollbackTransaction()
      lose(error)
      // The job at which the transaction broke has no fate yet, unless it was the commit that failed.
      if fates.count < jobs.count { fates.append(.failed(error)) }
    }
  }

  /// - Throws: where the whole transaction is gone, not only the job.
  private func fate(of job: GroupCommit.Job) throws -> GroupCommit.Fate {
    try store.beginSavepoint()
    let verdict: GroupCommit.Verdict
    do {
      verdict = try job.work(store)
    } catch {
      guard store.database.isInTransaction else { throw error }
      try store.rollbackSavepoint()
      return .failed(error)
    }
    switch verdict {
    case .keep:
      try store.releaseSavepoint()
      return .committed
    case .discard:
      try store.rollbackSavepoint()
      return .discarded
    }
  }

  private func lose(_ error: any Error) {
    for index in fates.indices {
      switch fates[index] {
      case .committed, .discarded, .lost: fates[index] = .lost(error)
      case .failed: break
      }
    }
  }
}
