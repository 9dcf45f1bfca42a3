import Sealing
import Slip

extension KeyListVectors {
  /// The published key list vectors, made from the fixed seeds of ``World``.
  static func made() throws -> KeyListVectors {
    let anchor = try Anchor(publicKey: World.province().publicKey, sha256: Digest.sha256)
    var made = KeyListVectors(
      anchor: AnchorRecord(
        public: Hex.text(anchor.publicKey), kid: anchor.kid.hex, fingerprint: anchor.fingerprint),
      vectors: [])
    try made.addAccepted()
    try made.addRefused()
    try made.addBrokenContents()
    return made
  }

  func open(_ vector: Vector) throws -> Result {
    let publicKey = Hex.bytes(anchor.public) ?? []
    do throws(SlipError) {
      let list = try KeyListFile.open(
        vector.text, anchor: Anchor(publicKey: publicKey, sha256: Digest.sha256),
        held: vector.heldNumber.map { number throws(SlipError) in try KeyList.Edition(number: number, issuedAt: 0) },
        check: Ed25519.verify, sha256: Digest.sha256)
      return Result(
        kind: "accepted", number: list.edition?.number, issuedAt: list.edition?.issuedAt, list: KeyListRecord(list))
    } catch {
      switch error {
      case .listAltered: return Result(kind: "altered")
      case .listFromOtherAnchor(let kid): return Result(kind: "otherAnchor", kid: kid.hex)
      case .listNotNewer(let number, _): return Result(kind: "notNewer", number: number)
      case .otherListVersion: return Result(kind: "otherVersion")
      case .notAKeyList: return Result(kind: "notAKeyList")
      default: return Result(kind: "malformed", reason: error.name)
      }
    }
  }

  private mutating func add(_ name: String, _ text: String, held: Int? = nil) throws {
    var vector = Vector(name: name, text: text, heldNumber: held, result: Result(kind: ""))
    vector.result = try open(vector)
    vectors.append(vector)
  }

  private static func list(_ number: Int, _ keys: [KnownKey], _ revoked: Set<RevokedSlip> = []) throws -> KeyList {
    KeyList(edition: try .init(number: number, issuedAt: 1_795_200_000), keys: keys, revoked: revoked)
  }

  private static func full() throws -> KeyList {
    try list(
      7,
      [
        World.known(World.box(), World.issuer(), withdrawnFromSerial: 900),
        World.known(World.otherBox(), World.otherIssuer(), fromSerial: 10),
      ],
      World.keys().revoked)
  }

  private static func signed(_ list: KeyList, by key: SlipKey) throws -> String {
    try KeyListFile.text(list, kid: key.kid, signature: key.sign(KeyListFile.toBeSigned(list, kid: key.kid)))
  }

  private mutating func addAccepted() throws {
    let (list, province) = (try KeyListVectors.full(), try World.province())
    let text = try KeyListVectors.signed(list, by: province)
    try add("two keys, two revoked slips", text)
    try add("newer than the one held", text, held: 6)
    try add("lines ended as on Windows", text.split(separator: "\n").joined(separator: "\r\n"))
    try add("empty list", try KeyListVectors.signed(KeyListVectors.list(1, []), by: province))
    try add(
      "greatest numbers",
      try KeyListVectors.signed(
        KeyList(
          edition: .init(number: 0xffff_ffff, issuedAt: 0xffff_ffff),
          keys: [
            World.known(World.box(), Issuer("99999-9999"), fromSerial: 0xffff_ffff, withdrawnFromSerial: 0xffff_ffff)
          ]),
        by: province))
  }

  private mutating func addRefused() throws {
    let (list, province) = (try KeyListVectors.full(), try World.province())
    let text = try KeyListVectors.signed(list, by: province)
    let payload = try list.payload
    try add("the same again", text, held: 7)
    try add("older than the one held", text, held: 8)
    try add("signed by a stranger", try KeyListVectors.signed(list, by: World.stranger()))
    try add("signed by one of its own boxes", try KeyListVectors.signed(list, by: World.box()))
    try add(
      "signature over another list",
      try KeyListFile.text(
        list, kid: province.kid,
        signature: province.sign(KeyListFile.toBeSigned(KeyListVectors.list(8, []), kid: province.kid))))
    try add(
      "signed without the list's context",
      try KeyListFile.text(
        list, kid: province.kid, signature: province.sign(SignedMessage.toBeSigned(kid: province.kid, payload: payload))
      ))
    try add("unsigned content", KeyListVectors.file(payload))
    try add("another file", "[]\n")
    try add("empty file", "")
    try add("version 2", "sathach key list 2" + text.dropFirst(18))
    try add("header alone", "sathach key list 1\n")
    try add("header with a space after it", "sathach key list 1 " + text.dropFirst(18))
    try add("cut short", String(text.dropLast(9)))
    try add("surplus letters", text + "AAAA\n")
    try add("space inside", text.prefix(40) + " " + text.dropFirst(40))
    try add("bits set in the padding", "sathach key list 1\nhB==\n")
  }

  /// Properly signed by the province, so that only the rule about the content refuses them.
  private mutating func addBrokenContents() throws {
    let entries = try CBOR(decoding: KeyListVectors.full().payload, atMost: 4096).entries ?? []
    func with(_ label: Int, _ value: CBOR?) throws -> String {
      let kept = entries.filter { $0.key.integer != label }
      return try KeyListVectors.sealed(CBOR.map(kept + (value.map { [.init(CBOR(label), $0)] } ?? [])).encoded)
    }
    let (keys, slips) = (entries[2].value.items ?? [], entries[3].value.items ?? [])
    let box = try World.box().publicKey
    func key(_ facts: CBOR...) throws -> String { try with(3, .array([.array(facts)])) }
    try add("number 0", try with(1, CBOR(0)))
    try add("number as text", try with(1, .text("7")))
    try add("no date", try with(2, nil))
    try add("unknown entry", try with(5, CBOR(0)))
    try add("keys out of order", try with(3, .array(keys.reversed())))
    try add("key listed twice", try with(3, .array([keys[0], keys[0]])))
    try add("revoked slips out of order", try with(4, .array(slips.reversed())))
    try add("revoked slip listed twice", try with(4, .array([slips[0], slips[0]])))
    try add("key of the sample issuer", try key(.text("00000-demo"), .bytes(box), CBOR(1)))
    try add(
      "revoked slip of the sample issuer",
      try with(4, .array([.array([.text("00000-demo"), .bytes([0, 0, 0, 0, 1])])])))
    try add("public key of 31 bytes", try key(.text("02215-1"), .bytes(box.dropLast()), CBOR(1)))
    try add("key without first serial", try key(.text("02215-1"), .bytes(box)))
    try add("key from serial 0", try key(.text("02215-1"), .bytes(box), CBOR(0)))
    try add("key withdrawn from serial 0", try key(.text("02215-1"), .bytes(box), CBOR(1), CBOR(0)))
    try add("key withdrawn from a text", try key(.text("02215-1"), .bytes(box), CBOR(1), .text("9")))
    try add("key with five elements", try key(.text("02215-1"), .bytes(box), CBOR(1), CBOR(9), CBOR(9)))
    try add(
      "revoked slip with token of 4 bytes", try with(4, .array([.array([.text("02215-1"), .bytes([1, 2, 3, 4])])])))
    try add("content with trailing byte", try KeyListVectors.sealed(KeyListVectors.full().payload + [0]))
  }

  private static func sealed(_ payload: [UInt8]) throws -> String {
    let province = try World.province()
    let context = Array(KeyListFile.header.utf8)
    let signature = province.sign(SignedMessage.toBeSigned(kid: province.kid, payload: payload, context: context))
    return file(try SignedMessage(kid: province.kid, payload: payload, signature: signature).encoded)
  }

  private static func file(_ bytes: [UInt8]) -> String {
    KeyListFile.header + "\n" + base64(bytes) + "\n"
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return stride(from: 0, to: bytes.count, by: 3).map { start in
      let group = bytes[start...].prefix(3)
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      let text = (0...group.count).map { letters[bits >> (18 - 6 * $0) & 63] }
      return String(text) + String(repeating: "=", count: 3 - group.count)
    }.joined()
  }
}
