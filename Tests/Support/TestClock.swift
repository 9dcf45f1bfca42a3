import Assessment
import Synchronization
import UseCases

/// A clock that stands still until a test moves it.
package final class TestClock: KioskClock {
  private let time: Mutex<(wall: Int64, monotonic: Int64)>

  package init(_ moment: Moment = World.morning) {
    time = Mutex((moment.milliseconds, 5_000))
  }

  package func now() -> Moment {
    Moment(milliseconds: time.withLock { $0.wall })
  }

  package func monotonic() -> Int64 {
    time.withLock { $0.monotonic }
  }

  package func advance(seconds: Int) {
    advance(milliseconds: seconds * 1000)
  }

  package func advance(milliseconds: Int) {
    time.withLock {
      $0.wall += Int64(milliseconds)
      $0.monotonic += Int64(milliseconds)
    }
  }

  /// As when somebody sets it.
  package func advance(wall milliseconds: Int64) {
    time.withLock { $0.wall += milliseconds }
  }

  package func advance(days: Int) {
    time.withLock { $0.wall += Int64(days) * 86_400_000 }
  }
}

/// Chance that repeats, so that a test sees the same form every time.
package final class TestChance: Chance {
  private let dice: Mutex<SeededDice>

  package init(seed: UInt64 = 1) {
    dice = Mutex(SeededDice(seed: seed))
  }

  package func bytes(_ count: Int) -> [UInt8] {
    dice.withLock { dice in (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next() >> 40) } }
  }
}

/// Served time as the product keeps it.
package final class TestServings: Servings {
  private let ledger = Mutex(ServingLedger())

  package init() {}

  package func serve(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    ledger.withLock { $0.serve(attempt, at: instant) }
  }

  package func take(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    ledger.withLock { $0.take(attempt, at: instant) }
  }

  package func peek(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    ledger.withLock { $0.peek(attempt, at: instant) }
  }
}
