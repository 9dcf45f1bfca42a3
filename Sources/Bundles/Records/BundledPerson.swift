import Assessment
import Slip

/// A person as the box knows one. Who it is stands in one sealed part, that opens with the bundle's content key.
package struct BundledPerson: Hashable, Sendable {
  package enum Standing: Int, Sendable, CaseIterable {
    case agrees = 0
    /// Consent was withdrawn: counted as before, on no list that leaves the office; the sealed part is empty.
    case withdrew = 1
    /// Was erased: the sealed part is empty, for good; sex stays, since counts do.
    case erased = 2
  }

  package let id: BundledID
  /// ``BundledParticulars`` under the content key; empty where they are not handed on.
  package let sealed: [UInt8]
  package let sex: Sex?
  package let standing: Standing
  package let firstSeenAt: Moment
  package let changedAt: Moment

  package init(
    id: BundledID, sealed: [UInt8], sex: Sex?, standing: Standing, firstSeenAt: Moment, changedAt: Moment
  ) {
    (self.id, self.sealed, self.sex, self.standing) = (id, sealed, sex, standing)
    (self.firstSeenAt, self.changedAt) = (firstSeenAt, changedAt)
  }

  var fields: [CBOR] {
    [
      id.cbor, .bytes(sealed), RecordFields.optional((sex?.rawValue).map(CBOR.text)), CBOR(standing.rawValue),
      CBOR(firstSeenAt), CBOR(changedAt),
    ]
  }

  init(_ fields: RecordFields) throws(BundleFault) {
    id = try fields.id(0)
    sealed = try fields.bytes(1, .particulars, counts: 0...2048)
    sex = try fields.optionalWord(2, .sex)
    guard let standing = Standing(rawValue: try fields.integer(3, .standing)) else { throw fields.refusal(.standing) }
    self.standing = standing
    firstSeenAt = try fields.moment(4)
    changedAt = try fields.moment(5)
  }
}

/// Who a person is: what is sealed.
package struct BundledParticulars: Hashable, Sendable {
  /// XChaCha20-Poly1305 under the bundle's content key: message and associated bytes to nonce and box.
  package typealias Sealing = (_ message: [UInt8], _ associated: [UInt8]) throws -> [UInt8]
  /// The other way; nil where it does not open.
  package typealias Opening = (_ sealed: [UInt8], _ associated: [UInt8]) -> [UInt8]?

  package let name: String
  /// Of a citizen, as typed or read; twelve digits, or what an office used instead.
  package let number: String
  /// `YYYY-MM-DD`, or `YYYY` where only the year is known.
  package let birth: String

  package init(name: String, number: String, birth: String) {
    (self.name, self.number, self.birth) = (name, number, birth)
  }

  /// Bound to the person, so that a sealed part moved to another record does not open.
  static func associated(_ id: BundledID) -> [UInt8] {
    Array("sathach bundle person 1".utf8) + id.cbor.encoded
  }

  package func sealed(for id: BundledID, _ seal: Sealing) throws -> [UInt8] {
    try seal(CBOR.array([.text(name), .text(number), .text(birth)]).encoded, Self.associated(id))
  }

  /// - Returns: nil where the record hands none on.
  /// - Throws: ``BundleFault/particulars``.
  package static func opened(_ person: BundledPerson, _ open: Opening) throws(BundleFault) -> BundledParticulars? {
    guard !person.sealed.isEmpty else { return nil }
    guard let message = open(person.sealed, associated(person.id)),
      let parts = (try? CBOR(decoding: message, atMost: 2048))?.items, parts.count == 3,
      let name = parts[0].string, let number = parts[1].string, let birth = parts[2].string
    else { throw .particulars }
    return BundledParticulars(name: name, number: number, birth: birth)
  }
}
