import Assessment
import Synchronization
import UseCases

/// Chance that comes out the same from the same seed, for sample data only.
final class SeededChance: Chance {
  private let dice: Mutex<SeededDice>

  init(seed: UInt64) {
    dice = Mutex(SeededDice(seed: seed))
  }

  func bytes(_ count: Int) -> [UInt8] {
    dice.withLock { dice in (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next() >> 32) } }
  }
}

/// A clock that stands wherever the sample data is.
final class SampleClock: KioskClock {
  private let milliseconds: Mutex<Int64>

  init(_ moment: Moment) {
    milliseconds = Mutex(moment.milliseconds)
  }

  func set(_ moment: Moment) {
    milliseconds.withLock { $0 = moment.milliseconds }
  }

  func advance(by step: Int64) {
    milliseconds.withLock { $0 += step }
  }

  func now() -> Moment {
    Moment(milliseconds: milliseconds.withLock { $0 })
  }

  func monotonic() -> Int64 {
    milliseconds.withLock { $0 }
  }
}
