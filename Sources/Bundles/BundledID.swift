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

  /// Numbers of different boxes seldom meet, and hashing a text takes longer than comparing two.
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  package var cbor: CBOR { .array([.text(origin.text), CBOR(Int(number))]) }

  /// Nil where something else is there.
  package init?(_ document: CBORDocument, at place: Int) {
    guard document.count(at: place) == 2, let text = document.string(at: document.item(0, at: place)),
      let origin = try? Issuer(text), let number = document.integer(at: document.item(1, at: place)), number >= 1
    else { return nil }
    self.init(origin: origin, number: Int64(number))
  }
}
