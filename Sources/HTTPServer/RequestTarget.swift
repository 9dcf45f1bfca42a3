/// The rules a request target must keep before anything looks at what it names.
enum RequestTarget {
  /// Bytes; ours are far shorter, and a browser's form only lengthens a query.
  static let limit = 2048

  /// What is wrong with a target as it stood in the request line, or nil.
  static func refusal(of target: UnsafeRawBufferPointer) -> Refusal? {
    guard target.count <= limit else { return .targetTooLong }
    guard target.first == UInt8(ascii: "/") else { return .malformed }
    var plain = true
    var path = true
    var escapes = false
    for byte in target {
      plain = plain && byte > 0x20 && byte < 0x7f
      if byte == UInt8(ascii: "?") { path = false }
      escapes = escapes || byte == UInt8(ascii: "%") || (path && byte == UInt8(ascii: "."))
    }
    guard plain else { return .malformed }
    return escapes && (hasEscapedNul(target) || climbs(target)) ? .malformed : nil
  }

  /// `%00` anywhere: C strings end there, so two readers would see two targets.
  private static func hasEscapedNul(_ target: UnsafeRawBufferPointer) -> Bool {
    target.indices.contains { escape(in: target, at: $0) == 0 }
  }

  /// Whether a segment of the path is "..", plain or escaped, with slashes plain, escaped or backward.
  private static func climbs(_ target: UnsafeRawBufferPointer) -> Bool {
    var index = target.startIndex
    var dots = 0
    var others = 0
    while index < target.endIndex, target[index] != UInt8(ascii: "?") {
      let escaped = escape(in: target, at: index)
      let byte = escaped ?? target[index]
      index += escaped == nil ? 1 : 3
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "\\"):
        if dots == 2 && others == 0 { return true }
        (dots, others) = (0, 0)
      case UInt8(ascii: "."): dots += 1
      default: others += 1
      }
    }
    return dots == 2 && others == 0
  }

  /// The byte that an escape starting at `index` stands for.
  private static func escape(in target: UnsafeRawBufferPointer, at index: Int) -> UInt8? {
    guard target[index] == UInt8(ascii: "%"), index + 2 < target.endIndex,
      let high = digit(target[index + 1]), let low = digit(target[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
