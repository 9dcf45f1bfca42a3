/// How figures are rounded for display, in this one place, so that screen, CSV, XLSX and paper show the same digits.
///
/// The rule is half up: 12.35 % is shown as 12.4 %. Parts of a whole are rounded each by itself and may add up to 99.9 % or
/// 100.1 %.
package enum Rounding {
  /// `numerator` of `denominator` in tenths of a per cent, reckoned in whole numbers: no binary fraction decides a half.
  /// Nil without a positive denominator, with a negative numerator, or beyond what an `Int` holds.
  package static func tenthsOfPercent(_ numerator: Int, of denominator: Int) -> Int? {
    guard denominator > 0, numerator >= 0 else { return nil }
    let (product, isTooLarge) = numerator.multipliedReportingOverflow(by: 1_000)
    guard !isTooLarge else { return nil }
    let (whole, left) = product.quotientAndRemainder(dividingBy: denominator)
    return left >= denominator - left ? whole + 1 : whole
  }

  /// A share of 0…1, such as an end of an interval, in tenths of a per cent.
  package static func tenthsOfPercent(share: Double) -> Int? {
    whole(share * 1_000)
  }

  /// A coefficient, such as a correlation, in hundredths; halves go up, towards plus infinity.
  package static func hundredths(_ value: Double) -> Int? { whole(value * 100) }

  private static func whole(_ value: Double) -> Int? {
    Int(exactly: (value + 0.5).rounded(.down))
  }
}
