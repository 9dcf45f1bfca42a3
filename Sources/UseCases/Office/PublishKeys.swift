import Assessment
import Slip

/// All that a page needs to check slips by itself.
package struct PublishedKeys: Sendable {
  /// The province's public key and the text of its signed list; nil where this box holds none.
  package let province: HeldKeyList?
  package let own: [KnownKey]
  package let revoked: [RevokedSlip]
  package let madeAt: Moment

  package init(province: HeldKeyList?, own: [KnownKey], revoked: [RevokedSlip], madeAt: Moment) {
    self.province = province
    self.own = own
    self.revoked = revoked
    self.madeAt = madeAt
  }
}

extension Kiosk {
  /// The keys this box checks slips with, for another device to do the same.
  package func publishKeys() throws -> PublishedKeys {
    let own = try KnownKey(kid: signing.keyID, publicKey: signing.publicKey, issuer: office.issuer)
    let revoked = try store.revokedTokens().map { RevokedSlip(issuer: office.issuer, token: $0) }
    return PublishedKeys(province: try keyRing.provinceList(), own: [own], revoked: revoked, madeAt: clock.now())
  }
}
