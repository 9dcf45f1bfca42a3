/// A picture of 8-bit grey values, row by row from the top, read from a binary PGM.
///
/// Accepted is exactly `P5`, white space, width, white space, height, white space, `255`, one byte of white space, then
/// width times height bytes and nothing more. Comments, which PGM allows, are refused: no program of this product
/// writes them, and less to parse is less to get wrong.
struct GreyPicture: Equatable {
  static let largestSide = 4096
  static let longestHeader = 64
  static let longestFile = longestHeader + largestSide * largestSide

  let width: Int
  let height: Int
  let values: ArraySlice<UInt8>

  /// Black and white only, as no camera sees it.
  var isDrawn: Bool { values.allSatisfy { $0 == 0 || $0 == 255 } }

  init(_ file: [UInt8]) throws(SymbolReaderError) {
    guard file.starts(with: "P5".utf8) else { throw .noHeader }
    var header = HeaderReader(bytes: file.prefix(Self.longestHeader).dropFirst(2))
    guard let width = header.number(), let height = header.number(), header.number() == 255, header.isAtWhiteSpace
    else { throw .noHeader }
    guard (1...Self.largestSide).contains(width), (1...Self.largestSide).contains(height) else {
      throw .sizeOutOfRange(limit: Self.largestSide)
    }
    let values = file[(header.bytes.startIndex + 1)...]
    guard values.count == width * height else {
      throw .wrongLength(expected: width * height, found: values.count)
    }
    (self.width, self.height, self.values) = (width, height, values)
  }
}

private struct HeaderReader {
  var bytes: ArraySlice<UInt8>

  var isAtWhiteSpace: Bool { bytes.first.map(Self.isWhiteSpace) ?? false }

  /// White space and then at most six digits, so that no number can overflow; nil where there is anything else.
  mutating func number() -> Int? {
    guard isAtWhiteSpace else { return nil }
    bytes = bytes.drop(while: Self.isWhiteSpace)
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...6).contains(digits.count) else { return nil }
    bytes = bytes.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}
