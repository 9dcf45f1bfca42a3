import UseCases

/// The browser's side of a session: one cookie with 128 random bits, readable by no script and sent to no other site.
///
/// It outlives a restart of the browser, so that a candidate is back at the same question; leaving the kiosk replaces it.
enum SessionCookie {
  /// On the office's door only this host may set it, and it never travels unencrypted.
  static func name(at door: Door) -> String {
    switch door {
    case .kiosk: "sathach"
    case .office: "__Host-sathach"
    }
  }

  /// Longer than any opening day of an office.
  static let lifetimeSeconds = 43_200

  static func read(_ header: String, at door: Door = .kiosk) -> SessionID? {
    let start = door == .kiosk ? kioskStart : officeStart
    // Bytes rather than characters: this runs for every request, and a cookie's syntax is ASCII.
    for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
      let text = pair.drop { $0 == UInt8(ascii: " ") }
      guard text.starts(with: start) else { continue }
      return Hex.bytes(text.dropFirst(start.count)).flatMap(SessionID.init)
    }
    return nil
  }

  private static let kioskStart = Array("\(name(at: .kiosk))=".utf8)
  private static let officeStart = Array("\(name(at: .office))=".utf8)

  static func write(_ session: SessionID, at door: Door = .kiosk) -> Response.Header {
    let value =
      "\(name(at: door))=\(Hex.text(session.bytes)); Path=/; Max-Age=\(lifetimeSeconds); HttpOnly; SameSite=Strict"
    return Response.Header("Set-Cookie", door == .kiosk ? value : value + "; Secure")
  }
}

enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for anything but an even number of lower-case hexadecimal digits.
  static func bytes(_ text: some Sequence<UInt8>) -> [UInt8]? {
    let ascii = Array(text)
    guard ascii.count % 2 == 0, ascii.count <= 128 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ascii.count / 2)
    for index in stride(from: 0, to: ascii.count, by: 2) {
      guard let high = value(ascii[index]), let low = value(ascii[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
