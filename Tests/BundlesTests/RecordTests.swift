import Assessment
import Bundles
import Sealing
import Slip
import Testing

@testable import BundleFiles

@Suite("Records of bundles")
struct RecordTests {
  let world = try? BundleWorld()

  @Test("a person's attempt without age, and practice with a person, are refused")
  func attempts() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    var attempt = world.attempt
    attempt.ageYears = nil
    #expect(refusal(.attempt(attempt)) == .recordField(record: 1, .age))
    attempt = world.attempt
    attempt.mode = .practice
    #expect(refusal(.attempt(attempt)) == .recordField(record: 1, .person))
    attempt = world.attempt
    attempt.submittedAt = nil
    #expect(refusal(.attempt(attempt)) == .recordField(record: 1, .at))
  }

  @Test("what reports count can be told from an attempt alone")
  func counting() throws {
    let world = try #require(self.world)
    defer { world.remove() }
    var attempt = world.attempt
    #expect(attempt.counts && attempt.isCountedPassed && attempt.isAssisted)
    attempt.help = .refused
    #expect(attempt.counts && !attempt.isCountedPassed)
    attempt.state = .voided
    #expect(!attempt.counts)
  }

  @Test("a day that there is not is refused")
  func days() {
    guard let issuer = BundleWorld.box else { return #expect(Bool(false)) }
    for day in ["2026-02-30", "2026-2-3", "26-02-03", "2026/02/03", "aaaa-bb-cc", ""] {
      let record = BundleRecord.certificate(
        BundledCertificate(person: BundledID(origin: issuer, number: 1), course: "k", seenOn: day))
      #expect(refusal(record) == .recordField(record: 1, .day), "\(day)")
    }
  }

  @Test("names of files say box and number, and nothing else is one")
  func names() throws {
    let name = try #require(BundleName("02215-1-000042.shb"))
    #expect(name.issuer.text == "02215-1" && name.number == 42 && name.text == "02215-1-000042.shb")
    for other in ["02215-1-42.shb", "02215-1-000000.shb", "02215-1-000042.SHB", "bundle.tmp", "02215-000042.shb"] {
      #expect(BundleName(other) == nil, "\(other)")
    }
  }

  private func refusal(_ record: BundleRecord) -> BundleFault? {
    do {
      _ = try BundleRecord(decoding: record.encoded, number: 1)
      return nil
    } catch {
      return error
    }
  }
}

@Suite("Answers and requests")
struct BoxAnswersTests {
  private let issuer = BundleWorld.box
  private let province = try? SlipKey(seed: [UInt8](repeating: 6, count: 32))

  private func answers(_ issuer: Issuer) throws -> BoxAnswers {
    BoxAnswers(
      issuer: issuer, number: 3, madeAt: 1_790_002_000,
      answers: [
        .init(
          issuer: issuer, token: try SlipToken(number: 123_456_789_012), state: .confirmed, reason: "",
          at: Moment(milliseconds: 1_790_001_999_000)),
        .init(
          issuer: issuer, token: try SlipToken(number: 5), state: .refused, reason: "sai ngày sinh",
          at: Moment(milliseconds: 1_790_001_999_001)),
      ])
  }

  @Test("a signed file comes back, for its own box and by its own province only")
  func signed() throws {
    let (issuer, province) = (try #require(issuer), try #require(province))
    let given = try answers(issuer)
    let bytes = try given.signed(kid: province.kid, sign: province.sign)
    let anchor = try Anchor(publicKey: province.publicKey, sha256: Digest.sha256)
    #expect(BoxAnswers.isLikely(bytes) && given.fileName == "02215-1-000003.answers")
    #expect(try BoxAnswers.open(bytes, anchor: anchor, issuer: issuer, check: Ed25519.verify) == given)
    #expect(throws: BundleFault.forOther(issuer)) {
      try BoxAnswers.open(bytes, anchor: anchor, issuer: Issuer("02215-2"), check: Ed25519.verify)
    }
    let other = try SlipKey(seed: [UInt8](repeating: 7, count: 32))
    #expect(throws: BundleFault.otherAnchor(province.kid)) {
      try BoxAnswers.open(
        bytes, anchor: Anchor(publicKey: other.publicKey, sha256: Digest.sha256), issuer: issuer,
        check: Ed25519.verify)
    }
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 4
      #expect(throws: BundleFault.self, "byte \(place)") {
        try BoxAnswers.open(changed, anchor: anchor, issuer: issuer, check: Ed25519.verify)
      }
    }
  }

  @Test("a request proves its box, and a signature over something else does not")
  func requests() throws {
    let (issuer, key) = (try #require(issuer), try SlipKey(seed: [UInt8](repeating: 1, count: 32)))
    let known = try KnownKey(kid: key.kid, publicKey: key.publicKey, issuer: issuer)
    let request = BoxRequest(issuer: issuer, at: 1_790_000_000, path: "/answers/02215-1")
    let text = try request.authorization(kid: key.kid, sign: key.sign)
    #expect(try BoxRequest.open(text, keys: [known], check: Ed25519.verify) == request)
    let lie = try BoxRequest(issuer: Issuer("02216-1"), at: 1, path: "/").authorization(kid: key.kid, sign: key.sign)
    #expect(throws: BundleFault.self) { try BoxRequest.open(lie, keys: [known], check: Ed25519.verify) }
    #expect(throws: BundleFault.unknownKey(key.kid)) { try BoxRequest.open(text, keys: [], check: Ed25519.verify) }
    #expect(throws: BundleFault.foreign) { try BoxRequest.open("Basic abc", keys: [known], check: Ed25519.verify) }
  }

  @Test("the province's key is confirmed by the digits read out")
  func recipients() throws {
    let key = try BundleKey(seed: [UInt8](repeating: 2, count: 32))
    let recipient = try BundleWorld.recipient(key)
    #expect(recipient.isConfirmed(by: recipient.fingerprint))
    #expect(recipient.isConfirmed(by: recipient.fingerprint.split(separator: " ").joined(separator: "-")))
    #expect(!recipient.isConfirmed(by: ""))
    #expect(Recipient(publicKey: [1], sha256: Digest.sha256) == nil)
  }
}
