import Assessment

/// The two clocks: one that staff can set, and one that only runs.
package protocol KioskClock: Sendable {
  func now() -> Moment
  /// Milliseconds of a clock that never jumps; its zero means nothing. Served time is counted with it.
  func monotonic() -> Int64
}

/// Bytes nobody can foretell.
package protocol Chance: Sendable {
  func bytes(_ count: Int) -> [UInt8]
}

extension Chance {
  package func number() -> UInt64 {
    bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
