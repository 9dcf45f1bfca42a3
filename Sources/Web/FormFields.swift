import Interchange

/// Why a form or a query is not readable.
package enum FormFault: Error, Equatable, Sendable {
  case notAForm
  case tooLarge
  case notUTF8
  case brokenEscape
  case repeated(String)
  case missing(String)
  case tooLong(String, most: Int)
  case unexpected(String, value: String)
}

/// The fields of an `application/x-www-form-urlencoded` body (WHATWG URL Standard, section 5), read strictly: a field that
/// stands twice, a broken escape or bytes that are not UTF-8 refuse the whole form.
package struct FormFields: Sendable, Equatable {
  package static let mostBytes = 32_768
  package static let mostFields = 60

  private let fields: [(name: String, value: String)]
  /// Files that were sent with the fields; only where a route takes them.
  package let uploads: [Upload]

  package static func == (one: FormFields, other: FormFields) -> Bool {
    one.fields.map(\.name) == other.fields.map(\.name) && one.fields.map(\.value) == other.fields.map(\.value)
      && one.uploads == other.uploads
  }

  /// Whatever has found the names different from each other.
  init(_ fields: [(name: String, value: String)], uploads: [Upload]) {
    self.fields = fields
    self.uploads = uploads
  }

  package init(_ request: Request) throws(FormFault) {
    guard Self.isForm(request.contentType) else { throw .notAForm }
    try self.init(encoded: request.body)
  }

  private static func isForm(_ contentType: String) -> Bool {
    let form = "application/x-www-form-urlencoded"
    // As browsers send it.
    if contentType == form { return true }
    return contentType.split(separator: ";").first?.lowercased() == form
  }

  package init(encoded body: [UInt8]) throws(FormFault) {
    guard body.count <= Self.mostBytes else { throw .tooLarge }
    var fields: [(name: String, value: String)] = []
    fields.reserveCapacity(8)
    try body.withUnsafeBufferPointer { bytes throws(FormFault) in
      var rest = bytes[...]
      while !rest.isEmpty {
        let pair = rest.prefix { $0 != UInt8(ascii: "&") }
        rest = rest.dropFirst(pair.count + 1)
        if pair.isEmpty { continue }
        let encodedName = pair.prefix { $0 != UInt8(ascii: "=") }
        let name = try Self.decoded(encodedName)
        let value = try Self.decoded(pair.dropFirst(encodedName.count + 1))
        guard !fields.contains(where: { $0.name == name }) else { throw .repeated(name) }
        guard fields.count < Self.mostFields else { throw .tooLarge }
        fields.append((name, value))
      }
    }
    self.fields = fields
    uploads = []
  }

  /// The value of a field that must be there.
  package func text(_ name: String, most: Int) throws(FormFault) -> String {
    guard let text = try optional(name, most: most) else { throw .missing(name) }
    return text
  }

  package func optional(_ name: String, most: Int) throws(FormFault) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    guard field.value.utf8.count <= most else { throw .tooLong(name, most: most) }
    return field.value
  }

  package func integer(_ name: String) throws(FormFault) -> Int {
    let text = try text(name, most: 12)
    guard let number = Int(text), String(number) == text else { throw .unexpected(name, value: text) }
    return number
  }

  /// Every field whose name begins so, by the rest of its name.
  package func all(_ prefix: String, most: Int) throws(FormFault) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields where field.name.hasPrefix(prefix) {
      guard field.value.utf8.count <= most else { throw .tooLong(field.name, most: most) }
      values[String(field.name.dropFirst(prefix.count))] = field.value
    }
    return values
  }

  package func upload(_ name: String) -> Upload? {
    uploads.first { $0.name == name }
  }

  package func has(_ name: String) -> Bool {
    fields.contains { $0.name == name }
  }

  /// All fields but the form token, to be shown again.
  var kept: [(name: String, value: String)] { fields.filter { $0.name != "token" } }

  private static func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws(FormFault) -> String {
    // Most values are digits and letters only.
    if bytes.allSatisfy({ ($0 | 0x20) > 0x60 && ($0 | 0x20) < 0x7B || $0 > 0x2F && $0 < 0x3A || $0 == 0x2D }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "+"): plain.append(0x20)
      case UInt8(ascii: "%"):
        guard at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) else {
          throw .brokenEscape
        }
        plain.append(high << 4 | low)
        at += 2
      case let byte: plain.append(byte)
      }
      at += 1
    }
    guard let text = String(validating: plain, as: UTF8.self), !plain.contains(0) else { throw .notUTF8 }
    // Some keyboards and copied texts send letters and marks apart.
    return Composition.composed(text)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
