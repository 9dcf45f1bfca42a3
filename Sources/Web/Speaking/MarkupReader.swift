/// Reads markup of our own making, piece by piece: texts and tags, as they lie there. It need not bear what others write.
struct MarkupReader {
  enum Piece {
    case text(ArraySlice<UInt8>)
    /// Everything between `<` and `>`, without either.
    case tag(ArraySlice<UInt8>)
  }

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  mutating func next() -> Piece? {
    guard at < bytes.endIndex else { return nil }
    guard bytes[at] == UInt8(ascii: "<") else {
      let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
      defer { at = end }
      return .text(bytes[at..<end])
    }
    let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    defer { at = min(end + 1, bytes.endIndex) }
    return .tag(bytes[(at + 1)..<end])
  }

  static func name(_ tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = tag.first == UInt8(ascii: "/") ? tag.dropFirst() : tag
    return rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
  }

  /// The value of an attribute in double quotes, still escaped.
  static func attribute(_ name: StaticString, of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    name.withUTF8Buffer { name in
      var at = tag.startIndex
      while at + name.count + 3 <= tag.endIndex {
        let start = at + 1
        // A space, the name, an equals sign, a quote.
        if tag[at] == 0x20, tag[start..<(start + name.count)].elementsEqual(name),
          tag[start + name.count] == UInt8(ascii: "="), tag[start + name.count + 1] == UInt8(ascii: "\"")
        {
          return tag[(start + name.count + 2)...].prefix { $0 != UInt8(ascii: "\"") }
        }
        at += 1
      }
      return nil
    }
  }

  /// What ``Markup`` escapes, as it was.
  static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var plain: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      let entity = byte == UInt8(ascii: "&") ? entities.first { rest.starts(with: $0.name) } : nil
      plain.append(entity?.byte ?? byte)
      rest = rest.dropFirst(entity?.name.count ?? 1)
    }
    return plain
  }

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }
}
