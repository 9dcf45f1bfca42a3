/// How words are said that do not read well aloud: abbreviations, names, parts of addresses. Content, in
/// `kiosk/speech/pronunciations.tsv`: a word and how it is spoken, with a tabulator between; `#` begins a remark.
package struct Pronunciations: Equatable, Sendable {
  package let words: [String: String]

  package init(_ words: [String: String] = [:]) {
    self.words = words
  }

  /// - Returns: the table, and the numbers of lines that cannot be read or say a word a second time.
  package static func read(_ text: String) -> (table: Pronunciations, faults: [Int]) {
    var (words, faults): ([String: String], [Int]) = ([:], [])
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map { LineText.tidy(String($0)) }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, words[parts[0]] == nil else {
        faults.append(index + 1)
        continue
      }
      words[parts[0]] = parts[1]
    }
    return (Pronunciations(words), faults)
  }

  /// Letter by letter, as Vietnamese names them.
  func spelled(_ word: some StringProtocol) -> String {
    word.map { letter in
      let letter = letter.uppercased()
      return words[letter] ?? Self.letters[letter] ?? letter
    }.joined(separator: " ")
  }

  private static let letters = [
    "A": "a", "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "E": "e", "F": "ép", "G": "gờ", "H": "hát", "I": "i",
    "J": "gi", "K": "ca", "L": "lờ", "M": "mờ", "N": "nờ", "O": "o", "P": "pê", "Q": "quy", "R": "rờ", "S": "ét",
    "T": "tê", "U": "u", "V": "vê", "W": "vê kép", "X": "ích", "Y": "y", "Z": "dét",
  ]
}
