import Glibc

/// What waits for the writer: bounded, filled by many threads, emptied by one.
///
/// A mutex and a condition of POSIX, because `Mutex` cannot be waited on.
final class JobQueue: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let capacity: Int
  private var jobs: [GroupCommit.Job] = []
  private var isClosed = false
  private var isSomebodyWaiting = false

  init(capacity: Int) {
    self.capacity = capacity
    pthread_mutex_init(lock, nil)
    pthread_cond_init(filled, nil)
    jobs.reserveCapacity(min(capacity, 256))
  }

  deinit {
    pthread_cond_destroy(filled)
    pthread_mutex_destroy(lock)
    filled.deallocate()
    lock.deallocate()
  }

  /// - Returns: false where the queue is full or closed; the job was not taken.
  func add(_ job: GroupCommit.Job) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard !isClosed, jobs.count < capacity else { return false }
    jobs.append(job)
    if isSomebodyWaiting { pthread_cond_signal(filled) }
    return true
  }

  /// Waits until there is a job, and moves the oldest ones into `batch`.
  /// - Returns: false where the queue is closed and empty.
  func take(atMost most: Int, into batch: inout [GroupCommit.Job]) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while jobs.isEmpty {
      if isClosed { return false }
      isSomebodyWaiting = true
      pthread_cond_wait(filled, lock)
      isSomebodyWaiting = false
    }
    if jobs.count <= most {
      swap(&jobs, &batch)
    } else {
      batch.append(contentsOf: jobs[..<most])
      jobs.removeFirst(most)
    }
    return true
  }

  /// No more jobs; those that wait are still done.
  func close() {
    pthread_mutex_lock(lock)
    isClosed = true
    pthread_cond_broadcast(filled)
    pthread_mutex_unlock(lock)
  }
}
