/// A strict reader of SVG fragments: the elements and attributes of ``Drawing`` and nothing else of XML, neither
/// comments nor declarations nor namespaces, and of the entities only the five that XML itself knows.
///
/// It reads each byte once and never looks back; nesting is bounded by ``deepest``, all else by ``mostBytes``.
package struct DrawingReader {
  /// Line breaks counted.
  package static let mostBytes = 24 * 1024
  package static let mostElements = 600
  package static let deepest = 16

  private let bytes: [UInt8]
  private var at = 0
  private(set) var line = 1
  private var elements = 0

  package static func read(_ lines: [String]) throws(DrawingFault) -> [Drawing.Shape] {
    var reader = DrawingReader(bytes: try joined(lines))
    let shapes = try reader.nodes(in: nil, depth: 0).compactMap { node -> Drawing.Shape? in
      if case .shape(let shape) = node { shape } else { nil }
    }
    guard !shapes.isEmpty else { throw reader.fault("at least one shape") }
    return shapes
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static func joined(_ lines: [String]) throws(DrawingFault) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes.append(0x0A) }
      // Measured before it is copied: a line may be of any length.
      guard line.utf8.count <= mostBytes - bytes.count else {
        throw DrawingFault(line: index + 1, expected: "at most \(mostBytes) bytes")
      }
      guard line.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw DrawingFault(line: index + 1, expected: "no control characters")
      }
      bytes += line.utf8
    }
    return bytes
  }
}

// MARK: - Bytes

extension DrawingReader {
  func fault(_ expected: String, at line: Int? = nil) -> DrawingFault {
    DrawingFault(line: line ?? self.line, expected: expected)
  }

  var next: UInt8? {
    at < bytes.count ? bytes[at] : nil
  }

  mutating func advance() {
    guard let byte = next else { return }
    if byte == 0x0A { line += 1 }
    at += 1
  }

  /// The word must not hold a line break.
  mutating func take(_ word: String) -> Bool {
    guard bytes[at...].starts(with: word.utf8) else { return false }
    at += word.utf8.count
    return true
  }

  /// Whether there was any.
  mutating func skipSpace() -> Bool {
    let start = at
    while next == 0x20 || next == 0x0A { advance() }
    return at > start
  }

  /// ASCII letters, digits and hyphens; the rest of a name longer than any of ours is left standing.
  mutating func token() -> String {
    let start = at
    while at - start < 40, let byte = next, Self.isInName(byte) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

// MARK: - Elements

extension DrawingReader {
  /// What stands up to the closing tag of the parent, or up to the end where there is none.
  private mutating func nodes(in parent: Drawing.Name?, depth: Int) throws(DrawingFault) -> [Drawing.Node] {
    let start = line
    var nodes: [Drawing.Node] = []
    while true {
      if parent?.holdsWords ?? false {
        if let text = try words() { nodes.append(.text(text)) }
      } else {
        _ = skipSpace()
      }
      if next == nil {
        guard let parent else { return nodes }
        throw fault("</\(parent.rawValue)> for the element that begins here", at: start)
      }
      guard take("<") else { throw fault("words only inside text and tspan") }
      if take("/") {
        try close(parent)
        return nodes
      }
      nodes.append(.shape(try shape(in: parent, depth: depth + 1)))
    }
  }

  private mutating func close(_ parent: Drawing.Name?) throws(DrawingFault) {
    guard let parent else { throw fault("no closing tag without an opening one") }
    guard token() == parent.rawValue, take(">") else { throw fault("</\(parent.rawValue)>") }
  }

  private mutating func shape(in parent: Drawing.Name?, depth: Int) throws(DrawingFault) -> Drawing.Shape {
    let name = try name()
    guard name.mayStand(in: parent) else {
      let place = parent.map { "inside \($0.rawValue)" } ?? "outside text"
      throw fault("no \(name.rawValue) \(place)")
    }
    guard depth <= Self.deepest else { throw fault("at most \(Self.deepest) levels") }
    elements += 1
    guard elements <= Self.mostElements else { throw fault("at most \(Self.mostElements) elements") }
    let properties = try properties()
    if take("/>") { return Drawing.Shape(name, properties) }
    guard take(">") else { throw fault("an attribute after a space, \">\" or \"/>\"") }
    return Drawing.Shape(name, properties, try nodes(in: name, depth: depth))
  }

  private mutating func name() throws(DrawingFault) -> Drawing.Name {
    if next == UInt8(ascii: "!") { throw fault("no comments, document types and CDATA sections") }
    if next == UInt8(ascii: "?") { throw fault("no processing instructions") }
    let token = token()
    if next == UInt8(ascii: ":") { throw fault("no namespaces") }
    guard let name = Drawing.Name(rawValue: token) else {
      let known = Drawing.Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("one of the elements \(known); found \"\(token)\"")
    }
    return name
  }
}
