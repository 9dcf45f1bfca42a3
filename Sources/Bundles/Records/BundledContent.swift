import Assessment
import Slip

/// The rules in force for an audience on the box.
package struct BundledRules: Hashable, Sendable {
  package enum Origin: String, Sendable, CaseIterable {
    /// Adopted by the office, or carried over to a newer bank by the program.
    case office, carried
    /// As the bank proposes them.
    case proposal
  }

  /// The paper an office adopted them by.
  package struct Act: Hashable, Sendable {
    package let document: String
    /// `YYYY-MM-DD`.
    package let day: String
    package let signer: String

    package init(document: String, day: String, signer: String) {
      (self.document, self.day, self.signer) = (document, day, signer)
    }
  }

  package let audience: String
  package let frameworkVersion: Int
  package let blueprintVersion: Int
  /// SHA-256 of the blueprint.
  package let blueprintHash: [UInt8]
  package let origin: Origin
  package let act: Act?
  package let at: Moment

  package init(
    audience: String, frameworkVersion: Int, blueprintVersion: Int, blueprintHash: [UInt8], origin: Origin, act: Act?,
    at: Moment
  ) {
    (self.audience, self.frameworkVersion, self.blueprintVersion) = (audience, frameworkVersion, blueprintVersion)
    (self.blueprintHash, self.origin, self.act, self.at) = (blueprintHash, origin, act, at)
  }

  var fields: [CBOR] {
    [
      .text(audience), CBOR(frameworkVersion), CBOR(blueprintVersion), .bytes(blueprintHash), .text(origin.rawValue),
      act.map { .array([.text($0.document), .text($0.day), .text($0.signer)]) } ?? RecordFields.missing, CBOR(at),
    ]
  }

  init(_ fields: RecordFields) throws(BundleFault) {
    audience = try fields.code(0, .audience)
    frameworkVersion = try fields.integer(1, .version, in: 1...65535)
    blueprintVersion = try fields.integer(2, .version, in: 1...65535)
    blueprintHash = try fields.bytes(3, .version, counts: 32...32)
    origin = try fields.word(4, .origin)
    if fields.count(5) == 0 {
      act = nil
    } else {
      let row = try fields.inner(5, count: 3, .document)
      act = try Act(
        document: row.text(0, .document, most: 1200), day: row.day(1), signer: row.text(2, .signer, most: 1200))
    }
    at = try fields.moment(6)
  }
}

/// A bank the box has had in force.
package struct BundledBank: Hashable, Sendable {
  /// SHA-256.
  package let hash: [UInt8]
  package let adoptedAt: Moment

  package init(hash: [UInt8], adoptedAt: Moment) {
    (self.hash, self.adoptedAt) = (hash, adoptedAt)
  }

  var fields: [CBOR] { [.bytes(hash), CBOR(adoptedAt)] }

  init(_ fields: RecordFields) throws(BundleFault) {
    hash = try fields.bytes(0, .bank, counts: 32...32)
    adoptedAt = try fields.moment(1)
  }
}
