import Sealing
import Slip
import Testing

@Suite("Verdict")
struct SlipVerificationTests {
  @Test("a slip signed by a known key for its own issuer is genuine, with its claims")
  func genuine() throws {
    let claims = try World.claims()
    #expect(World.verdict(try World.box().slip(claims).text, try World.keys()) == .genuine(claims, sample: false))
  }

  @Test("a sample slip says so in its verdict")
  func sample() throws {
    let claims = try World.claims(issuer: .sample)
    #expect(World.verdict(try World.sampleBox().slip(claims).text, try World.keys()) == .genuine(claims, sample: true))
  }

  @Test("every key that bears the key id is tried, in any order")
  func keyIDIsAHint() throws {
    let (box, claims) = (try World.box(), try World.claims())
    let twin = try KnownKey(
      kid: box.kid, publicKey: World.otherBox().publicKey, issuer: World.otherIssuer())
    let own = try World.known(box, World.issuer())
    for keys in [[twin, own], [own, twin]] {
      #expect(World.verdict(try box.slip(claims).text, KeyList(keys: keys)) == .genuine(claims, sample: false))
    }
    #expect(World.verdict(try box.slip(claims).text, KeyList(keys: [twin])) == .altered(box.kid))
  }

  @Test("no key with the slip's key id means unknown key")
  func unknownKey() throws {
    let stranger = try World.stranger()
    #expect(World.verdict(try stranger.slip(World.claims()).text, try World.keys()) == .unknownKey(stranger.kid))
    #expect(
      World.verdict(try World.box().slip(World.claims()).text, KeyList(keys: [])) == .unknownKey(try World.box().kid))
  }

  @Test("a slip of one commune signed with the key of another is refused, and so is a sample key signing for a commune")
  func issuerMismatch() throws {
    let claims = try World.claims()
    #expect(
      World.verdict(try World.otherBox().slip(claims).text, try World.keys())
        == .issuerMismatch(claimed: try World.issuer(), owner: try World.otherIssuer()))
    #expect(
      World.verdict(try World.sampleBox().slip(claims).text, try World.keys())
        == .issuerMismatch(claimed: try World.issuer(), owner: .sample))
  }

  @Test("a key counts from its first serial number up to the one before its withdrawal")
  func serials() throws {
    let other = try World.otherIssuer()
    func verdict(_ serial: Int, by key: SlipKey, of issuer: Issuer) throws -> Verdict {
      World.verdict(
        try key.slip(World.claims(issuer: issuer, token: "000000000001", serial: serial)).text, try World.keys())
    }
    guard case .keyNotYetInForce(_, from: 10) = try verdict(9, by: World.otherBox(), of: other),
      case .genuine = try verdict(10, by: World.otherBox(), of: other),
      case .genuine = try verdict(899, by: World.box(), of: World.issuer()),
      case .keyWithdrawn(_, from: 900) = try verdict(900, by: World.box(), of: World.issuer())
    else { return #expect(Bool(false), "one of the four borders is wrong") }
  }

  @Test("a revoked token of this issuer is revoked; the same token of another issuer is not")
  func revoked() throws {
    let revoked = try World.claims(token: "000000000666")
    #expect(World.verdict(try World.box().slip(revoked).text, try World.keys()) == .revoked(revoked))
    guard case .genuine = World.verdict(try World.box().slip(World.claims()).text, try World.keys()) else {
      return #expect(Bool(false), "the token revoked for another issuer was taken for this one's")
    }
  }

  @Test("if two lists disagree about a key, the stricter one holds")
  func stricterHolds() throws {
    let (box, claims) = (try World.box(), try World.claims(serial: 500))
    let own = try World.known(box, World.issuer())
    let withdrawn = try World.known(box, World.issuer(), withdrawnFromSerial: 400)
    let late = try World.known(box, World.issuer(), fromSerial: 600)
    let text = try box.slip(claims).text
    #expect(World.verdict(text, KeyList(keys: [withdrawn]).adding([own])) == .keyWithdrawn(claims, from: 400))
    #expect(World.verdict(text, KeyList(keys: [own]).adding([withdrawn])) == .keyWithdrawn(claims, from: 400))
    #expect(World.verdict(text, KeyList(keys: [own, late])) == .keyNotYetInForce(claims, from: 600))
    let later = try World.known(box, World.issuer(), withdrawnFromSerial: 600)
    #expect(World.verdict(text, KeyList(keys: [later, withdrawn])) == .keyWithdrawn(claims, from: 400))
  }

  @Test("revocations of the box are added to those of the list")
  func ownRevocations() throws {
    let claims = try World.claims()
    let more: Set = [RevokedSlip(issuer: claims.issuer, token: claims.token)]
    #expect(
      World.verdict(try World.box().slip(claims).text, try World.keys().adding([], revoked: more)) == .revoked(claims))
  }

  @Test("a foreign text is no slip; a text that begins like one is malformed, with the reason")
  func notASlip() throws {
    let keys = try World.keys()
    #expect(World.verdict("", keys) == .notASlip(.empty))
    #expect(World.verdict("https://vi.example/", keys) == .notASlip(.notOurs))
    #expect(World.verdict("842001", keys) == .otherVersion(2))
    #expect(World.verdict("841001", keys) == .malformed(.notSignedMessage))
  }

  @Test("a broken rule of the container is found although the signature is right", arguments: try brokenContainers())
  func strictContainer(text: String, reason: SlipError) throws {
    #expect(World.verdict(text, try World.keys()) == .malformed(reason))
  }

  @Test("a broken rule of the claims is found although the signature is right", arguments: try brokenClaims())
  func strictClaims(text: String, reason: SlipError) throws {
    #expect(World.verdict(text, try World.keys()) == .malformed(reason))
  }

  private static func brokenContainers() throws -> [(String, SlipError)] {
    let made = Forge(try World.claims(), key: try World.box())
    func with(_ change: (inout Forge) -> Void) -> String {
      var forge = made
      change(&forge)
      return forge.text
    }
    let kid = CBOR.Entry(CBOR(4), .bytes(made.key.kid.bytes))
    return [
      (SlipText.encode([0xd2] + made.bytes), .unsupportedItem(at: 0)),
      (SlipText.encode(made.bytes + [0]), .trailingBytes(1)),
      (SlipText.encode(made.bytes.dropLast()), .truncated),
      (SlipText.encode([0x98, 4] + made.bytes.dropFirst()), .notShortest(at: 0)),
      (with { $0.unprotected = [0xa1, 4, 0x40] }, .unprotectedHeader),
      (with { $0.unprotected = [0x40] }, .notSignedMessage),
      (with { $0.protected = .map([.init(CBOR(1), CBOR(-7)), kid]) }, .unknownAlgorithm),
      (with { $0.protected = .map([kid]) }, .unknownAlgorithm),
      (with { $0.protected = .map([.init(CBOR(1), CBOR(-8))]) }, .notAKeyID),
      (
        with { $0.protected = .map([.init(CBOR(1), CBOR(-8)), .init(CBOR(2), .array([CBOR(4)])), kid]) }, .unknownHeader
      ),
      (with { $0.protected = .map([.init(CBOR(1), CBOR(-8)), .init(CBOR(4), .bytes([1]))]) }, .notAKeyID),
      (with { $0.protectedBytes = [] }, .truncated),
      (with { $0.protectedBytes = $0.protected.encoded + [0] }, .trailingBytes(1)),
    ]
  }

  private static func brokenClaims() throws -> [(String, SlipError)] {
    let (claims, key) = (try World.claims(), try World.box())
    func with(_ change: (inout [Int: CBOR], inout [CBOR]) -> Void) throws -> String {
      Forge(payload: try Forge.claims(claims, change), key: key).text
    }
    return [
      (try with { map, _ in map[4] = CBOR(2_000_000_000) }, .unexpectedPayload(.claims)),
      (try with { map, _ in map[7] = nil }, .unexpectedPayload(.claims)),
      (try with { map, facts in map[-65_538] = .array(facts) }, .claimsVersion(2)),
      (try with { map, _ in map[1] = .bytes([1]) }, .unexpectedPayload(.issuer)),
      (try with { map, _ in map[1] = .text("02215-01") }, .notAnIssuer("02215-01")),
      (try with { map, _ in map[6] = CBOR(-1) }, .outOfBounds(.issuedAt, found: -1)),
      (try with { map, _ in map[7] = .bytes([255, 255, 255, 255, 255]) }, .notAToken),
      (try with { _, facts in facts.removeLast(2) }, .unexpectedPayload(.claims)),
      (try with { _, facts in facts.append(CBOR(0)) }, .unexpectedPayload(.claims)),
      (try with { _, facts in facts[7] = CBOR(2) }, .outOfBounds(.outcome, found: 2)),
      (try with { _, facts in facts[9] = CBOR(3) }, .outOfBounds(.identity, found: 3)),
      (try with { _, facts in facts[4] = .text("abcd") }, .unexpectedPayload(.bankHash)),
      (try with { _, facts in facts[0] = .unsigned(.max) }, .unexpectedPayload(.serial)),
    ]
  }
}
