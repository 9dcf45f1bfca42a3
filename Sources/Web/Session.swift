import UseCases

/// What a browser keeps for us: cookies with 128 random bits each, but for how pages look; readable by no script and sent to
/// no other site.
///
/// On the office's door only this host may set them, and they never travel unencrypted.
enum BrowserCookie: String, CaseIterable, Sendable {
  /// Which candidate sits here. Outlives a restart of the browser, so that a candidate is back at the same question;
  /// leaving the kiosk replaces it.
  case session = "sathach"
  /// Which colleague works here; forgotten when the browser is closed.
  case staff = "sathach-staff"
  /// Which enrolled device this is.
  case device = "sathach-device"
  /// How its person wants pages to look; see ``Appearance``.
  case appearance = "sathach-look"

  func name(at door: Door) -> String {
    door == .kiosk ? rawValue : "__Host-" + rawValue
  }

  /// Seconds a browser keeps it; nil until it is closed.
  private var lifetime: Int? {
    switch self {
    // Longer than any opening day of an office.
    case .session: 43_200
    case .staff, .appearance: nil
    // As long as browsers keep any cookie; renewed with each first page.
    case .device: 34_560_000
    }
  }

  func write(_ value: SessionID, at door: Door) -> Response.Header {
    write(Hex.text(value.bytes), at: door)
  }

  /// - Parameter value: letters and digits.
  func write(_ value: String, at door: Door) -> Response.Header {
    let age = lifetime.map { "; Max-Age=\($0)" } ?? ""
    let text = "\(name(at: door))=\(value); Path=/\(age); HttpOnly; SameSite=Strict"
    return Response.Header("Set-Cookie", door == .kiosk ? text : text + "; Secure")
  }

  /// Takes the cookie away.
  func removal(at door: Door) -> Response.Header {
    let text = "\(name(at: door))=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"
    return Response.Header("Set-Cookie", door == .kiosk ? text : text + "; Secure")
  }
}

/// Whether the clock is hidden: the one thing a browser keeps that is no secret. Gone with the browser's session, and with the
/// person at the latest.
enum ClockCookie {
  static let name = "sathach-clock"
  static let hidden = "hidden"

  static func write(isHidden: Bool, at door: Door) -> Response.Header {
    let full = door == .kiosk ? name : "__Host-" + name
    let end = isHidden ? "" : "; Max-Age=0"
    let text = "\(full)=\(isHidden ? hidden : "")\(end); Path=/; HttpOnly; SameSite=Strict"
    return Response.Header("Set-Cookie", door == .kiosk ? text : text + "; Secure")
  }
}

/// The cookies of one request.
struct Cookies: Sendable {
  private(set) var session: SessionID?
  private(set) var staff: SessionID?
  private(set) var device: SessionID?
  private(set) var appearance = Appearance()
  private(set) var hidesClock = false

  init(_ header: String, at door: Door) {
    let prefix = door == .kiosk ? [] : Self.hostPrefix
    var header = header
    // Bytes rather than characters: this runs for every request, and a cookie's syntax is ASCII.
    header.withUTF8 { bytes in
      var following = bytes[...]
      while !following.isEmpty {
        let pair = following.prefix { $0 != UInt8(ascii: ";") }
        following = following.dropFirst(pair.count + 1)
        let text = pair.drop { $0 == UInt8(ascii: " ") }
        guard text.starts(with: prefix) else { continue }
        let rest = text.dropFirst(prefix.count)
        if session == nil, let value = Self.value(in: rest, after: Self.sessionStart) { session = value }
        if staff == nil, let value = Self.value(in: rest, after: Self.staffStart) { staff = value }
        if rest.elementsEqual(Self.clockHidden) { hidesClock = true }
        if device == nil, let value = Self.value(in: rest, after: Self.deviceStart) { device = value }
        if rest.starts(with: Self.appearanceStart) {
          appearance = Appearance(rest.dropFirst(Self.appearanceStart.count)) ?? appearance
        }
      }
    }
  }

  private static func value(in text: Slice<UnsafeBufferPointer<UInt8>>, after start: [UInt8]) -> SessionID? {
    guard text.starts(with: start) else { return nil }
    return Hex.bytes(text.dropFirst(start.count)).flatMap(SessionID.init)
  }

  private static let hostPrefix = Array("__Host-".utf8)
  private static let sessionStart = Array("\(BrowserCookie.session.rawValue)=".utf8)
  private static let staffStart = Array("\(BrowserCookie.staff.rawValue)=".utf8)
  private static let clockHidden = Array("\(ClockCookie.name)=\(ClockCookie.hidden)".utf8)
  private static let deviceStart = Array("\(BrowserCookie.device.rawValue)=".utf8)
  private static let appearanceStart = Array("\(BrowserCookie.appearance.rawValue)=".utf8)
}

package enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  package static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for (index, byte) in bytes.enumerated() {
        text[index * 2] = digits[Int(byte >> 4)]
        text[index * 2 + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }

  /// Nil for anything but an even number of lower-case hexadecimal digits, 128 at most.
  package static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
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
