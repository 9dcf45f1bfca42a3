extension Claims {
  /// A CWT claims map (RFC 8392): 1 `iss`, 6 `iat`, 7 `cti`, and this product's own claim.
  package var payload: [UInt8] {
    let facts: [CBOR] = [
      CBOR(serial), CBOR(audience), CBOR(frameworkVersion), CBOR(blueprintVersion), .bytes(bankHash),
      CBOR(right), CBOR(asked), CBOR(outcome.rawValue), CBOR(areaBits), CBOR(identity.rawValue),
      CBOR(help.rawValue), CBOR(bootCounter), .bytes(logHead),
    ]
    return CBOR.map([
      .init(CBOR(1), .text(issuer.text)),
      .init(CBOR(6), CBOR(issuedAt)),
      .init(CBOR(7), .bytes(token.bytes)),
      .init(CBOR(Claims.label), .array(facts + (holderCheck.map { [CBOR($0)] } ?? []))),
    ]).encoded
  }

  /// The private-use claim of claims version 1; version n has the label −65536 − n.
  private static let label = -65_537

  /// Reads the payload of a slip; a missing, unknown or wrongly typed claim is refused.
  package init(decoding payload: [UInt8]) throws(SlipError) {
    let entries = try CBOR(decoding: payload, atMost: SlipBytes.greatestLength).entries ?? []
    let keys = entries.map(\.key.integer)
    guard keys.count == 4, keys[0] == 1, keys[1] == 6, keys[2] == 7, let label = keys[3] else {
      throw .unexpectedPayload(.claims)
    }
    guard label == Claims.label else {
      guard (-65_791 ... -65_538).contains(label) else { throw .unexpectedPayload(.claims) }
      throw .claimsVersion(-65_536 - label)
    }
    guard let issuer = entries[0].value.string else { throw .unexpectedPayload(.issuer) }
    guard let issuedAt = entries[1].value.integer else { throw .unexpectedPayload(.issuedAt) }
    guard let token = entries[2].value.byteString else { throw .unexpectedPayload(.token) }
    guard let facts = entries[3].value.items else { throw .unexpectedPayload(.claims) }
    try self.init(
      issuer: Issuer(issuer), issuedAt: issuedAt, token: SlipToken(bytes: token), facts: facts)
  }

  private init(issuer: Issuer, issuedAt: Int, token: SlipToken, facts: [CBOR]) throws(SlipError) {
    guard facts.count == 13 || facts.count == 14 else { throw .unexpectedPayload(.claims) }
    try self.init(
      issuer: issuer, issuedAt: issuedAt, token: token,
      serial: Claims.integer(facts[0], .serial), audience: Claims.integer(facts[1], .audience),
      frameworkVersion: Claims.integer(facts[2], .frameworkVersion),
      blueprintVersion: Claims.integer(facts[3], .blueprintVersion),
      bankHash: Claims.bytes(facts[4], .bankHash),
      right: Claims.integer(facts[5], .right), asked: Claims.integer(facts[6], .asked),
      outcome: Claims.choice(facts[7], .outcome), areaBits: Claims.integer(facts[8], .areaBits),
      identity: Claims.choice(facts[9], .identity), help: Claims.choice(facts[10], .help),
      bootCounter: Claims.integer(facts[11], .bootCounter), logHead: Claims.bytes(facts[12], .logHead),
      holderCheck: facts.count == 14 ? Claims.integer(facts[13], .holderCheck) : nil)
  }

  private static func integer(_ item: CBOR, _ field: SlipError.Field) throws(SlipError) -> Int {
    guard let integer = item.integer else { throw .unexpectedPayload(field) }
    return integer
  }

  private static func bytes(_ item: CBOR, _ field: SlipError.Field) throws(SlipError) -> [UInt8] {
    guard let bytes = item.byteString else { throw .unexpectedPayload(field) }
    return bytes
  }

  private static func choice<Choice: RawRepresentable<Int>>(
    _ item: CBOR, _ field: SlipError.Field
  ) throws(SlipError) -> Choice {
    let number = try integer(item, field)
    guard let choice = Choice(rawValue: number) else { throw .outOfBounds(field, found: number) }
    return choice
  }
}
