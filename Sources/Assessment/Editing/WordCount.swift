enum WordCount {
  /// The words in small letters with one space between, nothing else.
  static func words(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// By bytes, since letters of content are composed: comparing characters costs fifty times as much.
  static func contains(_ looked: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = looked.first, text.count >= looked.count else { return false }
    var at = 0
    while at <= text.count - looked.count {
      if text[at] == first, text[at..<(at + looked.count)].elementsEqual(looked) { return true }
      at += 1
    }
    return false
  }

  /// Words in each sentence; a sentence ends at a full stop, question mark, exclamation mark, colon or semicolon that a
  /// space or the end follows.
  static func sentences(in text: String) -> [Int] {
    var counts: [Int] = []
    var current = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if word.contains(where: { $0.isLetter || $0.isNumber }) { current += 1 }
      let end = word.last { !"”\")".contains($0) }
      if let end, ".?!:;…".contains(end) {
        counts.append(current)
        current = 0
      }
    }
    return current > 0 ? counts + [current] : counts
  }
}
