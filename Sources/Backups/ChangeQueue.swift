import Glibc
import SQLiteStore

/// What was committed and is not on the stick yet. Filled by the writer, emptied by the mirror's thread; bounded in bytes,
/// so that a slow stick costs memory and no answer.
final class ChangeQueue: @unchecked Sendable {
  /// More are not kept: a new snapshot is cheaper then.
  static let most = 32 << 20

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Every field below is touched only between lock and unlock.
  private var sets: [[UInt8]] = []
  private var size = 0
  private var isFollowing = false
  private var isBroken = false
  private var isEnding = false
  private var pinned: Result<PinnedSnapshot, any Error>?

  enum Taken {
    case sets([[UInt8]])
    /// Nothing came in time.
    case none
    /// Something was not kept: only a new snapshot helps.
    case broken
    /// Nothing more will come.
    case ended
  }

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  private func locked<T>(_ body: () throws -> T) rethrows -> T {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body()
  }

  func add(_ set: [UInt8]?) {
    locked {
      guard isFollowing, !isBroken else { return }
      if let set, size + set.count <= Self.most {
        sets.append(set)
        size += set.count
      } else {
        isBroken = true
        (sets, size) = ([], 0)
      }
      pthread_cond_signal(changed)
    }
  }

  /// On the writer's thread, between two transactions: what is committed up to here is in the snapshot, what comes after
  /// it in the queue.
  func begin(_ pin: () throws -> PinnedSnapshot) {
    locked {
      pinned = Result(catching: pin)
      (sets, size, isFollowing, isBroken) = ([], 0, true, false)
      pthread_cond_signal(changed)
    }
  }

  /// Until there is something to follow, what is committed is not kept.
  func forget() {
    locked { (sets, size, isFollowing, isBroken, pinned) = ([], 0, false, false, nil) }
  }

  var waiting: Int { locked { sets.count } }
  var hasEnded: Bool { locked { isEnding } }

  func end() {
    locked {
      isEnding = true
      pthread_cond_broadcast(changed)
    }
  }

  /// - Returns: nil where the writer did not come round in time.
  func snapshot(within seconds: Int) -> sending Result<PinnedSnapshot, any Error>? {
    let box = locked { () -> Pinned in
      let end = Self.deadline(seconds)
      while pinned == nil, !isEnding, wait(until: end) {}
      defer { pinned = nil }
      return Pinned(result: pinned)
    }
    return box.result
  }

  /// Carries a snapshot, which belongs to one thread at a time, from the writer's thread to the mirror's.
  private struct Pinned: @unchecked Sendable {
    let result: Result<PinnedSnapshot, any Error>?
  }

  func take(within seconds: Int) -> Taken {
    locked {
      let end = Self.deadline(seconds)
      while sets.isEmpty, !isBroken, !isEnding, wait(until: end) {}
      if isBroken { return .broken }
      if sets.isEmpty { return isEnding ? .ended : .none }
      defer { (sets, size) = ([], 0) }
      return .sets(sets)
    }
  }

  /// - Returns: false where the service ends.
  func rest(_ seconds: Int) -> Bool {
    locked {
      let end = Self.deadline(seconds)
      while !isEnding, wait(until: end) {}
      return !isEnding
    }
  }

  private static func deadline(_ seconds: Int) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    time.tv_sec += seconds
    return time
  }

  /// - Returns: false once the time is over.
  private func wait(until end: timespec) -> Bool {
    var end = end
    return pthread_cond_timedwait(changed, lock, &end) == 0
  }
}
