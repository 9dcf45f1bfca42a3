import Sealing
import Slip

/// The province that a test's box trusts.
package enum TestProvince {
  package static func key() throws -> SlipKey { try SlipKey(seed: [UInt8](repeating: 6, count: 32)) }

  package static func anchor() throws -> Anchor {
    try Anchor(publicKey: key().publicKey, sha256: Digest.sha256)
  }
}
