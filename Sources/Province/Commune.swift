import Slip

/// A commune by the five digits of the state's list, as the first part of an issuer.
package struct Commune: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let code: String

  /// The province as a whole, where counts are kept: no commune has these digits.
  package static let whole = Commune(code: "00000")

  package init(code: String) { self.code = code }

  package init(_ issuer: Issuer) { code = issuer.commune }

  package var description: String { code }

  package static func < (one: Commune, other: Commune) -> Bool { one.code < other.code }
}
