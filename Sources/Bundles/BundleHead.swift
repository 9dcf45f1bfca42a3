import Assessment
import Slip

/// What a bundle says of itself before its body; signed by the box.
package struct BundleHead: Hashable, Sendable {
  /// Length of a SHA-256.
  package static let hashLength = 32
  /// `crypto_box_seal` of 32 bytes.
  package static let sealedKeyLength = 80
  package static let recipientLength = 8
  package static let greatestNumber = 999_999

  package let issuer: Issuer
  /// Counts the bundles of this device number from 1, without gaps.
  package let number: Int
  /// SHA-256 of the whole file before this one; empty for number 1.
  package let previous: [UInt8]
  /// The log's entries whose effects are in it. Without any, `last` is one less than `first`.
  package let firstEvent: Int64
  package let lastEvent: Int64
  /// The hash of the log's entry `lastEvent`: a witness against later edits, like the one on a slip.
  package let eventHash: [UInt8]
  /// Seconds since 1970, by the box's clock.
  package let madeAt: Int64
  /// Nothing spoke against that clock.
  package let isClockTrusted: Bool
  /// The first bytes of SHA-256 of the province's public key.
  package let recipient: [UInt8]
  /// The content key, sealed to that public key.
  package let sealedKey: [UInt8]
  package let recordCount: Int
  package let unpackedLength: Int
  package let packedLength: Int
  /// SHA-256 of the packed body.
  package let digest: [UInt8]

  package init(
    issuer: Issuer, number: Int, previous: [UInt8], firstEvent: Int64, lastEvent: Int64, eventHash: [UInt8],
    madeAt: Int64, isClockTrusted: Bool, recipient: [UInt8], sealedKey: [UInt8], recordCount: Int,
    unpackedLength: Int, packedLength: Int, digest: [UInt8]
  ) {
    (self.issuer, self.number, self.previous) = (issuer, number, previous)
    (self.firstEvent, self.lastEvent, self.eventHash) = (firstEvent, lastEvent, eventHash)
    (self.madeAt, self.isClockTrusted) = (madeAt, isClockTrusted)
    (self.recipient, self.sealedKey, self.recordCount) = (recipient, sealedKey, recordCount)
    (self.unpackedLength, self.packedLength, self.digest) = (unpackedLength, packedLength, digest)
  }

  /// `02215-1-000042.shb`.
  package var fileName: String { BundleName(issuer: issuer, number: number).text }
}

extension BundleHead {
  package var payload: [UInt8] {
    CBOR.array([
      .text(issuer.text), CBOR(number), .bytes(previous), CBOR(Int(firstEvent)), CBOR(Int(lastEvent)),
      .bytes(eventHash), CBOR(Int(madeAt)), CBOR(isClockTrusted), .bytes(recipient), .bytes(sealedKey),
      CBOR(recordCount), CBOR(unpackedLength), CBOR(packedLength), .bytes(digest),
    ]).encoded
  }

  package init(decoding payload: [UInt8]) throws(BundleFault) {
    let document: CBORDocument
    do {
      document = try CBORDocument(payload, atMost: BundleLimits.head)
    } catch {
      throw .container(error)
    }
    let fields = try RecordFields(document, count: 14, whole: .count) { .head($0) }
    try self.init(
      issuer: fields.issuer(0), number: fields.integer(1, .number, in: 1...BundleHead.greatestNumber),
      previous: fields.bytes(2, .previous, counts: 0...BundleHead.hashLength),
      firstEvent: Int64(fields.integer(3, .events, in: 1...Int.max)),
      lastEvent: Int64(fields.integer(4, .events, in: 0...Int.max)),
      eventHash: fields.bytes(5, .eventHash, counts: BundleHead.hashLength...BundleHead.hashLength),
      madeAt: Int64(fields.integer(6, .madeAt, in: 0...253_402_300_799)), isClockTrusted: fields.flag(7, .clock),
      recipient: fields.bytes(8, .recipient, counts: BundleHead.recipientLength...BundleHead.recipientLength),
      sealedKey: fields.bytes(9, .contentKey, counts: BundleHead.sealedKeyLength...BundleHead.sealedKeyLength),
      recordCount: fields.integer(10, .count, in: 0...BundleLimits.records),
      unpackedLength: fields.integer(11, .unpacked, in: 0...BundleLimits.unpacked),
      packedLength: fields.integer(12, .packed, in: 0...BundleLimits.packed),
      digest: fields.bytes(13, .digest, counts: BundleHead.hashLength...BundleHead.hashLength))
    guard previous.count == (number == 1 ? 0 : BundleHead.hashLength) else { throw .head(.previous) }
    guard lastEvent >= firstEvent - 1 else { throw .head(.events) }
  }
}

/// The name of a bundle's file: issuer and number, `02215-1-000042.shb`.
package struct BundleName: Hashable, Sendable {
  package static let ending = ".shb"
  package let issuer: Issuer
  package let number: Int

  package init(issuer: Issuer, number: Int) {
    (self.issuer, self.number) = (issuer, number)
  }

  /// Nil for any other name.
  package init?(_ text: String) {
    guard text.hasSuffix(BundleName.ending) else { return nil }
    let parts = text.dropLast(BundleName.ending.count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let issuer = try? Issuer("\(parts[0])-\(parts[1])"), let number = Int(parts[2]),
      (1...BundleHead.greatestNumber).contains(number)
    else { return nil }
    self.init(issuer: issuer, number: number)
    guard self.text == text else { return nil }
  }

  package var text: String { "\(issuer.text)-\(Padded.text(number, to: 6))\(BundleName.ending)" }
}

/// Numbers with leading zeros.
enum Padded {
  static func text(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
