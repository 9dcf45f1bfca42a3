extension KeyList {
  /// The signed content: `{1: number, 2: date, 3: keys, 4: revoked slips}`.
  ///
  /// Keys stand in ascending order of their public keys, revoked slips in
  /// bytewise order of their encoding, so one content has one form. Throws
  /// when the list has no edition, names the sample issuer or lists a public
  /// key twice.
  package var payload: [UInt8] {
    get throws(SlipError) {
      guard let edition else { throw .outOfBounds(.listNumber, found: 0) }
      let sorted = keys.sorted { $0.publicKey.lexicographicallyPrecedes($1.publicKey) }
      try KeyList.check(sorted)
      guard !revoked.contains(where: \.issuer.isSample) else { throw .sampleKeyInList }
      let slips = revoked.map { CBOR.array([.text($0.issuer.text), .bytes($0.token.bytes)]) }
        .sorted { $0.encoded.lexicographicallyPrecedes($1.encoded) }
      return CBOR.map([
        .init(CBOR(1), CBOR(edition.number)), .init(CBOR(2), CBOR(edition.issuedAt)),
        .init(CBOR(3), .array(sorted.map(KeyList.entry))), .init(CBOR(4), .array(slips)),
      ]).encoded
    }
  }

  /// Reads a list's content; key ids are computed from the public keys, so a list cannot state wrong ones.
  package init(decoding payload: [UInt8], sha256: Hash) throws(SlipError) {
    let entries = try CBOR(decoding: payload, atMost: KeyListFile.greatestLength).entries ?? []
    guard entries.map(\.key.integer) == [1, 2, 3, 4] else { throw .unexpectedPayload(.list) }
    guard let number = entries[0].value.integer else { throw .unexpectedPayload(.listNumber) }
    guard let issuedAt = entries[1].value.integer else { throw .unexpectedPayload(.issuedAt) }
    guard let listed = entries[2].value.items else { throw .unexpectedPayload(.keys) }
    guard let slips = entries[3].value.items else { throw .unexpectedPayload(.revoked) }
    var keys: [KnownKey] = []
    for item in listed { keys.append(try KeyList.key(item, sha256: sha256)) }
    try KeyList.check(keys)
    try self.init(
      edition: Edition(number: number, issuedAt: issuedAt), keys: keys, revoked: KeyList.revoked(slips))
  }

  private static func entry(_ key: KnownKey) -> CBOR {
    let facts: [CBOR] = [.text(key.issuer.text), .bytes(key.publicKey), CBOR(key.fromSerial)]
    return .array(facts + (key.withdrawnFromSerial.map { [CBOR($0)] } ?? []))
  }

  private static func key(_ item: CBOR, sha256: Hash) throws(SlipError) -> KnownKey {
    let facts = item.items ?? []
    guard facts.count == 3 || facts.count == 4, let issuer = facts[0].string,
      let publicKey = facts[1].byteString, let from = facts[2].integer
    else { throw .unexpectedPayload(.keys) }
    let withdrawn = facts.count == 4 ? facts[3].integer : nil
    guard facts.count == 3 || withdrawn != nil else { throw .unexpectedPayload(.keys) }
    return try KnownKey(
      kid: KeyID(publicKey: publicKey, sha256: sha256), publicKey: publicKey, issuer: Issuer(issuer),
      fromSerial: from, withdrawnFromSerial: withdrawn)
  }

  private static func check(_ keys: [KnownKey]) throws(SlipError) {
    guard !keys.contains(where: \.issuer.isSample) else { throw .sampleKeyInList }
    for (one, next) in zip(keys, keys.dropFirst()) {
      guard one.publicKey != next.publicKey else { throw .keyListedTwice(next.kid) }
      guard one.publicKey.lexicographicallyPrecedes(next.publicKey) else { throw .listOutOfOrder(.keys) }
    }
  }

  private static func revoked(_ items: [CBOR]) throws(SlipError) -> Set<RevokedSlip> {
    var slips: Set<RevokedSlip> = []
    var previous: [UInt8] = []
    for item in items {
      guard let facts = item.items, facts.count == 2, let issuer = facts[0].string,
        let token = facts[1].byteString
      else { throw .unexpectedPayload(.revoked) }
      let slip = try RevokedSlip(issuer: Issuer(issuer), token: SlipToken(bytes: token))
      guard !slip.issuer.isSample else { throw .sampleKeyInList }
      guard previous.lexicographicallyPrecedes(item.encoded) else { throw .listOutOfOrder(.revoked) }
      previous = item.encoded
      slips.insert(slip)
    }
    return slips
  }
}
