import Assessment
import Synchronization
import UseCases

/// Doubts only what a test says, and a day before the program was made.
package final class TestClockWatch: ClockWatch {
  private let clock: TestClock
  private let made: CivilDate
  private let state = Mutex<(doubt: ClockDoubt?, shift: Int64)>((nil, 0))

  package init(_ clock: TestClock, made: CivilDate) {
    (self.clock, self.made) = (clock, made)
  }

  package func begin(_ doubt: ClockDoubt) { state.withLock { $0.doubt = doubt } }
  package func doubt() -> ClockDoubt? {
    state.withLock { $0.doubt } ?? (CivilDate(clock.now()) < made ? .beforeRelease : nil)
  }
  package func shift() -> Int64 { state.withLock { $0.shift } }
  package func trusted() -> Moment { clock.now() }

  package func settle(shift: Int64) {
    let change = state.withLock { state in
      defer { state = (nil, shift) }
      return shift - state.shift
    }
    clock.advance(wall: change)
  }
}

/// A disk as a test wants it.
package final class TestWatch: BoxWatch {
  private let state = Mutex<(room: DiskRoom, trouble: StorageTrouble?, copies: CopiesStanding?)>(
    (DiskRoom(freeBytes: 40 << 30, isTight: false, hasReserve: true), nil, nil))

  package init() {}

  package func fill() { state.withLock { $0.room = DiskRoom(freeBytes: 12 << 20, isTight: true, hasReserve: true) } }
  package func fail(_ trouble: StorageTrouble) { state.withLock { $0.trouble = trouble } }
  package func keep(_ copies: CopiesStanding) { state.withLock { $0.copies = copies } }
  package func room() -> DiskRoom { state.withLock { $0.room } }
  package func trouble() -> StorageTrouble? { state.withLock { $0.trouble } }
  package func copies() -> CopiesStanding? { state.withLock { $0.copies } }
}
