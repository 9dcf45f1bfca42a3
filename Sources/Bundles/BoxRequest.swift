import Slip

/// How a box shows the province who asks for its answers: a signed message of its own name, the time and the address.
///
/// It travels as `Authorization: Sathach HEX`. What it opens holds codes of slips only.
package struct BoxRequest: Hashable, Sendable {
  package static let context = Array("sathach request 1".utf8)
  package static let scheme = "Sathach"
  /// Seconds by which the box's clock and the province's may differ.
  package static let tolerance: Int64 = 86_400
  static let greatestLength = 512

  package let issuer: Issuer
  /// Seconds since 1970.
  package let at: Int64
  /// The address asked for, as in `/answers/02215-1`.
  package let path: String

  package init(issuer: Issuer, at: Int64, path: String) {
    (self.issuer, self.at, self.path) = (issuer, at, path)
  }

  /// The header's value.
  package func authorization(
    kid: KeyID, sign: (_ message: [UInt8]) throws -> [UInt8]
  ) throws -> String {
    let payload = CBOR.array([.text(issuer.text), CBOR(Int(at)), .text(path)]).encoded
    let signature = try sign(SignedMessage.toBeSigned(kid: kid, payload: payload, context: Self.context))
    let message = try SignedMessage(kid: kid, payload: payload, signature: signature)
    return "\(Self.scheme) \(Hex.text(message.encoded))"
  }

  /// Reads the header's value, and holds its signature against the keys known.
  ///
  /// - Throws: ``BundleFault`` where it is not readable, forged, or by a key of another box. Time and path are for the
  ///   caller to compare.
  package static func open(
    _ authorization: String, keys: [KnownKey], check: SignatureCheck
  ) throws(BundleFault) -> BoxRequest {
    let parts = authorization.split(separator: " ")
    guard parts.count == 2, parts[0] == scheme, parts[1].utf8.count <= greatestLength * 2,
      let bytes = Hex.bytes(String(parts[1]))
    else { throw .foreign }
    let message: SignedMessage
    let document: CBORDocument
    do {
      message = try SignedMessage(decoding: bytes, atMost: greatestLength)
      document = try CBORDocument(message.payload, atMost: greatestLength)
    } catch {
      throw .container(error)
    }
    let fields = try RecordFields(document, count: 3, whole: .count) { .head($0) }
    let request = try BoxRequest(
      issuer: fields.issuer(0), at: Int64(fields.integer(1, .at, in: 0...253_402_300_799)),
      path: fields.text(2, .state, most: 200))
    let known = keys.filter { $0.kid == message.kid }
    guard !known.isEmpty else { throw .unknownKey(message.kid) }
    let signed = message.toBeSigned(context: context)
    guard let key = known.first(where: { check(message.signature, signed, $0.publicKey) }) else { throw .forged }
    guard key.issuer == request.issuer else { throw .otherIssuer(found: request.issuer, key: key.issuer) }
    return request
  }
}
