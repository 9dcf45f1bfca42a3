import UseCases

/// The sizes of everything on one kind of sheet, in dots; 8 dots are a millimetre.
struct Design {
  let width: Int
  /// The whole sheet; nil on a roll, which is cut where the text ends.
  let height: Int?
  let sideMargin: Int
  let endMargin: Int
  let letterhead: TextStyle
  let title: TextStyle
  let banner: TextStyle
  let heading: TextStyle
  let text: TextStyle
  let value: TextStyle
  let label: TextStyle
  let small: TextStyle
  /// The largest of these that keeps the text on one line is taken.
  let emphasisSizes: [Int]
  let codeSizes: [Int]
  /// White between passages; others are fractions of it.
  let gap: Int
  let hairline: Int
  let rule: Int

  /// 4 dots or half a millimetre a module: a whole number, so that all modules are alike, and enough for thermal paper.
  static let dotsPerModule = 4
  static let quietModules = 4
  /// What can be read back again, and half a metre of roll.
  static let largestSide = 4096

  static func design(of size: PaperSize) -> Design {
    switch size {
    case .roll80: roll80
    case .roll58: roll58
    case .a5: a5
    }
  }

  private static let roll80 = Design(
    width: 576, height: nil, sideMargin: 12, endMargin: 32, letterhead: .bold(30), title: .bold(42),
    banner: .bold(44), heading: .bold(34), text: .regular(31), value: .bold(31), label: .regular(26),
    small: .regular(26), emphasisSizes: [96, 84, 72, 60, 50, 42], codeSizes: [64, 58, 52, 48, 44, 40, 36], gap: 24,
    hairline: 1, rule: 3)

  private static let roll58 = Design(
    width: 384, height: nil, sideMargin: 8, endMargin: 28, letterhead: .bold(26), title: .bold(32),
    banner: .bold(34), heading: .bold(29), text: .regular(27), value: .bold(27), label: .regular(24),
    small: .regular(24), emphasisSizes: [72, 60, 50, 42, 36], codeSizes: [42, 38, 34, 30, 27, 25], gap: 20,
    hairline: 1, rule: 3)

  private static let a5 = Design(
    width: 1183, height: 1678, sideMargin: 80, endMargin: 62, letterhead: .bold(31), title: .bold(45),
    banner: .bold(44), heading: .bold(34), text: .regular(31), value: .bold(31), label: .regular(26),
    small: .regular(26), emphasisSizes: [100, 84, 72, 60, 50, 42], codeSizes: [80, 72, 64, 56, 48, 40], gap: 28,
    hairline: 1, rule: 3)

  /// Everything but the sheet and the lines at so many hundredths of its size.
  func scaled(percent: Int) -> Design {
    func scaled(_ style: TextStyle) -> TextStyle {
      TextStyle(weight: style.weight, size: style.size * percent / 100)
    }
    return Design(
      width: width, height: height, sideMargin: sideMargin * percent / 100, endMargin: endMargin * percent / 100,
      letterhead: scaled(letterhead), title: scaled(title), banner: scaled(banner), heading: scaled(heading),
      text: scaled(text), value: scaled(value), label: scaled(label), small: scaled(small),
      emphasisSizes: emphasisSizes.map { $0 * percent / 100 }, codeSizes: codeSizes.map { $0 * percent / 100 },
      gap: gap * percent / 100, hairline: hairline, rule: rule)
  }
}
