import Sealing
import Slip

/// The named world of these tests: three boxes with keys from fixed seeds, and the slip of bà Hoa.
enum World {
  /// The box of commune 02215; its seed is 32 bytes of 1.
  static func box() throws -> SlipKey { try SlipKey(seed: seed(1)) }
  /// Another commune's box; its seed is 32 bytes of 2.
  static func otherBox() throws -> SlipKey { try SlipKey(seed: seed(2)) }
  /// The box with sample data; its seed is 32 bytes of 3.
  static func sampleBox() throws -> SlipKey { try SlipKey(seed: seed(3)) }
  /// Nobody trusts this key; its seed is 32 bytes of 4.
  static func stranger() throws -> SlipKey { try SlipKey(seed: seed(4)) }
  /// The province's key; its seed is 32 bytes of 5.
  static func province() throws -> SlipKey { try SlipKey(seed: seed(5)) }

  static func seed(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }
  static func issuer() throws -> Issuer { try Issuer("02215-1") }
  static func otherIssuer() throws -> Issuer { try Issuer("02218-2") }

  /// Keys of the box (withdrawn from serial 900), of the other commune (from serial 10) and of the sample box.
  static func keys() throws -> KeyList {
    KeyList(
      keys: [
        try known(try box(), try issuer(), withdrawnFromSerial: 900),
        try known(try otherBox(), try otherIssuer(), fromSerial: 10),
        try known(try sampleBox(), .sample),
      ],
      revoked: [
        RevokedSlip(issuer: try issuer(), token: try SlipToken(digits: "000000000666")),
        RevokedSlip(issuer: try otherIssuer(), token: try SlipToken(digits: "310094827561")),
      ])
  }

  static func known(
    _ key: SlipKey, _ issuer: Issuer, fromSerial: Int = 1, withdrawnFromSerial: Int? = nil
  ) throws -> KnownKey {
    try KnownKey(
      kid: key.kid, publicKey: key.publicKey, issuer: issuer, fromSerial: fromSerial,
      withdrawnFromSerial: withdrawnFromSerial)
  }

  /// Bà Hoa passed on 21 November 2026 at 09:14 in Vietnam, seated by her card.
  static func claims(
    issuer: Issuer? = nil, issuedAt: Int = 1_795_227_240, token: String = "310094827561", serial: Int = 137,
    audience: Int = 1, frameworkVersion: Int = 1, blueprintVersion: Int = 1,
    bankHash: [UInt8] = [0xde, 0xad, 0xbe, 0xef], right: Int = 18, asked: Int = 21,
    outcome: Claims.Outcome = .passed, areaBits: Int = 0b111_1011, identity: Claims.Identity = .cardString,
    help: Claims.Help = .none, bootCounter: Int = 42, logHead: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8],
    holderCheck: Int? = 0x2a7
  ) throws -> Claims {
    try Claims(
      issuer: try issuer ?? self.issuer(), issuedAt: issuedAt, token: SlipToken(digits: token), serial: serial,
      audience: audience, frameworkVersion: frameworkVersion, blueprintVersion: blueprintVersion,
      bankHash: bankHash, right: right, asked: asked, outcome: outcome, areaBits: areaBits, identity: identity,
      help: help, bootCounter: bootCounter, logHead: logHead, holderCheck: holderCheck)
  }

  static func verdict(_ text: String, _ keys: KeyList) -> Verdict {
    SlipVerification.verdict(on: text, keys: keys, check: Ed25519.verify)
  }
}

/// SplitMix64: the same seed gives the same run on every machine.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
