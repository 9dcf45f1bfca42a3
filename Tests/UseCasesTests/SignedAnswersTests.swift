import Assessment
import Bundles
import Sealing
import Slip
import TestSupport
import Testing
import UseCases

@Suite("Answers that the province signed")
struct SignedAnswersTests {
  private let box: TestBox
  private var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox(anchor: "12345 67890 12345 67890 12345 67890")
    try box.sentNeighbours()
  }

  private func file(_ states: [BoxAnswers.State], for issuer: String = "99999-1", by key: SlipKey? = nil) throws
    -> [UInt8]
  {
    let (issuer, key) = (try Issuer(issuer), try key ?? TestProvince.key())
    let answers = try states.enumerated().map { place, state in
      BoxAnswers.Answer(
        issuer: issuer, token: try #require(try box.store.slip(serial: Int64(place + 1))).token, state: state,
        reason: state == .refused ? "Sai ngày sinh" : "", at: box.clock.now())
    }
    return try BoxAnswers(issuer: issuer, number: 1, madeAt: box.clock.now().seconds, answers: answers)
      .signed(kid: key.kid, sign: key.sign)
  }

  @Test("they are looked at, applied and known again like any file of answers")
  func applies() throws {
    let bytes = try file([.confirmed, .refused])
    try box.answer(kiosk.answerRows(in: bytes), bytes: bytes)
    #expect(try box.store.slips(in: 1).map(\.entry.state) == [.confirmed, .refused, .sent])
    #expect(try kiosk.confirmation(of: 2)?.reason == "Sai ngày sinh")
    #expect(throws: UseCaseError.confirmation(.appliedBefore(1))) {
      try kiosk.takeAnswers(file: bytes, rows: kiosk.answerRows(in: bytes), by: TestBox.minh)
    }
  }

  @Test("people who are on the province's list alone are answered too")
  func listedByTheProvince() throws {
    let box = try TestBox(anchor: "12345 67890 12345 67890 12345 67890")
    try box.passedNeighbours()
    let issuer = try Issuer("99999-1")
    let token = try #require(try box.store.slip(serial: 2)).token
    let answer = BoxAnswers.Answer(issuer: issuer, token: token, state: .confirmed, reason: "", at: box.clock.now())
    let key = try TestProvince.key()
    let bytes = try BoxAnswers(issuer: issuer, number: 1, madeAt: box.clock.now().seconds, answers: [answer])
      .signed(kid: key.kid, sign: key.sign)
    try box.answer(box.kiosk.answerRows(in: bytes), bytes: bytes)
    #expect(try box.store.slips(in: 1).map(\.entry.serial) == [2])
    #expect(try box.store.slips(in: 1).map(\.entry.state) == [.confirmed])
    #expect(try box.store.listableSlips(most: 9).map(\.serial) == [1, 3])
  }

  @Test("another box's, a forged one, and any where no province is trusted are refused")
  func refused() throws {
    let other = try Issuer("99999-2")
    #expect(throws: UseCaseError.confirmation(.signedAnswers(.forOther(other)))) {
      try kiosk.answerRows(in: file([.confirmed], for: other.text))
    }
    let stranger = try SlipKey(seed: [UInt8](repeating: 8, count: 32))
    #expect(throws: UseCaseError.confirmation(.signedAnswers(.otherAnchor(stranger.kid)))) {
      try kiosk.answerRows(in: file([.confirmed], by: stranger))
    }
    let bytes = try file([.confirmed])
    #expect(throws: UseCaseError.confirmation(.noAnchor)) { try TestBox().kiosk.answerRows(in: bytes) }
  }

  @Test("a bundle that was made is written down once, and the register says how many names went")
  func notes() throws {
    let head = BundleHead(
      issuer: try Issuer("99999-1"), number: 1, previous: [], firstEvent: 1, lastEvent: 2,
      eventHash: [UInt8](repeating: 0, count: 32), madeAt: 1, isClockTrusted: true,
      recipient: [UInt8](repeating: 0, count: 8), sealedKey: [UInt8](repeating: 0, count: 80), recordCount: 5,
      unpackedLength: 1, packedLength: 1, digest: [UInt8](repeating: 0, count: 32))
    let made = MadeBundle(head: head, digest: [UInt8](repeating: 3, count: 32), size: 10)
    for _ in 0..<2 { try kiosk.noteBundle(made, people: 3, by: TestBox.minh) }
    let lines = try kiosk.disclosures().lines.map(\.disclosure)
    #expect(lines.map(\.kind) == [.bundle] && lines[0].rows == 3 && lines[0].subject == "1")
    #expect(try box.store.bundleMark(of: head.issuer)?.number == 1)
  }

  @Test("what waits is counted since the last bundle")
  func waits() throws {
    let all = try kiosk.waitingForProvince(after: 0)
    #expect(all.count > 3 && !all.isMore)
    let last = try #require(try box.store.bundleSpan(after: 0, most: 100_000)).last
    #expect(try kiosk.waitingForProvince(after: last).count == 0)
  }
}
