import Measurement

extension Formatting {
  /// 1.234.567
  package static func number(_ number: Int) -> String {
    var digits = String(abs(number))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ".")
  }

  /// 24,7 % from tenths.
  package static func percent(tenths: Int) -> String { "\(tenths / 10),\(tenths % 10) %" }
}
