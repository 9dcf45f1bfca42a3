/// The one source of chance in a form: SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators",
/// OOPSLA 2014). Written out here, and not Swift's own shuffling, because a form must come out the same from the same
/// seed for audit, whatever the version of the compiler.
package struct SeededDice: Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in `0..<bound`, every one equally likely: values beyond the last whole multiple of `bound` are thrown again.
  package mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let wide = UInt64(bound)
    let limit = UInt64.max - (UInt64.max % wide)
    var value = next()
    while value >= limit {
      value = next()
    }
    return Int(value % wide)
  }

  /// Fisher–Yates, from the last place down.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    var last = result.count - 1
    while last > 0 {
      result.swapAt(last, below(last + 1))
      last -= 1
    }
    return result
  }
}
