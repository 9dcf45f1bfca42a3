/// A signed slip as the bytes behind its QR text.
///
/// Making one takes two steps, because the key lives in an adapter:
/// ``toBeSigned(_:kid:)`` gives what to sign, ``init(_:kid:signature:)``
/// puts the signature beside it.
package struct SlipBytes: Hashable, Sendable {
  /// In bytes; keeps the symbol within 40 mm at 4 printer dots a module.
  package static let greatestLength = 160
  package let message: SignedMessage

  package init(_ claims: Claims, kid: KeyID, signature: [UInt8]) throws(SlipError) {
    message = try SignedMessage(kid: kid, payload: claims.payload, signature: signature)
  }

  package init(decoding bytes: [UInt8]) throws(SlipError) {
    message = try SignedMessage(decoding: bytes, atMost: SlipBytes.greatestLength)
  }

  package static func toBeSigned(_ claims: Claims, kid: KeyID) -> [UInt8] {
    SignedMessage.toBeSigned(kid: kid, payload: claims.payload)
  }

  package var bytes: [UInt8] { message.encoded }

  /// The digits that the QR symbol holds.
  package var text: String { SlipText.encode(bytes) }
}
