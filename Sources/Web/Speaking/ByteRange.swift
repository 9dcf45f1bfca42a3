/// The part of a file that a `Range` header asks for (RFC 9110 section 14): one range of bytes. Several at once, other units
/// and what cannot be read are as if nothing had been asked.
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  init(_ header: String, of length: Int) {
    guard header.hasPrefix("bytes=") else {
      self = .whole
      return
    }
    let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]) else {
      self = .whole
      return
    }
    switch (first, last) {
    case (nil, nil): self = .whole
    case (nil, let count?): self = count == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - count)..<length)
    case (let start?, let end):
      if let end, end < start {
        self = .whole
      } else {
        self = start >= length ? .unsatisfiable : .part(start..<min(length, (end ?? length - 1) + 1))
      }
    }
  }

  /// Nil within for nothing, nil for what is no number; more digits than any file needs are cut to a large one.
  private static func number(_ text: Substring) -> Int?? {
    if text.isEmpty { return .some(nil) }
    guard text.utf8.count <= 30, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return .some(Int(text) ?? Int.max / 2)
  }
}
