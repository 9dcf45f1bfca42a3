import Sealing
import Slip

extension SlipVectors {
  /// The published vectors, made from the fixed seeds of ``World``.
  static func made() throws -> SlipVectors {
    var made = SlipVectors(keyLists: [:], vectors: [])
    try made.addKeyLists()
    try made.addGenuine()
    try made.addRefusedByKeys()
    try made.addAlteredTexts()
    try made.addBrokenContainers()
    try made.addBrokenClaims()
    return made
  }

  private mutating func addKeyLists() throws {
    let (box, twin) = (try World.box(), try World.otherBox())
    let own = try World.known(box, World.issuer())
    let collision = try KnownKey(kid: box.kid, publicKey: twin.publicKey, issuer: World.otherIssuer())
    keyLists = [
      "three boxes": KeyListRecord(try World.keys()),
      "one key id, two keys": KeyListRecord(KeyList(keys: [collision, own])),
      "one key listed twice": KeyListRecord(
        KeyList(keys: [own, try World.known(box, World.issuer(), withdrawnFromSerial: 100)])),
      "one key withdrawn twice": KeyListRecord(
        KeyList(keys: [
          try World.known(box, World.issuer(), withdrawnFromSerial: 200),
          try World.known(box, World.issuer(), withdrawnFromSerial: 100),
        ])),
      "none": KeyListRecord(KeyList(keys: [])),
    ]
  }

  private mutating func add(_ name: String, _ text: String, keys: String = "three boxes") throws {
    guard let list = try keyLists[keys]?.keyList() else { throw SlipError.notAKeyList }
    vectors.append(Vector(name: name, text: text, keys: keys, verdict: VerdictRecord(World.verdict(text, list))))
  }

  private mutating func addGenuine() throws {
    let box = try World.box()
    let text = try box.slip(World.claims()).text
    try add("passed, seated by card", text)
    try add(
      "not yet passed, typed number, coached",
      try box.slip(
        World.claims(
          serial: 138, right: 9, outcome: .notYet, areaBits: 0b000_0010, identity: .selfDeclared, help: .coaching)
      ).text)
    try add("without citizen number", try box.slip(World.claims(serial: 139, holderCheck: nil)).text)
    try add(
      "least values",
      try box.slip(
        World.claims(
          issuedAt: 0, token: "000000000000", serial: 1, bankHash: [0, 0, 0, 0], right: 0, asked: 1, outcome: .notYet,
          areaBits: 0, identity: .selfDeclared, bootCounter: 0, logHead: [0, 0, 0, 0, 0, 0, 0, 0], holderCheck: 0)
      ).text)
    try add(
      "greatest values",
      try World.sampleBox().slip(
        World.claims(
          issuer: .sample, issuedAt: 0xffff_ffff, token: "999999999999", serial: 0xffff_ffff, audience: 255,
          frameworkVersion: 65_535, blueprintVersion: 65_535, right: 255, asked: 255, areaBits: 65_535,
          identity: .staffConfirmed, help: .allowed, bootCounter: 65_535, holderCheck: 4095)
      ).text)
    try add("sample slip", try World.sampleBox().slip(World.claims(issuer: .sample)).text)
    try add("white space around", " \t" + text + "\r\n")
    try add("key id shared by two keys", text, keys: "one key id, two keys")
    try add("last serial before withdrawal", try box.slip(World.claims(serial: 899)).text)
    try add(
      "first serial of the key",
      try World.otherBox().slip(
        World.claims(issuer: World.otherIssuer(), token: "111222333444", serial: 10)
      ).text)
  }

  private mutating func addRefusedByKeys() throws {
    let (box, other) = (try World.box(), try World.otherBox())
    let text = try box.slip(World.claims()).text
    try add("no keys known", text, keys: "none")
    try add("signed by a stranger", try World.stranger().slip(World.claims()).text)
    try add("first serial of the withdrawal", try box.slip(World.claims(serial: 900)).text)
    try add("withdrawn in one of two entries", text, keys: "one key listed twice")
    try add("withdrawn by the stricter of two entries", text, keys: "one key withdrawn twice")
    try add(
      "serial before the key's first",
      try other.slip(
        World.claims(issuer: World.otherIssuer(), token: "111222333444", serial: 9)
      ).text)
    try add("revoked", try box.slip(World.claims(token: "000000000666")).text)
    try add("revoked and withdrawn", try box.slip(World.claims(token: "000000000666", serial: 901)).text)
    try add("key of another commune", try other.slip(World.claims(serial: 20)).text)
    try add("sample key for a commune", try World.sampleBox().slip(World.claims()).text)
    try add("commune's key for a sample", try box.slip(World.claims(issuer: .sample)).text)
  }

  private mutating func addAlteredTexts() throws {
    let slip = try World.box().slip(World.claims())
    let (text, message) = (slip.text, slip.message)
    var bytes = slip.bytes
    bytes[bytes.count - 1] ^= 1
    try add("one bit of the signature", SlipText.encode(bytes))
    try add(
      "claims of another slip under this signature",
      SlipText.encode(
        try SignedMessage(
          kid: message.kid, payload: World.claims(right: 21).payload, signature: message.signature
        ).encoded))
    try add(
      "stranger's signature under this key id",
      SlipText.encode(
        try SlipBytes(
          World.claims(), kid: message.kid,
          signature: World.stranger().sign(SlipBytes.toBeSigned(World.claims(), kid: message.kid))
        ).bytes))
    try add(
      "signed as a key list",
      SlipText.encode(
        try SignedMessage(
          kid: message.kid, payload: message.payload,
          signature: World.box().sign(message.toBeSigned(context: Array(KeyListFile.header.utf8)))
        ).encoded))
    try add("version 2", "842" + text.dropFirst(3))
    try add("version 0", "840" + text.dropFirst(3))
    try add("other product", "851" + text.dropFirst(3))
    try add("empty", "")
    try add("only white space", " \n")
    try add("web address", "https://example.vn/841" + text)
    try add("citizen card string", "001160000001|111111111|Nguyễn Thị Hoa|01011960|Nữ|Thôn 1|01012022")
    try add("last digit missing", String(text.dropLast()))
    try add("last 17 digits missing", String(text.dropLast(17)))
    try add("prefix only", "841")
    try add("group too large", "841" + "72057594037927936" + text.dropFirst(20))
    try add("last group too large", SlipText.encode(Array(slip.bytes.dropLast(4))) + "999")
    try add("space inside", text.prefix(20) + " " + text.dropFirst(20))
    try add("hyphen inside", text.prefix(20) + "-" + text.dropFirst(20))
    try add("letter for a digit", text.prefix(20) + "o" + text.dropFirst(21))
    try add("full-width digit", text.prefix(20) + "１" + text.dropFirst(21))
    try add("scanned twice", text + text)
    try add("scanned twice with a line break", text + "\n" + text)
  }

  private mutating func addBrokenContainers() throws {
    let made = Forge(try World.claims(), key: try World.box())
    let kid = CBOR.Entry(CBOR(4), .bytes(made.key.kid.bytes))
    let algorithm = CBOR.Entry(CBOR(1), CBOR(-8))
    let bytes = made.bytes
    func with(_ change: (inout Forge) -> Void) -> String {
      var forge = made
      change(&forge)
      return forge.text
    }
    try add("COSE tag 18", SlipText.encode([0xd2] + bytes))
    try add("trailing byte", SlipText.encode(bytes + [0]))
    try add("last byte missing", SlipText.encode(bytes.dropLast()))
    try add("array head not shortest", SlipText.encode([0x98, 4] + bytes.dropFirst()))
    try add("array of indefinite length", SlipText.encode([0x9f] + bytes.dropFirst() + [0xff]))
    try add("five parts", SlipText.encode([0x85] + bytes.dropFirst() + [0]))
    try add("key id also unprotected", with { $0.unprotected = [0xa1] + CBOR(4).encoded + kid.value.encoded })
    try add("unprotected header of wrong type", with { $0.unprotected = [0x40] })
    try add("unprotected header null", with { $0.unprotected = [0xf6] })
    try add("algorithm ES256", with { $0.protected = .map([.init(CBOR(1), CBOR(-7)), kid]) })
    try add("algorithm missing", with { $0.protected = .map([kid]) })
    try add("key id missing", with { $0.protected = .map([algorithm]) })
    try add(
      "key id of 7 bytes", with { $0.protected = .map([algorithm, .init(CBOR(4), .bytes([1, 2, 3, 4, 5, 6, 7]))]) })
    try add("unknown protected entry", with { $0.protected = .map([algorithm, kid, .init(CBOR(3), CBOR(60))]) })
    try add("protected header empty", with { $0.protectedBytes = [] })
    try add(
      "protected header in wrong order",
      with {
        $0.protectedBytes = [0xa2] + kid.key.encoded + kid.value.encoded + [0x01, 0x27]
      })
    try add("161 bytes", with { $0.payload = [UInt8](repeating: 0, count: 77) })
  }

  private mutating func addBrokenClaims() throws {
    let (claims, key) = (try World.claims(), try World.box())
    func with(_ change: (inout [Int: CBOR], inout [CBOR]) -> Void) throws -> String {
      Forge(payload: try Forge.claims(claims, change), key: key).text
    }
    func raw(_ payload: [UInt8]) -> String { Forge(payload: payload, key: key).text }
    let payload = claims.payload
    try add("claim exp added", try with { map, _ in map[4] = CBOR(2_000_000_000) })
    try add("claim iat missing", try with { map, _ in map[6] = nil })
    try add("claims version 2", try with { map, facts in map[-65_538] = .array(facts) })
    try add("claims are an array", raw([0x80]))
    try add("claims with trailing byte", raw(payload + [0]))
    try add("claims in wrong order", raw([0xa4] + payload[10..<16] + payload[1..<10] + payload[16...]))
    try add("claim given twice", raw([0xa5] + payload[1..<10] + payload[1...]))
    try add("claims tagged as CWT", raw([0xd8, 0x3d] + payload))
    try add(
      "iat as float", try raw([0xa4] + payload[1..<11] + [0xfa, 0x4e, 0xd6, 0x02, 0x7a] + rest(payload, after: 16)))
    try add("iat not shortest", try raw([0xa4] + payload[1..<11] + [0x1b, 0, 0, 0, 0] + rest(payload, after: 12)))
    try add("iat before 1970", try with { map, _ in map[6] = CBOR(-1) })
    try add("iat after 32 bits", try with { map, _ in map[6] = CBOR(1 << 32) })
    try add("issuer as bytes", try with { map, _ in map[1] = .bytes(Array("02215-1".utf8)) })
    try add("issuer device 0", try with { map, _ in map[1] = .text("02215-0") })
    try add("issuer device with leading zero", try with { map, _ in map[1] = .text("02215-01") })
    try add("issuer of four digits", try with { map, _ in map[1] = .text("2215-1") })
    try add("token of 4 bytes", try with { map, _ in map[7] = .bytes([1, 2, 3, 4]) })
    try add("token above 999999999999", try with { map, _ in map[7] = .bytes([0xe8, 0xd4, 0xa5, 0x10, 0]) })
    try add("12 elements", try with { _, facts in facts.removeLast(2) })
    try add("15 elements", try with { _, facts in facts.append(CBOR(0)) })
    try add("serial 0", try with { _, facts in facts[0] = CBOR(0) })
    try add("serial negative", try with { _, facts in facts[0] = CBOR(-1) })
    try add("audience 256", try with { _, facts in facts[1] = CBOR(256) })
    try add("bank hash of 3 bytes", try with { _, facts in facts[4] = .bytes([1, 2, 3]) })
    try add("bank hash as text", try with { _, facts in facts[4] = .text("abcd") })
    try add("more right than asked", try with { _, facts in facts[5] = CBOR(22) })
    try add("nothing asked", try with { _, facts in (facts[5], facts[6]) = (CBOR(0), CBOR(0)) })
    try add("outcome 2", try with { _, facts in facts[7] = CBOR(2) })
    try add("identity 3", try with { _, facts in facts[9] = CBOR(3) })
    try add("help 3", try with { _, facts in facts[10] = CBOR(3) })
    try add("boot counter 65536", try with { _, facts in facts[11] = CBOR(65_536) })
    try add("log head of 7 bytes", try with { _, facts in facts[12] = .bytes([1, 2, 3, 4, 5, 6, 7]) })
    try add("holder check 4096", try with { _, facts in facts[13] = CBOR(4096) })
    try add("holder check null", raw(payload.dropLast(3) + [0xf6]))
  }

  private func rest(_ payload: [UInt8], after count: Int) throws -> [UInt8] { Array(payload.dropFirst(count)) }
}
