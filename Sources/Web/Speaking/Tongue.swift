import Assessment
import Audio

/// The texts of pages and items in another language, by the Vietnamese text they stand for: a text that was changed has no
/// translation any more and is shown in Vietnamese until somebody has translated it anew.
///
/// Numbers are `#` in both, so that one entry serves "Câu 3 trên 20" and all others. One `{*}` stands for a name, or for several with
/// commas between, each of which is looked up for itself and else stays as it is.
package struct Tongue: Sendable {
  private struct Texts: Sendable {
    var lines: [LineKey: String] = [:]
    var openings: [TongueOpening] = []
  }

  package let language: Language
  private let texts: @Sendable () -> Texts

  package init(language: Language, texts: [(vietnamese: String, other: String)]) {
    self.language = language
    let pairs = texts.map { (Self.key($0.vietnamese), $0.other) }
    let found = Texts(
      lines: Dictionary(pairs) { _, last in last },
      openings: texts.compactMap { TongueOpening($0.vietnamese, for: $0.other) })
    self.texts = { found }
  }

  /// A language whose texts, half a megabyte for one audience, are read when somebody first chooses it.
  ///
  /// - Parameter whole: asked at every look; keeps what it has read. Without it everything stays Vietnamese.
  package init(language: Language, whole: @escaping @Sendable () -> Tongue?) {
    self.language = language
    texts = { whole()?.texts() ?? Texts() }
  }

  package func has(_ vietnamese: String) -> Bool { translated(vietnamese) != nil }

  static func key(_ text: String) -> LineKey { LineKey(mask(text).text) }

  /// The text with every number as `#`, and the numbers.
  private static func mask(_ text: String) -> (text: String, numbers: [String]) {
    var (masked, numbers, wasDigit): (String, [String], Bool) = ("", [], false)
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit {
        if !wasDigit {
          masked += "#"
          numbers.append("")
        }
        numbers[numbers.count - 1].unicodeScalars.append(scalar)
      } else {
        masked.unicodeScalars.append(scalar)
      }
      wasDigit = isDigit
    }
    return (masked, numbers)
  }

  /// Nil where there is no translation. A heading and the page it stands on, joined by a dash, are looked up apart.
  func translated(_ vietnamese: String) -> String? {
    if let whole = whole(vietnamese) { return whole }
    guard let dash = vietnamese.firstRange(of: " – "), let first = whole(String(vietnamese[..<dash.lowerBound])),
      let second = whole(String(vietnamese[dash.upperBound...]))
    else { return nil }
    return "\(first) – \(second)"
  }

  private func whole(_ vietnamese: String) -> String? {
    let (masked, numbers) = Self.mask(vietnamese)
    if let other = texts().lines[LineKey(masked)] { return Self.put(numbers, into: other) }
    return texts().openings.lazy.compactMap { opened(opening: $0, in: masked, numbers) }.first
  }

  private func opened(opening: TongueOpening, in masked: String, _ numbers: [String]) -> String? {
    guard let names = opening.names(in: masked) else { return nil }
    let before = opening.front.count { $0 == "#" }
    let within = before..<numbers.count - opening.back.count { $0 == "#" }
    let named = Self.put(Array(numbers[within]), into: names).split(separator: ", ").map {
      whole(String($0)) ?? String($0)
    }
    let around = Self.put(Array(numbers[..<before] + numbers[within.upperBound...]), into: opening.other)
    return around.replacing(TongueOpening.mark, with: named.joined(separator: ", "))
  }

  private static func put(_ numbers: [String], into text: String) -> String {
    var left = numbers[...]
    return text.reduce(into: "") { text, character in
      if character == "#", let number = left.popFirst() { text += number } else { text.append(character) }
    }
  }

  /// What ``translated(document:)`` looks up: texts and labels that have a letter.
  static func texts(in document: [UInt8]) -> [String] {
    var reader = MarkupReader(document[...])
    var (texts, isOwn): ([String], Bool) = ([], false)
    while let piece = reader.next() {
      switch piece {
      case .text(let text): if !isOwn { texts.append(String(decoding: MarkupReader.plain(text), as: UTF8.self)) }
      case .tag(let tag):
        isOwn = saysItsLanguage(tag)
        texts += attributes.compactMap { MarkupReader.attribute($0, of: tag) }.map {
          String(decoding: MarkupReader.plain($0), as: UTF8.self)
        }
      }
    }
    return texts.filter { $0.contains(where: \.isLetter) }
  }

  /// What such an element says, as a language's name on its button, is never translated.
  private static func saysItsLanguage(_ tag: ArraySlice<UInt8>) -> Bool {
    !tag.starts(with: "html".utf8) && MarkupReader.attribute("lang", of: tag) != nil
  }

  /// A whole document in this language, as far as it is known.
  func translated(document: [UInt8]) -> [UInt8] {
    var reader = MarkupReader(document[...])
    var result: [UInt8] = []
    result.reserveCapacity(document.count + 1024)
    var isOwn = false
    while let piece = reader.next() {
      switch piece {
      case .text(let text): result += isOwn ? Array(text) : translated(text: text)
      case .tag(let tag):
        isOwn = Self.saysItsLanguage(tag)
        result += [UInt8(ascii: "<")] + translated(tag: tag) + [UInt8(ascii: ">")]
      }
    }
    return result
  }

  private func translated(text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(where: { $0 > 0x20 }),
      let other = translated(String(decoding: MarkupReader.plain(text), as: UTF8.self))
    else { return Array(text) }
    // The space around a text separates it from what stands beside it.
    let front = text.prefix { $0 <= 0x20 }
    let back = text.reversed().prefix { $0 <= 0x20 }.reversed()
    return Array(front) + ("\(other)" as Markup).bytes + Array(back)
  }

  private func translated(tag: ArraySlice<UInt8>) -> [UInt8] {
    if tag.elementsEqual("html lang=\"vi\"".utf8) || tag.starts(with: "html lang=\"vi\" ".utf8) {
      return Array("html lang=\"\(language.id)\"".utf8) + tag.dropFirst("html lang=\"vi\"".utf8.count)
    }
    var result = Array(tag)
    for name in Self.attributes {
      guard let value = MarkupReader.attribute(name, of: result[...]),
        let other = translated(String(decoding: MarkupReader.plain(value), as: UTF8.self))
      else { continue }
      result.replaceSubrange(value.indices, with: ("\(other)" as Markup).bytes)
    }
    return result
  }

  /// Those that people read or hear.
  private static let attributes: [StaticString] = [
    "aria-label", "placeholder", "alt", "title", "data-minutes", "data-last", "data-paused",
  ]
}
