/// HTML under construction. Only literals in our own source become markup; every text that is put in is escaped, so that a
/// name like `<script>` is a name. For example:
///
///     let row: Markup = "<td class=\"name\">\(candidate.name)</td>"
package struct Markup: Sendable, Equatable, ExpressibleByStringInterpolation {
  package private(set) var bytes: [UInt8]

  package init() {
    bytes = []
  }

  /// Markup that was made here before, such as a part of a page.
  init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  package init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 96)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A word of our own source, such as the kind of a page.
    package mutating func appendInterpolation(_ word: StaticString) {
      appendLiteral(word)
    }

    package mutating func appendInterpolation(_ text: String) {
      Markup.escape(text, into: &bytes)
    }

    package mutating func appendInterpolation(_ number: Int) {
      bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func appendInterpolation(_ markup: Markup) {
      bytes.append(contentsOf: markup.bytes)
    }

    package mutating func appendInterpolation(_ route: Route) {
      Markup.escape(route.path, into: &bytes)
    }

    /// The markup when the condition holds, for attributes such as ` checked`.
    package mutating func appendInterpolation(_ markup: @autoclosure () -> Markup, if condition: Bool) {
      if condition { bytes.append(contentsOf: markup().bytes) }
    }

    package mutating func appendInterpolation<Elements: Sequence>(
      each elements: Elements, _ markup: (Elements.Element) -> Markup
    ) {
      for element in elements { bytes.append(contentsOf: markup(element).bytes) }
    }
  }

  package static func += (one: inout Markup, other: Markup) {
    one.bytes.append(contentsOf: other.bytes)
  }

  /// Escapes for text and for attributes in quotes of either kind.
  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      guard needsEscape(text) else { return bytes.append(contentsOf: text) }
      var run = 0
      for index in text.indices {
        guard let entity = entity(of: text[index]) else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
        entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
        run = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
    }
  }

  /// Nearly no text does. Without an early end, so that the compiler can look at many bytes at once.
  private static func needsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text {
      found |=
        (byte == UInt8(ascii: "&") ? 1 : 0) | (byte == UInt8(ascii: "<") ? 1 : 0) | (byte == UInt8(ascii: ">") ? 1 : 0)
        | (byte == UInt8(ascii: "\"") ? 1 : 0) | (byte == UInt8(ascii: "'") ? 1 : 0)
    }
    return found != 0
  }

  private static func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
