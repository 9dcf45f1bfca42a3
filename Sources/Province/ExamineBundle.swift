import Bundles
import Slip

/// A bundle that is what it says: signed by the box it names, sealed to this province, whole.
package struct ExaminedBundle {
  package let source: any IncomingBundle
  /// SHA-256 of the whole file.
  package let digest: [UInt8]
  /// The key it is signed with was withdrawn since, or ended.
  package let isKeyWithdrawn: Bool

  package var head: BundleHead { source.envelope.head }
  package var size: Int { source.envelope.length + head.packedLength }
}

/// Looks at a bundle from outside before anything in it is believed: first who signed the head, then whether the body is
/// the one that was signed.
package struct ExamineBundle {
  let keys: [KnownKey]
  let secrets: any ProvinceSecrets

  package init(keys: [KnownKey], secrets: any ProvinceSecrets) {
    (self.keys, self.secrets) = (keys, secrets)
  }

  /// - Throws: what reading the file fails with; what is wrong with the bundle is an answer.
  package func callAsFunction(_ source: any IncomingBundle) throws -> Result<ExaminedBundle, BundleRefused> {
    do {
      let head = source.envelope.head
      guard !head.issuer.isSample else { return .failure(BundleRefused(.sample)) }
      let key = try source.envelope.signer(among: keys, check: secrets.verify)
      try source.envelope.require(recipient: secrets.recipient)
      let digest = try source.check()
      return .success(
        ExaminedBundle(source: source, digest: digest, isKeyWithdrawn: key.withdrawnFromSerial != nil))
    } catch let fault as BundleFault {
      return .failure(BundleRefused(BundleRefusal(fault)))
    }
  }
}

/// A refusal that may be thrown.
package struct BundleRefused: Error, Equatable {
  package let refusal: BundleRefusal

  package init(_ refusal: BundleRefusal) { self.refusal = refusal }
}

extension BundleRefusal {
  package init(_ fault: BundleFault) {
    switch fault {
    case .cut: self = .damaged(cause: "cut")
    case .foreign: self = .damaged(cause: "foreign")
    case .trailing: self = .damaged(cause: "trailing")
    case .bodyDigest: self = .damaged(cause: "body")
    case .headLength, .head, .container: self = .damaged(cause: "head")
    case .version(let version): self = .laterVersion(version)
    case .tooLarge(let bytes): self = .tooLarge(bytes: bytes, most: BundleLimits.file)
    case .unknownKey(let kid): self = .unknownKey(kid: kid.hex)
    case .otherIssuer(_, let owner): self = .keyOfAnotherBox(owner: owner.text)
    case .forged: self = .forged
    case .otherRecipient: self = .otherProvince
    case .contentKey: self = .unreadable(cause: "content-key")
    case .packing: self = .unreadable(cause: "packing")
    case .unpackedLength: self = .unreadable(cause: "unpacked-length")
    case .recordCount: self = .unreadable(cause: "record-count")
    case .recordLength(let record, _): self = .unreadable(cause: "record \(record) length")
    case .recordForm(let record): self = .unreadable(cause: "record \(record) form")
    case .recordKind(let record, let kind): self = .unreadable(cause: "record \(record) kind \(kind)")
    case .recordField(let record, let field): self = .unreadable(cause: "record \(record) \(field.rawValue)")
    case .particulars: self = .unreadable(cause: "particulars")
    // Of files of answers, which do not come this way.
    case .otherAnchor, .forOther, .answer: self = .damaged(cause: "foreign")
    }
  }
}
