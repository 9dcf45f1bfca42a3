import Glibc
import Synchronization

/// The phase a connection is in and the time by which it must leave it.
///
/// libmicrohttpd's own timeout counts only silence, so a client that drips a byte a second would stay for ever. Phase
/// and time share one atomic word: the event thread moves the connection on while ``Doorkeeper`` looks at it, and of a
/// move and a cut at the same moment exactly one wins.
struct Pace: ~Copyable {
  enum Phase: Int {
    /// No request line yet.
    case waiting
    /// The request line has come, head or body are incomplete.
    case reading
    /// The responder has it; that takes what it takes.
    case working
    case sending
    /// Cut off by the doorkeeper; nothing follows but the close.
    case cut
  }

  /// Milliseconds of the coarse monotonic clock, which steps by 1…10 ms and costs no system call.
  typealias Instant = Int

  private let word: Atomic<Int>
  private static let phaseBits = 3
  private static let never: Instant = Int.max >> phaseBits

  init(waitingUntil limit: Instant) {
    word = Atomic(Self.encode(.waiting, limit))
  }

  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  var phase: Phase { Self.phase(in: word.load(ordering: .relaxed)) }

  /// Whether a request is under way.
  var isBusy: Bool {
    switch phase {
    case .reading, .working, .sending: true
    case .waiting, .cut: false
    }
  }

  /// Starts the time for a request; the time already set for waiting is never lengthened.
  func startReading(until limit: Instant) -> Bool {
    let earlier = word.load(ordering: .relaxed) >> Self.phaseBits
    return move(to: .reading, until: min(earlier, limit))
  }

  /// False where the doorkeeper was first: the connection is then to be closed.
  func move(to phase: Phase, until limit: Instant? = nil) -> Bool {
    let old = word.exchange(Self.encode(phase, limit ?? Self.never), ordering: .acquiringAndReleasing)
    guard Self.phase(in: old) == .cut else { return true }
    word.store(old, ordering: .releasing)
    return false
  }

  /// Marks a connection as cut if its time is over, and tells the phase it was cut in.
  func cut(at now: Instant) -> Phase? {
    let seen = word.load(ordering: .acquiring)
    let phase = Self.phase(in: seen)
    guard phase != .cut, seen >> Self.phaseBits < now else { return nil }
    let mark = Self.encode(.cut, Self.never)
    let won = word.compareExchange(expected: seen, desired: mark, ordering: .acquiringAndReleasing).exchanged
    return won ? phase : nil
  }

  private static func encode(_ phase: Phase, _ limit: Instant) -> Int { limit << phaseBits | phase.rawValue }

  private static func phase(in word: Int) -> Phase { Phase(rawValue: word & (1 << phaseBits - 1)) ?? .cut }
}
