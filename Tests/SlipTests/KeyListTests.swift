import Sealing
import Slip
import Testing

@Suite("Key list")
struct KeyListTests {
  private static func list(number: Int = 7) throws -> KeyList {
    KeyList(
      edition: try .init(number: number, issuedAt: 1_795_200_000),
      keys: [
        try World.known(try World.box(), try World.issuer(), withdrawnFromSerial: 900),
        try World.known(try World.otherBox(), try World.otherIssuer(), fromSerial: 10),
      ],
      revoked: [
        RevokedSlip(issuer: try World.issuer(), token: try SlipToken(digits: "000000000666")),
        RevokedSlip(issuer: try World.otherIssuer(), token: try SlipToken(digits: "310094827561")),
      ])
  }

  private static func signed(_ list: KeyList, by key: SlipKey) throws -> String {
    try KeyListFile.text(list, kid: key.kid, signature: key.sign(KeyListFile.toBeSigned(list, kid: key.kid)))
  }

  private static func open(_ text: String, held: Int? = nil) throws -> KeyList {
    try KeyListFile.open(
      text, anchor: Anchor(publicKey: World.province().publicKey, sha256: Digest.sha256),
      held: held.map { try .init(number: $0, issuedAt: 0) }, check: Ed25519.verify, sha256: Digest.sha256)
  }

  @Test("a list signed by the province is read back whole, whatever order it was written from")
  func roundTrip() throws {
    let list = try KeyListTests.list()
    let read = try KeyListTests.open(try KeyListTests.signed(list, by: World.province()), held: 6)
    #expect(read.edition == list.edition && Set(read.keys) == Set(list.keys) && read.revoked == list.revoked)
    let turned = KeyList(edition: list.edition, keys: list.keys.reversed(), revoked: list.revoked)
    #expect(try turned.payload == list.payload)
  }

  @Test("slips are checked with an imported list")
  func checksSlips() throws {
    let list = try KeyListTests.open(try KeyListTests.signed(KeyListTests.list(), by: World.province()))
    let claims = try World.claims()
    #expect(World.verdict(try World.box().slip(claims).text, list) == .genuine(claims, sample: false))
  }

  @Test("an older list and the same one again are refused", arguments: [7, 8])
  func notNewer(held: Int) throws {
    let text = try KeyListTests.signed(KeyListTests.list(), by: World.province())
    #expect(throws: SlipError.listNotNewer(number: 7, held: held)) { try KeyListTests.open(text, held: held) }
  }

  @Test("a list signed by anybody else is refused")
  func foreign() throws {
    let text = try KeyListTests.signed(KeyListTests.list(), by: World.stranger())
    #expect(throws: SlipError.listFromOtherAnchor(try World.stranger().kid)) { try KeyListTests.open(text) }
  }

  @Test("a list whose signature was made over something else is refused")
  func altered() throws {
    let (list, province) = (try KeyListTests.list(), try World.province())
    let other = province.sign(try KeyListFile.toBeSigned(KeyListTests.list(number: 8), kid: province.kid))
    let text = try KeyListFile.text(list, kid: province.kid, signature: other)
    #expect(throws: SlipError.listAltered) { try KeyListTests.open(text) }
  }

  @Test("a signature without the list's own context is refused, so no slip signature serves for a list")
  func context() throws {
    let (list, province) = (try KeyListTests.list(), try World.province())
    let signature = province.sign(SignedMessage.toBeSigned(kid: province.kid, payload: try list.payload))
    let text = try KeyListFile.text(list, kid: province.kid, signature: signature)
    #expect(throws: SlipError.listAltered) { try KeyListTests.open(text) }
  }

  @Test("lines may end as Windows ends them; any other foreign character is refused")
  func lineEnds() throws {
    let text = try KeyListTests.signed(KeyListTests.list(), by: World.province())
    #expect(try KeyListTests.open(text.split(separator: "\n").joined(separator: "\r\n")).edition?.number == 7)
    #expect(throws: SlipError.notBase64(at: 0)) {
      try KeyListTests.open("sathach key list 1\n \(text.dropFirst(19))xxx")
    }
  }

  @Test(
    "a file that is no key list of this version is refused with its reason",
    arguments: [
      ("", .notAKeyList), ("841000", .notAKeyList), ("sathach key list", .notAKeyList),
      ("sathach key list 2\nAAAA", .otherListVersion), ("sathach key list 1 \nAAAA", .notAKeyList),
      ("sathach key list 1", .truncated),
      ("sathach key list 1\nAAA", .truncated), ("sathach key list 1\nAAAA", .trailingBytes(2)),
      ("sathach key list 1\n====", .notBase64(at: 0)), ("sathach key list 1\nAA==AAAA", .notBase64(at: 2)),
      ("sathach key list 1\nAB==", .notBase64(at: 1)), ("sathach key list 1\nAAA*", .notBase64(at: 3)),
      ("sathach key list 1\ngA==", .notSignedMessage),
    ] as [(String, SlipError)])
  func refused(text: String, reason: SlipError) {
    #expect(throws: reason) { try KeyListTests.open(text) }
  }

  @Test("the sample issuer has no place in a list, neither with a key nor with a revoked slip")
  func noSamples() throws {
    let edition = try KeyList.Edition(number: 1, issuedAt: 0)
    let key = KeyList(edition: edition, keys: [try World.known(World.sampleBox(), .sample)])
    let slip = KeyList(
      edition: edition, keys: [], revoked: [RevokedSlip(issuer: .sample, token: try SlipToken(number: 1))])
    #expect(throws: SlipError.sampleKeyInList) { try key.payload }
    #expect(throws: SlipError.sampleKeyInList) { try slip.payload }
  }

  @Test("a public key is listed once, and a list without number is not written")
  func writingRules() throws {
    let key = try World.known(World.box(), World.issuer())
    let twice = KeyList(edition: try .init(number: 1, issuedAt: 0), keys: [key, key])
    #expect(throws: SlipError.keyListedTwice(key.kid)) { try twice.payload }
    #expect(throws: SlipError.outOfBounds(.listNumber, found: 0)) { try KeyList(keys: [key]).payload }
    #expect(throws: SlipError.outOfBounds(.listNumber, found: 0)) { try KeyList.Edition(number: 0, issuedAt: 0) }
  }

  @Test("5,000 keys of a province fit and are read back")
  func manyKeys() throws {
    let keys = try (1...5000).map { number in
      let publicKey = Digest.sha256([UInt8(number >> 8), UInt8(number & 255)])
      return try KnownKey(
        kid: KeyID(publicKey: publicKey, sha256: Digest.sha256), publicKey: publicKey,
        issuer: Issuer(commune: "02215", device: number))
    }
    let list = KeyList(edition: try .init(number: 1, issuedAt: 0), keys: keys)
    #expect(try KeyListTests.open(try KeyListTests.signed(list, by: World.province())).keys.count == 5000)
  }
}

@Suite("Anchor")
struct AnchorTests {
  @Test("the fingerprint is six groups of five digits")
  func fingerprint() throws {
    let anchor = try Anchor(publicKey: World.province().publicKey) { _ in
      (0..<6).flatMap { [0, 0, 1, 0, UInt8($0)] } + [9, 9]
    }
    #expect(anchor.fingerprint == "65536 65537 65538 65539 65540 65541")
  }

  @Test("the fingerprint typed with spaces, dots or hyphens confirms the anchor; one wrong digit does not")
  func confirmed() throws {
    let anchor = try Anchor(publicKey: World.province().publicKey, sha256: Digest.sha256)
    let digits = anchor.fingerprint.filter { $0 != " " }
    #expect(
      anchor.isConfirmed(by: anchor.fingerprint)
        && anchor.isConfirmed(by: " \(digits.prefix(9))-\(digits.dropFirst(9))."))
    let wrong = digits.dropLast() + (digits.last == "0" ? "1" : "0")
    #expect(
      !anchor.isConfirmed(by: String(wrong)) && !anchor.isConfirmed(by: "") && !anchor.isConfirmed(by: digits + "0"))
  }

  @Test("an anchor has 32 bytes")
  func length() {
    #expect(throws: SlipError.wrongLength(of: .publicKey, expected: 32, found: 31)) {
      try Anchor(publicKey: [UInt8](repeating: 0, count: 31), sha256: Digest.sha256)
    }
  }
}
