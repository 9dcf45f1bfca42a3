/// A style sheet as it is served. Written with custom properties, which browsers before 2017 may not know: there every
/// declaration that uses one would be lost, text and ground apart, so each is preceded here by the same declaration with
/// the light theme's plain value. Comments and spaces stay behind, which pays for it.
struct Stylesheet {
  private let text: [UInt8]

  init(_ bytes: [UInt8]) {
    text = Self.withoutComments(bytes)
  }

  /// Custom properties with their first values in the sheet, as they stand there. Bytes all the way: this is done at every
  /// start, and text by characters took a third of it.
  var properties: [[UInt8]: [UInt8]] {
    var found: [[UInt8]: [UInt8]] = [:]
    for declaration in text.split(whereSeparator: Self.endsDeclaration) {
      let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmed
      if name.starts(with: "--".utf8), found[name] == nil { found[name] = parts[1].trimmed }
    }
    return found
  }

  /// - Parameters:
  ///   - shared: properties of the sheet that every page has; this sheet's own come first.
  ///   - addresses: last parts of the addresses of the files that a face is read from, by plain name; sheets are served
  ///     beside them. A face whose files are not all there is left out, so that nobody asks for what is not there.
  func served(shared: [[UInt8]: [UInt8]], addresses: [String: String]) -> [UInt8] {
    let values = shared.merging(properties) { _, own in own }
    var out: [UInt8] = []
    var chunk: [UInt8] = []
    var face: [UInt8]?
    for byte in text {
      guard Self.endsDeclaration(byte) else {
        chunk.append(byte)
        continue
      }
      let words = Self.tightened(chunk)
      chunk = []
      if words == Array("@font-face".utf8) { face = [] }
      if face != nil {
        face? += words + [byte]
        guard byte == UInt8(ascii: "}") else { continue }
        out += Self.resolved(String(decoding: face ?? [], as: UTF8.self), addresses)
        face = nil
        continue
      }
      if byte != UInt8(ascii: "{"), let plain = Self.plain(words, values) { out += plain + [UInt8(ascii: ";")] }
      // The last declaration of a block needs no semicolon.
      if byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";"), words.isEmpty { out.removeLast() }
      out += words + [byte]
    }
    return out
  }

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") else {
        out.append(bytes[index])
        index += 1
        continue
      }
      index += 2
      while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") {
        index += 1
      }
      index += 2
    }
    return out
  }

  /// One space for several, none behind a comma or the colon of a declaration.
  private static func tightened(_ chunk: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var isSpace = false
    for byte in chunk {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        isSpace = true
        continue
      }
      if isSpace, let last = out.last, last != UInt8(ascii: ","), last != UInt8(ascii: ":") {
        out.append(UInt8(ascii: " "))
      }
      isSpace = false
      out.append(byte)
    }
    return out
  }

  private static func endsDeclaration(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";")
  }

  /// The declaration with plain values; nil where it uses no custom property, sets one, or uses one without a value.
  private static func plain(_ declaration: [UInt8], _ values: [[UInt8]: [UInt8]]) -> [UInt8]? {
    guard !declaration.starts(with: "--".utf8), declaration.position(of: "var(", from: 0) != nil else { return nil }
    return substituted(declaration, values, depth: 0)
  }

  private static func substituted(_ text: [UInt8], _ values: [[UInt8]: [UInt8]], depth: Int) -> [UInt8]? {
    guard depth < 5 else { return nil }
    var out: [UInt8] = []
    var index = 0
    while let start = text.position(of: "var(", from: index) {
      let inside = start + 4
      guard let end = text[inside...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
      let words = text[inside..<end].split(separator: UInt8(ascii: ","), maxSplits: 1)
      guard let name = words.first?.trimmed, let value = values[name] ?? words.dropFirst().first?.trimmed,
        let plain = substituted(value, values, depth: depth + 1)
      else { return nil }
      out += text[index..<start] + plain
      index = end + 1
    }
    return out + text[index...]
  }

  /// A face with the addresses of those of its files that there are; empty where there are none.
  private static func resolved(_ face: String, _ addresses: [String: String]) -> [UInt8] {
    let sources = face.split(separator: "url(\"", omittingEmptySubsequences: false)
    var out = String(sources[0])
    var found = 0
    for source in sources.dropFirst() {
      guard let end = source.firstIndex(of: "\"") else { return [] }
      guard let address = addresses[String(source[..<end])] else { return [] }
      out += "url(\"\(address)" + source[end...]
      found += 1
    }
    return found == 0 ? [] : Array(out.utf8)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: [UInt8] {
    let isSpace = { (byte: UInt8) in
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return []
    }
    return Array(self[first...last])
  }
}

extension [UInt8] {
  /// Where the word next begins, at `index` or behind it.
  fileprivate func position(of word: StaticString, from index: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    guard index + count <= self.count else { return nil }
    return (index...(self.count - count)).first { place in
      (0..<count).allSatisfy { self[place + $0] == word.utf8Start[$0] }
    }
  }
}
