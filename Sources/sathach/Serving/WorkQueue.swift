import Glibc
import SQLiteStore

/// One thread for work that takes tens of milliseconds, such as password hashes: beside the writer, so that no answer
/// waits for it. Bounded: a full queue is told to whoever asks.
final class WorkQueue: @unchecked Sendable {
  // Unchecked: every field below is touched only between lock and unlock of `gate`.
  private let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs: [@Sendable () -> Void] = []
  private var isEnding = false
  private var thread = pthread_t()
  private let name: String
  private let most: Int

  /// - Parameter name: of its thread, at most 15 letters, as whoever looks at a busy box sees it.
  init(name: String, most: Int) {
    (self.name, self.most) = (name, most)
    pthread_mutex_init(gate, nil)
    pthread_cond_init(changed, nil)
  }

  func start() {
    pthread_create(
      &thread, nil,
      { queue in
        if let queue { Unmanaged<WorkQueue>.fromOpaque(queue).takeUnretainedValue().run() }
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// - Returns: false where the queue is full and the job was not taken.
  func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    pthread_mutex_lock(gate)
    defer { pthread_mutex_unlock(gate) }
    guard jobs.count < most, !isEnding else { return false }
    jobs.append(job)
    pthread_cond_signal(changed)
    return true
  }

  /// Ends the thread after the job it is at; what waits is not begun, since nobody is there any more to be answered.
  func stop() {
    pthread_mutex_lock(gate)
    isEnding = true
    jobs = []
    pthread_cond_signal(changed)
    pthread_mutex_unlock(gate)
    pthread_join(thread, nil)
  }

  private func run() {
    ThreadName.set(name)
    while let job = next() { job() }
  }

  private func next() -> (@Sendable () -> Void)? {
    pthread_mutex_lock(gate)
    defer { pthread_mutex_unlock(gate) }
    while jobs.isEmpty, !isEnding { pthread_cond_wait(changed, gate) }
    return jobs.isEmpty ? nil : jobs.removeFirst()
  }
}
