/// Which bytes header names and values may hold, incoming and outgoing alike.
enum HeaderRules {
  /// The token characters of RFC 9110, 5.6.2, as two bit sets: codes 0…63 and 64…127.
  private static let tokens: (low: UInt64, high: UInt64) = {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    return (low, high)
  }()

  static func isName(_ name: UnsafeRawBufferPointer) -> Bool {
    let (low, high) = tokens
    for byte in name where byte > 127 || (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 0 { return false }
    return !name.isEmpty
  }

  /// Whether a byte below 0x20 or 0x7f is in it; a tab counts, since no header of ours has a use for one.
  static func hasControls(_ value: UnsafeRawBufferPointer) -> Bool {
    // Without an early end, so that the compiler can look at many bytes at once.
    var found: UInt8 = 0
    for byte in value { found |= (byte < 0x20 ? 1 : 0) | (byte == 0x7f ? 1 : 0) }
    return found != 0
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Compares without regard to case; `word` is all lower case, letters and hyphens.
  static func matches(_ text: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where text[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// The value without the spaces libmicrohttpd leaves at its end.
  static func trimmed(_ value: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var count = value.count
    while count > 0, isSpace(value[count - 1]) { count -= 1 }
    return UnsafeRawBufferPointer(rebasing: value[0..<count])
  }
}
