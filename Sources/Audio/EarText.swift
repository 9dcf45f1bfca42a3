/// A line as it is said: for each word on the page what is spoken for it.
package struct EarText: Equatable, Sendable {
  package let written: [String]
  /// As many as ``written``; empty where a word is not spoken.
  package let spoken: [String]

  /// - Parameter ear: how whoever wrote the line has it spoken, if not as it is written.
  package init(_ line: String, ear: String? = nil, _ table: Pronunciations) {
    written = LineText.words(line)
    guard let ear else {
      spoken = Self.said(written, table)
      return
    }
    let heard = LineText.words(ear)
    spoken = Self.laid(Self.said(heard, table), heard, beside: written)
  }

  /// The whole line, for a voice.
  package var text: String { spoken.filter { !$0.isEmpty }.joined(separator: " ") }

  private static func said(_ words: [String], _ table: Pronunciations) -> [String] {
    words.indices.map { SpokenWord(words[$0], after: $0 > 0 ? words[$0 - 1] : "", table).text }
  }

  /// Lays what is spoken beside the words on the page: equal words on one another, what lies between shared out.
  private static func laid(_ said: [String], _ heard: [String], beside written: [String]) -> [String] {
    var spoken = [String](repeating: "", count: written.count)
    var (fromWritten, fromHeard) = (0, 0)
    func share(_ toWritten: Int, _ toHeard: Int) {
      let (words, sounds) = (toWritten - fromWritten, toHeard - fromHeard)
      guard sounds > 0 else { return }
      for index in 0..<sounds {
        // With no word between, what is said belongs to the one before.
        let place = words > 0 ? fromWritten + index * words / sounds : max(0, fromWritten - 1)
        guard spoken.indices.contains(place) else { continue }
        spoken[place] += (spoken[place].isEmpty ? "" : " ") + said[fromHeard + index]
      }
    }
    for (one, other) in common(written, heard) {
      share(one, other)
      spoken[one] = spoken[one].isEmpty ? said[other] : spoken[one] + " " + said[other]
      (fromWritten, fromHeard) = (one + 1, other + 1)
    }
    share(written.count, heard.count)
    return spoken
  }

  /// The longest common subsequence, as pairs of places.
  private static func common(_ one: [String], _ other: [String]) -> [(Int, Int)] {
    let width = other.count + 1
    var lengths = [Int](repeating: 0, count: (one.count + 1) * width)
    for i in one.indices.reversed() {
      for j in other.indices.reversed() {
        lengths[i * width + j] =
          one[i] == other[j]
          ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j, pairs): (Int, Int, [(Int, Int)]) = (0, 0, [])
    while i < one.count, j < other.count {
      if one[i] == other[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}
