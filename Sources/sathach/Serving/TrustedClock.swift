import Assessment
import Glibc
import Synchronization
import UseCases

/// The machine's clock, watched, and put right by what somebody at the desk has said: see ``ClockWatch``.
final class TrustedClock: KioskClock, ClockWatch {
  private let ledger: Mutex<ClockLedger>

  init(made: CivilDate = Release.day) {
    ledger = Mutex(ClockLedger(made: made))
  }

  func open(_ entry: ClockEntry?, lastEvent: Moment?) {
    ledger.withLock { $0.open(entry, lastEvent: lastEvent, wall: Self.wall(), steady: Self.steady()) }
  }

  func now() -> Moment {
    Moment(milliseconds: Self.wall() + shift())
  }

  func monotonic() -> Int64 { SystemClock().monotonic() }
  func doubt() -> ClockDoubt? { ledger.withLock { $0.look(wall: Self.wall(), steady: Self.steady()) } }
  func shift() -> Int64 { ledger.withLock { $0.shift } }
  func trusted() -> Moment { Moment(milliseconds: ledger.withLock { $0.trusted }) }

  func settle(shift: Int64) {
    ledger.withLock { $0.settle(shift: shift, wall: Self.wall(), steady: Self.steady()) }
  }

  private static func wall() -> Int64 { SystemClock().now().milliseconds }

  /// Goes on while the machine sleeps, as the wall clock does.
  private static func steady() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
