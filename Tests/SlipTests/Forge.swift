import Sealing
import Slip

/// Makes messages that break one rule of the format and are properly signed all the same, so that only the rule
/// stands between them and a wrong verdict.
struct Forge {
  var protected: CBOR
  var protectedBytes: [UInt8]?
  var unprotected: [UInt8] = [0xa0]
  var payload: [UInt8]
  var key: SlipKey

  init(_ claims: Claims, key: SlipKey) {
    self.init(payload: claims.payload, key: key)
  }

  init(payload: [UInt8], key: SlipKey) {
    self.payload = payload
    self.key = key
    protected = .map([.init(CBOR(1), CBOR(-8)), .init(CBOR(4), .bytes(key.kid.bytes))])
  }

  var header: [UInt8] { protectedBytes ?? protected.encoded }

  var signature: [UInt8] {
    key.sign(CBOR.array([.text("Signature1"), .bytes(header), .bytes([]), .bytes(payload)]).encoded)
  }

  var bytes: [UInt8] {
    [0x84] + CBOR.bytes(header).encoded + unprotected + CBOR.bytes(payload).encoded + CBOR.bytes(signature).encoded
  }

  var text: String { SlipText.encode(bytes) }

  /// The claims map as values, with the labels and elements to change.
  static func claims(_ claims: Claims, _ change: (inout [Int: CBOR], inout [CBOR]) -> Void) throws -> [UInt8] {
    var map: [Int: CBOR] = [:]
    for entry in try CBOR(decoding: claims.payload, atMost: 160).entries ?? [] {
      map[entry.key.integer ?? 0] = entry.value
    }
    var facts = map.removeValue(forKey: -65_537)?.items ?? []
    change(&map, &facts)
    if map[-65_538] == nil { map[-65_537] = .array(facts) }
    return CBOR.map(map.map { CBOR.Entry(CBOR($0.key), $0.value) }).encoded
  }
}
