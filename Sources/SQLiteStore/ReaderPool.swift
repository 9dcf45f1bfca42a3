import Glibc

/// Stores that read, each used by one thread at a time. They are opened when first needed.
package final class ReaderPool: Sendable {
  /// A store at rest belongs to nobody; the lock hands it to one thread at a time.
  private struct Resting: @unchecked Sendable {
    let store: KioskStore
  }

  // Unchecked: touched only in its turn. A semaphore and not `Mutex`, which the thread sanitizer does not see, so that it would
  // take what one thread after the other does with a store for races.
  nonisolated(unsafe) private var resting: [Resting] = []
  private let turn = Permits(1)
  private let free: Permits
  private let open: @Sendable () throws -> KioskStore

  /// - Parameters:
  ///   - count: how many may read at once; others wait.
  ///   - open: opens one more, as by ``KioskStore/reader(at:secrets:cache:)``.
  package init(count: Int, open: @escaping @Sendable () throws -> KioskStore) {
    free = Permits(count)
    self.open = open
  }

  /// Runs `body` on one snapshot of what is committed.
  package func read<T>(_ body: (KioskStore) throws -> T) throws -> T {
    free.wait()
    defer { free.post() }
    let store = try turn.within { resting.popLast() }?.store ?? open()
    let rest = Resting(store: store)
    defer { turn.within { resting.append(rest) } }
    return try store.reading { try body(store) }
  }
}

/// A counting semaphore.
private final class Permits: @unchecked Sendable {
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init(_ count: Int) {
    sem_init(semaphore, 0, UInt32(max(1, count)))
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func wait() {
    while sem_wait(semaphore) != 0, errno == EINTR {}
  }

  func post() {
    sem_post(semaphore)
  }

  func within<T>(_ body: () -> T) -> T {
    wait()
    defer { post() }
    return body()
  }
}
