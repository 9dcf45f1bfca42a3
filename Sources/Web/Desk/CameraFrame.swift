import UseCases

/// One picture as `camera.js` sends it: a binary PGM whose one comment is the form token, byte for byte
///
///     P5 LF # SP token LF width SP height LF 255 LF grey values
///
/// with 1 to 128 lower-case hexadecimal digits in the token, both sides 16 to 4096 without leading zeros, at most
/// ``mostDots`` dots, and exactly width × height values. No form could carry the token beside a picture, and no header of
/// ours reaches a screen.
struct CameraFrame {
  static let contentType = "application/octet-stream"
  static let sides = 16...4_096
  /// 1280 × 720 with some room, within what the address takes.
  static let mostDots = 1_000_000

  let token: String
  let frame: GreyFrame

  init(_ request: Request) throws(FormFault) {
    guard request.contentType == Self.contentType else { throw .notAForm }
    try self.init(request.body)
  }

  init(_ body: [UInt8]) throws(FormFault) {
    var rest = body[...]
    guard Self.take("P5\n# ", from: &rest) else { throw .notAForm }
    token = String(decoding: try Self.line(of: &rest, most: 128, Self.isHexadecimal), as: UTF8.self)
    let width = try Self.side(of: &rest, before: UInt8(ascii: " "))
    let height = try Self.side(of: &rest, before: UInt8(ascii: "\n"))
    guard Self.take("255\n", from: &rest) else { throw .notAForm }
    guard width * height <= Self.mostDots else { throw .tooLarge }
    guard rest.count == width * height else { throw .notAForm }
    frame = GreyFrame(width: width, height: height, values: rest)
  }

  /// The token as a form would have sent it, for whoever admits requests.
  static func tokenField(in request: Request) throws(FormFault) -> FormFields {
    try FormFields(encoded: Array("token=\(try CameraFrame(request).token)".utf8))
  }

  private static func take(_ word: StaticString, from rest: inout ArraySlice<UInt8>) -> Bool {
    let isThere = word.withUTF8Buffer { rest.starts(with: $0) }
    if isThere { rest = rest.dropFirst(word.utf8CodeUnitCount) }
    return isThere
  }

  private static func side(of rest: inout ArraySlice<UInt8>, before end: UInt8) throws(FormFault) -> Int {
    let digits = try line(of: &rest, most: 4, end: end) { (0x30...0x39).contains($0) }
    let side = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    guard digits.first != 0x30, sides.contains(side) else { throw .notAForm }
    return side
  }

  private static func line(
    of rest: inout ArraySlice<UInt8>, most: Int, end: UInt8 = UInt8(ascii: "\n"), _ isAllowed: (UInt8) -> Bool
  ) throws(FormFault) -> ArraySlice<UInt8> {
    let line = rest.prefix(most).prefix(while: isAllowed)
    rest = rest.dropFirst(line.count)
    guard !line.isEmpty, rest.first == end else { throw .notAForm }
    rest = rest.dropFirst()
    return line
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
