/// One channel of sound as espeak-ng speaks it.
struct Samples {
  let rate: Int
  let values: ArraySlice<Int16>

  /// Less than this is silence: formants lie far above, and nothing else is in it.
  private static let quiet: Int16 = 40

  /// Without the silence around it, but for a breath at the end.
  var trimmed: Samples {
    guard let first = values.firstIndex(where: { abs(Int($0)) > Self.quiet }),
      let last = values.lastIndex(where: { abs(Int($0)) > Self.quiet })
    else { return Samples(rate: rate, values: []) }
    return Samples(rate: rate, values: values[first...min(last + rate / 20, values.endIndex - 1)])
  }

  func milliseconds(_ index: Int) -> Int {
    (index - values.startIndex) * 1_000 / rate
  }

  /// The silences of 70 ms and more inside, in order, as places of samples.
  var pauses: [Range<Int>] {
    var (pauses, start): ([Range<Int>], Int?) = ([], nil)
    for index in values.indices {
      if abs(Int(values[index])) <= Self.quiet {
        start = start ?? index
        continue
      }
      if let from = start, index - from >= rate * 7 / 100 { pauses.append(from..<index) }
      start = nil
    }
    return pauses
  }
}
