import Assessment
import Slip
import UseCases

/// The secrets of one box, behind the ports the verbs use.
package struct BoxSecrets: Secrets {
  private let seal: PersonalSeal
  private let formKey: Digest.Keyed

  /// - Throws: ``SealingError`` for a key of the wrong length.
  package init(dataKey: [UInt8]) throws(SealingError) {
    seal = try PersonalSeal(dataKey: dataKey)
    formKey = Digest.Keyed(key: seal.csrfKey)
  }

  package func runningSHA256() -> any RunningDigest { RunningSHA256() }

  package func sha256(_ bytes: [UInt8]) -> [UInt8] {
    Digest.sha256(bytes)
  }

  package func seal(_ text: String, purpose: String) throws -> [UInt8] {
    seal.seal(text, for: purpose)
  }

  package func open(_ sealed: [UInt8], purpose: String) throws -> String {
    try seal.open(sealed, for: purpose)
  }

  package func lookup(_ number: CitizenNumber) -> [UInt8] {
    seal.lookup(number.digits, kind: "citizen-number")
  }

  package func mark(_ code: String, kind: String) -> [UInt8] {
    seal.lookup(code, kind: "code \(kind)")
  }

  /// The first half of HMAC-SHA256 over the session id: 128 bits, like the id itself.
  package func formToken(for session: SessionID) -> [UInt8] {
    Array(formKey.code(of: session.bytes).prefix(16))
  }
}

/// Signs slips with this box's key.
package struct BoxSigning: SlipSigning {
  private let key: SlipKey

  package init(seed: [UInt8]) throws(SealingError) {
    key = try SlipKey(seed: seed)
  }

  package var keyID: KeyID { key.kid }
  package var publicKey: [UInt8] { key.publicKey }

  package func sign(_ bytes: [UInt8]) throws -> [UInt8] {
    key.sign(bytes)
  }

  package func verify(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool {
    Ed25519.verify(signature, message, publicKey)
  }

  package func holderCheck(of number: CitizenNumber, token: SlipToken) throws -> Int {
    try HolderCheck.bits(number: number.digits, token: token)
  }
}

/// Chance from the system's generator.
package struct SystemChance: Chance {
  package init() {}

  package func bytes(_ count: Int) -> [UInt8] {
    RandomBytes.bytes(count)
  }
}
