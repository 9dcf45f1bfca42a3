import Assessment
import Slip

/// A slip as it was issued. Its bytes say the rest, and prove it.
package struct BundledSlip: Hashable, Sendable {
  /// Whose it is, by its own claims; with the token it names the slip.
  package let issuer: Issuer
  package let token: SlipToken
  package let serial: Int
  package let attempt: BundledID
  package let bytes: [UInt8]
  package let issuedAt: Moment

  package init(
    issuer: Issuer, token: SlipToken, serial: Int, attempt: BundledID, bytes: [UInt8], issuedAt: Moment
  ) {
    (self.issuer, self.token, self.serial) = (issuer, token, serial)
    (self.attempt, self.bytes, self.issuedAt) = (attempt, bytes, issuedAt)
  }

  var fields: [CBOR] {
    [.text(issuer.text), .bytes(token.bytes), CBOR(serial), attempt.cbor, .bytes(bytes), CBOR(issuedAt)]
  }

  init(_ fields: RecordFields) throws(BundleFault) {
    issuer = try fields.issuer(0)
    token = try fields.token(1)
    serial = try fields.integer(2, .serial, in: 1...0xffff_ffff)
    attempt = try fields.id(3)
    bytes = try fields.bytes(4, .slip, counts: 1...SlipBytes.greatestLength)
    issuedAt = try fields.moment(5)
  }
}

/// A slip taken back.
package struct BundledRevocation: Hashable, Sendable {
  package let issuer: Issuer
  package let token: SlipToken
  /// The code of the office's reason.
  package let reason: String
  package let at: Moment

  package init(issuer: Issuer, token: SlipToken, reason: String, at: Moment) {
    (self.issuer, self.token, self.reason, self.at) = (issuer, token, reason, at)
  }

  var fields: [CBOR] { [.text(issuer.text), .bytes(token.bytes), .text(reason), CBOR(at)] }

  init(_ fields: RecordFields) throws(BundleFault) {
    issuer = try fields.issuer(0)
    token = try fields.token(1)
    reason = try fields.code(2, .reason)
    at = try fields.moment(3)
  }
}

/// Where a slip stands with the outside authority, as the box knows it: its newest entry on a list.
package struct BundledConfirmation: Hashable, Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// On a list of the box that has not been handed over.
    case listed
    case sent
    case confirmed
    case refused
    /// Taken off its list before it was handed over.
    case withdrawn
  }

  package let issuer: Issuer
  package let token: SlipToken
  package let state: State
  /// The authority's words, of a refusal.
  package let reason: String?
  package let at: Moment

  package init(issuer: Issuer, token: SlipToken, state: State, reason: String?, at: Moment) {
    (self.issuer, self.token, self.state, self.reason, self.at) = (issuer, token, state, reason, at)
  }

  var fields: [CBOR] {
    [
      .text(issuer.text), .bytes(token.bytes), .text(state.rawValue), RecordFields.optional(reason.map(CBOR.text)),
      CBOR(at),
    ]
  }

  init(_ fields: RecordFields) throws(BundleFault) {
    issuer = try fields.issuer(0)
    token = try fields.token(1)
    state = try fields.word(2, .state)
    reason = try fields.optionalText(3, .reason, most: 1200)
    at = try fields.moment(4)
  }
}
