import Audio

/// The lines of a page that a person hears: the texts of its main part in their order, with the descriptions of pictures, and
/// without what screen readers leave out too. Taken from the page itself, so that no page and no element can be forgotten.
package struct SpokenText {
  /// As they stand on the page, unescaped.
  package private(set) var lines: [[UInt8]] = []
  private var line: [UInt8] = []
  /// The element whose content is left out, and how many of its name are open within it.
  private var silent: (name: [UInt8], depth: Int)?
  /// The `svg` elements open: their own words are drawn, and told by their description.
  private var drawings = 0
  private var foreign = 0

  package init(_ main: Markup) {
    var reader = MarkupReader(main.bytes[...])
    while let piece = reader.next() {
      switch piece {
      case .text(let text): add(text)
      case .tag(let tag): take(tag)
      }
    }
    end()
  }

  /// For a whole document: its main part.
  package init(document: [UInt8]) {
    let text = String(decoding: document, as: UTF8.self)
    let main = text.split(separator: "<main id=\"main\">", maxSplits: 1).dropFirst().first ?? ""
    self.init(Markup(trusted: Array((main.split(separator: "</main>", maxSplits: 1).first ?? "").utf8)))
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    guard silent == nil, drawings == 0 || foreign > 0 else { return }
    line += MarkupReader.plain(text)
  }

  private mutating func end() {
    if line.contains(where: { $0 > 0x20 }) { lines.append(line) }
    line.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ tag: ArraySlice<UInt8>) {
    let name = MarkupReader.name(tag)
    let closes = tag.first == UInt8(ascii: "/")
    guard silent == nil else { return leave(name, closes: closes, isEmpty: tag.last == UInt8(ascii: "/")) }
    // Emphasis within a sentence.
    if name.elementsEqual("em".utf8) || name.elementsEqual("b".utf8) || name.elementsEqual("wbr".utf8) { return }
    end()
    if name.elementsEqual("svg".utf8) { drawings += closes ? -1 : 1 }
    if name.elementsEqual("foreignObject".utf8) { foreign += closes ? -1 : 1 }
    guard !closes else { return }
    if isSilent(name, tag) {
      if tag.last != UInt8(ascii: "/"), !name.elementsEqual("input".utf8), !name.elementsEqual("img".utf8) {
        if name.elementsEqual("svg".utf8) { drawings -= 1 }
        silent = (Array(name), 1)
      }
      return
    }
    if let label = described(name, tag) {
      line = MarkupReader.plain(label)
      end()
    }
  }

  /// Within what is left out.
  private mutating func leave(_ name: ArraySlice<UInt8>, closes: Bool, isEmpty: Bool) {
    guard var open = silent, name.elementsEqual(open.name), !isEmpty else { return }
    open.depth += closes ? -1 : 1
    silent = open.depth > 0 ? open : nil
  }

  private func isSilent(_ name: ArraySlice<UInt8>, _ tag: ArraySlice<UInt8>) -> Bool {
    if Self.unread.contains(where: { name.elementsEqual($0) }) { return true }
    if MarkupReader.attribute("aria-hidden", of: tag)?.elementsEqual("true".utf8) == true { return true }
    return tag.reversed().starts(with: " hidden".utf8.reversed())
  }

  private static let unread = ["script", "style", "select", "textarea", "noscript", "audio"].map { Array($0.utf8) }

  /// Pictures, and the screens of a device.
  private func described(_ name: ArraySlice<UInt8>, _ tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if name.elementsEqual("svg".utf8) || name.elementsEqual("section".utf8) {
      return MarkupReader.attribute("aria-label", of: tag)
    }
    return name.elementsEqual("img".utf8) ? MarkupReader.attribute("alt", of: tag) : nil
  }

  /// The sounds of the page, in order; of a line that nobody spoke, what is known of it.
  package func sounds(_ sound: (LineKey) -> SoundID?) -> [SoundID] {
    var sounds: [SoundID] = []
    for line in lines {
      if let whole = sound(LineKey(line)) {
        sounds.append(whole)
        continue
      }
      let pieces = LinePieces.known(String(decoding: line, as: UTF8.self)) { sound($0) != nil }
      sounds += pieces.compactMap(sound)
    }
    return sounds
  }
}
