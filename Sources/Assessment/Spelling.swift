/// Compares what a person typed with what was expected, forgiving what nobody means: case, Vietnamese marks, punctuation,
/// doubled spaces, and the many ways to write an amount.
package enum Spelling {
  /// The text in small letters without marks, everything but letters and digits as single spaces: "Sổ  Sức khỏe." is
  /// "so suc khoe". Vietnamese in composed and in decomposed form folds to the same.
  package static func folded(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if (0x300...0x36F).contains(scalar.value) { continue }
      if let letter = letter(scalar) {
        word.unicodeScalars.append(letter)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.joined(separator: " ")
  }

  /// The whole number an amount stands for: "150.000", "150 000 đ", "150k" and "150 nghìn" are 150000. Nil where it is none.
  ///
  /// Dots and commas may only group three digits; there are no fractions in any item, except before "triệu" and "tỷ",
  /// where "1,5 triệu" is 1500000. Spaces may stand anywhere, since numbers of accounts and phones are grouped freely.
  package static func amount(_ text: String) -> Int? {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    // The full stop of a sentence, as in "150.000 đ."
    while rest.last == "." || rest.last == "," { rest.removeLast() }
    for unit in ["vnđ", "vnd", "đồng", "dong", "đ", "₫", "d"] where rest.hasSuffix(unit) {
      rest.removeLast(unit.count)
      break
    }
    for (name, factor) in scales where rest.hasSuffix(name) {
      rest.removeLast(name.count)
      return scaled(rest, by: factor)
    }
    return grouped(rest)
  }

  /// The one number in a text of words, such as 14 in "14 giờ" or "lúc 14h"; nil where there are none or several.
  package static func loneNumber(in text: String) -> Int? {
    let groups = text.split { !$0.isNumber && $0 != "." && $0 != "," }.map { $0.trimming { $0 == "." || $0 == "," } }
    let numbers = groups.filter { !$0.isEmpty }
    return numbers.count == 1 ? grouped(String(numbers[0])) : nil
  }

  /// Whether a typed text is the expected one, as numbers where both are numbers.
  package static func matches(_ typed: String, _ expected: String) -> Bool {
    if let one = amount(typed), let other = amount(expected) { return one == other }
    let folded = folded(typed)
    return !folded.isEmpty && folded == self.folded(expected)
  }

  private static let scales: [(String, Int)] = [
    ("nghìn", 1_000), ("ngàn", 1_000), ("nghin", 1_000), ("ngan", 1_000), ("triệu", 1_000_000), ("trieu", 1_000_000),
    ("tr", 1_000_000), ("k", 1_000), ("tỷ", 1_000_000_000), ("tỉ", 1_000_000_000), ("ty", 1_000_000_000),
  ]

  private static func scaled(_ digits: String, by factor: Int) -> Int? {
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.count == 2, (1...2).contains(parts[1].count), factor >= 1_000 else {
      return grouped(digits).flatMap { times($0, factor) }
    }
    guard let whole = number(String(parts[0])), let part = number(String(parts[1])), let big = times(whole, factor)
    else { return nil }
    let (sum, overflows) = big.addingReportingOverflow(part * (parts[1].count == 1 ? factor / 10 : factor / 100))
    return overflows ? nil : sum
  }

  private static func grouped(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let areGroups = (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 3 }
    guard parts.count == 1 || areGroups else { return nil }
    return number(parts.joined())
  }

  /// At most 12 digits, as the longest number anybody types here, that of a citizen, has.
  private static func number(_ digits: String) -> Int? {
    guard (1...12).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  private static func times(_ number: Int, _ factor: Int) -> Int? {
    let (product, overflows) = number.multipliedReportingOverflow(by: factor)
    return overflows ? nil : product
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? scalar : nil }
    return bases[scalar] ?? (scalar.properties.isAlphabetic ? scalar : nil)
  }

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
      ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"),
      // The second is the Icelandic eth, whose capital letter looks the same as that of đ and is often typed for it.
      ("d", "đð"),
    ]
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, letters) in rows {
      for scalar in letters.unicodeScalars { bases[scalar] = base }
    }
    return bases
  }()
}

extension Substring {
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> Substring {
    var rest = drop(while: isLeftOut)
    while let last = rest.last, isLeftOut(last) { rest.removeLast() }
    return rest
  }
}
