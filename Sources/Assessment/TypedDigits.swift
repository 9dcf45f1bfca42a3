/// Digits as keyboards send them, whatever state they are in.
///
/// A number may come in full-width digits of an East Asian input method, with signs that are not seen between its digits,
/// or typed on the Vietnamese keyboard layout, where the row of digits gives "ă â ê ô", five tone marks and "đ".
package enum TypedDigits {
  /// The text in plain digits where it is a number with spaces, dots and hyphens between its digits; any other text as it
  /// came.
  package static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      guard let digits = plain(scalar) else { return text }
      result += digits
    }
    return result
  }

  private static let rows: [ClosedRange<Unicode.Scalar>] = ["0"..."9", "\u{FF10}"..."\u{FF19}"]

  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    if isUnseen(scalar) { return "" }
    // Digits of other scripts are nobody's here.
    if let row = rows.first(where: { $0.contains(scalar) }) {
      return String(scalar.value - row.lowerBound.value)
    }
    if scalar.properties.generalCategory == .spaceSeparator { return " " }
    return scalar == "." || scalar == "-" ? String(scalar) : layout[scalar]
  }

  /// Joiners, direction marks and the byte order mark, which travel with copied text.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format
  }

  /// What the Vietnamese layout has on the row of digits; a letter that took a tone mark stands for two of them.
  private static let layout: [Unicode.Scalar: String] = {
    var keys: [Unicode.Scalar: String] = [
      "đ": "0", "Đ": "0", "\u{300}": "5", "\u{309}": "6", "\u{303}": "7", "\u{301}": "8", "\u{323}": "9",
    ]
    let rows = [("ăằẳẵắặ", "1"), ("âầẩẫấậ", "2"), ("êềểễếệ", "3"), ("ôồổỗốộ", "4")]
    for (row, digit) in rows + rows.map({ ($0.0.uppercased(), $0.1) }) {
      for (letter, tone) in zip(row.unicodeScalars, ["", "5", "6", "7", "8", "9"]) { keys[letter] = digit + tone }
    }
    return keys
  }()
}
