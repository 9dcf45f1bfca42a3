import Assessment
import Bundles
import Glibc
import Sealing
import Slip
import Zlib

@testable import BundleFiles

/// One box, one province, and a record of each kind.
struct BundleWorld {
  static let box = try? Issuer("02215-1")
  let issuer: Issuer
  let signing: SlipKey
  let province: BundleKey
  let recipient: Recipient
  let known: KnownKey
  let folder: String

  init() throws {
    issuer = try Issuer("02215-1")
    signing = try SlipKey(seed: [UInt8](repeating: 1, count: 32))
    province = try BundleKey(seed: [UInt8](repeating: 2, count: 32))
    recipient = try Self.recipient(province)
    known = try KnownKey(kid: signing.kid, publicKey: signing.publicKey, issuer: issuer)
    folder = Self.newFolder()
  }

  private static func newFolder() -> String {
    var name = Array("/tmp/bundles.XXXXXX".utf8CString)
    return name.withUnsafeMutableBufferPointer { letters in
      guard let first = letters.baseAddress, let made = mkdtemp(first) else { return "" }
      return String(cString: made)
    }
  }

  struct NoRecipient: Error {}

  static func recipient(_ key: BundleKey) throws -> Recipient {
    guard let recipient = Recipient(publicKey: key.publicKey, sha256: Digest.sha256) else { throw NoRecipient() }
    return recipient
  }

  func remove() {
    for name in FileNames.all(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  func id(_ number: Int64) -> BundledID { BundledID(origin: issuer, number: number) }

  static let lan = BundledParticulars(name: "Nguyễn Thị Lan", number: "008185000017", birth: "1985-03-02")

  func person(_ key: ContentKey) throws -> BundledPerson {
    BundledPerson(
      id: id(3), sealed: try Self.lan.sealed(for: id(3), key.sealing), sex: .female, standing: .agrees,
      firstSeenAt: Moment(milliseconds: 1_790_000_000_000), changedAt: Moment(milliseconds: 1_790_000_000_001))
  }

  var attempt: BundledAttempt {
    BundledAttempt(
      id: id(7), person: id(3), audience: "nguoi-dan", mode: .tested, state: .submitted,
      identity: .confirmedByStaff, ageYears: 41, frameworkVersion: 1, blueprintVersion: 2,
      bankHash: [UInt8](repeating: 9, count: 32), beganAt: Moment(milliseconds: 1_790_000_000_000),
      submittedAt: Moment(milliseconds: 1_790_000_900_000), ending: .candidate, spent: 812,
      score: BundledAttempt.Score(
        credit: 1750, asked: 20, needed: 14, isPassed: true,
        areas: [.init(code: "an-toan", credit: 450, asked: 5, needed: 3)],
        competences: [.init(code: "an-toan.1", credit: 450, asked: 5)]),
      help: .allowed, isRefused: false, hamlet: .init(number: 2, name: "Thôn Đồng"), tags: ["hội viên"],
      answersErasedAt: nil)
  }

  func records(_ key: ContentKey) throws -> [BundleRecord] {
    let token = try SlipToken(number: 123_456_789_012)
    let at = Moment(milliseconds: -5)
    return [
      .person(try person(key)), .attempt(attempt),
      .responses(
        BundledResponses(
          attempt: id(7),
          answers: [
            .init(
              number: 1, item: "an-toan-01", itemVersion: 1, response: "b", credit: 100, spent: 12, answeredAt: at),
            .init(number: 2, item: "an-toan-02", itemVersion: 3, response: nil, credit: 0, spent: 0, answeredAt: nil),
          ])),
      .slip(
        BundledSlip(issuer: issuer, token: token, serial: 1, attempt: id(7), bytes: [1, 2, 3], issuedAt: at)),
      .revocation(BundledRevocation(issuer: issuer, token: token, reason: "nham-nguoi", at: at)),
      .confirmation(
        BundledConfirmation(issuer: issuer, token: token, state: .refused, reason: "sai ngày sinh", at: at)),
      .rules(
        BundledRules(
          audience: "nguoi-dan", frameworkVersion: 1, blueprintVersion: 2,
          blueprintHash: [UInt8](repeating: 8, count: 32), origin: .office,
          act: .init(document: "12/QĐ-UBND", day: "2026-09-01", signer: "Trần Văn Bình"), at: at)),
      .bank(BundledBank(hash: [UInt8](repeating: 9, count: 32), adoptedAt: at)),
      .merge(BundledMerge(merged: id(4), kept: id(3), at: at)),
      .erasure(BundledErasure(person: id(5), reason: "asked", at: at)),
      .certificate(BundledCertificate(person: id(3), course: "Kỹ năng số cơ bản", seenOn: "2026-08-31")),
    ]
  }

  func facts(number: Int = 1, previous: [UInt8] = [], to recipient: Recipient? = nil) -> BundleFileWriter.Facts {
    BundleFileWriter.Facts(
      issuer: issuer, number: number, previous: previous, firstEvent: 1, lastEvent: 40,
      eventHash: [UInt8](repeating: 7, count: 32), madeAt: 1_790_001_000, isClockTrusted: true,
      recipient: recipient ?? self.recipient)
  }

  /// Writes a bundle of these records and gives its path.
  func bundle(
    _ make: (ContentKey) throws -> [BundleRecord], to recipient: Recipient? = nil,
    by key: SlipKey? = nil
  ) throws -> String {
    let signing = key ?? self.signing
    let writer = try BundleFileWriter(in: folder, key: ContentKey.new())
    for record in try make(writer.key) { try writer.add(record) }
    let made = try writer.finish(facts(to: recipient), kid: signing.kid, sign: signing.sign)
    return folder + "/" + made.head.fileName
  }

  /// All that a province does to take one in.
  @discardableResult
  func read(_ path: String) throws -> (records: [BundleRecord], key: ContentKey) {
    let bundle = try BundleFileReader(path)
    _ = try bundle.envelope.signer(among: [known], check: Ed25519.verify)
    let key = try bundle.contentKey(province)
    _ = try bundle.check()
    var records: [BundleRecord] = []
    try bundle.forEachRecord { record, _ in records.append(record) }
    return (records, key)
  }

  func refusal(_ path: String) -> BundleFault? {
    do {
      try read(path)
      return nil
    } catch {
      return error as? BundleFault
    }
  }

  func bytes(_ path: String) throws -> [UInt8] {
    let file = try FileInput(path)
    return try file.read(file.size())
  }

  /// A file of these bytes.
  func file(_ bytes: [UInt8]) throws -> String {
    let output = try FileOutput(folder + "/given.shb")
    try output.write(bytes)
    return output.path
  }

  /// A signed bundle with any body: what only a box that lies could make.
  func forged(packed: [UInt8], unpacked: Int, count: Int, digest: [UInt8]? = nil) throws -> String {
    let key = try ContentKey.new()
    let head = BundleHead(
      issuer: issuer, number: 1, previous: [], firstEvent: 1, lastEvent: 1,
      eventHash: [UInt8](repeating: 7, count: 32), madeAt: 1, isClockTrusted: true, recipient: recipient.id,
      sealedKey: try key.sealed(to: recipient.publicKey), recordCount: count, unpackedLength: unpacked,
      packedLength: packed.count, digest: digest ?? Digest.sha256(packed))
    return try file(try BundleEnvelope.bytes(head, kid: signing.kid, sign: signing.sign) + packed)
  }

  static func packed(_ bytes: [UInt8]) throws -> [UInt8] {
    var packed: [UInt8] = []
    let zlib = try ZlibStream(.pack)
    try zlib.take(bytes, isLast: true) { packed += $0 }
    return packed
  }
}
