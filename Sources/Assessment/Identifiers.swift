/// A text that names something in the content files, kept apart by what it names so that no id can stand for another.
package struct ContentID<Named>: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package var description: String { text }

  package static func < (one: Self, other: Self) -> Bool {
    one.text < other.text
  }

  /// Whether the text may stand in URLs, file names and columns: `[a-z0-9-]` and, between parts, single dots; 1 to 40
  /// characters. So none is "." or "..", which would name another folder.
  package static func isWellFormed(_ text: String) -> Bool {
    guard (1...40).contains(text.utf8.count) else { return false }
    var isAtStart = true
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"): isAtStart = false
      case UInt8(ascii: ".") where !isAtStart: isAtStart = true
      default: return false
      }
    }
    return !isAtStart
  }
}
