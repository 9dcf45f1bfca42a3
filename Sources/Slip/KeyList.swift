/// The keys and revocations a check is made with.
package struct KeyList: Hashable, Sendable {
  /// Number and date of the province's list; nothing when a box knows only its own keys.
  package let edition: Edition?
  package let keys: [KnownKey]
  package let revoked: Set<RevokedSlip>

  package init(edition: Edition? = nil, keys: [KnownKey], revoked: Set<RevokedSlip> = []) {
    (self.edition, self.keys, self.revoked) = (edition, keys, revoked)
  }

  /// This list with the box's own keys and revocations added; the stricter entry for a key holds.
  package func adding(_ own: [KnownKey], revoked more: Set<RevokedSlip> = []) -> KeyList {
    KeyList(edition: edition, keys: keys + own, revoked: revoked.union(more))
  }

  /// Which of the province's lists this is, and when it was made.
  package struct Edition: Hashable, Sendable {
    package let number: Int
    /// Seconds since 1970.
    package let issuedAt: Int

    package init(number: Int, issuedAt: Int) throws(SlipError) {
      guard (1...0xffff_ffff).contains(number) else { throw .outOfBounds(.listNumber, found: number) }
      guard (0...0xffff_ffff).contains(issuedAt) else { throw .outOfBounds(.issuedAt, found: issuedAt) }
      (self.number, self.issuedAt) = (number, issuedAt)
    }
  }
}

/// A slip taken back, by the box that made it and its token.
package struct RevokedSlip: Hashable, Sendable {
  package let issuer: Issuer
  package let token: SlipToken

  package init(issuer: Issuer, token: SlipToken) {
    (self.issuer, self.token) = (issuer, token)
  }
}
