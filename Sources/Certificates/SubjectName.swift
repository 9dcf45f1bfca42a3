import Glibc

/// What a browser may call the box by: a host name, or an address in figures.
package enum SubjectName: Hashable, Sendable {
  /// ASCII, lower case, without a final dot.
  case host(String)
  /// 4 bytes of IPv4 or 16 of IPv6.
  case address([UInt8])

  package static let localhost = SubjectName.host("localhost")

  /// Nil for anything a certificate could not be compared with; wildcards too, for this box has no subdomains.
  package init?(_ text: String) {
    if let bytes = Self.bytes(of: text, AF_INET, count: 4) ?? Self.bytes(of: text, AF_INET6, count: 16) {
      self = .address(bytes)
    } else if Self.isHost(text) {
      self = .host(text.lowercased())
    } else {
      return nil
    }
  }

  /// As it stands in an URL's host, IPv6 without its brackets.
  package var text: String {
    guard case .address(let bytes) = self else {
      if case .host(let name) = self { return name }
      return ""
    }
    var room = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &room, socklen_t(room.count)) != nil else { return "" }
    return String(decoding: room.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func bytes(of text: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  /// RFC 1123: labels of letters, digits and inner hyphens. A last label of digits only would be a broken address.
  private static func isHost(_ text: String) -> Bool {
    guard (1...253).contains(text.utf8.count) else { return false }
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let sound = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == hyphen }
    }
    return sound && labels.last?.allSatisfy(isDigit) == false
  }

  private static let hyphen = UInt8(ascii: "-")
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
}
