/// When each word of a line begins. espeak-ng's command tells no times, so clauses are found by the silence between them, and
/// within a clause words share its time by their letters: Vietnamese words are one syllable each, so little is lost.
struct WordTimes {
  let milliseconds: [Int]

  init(_ spoken: [String], in samples: Samples) {
    let clauses = Self.clauses(spoken)
    let spans = Self.spans(clauses.count, in: samples)
    var times = [Int](repeating: 0, count: spoken.count)
    if spans.count == clauses.count {
      for (clause, span) in zip(clauses, spans) { Self.share(span, clause, spoken, samples, &times) }
    } else {
      Self.share(samples.values.startIndex..<samples.values.endIndex, 0..<spoken.count, spoken, samples, &times)
    }
    milliseconds = times
  }

  /// Words up to a mark at which a voice rests.
  private static func clauses(_ spoken: [String]) -> [Range<Int>] {
    var (clauses, start): ([Range<Int>], Int) = ([], 0)
    for (index, word) in spoken.enumerated() where word.last.map({ ",.;:?!".contains($0) }) == true {
      clauses.append(start..<(index + 1))
      start = index + 1
    }
    if start < spoken.count { clauses.append(start..<spoken.count) }
    return clauses
  }

  /// What lies between the longest silences; none where there are fewer of them than marks.
  private static func spans(_ count: Int, in samples: Samples) -> [Range<Int>] {
    let pauses = samples.pauses
    guard pauses.count >= count - 1 else { return [] }
    let chosen = pauses.sorted { $0.count > $1.count }.prefix(count - 1).sorted { $0.lowerBound < $1.lowerBound }
    let starts = [samples.values.startIndex] + chosen.map(\.upperBound)
    let ends = chosen.map(\.lowerBound) + [samples.values.endIndex]
    return zip(starts, ends).map { $0..<max($0, $1) }
  }

  private static func share(
    _ span: Range<Int>, _ words: Range<Int>, _ spoken: [String], _ samples: Samples, _ times: inout [Int]
  ) {
    // Half a syllable for its beginning and tone, beside its letters.
    let weights = words.map { spoken[$0].isEmpty ? 0 : spoken[$0].count { $0.isLetter || $0.isNumber } + 3 }
    let whole = max(1, weights.reduce(0, +))
    var before = 0
    for (index, weight) in zip(words, weights) {
      times[index] = samples.milliseconds(span.lowerBound + span.count * before / whole)
      before += weight
    }
  }
}
