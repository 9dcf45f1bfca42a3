/// The colours of the design system as the sheet of every page sets them, for each ground, and what contrast they have.
package struct Palette: Sendable {
  /// A ground's name in the sheet, and its colours by name, as in `ink`: `#14222c`.
  package struct Theme: Sendable {
    let ground: Appearance.Ground
    package let colours: [String: String]
  }

  package let themes: [Theme]

  /// - Parameter sheet: `sathach.css`, which sets all colours in `:root` and changes them in one block for each ground.
  package init(_ sheet: [UInt8]) {
    let light = Self.colours(of: ":root", in: sheet)
    themes = Appearance.Ground.allCases.map { ground in
      let own = ground == .light ? [:] : Self.colours(of: ".ground-\(ground.rawValue)", in: sheet)
      return Theme(ground: ground, colours: light.merging(own) { _, own in own })
    }
  }

  private static func colours(of selector: String, in sheet: [UInt8]) -> [String: String] {
    let served = Stylesheet(sheet).served(shared: [:], addresses: [:])
    let blocks = String(decoding: served, as: UTF8.self).split(separator: "}")
    guard let block = blocks.first(where: { $0.hasPrefix(selector + "{") }) else { return [:] }
    var colours: [String: String] = [:]
    for line in block.dropFirst(selector.count + 1).split(separator: ";") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { continue }
      colours[String(parts[0].dropFirst(2))] = String(parts[1])
    }
    return colours
  }

  /// Two colours that meet on a page, and what they must differ by.
  package struct Pair: Sendable {
    package let front: String
    package let back: String
    package let least: Double
  }

  /// Text at 7:1, boundaries and signs at 3:1.
  package static let pairs: [Pair] =
    [
      ("ink", ["ground", "card", "tint", "care-tint", "good-tint"]), ("soft", ["ground", "card", "tint"]),
      ("main-dark", ["ground", "card", "tint"]), ("on-main", ["main", "main-hover"]), ("on-top", ["top"]),
      ("good", ["card", "good-tint"]), ("care", ["ground", "card", "care-tint"]), ("paper-ink", ["paper"]),
    ].flatMap { front, backs in backs.map { Pair(front: front, back: $0, least: 7) } }
    + [
      ("line", ["ground", "card", "tint"]), ("main", ["ground", "card", "track", "tint"]),
      ("good", ["track"]), ("care", ["track"]), ("focus-ring", ["ground", "card"]),
    ].flatMap { front, backs in backs.map { Pair(front: front, back: $0, least: 3) } }

  /// The contrast of WCAG 2.2 between two colours as `#rgb` or `#rrggbb`, from 1 to 21; nil for anything else.
  package static func contrast(_ one: String, _ other: String) -> Double? {
    guard let one = luminance(one), let other = luminance(other) else { return nil }
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double? {
    var digits = Array(colour.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard colour.hasPrefix("#"), digits.count == 6, let value = Int(String(digits), radix: 16) else { return nil }
    let parts = [16, 8, 0].map { linear(Double((value >> $0) & 255) / 255) }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func linear(_ part: Double) -> Double {
    guard part > 0.04045 else { return part / 12.92 }
    let base = (part + 0.055) / 1.055
    // To the power of 2.4, which is the square times the fifth root of the square.
    return base * base * fifthRoot(base * base)
  }

  /// Newton's method, from above, for numbers up to 1.
  private static func fifthRoot(_ number: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - number) / (5 * fourth)
    }
    return root
  }
}
