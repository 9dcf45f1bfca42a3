import Slip

/// A row's number together with the box that gave it: a restored box goes on under another device number and counts on, so
/// that the number alone would stand for two rows.
package struct BundledID: Hashable, Sendable {
  /// The device number under which the row came to be.
  package let origin: Issuer
  package let number: Int64

  package init(origin: Issuer, number: Int64) {
    self.origin = origin
    self.number = number
  }

  package var cbor: CBOR { .array([.text(origin.text), CBOR(Int(number))]) }

  package init?(_ cbor: CBOR) {
    guard let parts = cbor.items, parts.count == 2, let text = parts[0].string, let origin = try? Issuer(text),
      let number = parts[1].integer, number >= 1
    else { return nil }
    self.init(origin: origin, number: Int64(number))
  }
}
