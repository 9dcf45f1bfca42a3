/// Turns the bytes of a text file from outside into composed UTF-8 without a byte order mark.
///
/// The encoding is told by the mark (UTF-8, UTF-16 in both orders); without one, bytes that are valid UTF-8 are UTF-8, and
/// all others Windows-1258, the one eight-bit encoding of Vietnamese that can be told from garbage. Texts in TCVN3 and VNI
/// fonts are letters that only look Vietnamese in their font: they are refused by what they leave inside words.
package enum TextDecoding {
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1258 = "windows-1258"
  }

  package static func utf8(of bytes: [UInt8]) throws(Finding) -> (bytes: [UInt8], encoding: Encoding) {
    let decoded = try decoded(bytes)
    if let place = decoded.bytes.firstIndex(of: 0) {
      throw Finding(.nullByte, line: line(of: place, in: decoded.bytes))
    }
    guard decoded.bytes.contains(where: { $0 > 0x20 }) else { throw Finding(.emptyFile) }
    return (Composition.composed(decoded.bytes), decoded.encoding)
  }

  private static func decoded(_ bytes: [UInt8]) throws(Finding) -> (bytes: [UInt8], encoding: Encoding) {
    if bytes.starts(with: [0xFF, 0xFE]) { return (try utf16(bytes, lowFirst: true), .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (try utf16(bytes, lowFirst: false), .utf16BigEndian) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = hasMark ? Array(bytes.dropFirst(3)) : bytes
    if isUTF8(content) { return (content, .utf8) }
    guard !hasMark else { throw Finding(.unknownEncoding, ["UTF-8"]) }
    return (try windows1258(content), .windows1258)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }

  private static func utf16(_ bytes: [UInt8], lowFirst: Bool) throws(Finding) -> [UInt8] {
    guard bytes.count % 2 == 0 else { throw Finding(.unknownEncoding, ["UTF-16"]) }
    let units = stride(from: 2, to: bytes.count, by: 2).map { place in
      lowFirst
        ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8 : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw Finding(.unknownEncoding, ["UTF-16"]) }
    return Array(text.utf8)
  }

  private static func windows1258(_ bytes: [UInt8]) throws(Finding) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for (place, byte) in bytes.enumerated() {
      guard let scalar = Windows1258.scalar(byte) else {
        throw Finding(.unknownEncoding, [String(byte, radix: 16)], line: line(of: place, in: bytes))
      }
      Composition.append(scalar, to: &text)
    }
    try refuseFonts(text)
    return Array(String(text).utf8)
  }

  /// In TCVN3, "được" is "®­îc"; in VNI, "ñöôïc". A sign within a word, or two letters that no Vietnamese word has, are a
  /// font's; one such letter may be a name from abroad.
  private static func refuseFonts(_ text: String.UnicodeScalarView) throws(Finding) {
    var word = String.UnicodeScalarView()
    var suspicion = 0
    var line = 1
    for scalar in text {
      let isSign = (0xA1...0xBF).contains(scalar.value)
      if scalar.properties.isAlphabetic || isSign {
        word.append(scalar)
        if isSign && !harmless.contains(scalar) { suspicion += 2 }
        if foreign.contains(scalar) { suspicion += 1 }
        if suspicion >= 2, word.count >= 3 { throw Finding(.fontEncoding, [String(word)], line: line) }
      } else {
        word.removeAll()
        suspicion = 0
      }
      if scalar == "\n" { line += 1 }
    }
  }

  private static let foreign: Set<Unicode.Scalar> = Set("ÄÅÆÇËÏÑÖØÛÜßäåæçëïñöøûüÿ".unicodeScalars)
  /// As in "10 m²", "nº 5" and «quoted».
  private static let harmless: Set<Unicode.Scalar> = Set("¢£¥§©ª«®°±²³µ·º»".unicodeScalars)

  private static func line(of place: Int, in bytes: [UInt8]) -> Int {
    bytes[..<place].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }
}
