/// A style sheet as it is served. Written with custom properties, which browsers before 2017 may not know: there every
/// declaration that uses one would be lost, text and ground apart, so each is preceded here by the same declaration with
/// the light theme's plain value. Comments and spaces stay behind, which pays for it.
struct Stylesheet {
  private let text: [UInt8]

  init(_ bytes: [UInt8]) {
    text = Self.withoutComments(bytes)
  }

  /// Custom properties with their first values in the sheet.
  var properties: [String: String] {
    var found: [String: String] = [:]
    for declaration in String(decoding: text, as: UTF8.self).split(whereSeparator: { "{};".contains($0) }) {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmed
      if name.hasPrefix("--"), found[name] == nil { found[name] = parts[1].trimmed }
    }
    return found
  }

  /// - Parameters:
  ///   - shared: properties of the sheet that every page has; this sheet's own come first.
  ///   - addresses: last parts of the addresses of the files that a face is read from, by plain name; sheets are served
  ///     beside them. A face whose files are not all there is left out, so that nobody asks for what is not there.
  func served(shared: [String: String], addresses: [String: String]) -> [UInt8] {
    let values = shared.merging(properties) { _, own in own }
    var out: [UInt8] = []
    var chunk: [UInt8] = []
    var face: [UInt8]?
    for byte in text {
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") else {
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

  /// The declaration with plain values; nil where it uses no custom property, sets one, or uses one without a value.
  private static func plain(_ declaration: [UInt8], _ values: [String: String]) -> [UInt8]? {
    guard !declaration.starts(with: "--".utf8) else { return nil }
    let text = String(decoding: declaration, as: UTF8.self)
    guard text.contains("var(") else { return nil }
    return substituted(text, values, depth: 0).map { Array($0.utf8) }
  }

  private static func substituted(_ text: String, _ values: [String: String], depth: Int) -> String? {
    guard depth < 5 else { return nil }
    let parts = text.split(separator: "var(", omittingEmptySubsequences: false)
    var out = String(parts[0])
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: ")") else { return nil }
      let words = part[..<end].split(separator: ",", maxSplits: 1)
      guard let name = words.first?.trimmed, let value = values[name] ?? words.dropFirst().first?.trimmed,
        let plain = substituted(value, values, depth: depth + 1)
      else { return nil }
      out += plain + part[part.index(after: end)...]
    }
    return out
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

extension Substring {
  fileprivate var trimmed: String {
    var rest = self.drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
