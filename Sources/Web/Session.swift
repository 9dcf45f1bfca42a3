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
    var header = header
    // Bytes rather than characters: this runs for every request, and a cookie's syntax is ASCII.
    return header.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let pair = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest.dropFirst(pair.count + 1)
        let text = pair.drop { $0 == UInt8(ascii: " ") }
        guard text.starts(with: start) else { continue }
        return Hex.bytes(text.dropFirst(start.count)).flatMap(SessionID.init)
      }
      return nil
    }
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
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for (index, byte) in bytes.enumerated() {
        text[index * 2] = digits[Int(byte >> 4)]
        text[index * 2 + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }

  /// Nil for anything but an even number of lower-case hexadecimal digits, 128 at most.
  static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 2 == 0, text.count <= 128 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var digits = text.makeIterator()
    while let first = digits.next(), let second = digits.next() {
      guard let high = value(first), let low = value(second) else { return nil }
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
