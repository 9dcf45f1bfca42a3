/// A text with room for names: "Cần học thêm phần: {*}."
struct TongueOpening: Sendable {
  static let mark = "{*}"
  /// More is no name but a sentence of its own, which is better left whole.
  private static let longestNames = 200

  /// Before and behind the names, numbers as `#`.
  let front: String
  let back: String
  let other: String

  /// Nil unless both texts have room for names once, and something beside.
  init?(_ vietnamese: String, for other: String) {
    let parts = vietnamese.split(separator: Self.mark, omittingEmptySubsequences: false)
    guard parts.count == 2, vietnamese.count > Self.mark.count,
      other.split(separator: Self.mark, omittingEmptySubsequences: false).count == 2
    else { return nil }
    (front, back, self.other) = (String(parts[0]), String(parts[1]), other)
  }

  /// What stands where the names are; nil for another text.
  func names(in masked: String) -> String? {
    guard masked.hasPrefix(front), masked.hasSuffix(back) else { return nil }
    let names = masked.dropFirst(front.count).dropLast(back.count)
    guard !names.isEmpty, names.count <= Self.longestNames, front.count + names.count + back.count == masked.count
    else {
      return nil
    }
    return String(names)
  }
}
