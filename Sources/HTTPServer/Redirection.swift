import Glibc
import Web

/// The one answer of a listener that only leads to the encrypted door.
enum Redirection {
  /// To the same page at the same host by https; nil where the host is none. Stored nowhere, for the door may be closed
  /// tomorrow, and a browser keeps a 308 for ever otherwise.
  static func answer(to request: Request, port: UInt16) -> Response? {
    guard let host = host(in: request.host) else { return nil }
    return Response(
      status: 308,
      headers: [
        Response.Header("Location", "https://\(host):\(port)\(request.target)"),
        Response.Header("Cache-Control", "no-store"),
      ])
  }

  /// The host of a `Host` header without its port, if it is a name or an address that a browser could have asked for.
  static func host(in header: String) -> String? {
    let bytes = header.utf8
    let closing = bytes.lastIndex(of: UInt8(ascii: "]"))
    let colon = bytes.lastIndex(of: UInt8(ascii: ":")).flatMap { colon in
      closing.map { $0 < colon } ?? true ? colon : nil
    }
    if let colon, !isPort(header[header.utf8.index(after: colon)...]) { return nil }
    let host = String(header[..<(colon ?? header.endIndex)])
    if host.hasPrefix("["), host.hasSuffix("]") {
      return isAddress(String(host.dropFirst().dropLast()), AF_INET6) ? host : nil
    }
    return isAddress(host, AF_INET) || isName(host) ? host : nil
  }

  /// May be empty (RFC 9110).
  private static func isPort(_ text: Substring) -> Bool {
    text.utf8.allSatisfy(isDigit) && (text.isEmpty || UInt16(text) != nil)
  }

  private static func isAddress(_ text: String, _ family: Int32) -> Bool {
    var room = in6_addr()
    return inet_pton(family, text, &room) == 1
  }

  /// Labels of letters, digits and inner hyphens; digits alone at the end would be a broken address.
  private static func isName(_ text: String) -> Bool {
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text.utf8.count <= 253, let last = labels.last, !last.allSatisfy(isDigit) else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        && label.allSatisfy { isDigit($0) || (0x61...0x7a).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
