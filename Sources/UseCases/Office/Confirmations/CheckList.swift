import Assessment
import Slip

/// What a detached signature says of a list; see ListSignature in the documentation.
package enum ListVerdict: Equatable, Sendable {
  case genuine(Issuer)
  case altered
  /// Signed with a key that this box does not know; its id in hexadecimal digits.
  case unknownKey(String)
  case notASignature
}

extension Kiosk {
  package func checkList(_ file: [UInt8], signature text: String) throws -> ListVerdict {
    guard let signature = DetachedSignature(text: text) else { return .notASignature }
    let known = try keyRing.keys().keys.first { $0.kid.hex == signature.kid && $0.issuer.text == signature.issuer }
    guard let known else { return .unknownKey(signature.kid) }
    let digest = secrets.sha256(file)
    guard digest == signature.digest,
      signing.verify(signature.signature, DetachedSignature.signed(digest), known.publicKey)
    else { return .altered }
    return .genuine(known.issuer)
  }

  /// A signature to lie beside a file: whoever has this box's public key can tell that the file is as it left the office.
  package func detachedSignature(of file: [UInt8]) throws -> String {
    let digest = secrets.sha256(file)
    return DetachedSignature(
      issuer: office.issuer.text, kid: signing.keyID.hex, digest: digest,
      signature: try signing.sign(DetachedSignature.signed(digest))
    ).text
  }
}

/// Five lines: what this is, whose, with which key, over which bytes, and the signature.
struct DetachedSignature: Equatable {
  static let title = "sathach-list-signature 1"

  let issuer: String
  let kid: String
  let digest: [UInt8]
  let signature: [UInt8]

  /// A text that no slip and no key list begins with, a zero byte, and the SHA-256 of the file.
  static func signed(_ digest: [UInt8]) -> [UInt8] { Array("sathach list signature 1".utf8) + [0] + digest }

  init(issuer: String, kid: String, digest: [UInt8], signature: [UInt8]) {
    self.issuer = issuer
    self.kid = kid
    self.digest = digest
    self.signature = signature
  }

  var text: String {
    """
    \(Self.title)
    issuer \(issuer)
    kid \(kid)
    sha256 \(Hexadecimal.text(digest))
    signature \(Hexadecimal.text(signature))

    """
  }

  /// Reads exactly what ``text`` writes; line ends may have become CR LF on the way.
  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      $0.split(separator: "\r\n", omittingEmptySubsequences: false)
    }.map(String.init)
    let names = ["issuer ", "kid ", "sha256 ", "signature "]
    guard lines.count == 6, lines[0] == Self.title, lines[5].isEmpty,
      zip(names, lines[1...4]).allSatisfy({ $1.hasPrefix($0) })
    else { return nil }
    let values = zip(names, lines[1...4]).map { String($1.dropFirst($0.count)) }
    guard let digest = Hexadecimal.bytes(values[2]), digest.count == 32, let signature = Hexadecimal.bytes(values[3]),
      signature.count == 64
    else { return nil }
    self.init(issuer: values[0], kid: values[1], digest: digest, signature: signature)
  }
}
