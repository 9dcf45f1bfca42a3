import Slip

/// What stands before a bundle's body: four letters, a version, the head's length, and the signed head.
package struct BundleEnvelope: Hashable, Sendable {
  package static let magic = Array("SHSB".utf8)
  package static let version: UInt8 = 1
  /// Keeps a signature over something else from being passed off as one over a bundle.
  package static let context = Array("sathach bundle 1".utf8)
  /// Magic, version and the head's length.
  package static let prefixLength = 9

  package let message: SignedMessage
  package let head: BundleHead
  /// Where the body begins.
  package let length: Int

  /// Takes the bytes of the head apart; nothing is verified yet.
  package init(message bytes: [UInt8]) throws(BundleFault) {
    do {
      message = try SignedMessage(decoding: bytes, atMost: BundleLimits.head)
    } catch {
      throw .container(error)
    }
    head = try BundleHead(decoding: message.payload)
    length = Self.prefixLength + bytes.count
  }

  /// How long the signed head is, by the file's first bytes.
  package static func headLength(prefix: [UInt8]) throws(BundleFault) -> Int {
    let seen = min(prefix.count, magic.count)
    guard prefix.prefix(seen).elementsEqual(magic.prefix(seen)), !prefix.isEmpty else {
      throw prefix.isEmpty ? .cut : .foreign
    }
    guard prefix.count > magic.count else { throw .cut }
    guard prefix[magic.count] == version else { throw .version(Int(prefix[magic.count])) }
    guard prefix.count >= prefixLength else { throw .cut }
    let length = BigEndian.number(prefix[5..<9])
    guard (1...BundleLimits.head).contains(length) else { throw .headLength(length) }
    return length
  }

  /// The bytes before the body.
  ///
  /// - Parameter sign: the box's key for slips.
  package static func bytes(
    _ head: BundleHead, kid: KeyID, sign: (_ message: [UInt8]) throws -> [UInt8]
  ) throws -> [UInt8] {
    let payload = head.payload
    let signature = try sign(SignedMessage.toBeSigned(kid: kid, payload: payload, context: context))
    let message = try SignedMessage(kid: kid, payload: payload, signature: signature).encoded
    guard message.count <= BundleLimits.head else { throw BundleFault.headLength(message.count) }
    return magic + [version] + BigEndian.bytes(UInt32(message.count)) + message
  }

  /// Who made it, by the keys known. Whether a key that was withdrawn still counts is for the reader to say: a bundle of
  /// before may arrive late.
  ///
  /// - Returns: the key; see ``KnownKey/withdrawnFromSerial``.
  /// - Throws: ``BundleFault/unknownKey(_:)``, ``BundleFault/forged``, ``BundleFault/otherIssuer(found:key:)``.
  package func signer(among keys: [KnownKey], check: SignatureCheck) throws(BundleFault) -> KnownKey {
    let candidates = keys.filter { $0.kid == message.kid }
    guard !candidates.isEmpty else { throw .unknownKey(message.kid) }
    let signed = message.toBeSigned(context: Self.context)
    let fitting = candidates.filter { check(message.signature, signed, $0.publicKey) }
    guard let first = fitting.first else { throw .forged }
    guard let key = fitting.first(where: { $0.issuer == head.issuer }) else {
      throw .otherIssuer(found: head.issuer, key: first.issuer)
    }
    return key
  }

  /// - Parameter recipient: the first bytes of the hash of the reader's own public key.
  /// - Throws: ``BundleFault/otherRecipient(_:)``.
  package func require(recipient: [UInt8]) throws(BundleFault) {
    guard head.recipient == recipient else { throw .otherRecipient(head.recipient) }
  }
}
