import Glibc
import PostgresStore

/// A thread's own connection, made when it is first needed and made anew after it broke.
final class StoreSeat {
  private let address: String
  private var held: PostgresProvince?

  init(_ address: String) { self.address = address }

  func store() throws -> PostgresProvince {
    // A connection whose server was started anew looks open until it is used.
    if let held, held.isAnswering { return held }
    held = nil
    let new = try PostgresProvince(address)
    held = new
    return new
  }
}

/// Threads for work that waits for the database. Bounded: a full queue is told to whoever asks.
final class Workers: @unchecked Sendable {
  typealias Job = @Sendable (StoreSeat) -> Void

  // Unchecked: every field below is touched only between lock and unlock of `gate`.
  private let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs: [Job] = []
  private var isEnding = false
  private var threads: [pthread_t] = []
  private let address: String
  private let most: Int

  /// - Parameter most: jobs that may wait.
  init(address: String, most: Int) {
    (self.address, self.most) = (address, most)
    pthread_mutex_init(gate, nil)
    pthread_cond_init(changed, nil)
  }

  func start(threads count: Int) {
    for _ in 0..<count {
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { workers in
          if let workers { Unmanaged<Workers>.fromOpaque(workers).takeUnretainedValue().run() }
          return nil
        }, Unmanaged.passUnretained(self).toOpaque())
      threads.append(thread)
    }
  }

  /// - Returns: false where too many wait and the job was not taken.
  func submit(_ job: @escaping Job) -> Bool {
    pthread_mutex_lock(gate)
    defer { pthread_mutex_unlock(gate) }
    guard jobs.count < most, !isEnding else { return false }
    jobs.append(job)
    pthread_cond_signal(changed)
    return true
  }

  /// Ends the threads after the jobs they are at; what waits is not begun.
  func stop() {
    pthread_mutex_lock(gate)
    isEnding = true
    jobs = []
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(gate)
    for thread in threads { pthread_join(thread, nil) }
  }

  private func run() {
    let seat = StoreSeat(address)
    while let job = next() { job(seat) }
  }

  private func next() -> Job? {
    pthread_mutex_lock(gate)
    defer { pthread_mutex_unlock(gate) }
    while jobs.isEmpty, !isEnding { pthread_cond_wait(changed, gate) }
    return jobs.isEmpty ? nil : jobs.removeFirst()
  }
}
