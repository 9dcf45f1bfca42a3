import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("Checking a slip")
struct CheckSlipTests {
  private let box: TestBox
  private let slip: StoredSlip

  init() throws {
    box = try TestBox()
    let session = try box.session(1)
    let id = try box.seatHoa(session: session)
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: box.kiosk.prepareSlip(for: box.record(id)))
    slip = try #require(try box.store.slip(of: id))
  }

  private var text: String { SlipText.encode(slip.bytes) }
  private var code: String { SpokenCode(slip.token).text }

  private func check(_ text: String, holder: String? = nil, peer: String = "kiosk") throws -> SlipCheck {
    try box.kiosk.checkSlip(text, holder: holder.flatMap(CitizenNumber.init), peer: peer)
  }

  @Test("the scanned text and the spoken code give the same verdict")
  func bothWays() throws {
    #expect(try check(text).finding == check(code).finding)
    guard case .verdict(.genuine(let claims, sample: false)) = try check(text).finding else {
      Issue.record("not genuine")
      return
    }
    #expect(claims.token == slip.token)
  }

  @Test("a mistyped code tells its group, a foreign one that it is not known here")
  func codes() throws {
    var digits = Array(code.filter { $0 != " " })
    digits[5] = digits[5] == "9" ? "0" : "9"
    #expect(try check(String(digits)).finding == .mistyped(groups: [2]))
    #expect(try check("0000 0000 0000 0000").finding == .codeUnknown)
    #expect(try check("0000 0000 0000").finding == .codeLength(digits: 12))
  }

  @Test("two slips in one field are told apart from a mangled one")
  func several() throws {
    #expect(try check(text + "\n" + text).finding == .severalSlips)
    #expect(try check(text + text).finding == .severalSlips)
    #expect(try check("\t" + code + "\r\n").finding == check(code).finding)
  }

  @Test("the holder is the right person, another, or not asked about")
  func holder() throws {
    #expect(try check(text, holder: "008158999003").holder == .rightPerson)
    #expect(try check(text, holder: World.dung.number).holder == .otherPerson)
    #expect(try check(text).holder == nil)
    #expect(try check("8410", holder: World.dung.number).holder == nil)
  }

  @Test("codes cannot be tried out: after a burst one look-up in six seconds, for that address alone")
  func limited() throws {
    for _ in 0..<LookupLedger.burst { _ = try check("0000 0000 0000 0000", peer: "stranger") }
    #expect(throws: UseCaseError.tooManyLookups(seconds: 6)) { try check(code, peer: "stranger") }
    #expect(try check(code, peer: "neighbour").finding != .codeUnknown)
    #expect(try check(text, peer: "stranger").finding == check(text).finding)

    box.clock.advance(seconds: 6)
    #expect(try check(code, peer: "stranger").finding != .codeUnknown)
  }
}

@Suite("Printing a slip")
struct PrintSlipTests {
  private let box: TestBox
  private let session: SessionID

  init() throws {
    box = try TestBox()
    session = try box.session(1)
  }

  private func finished(right: Int) throws -> Attempt.ID {
    let id = try box.seatHoa(session: session)
    try box.answerAll(id, right: right)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: box.kiosk.prepareSlip(for: box.record(id)))
    return id
  }

  @Test("copies are counted from one, and the slip's bytes stay the same")
  func copies() throws {
    let id = try finished(right: 4)
    let before = try box.store.slip(of: id)

    #expect(try box.kiosk.printSlip(of: box.record(id)) == 1)
    #expect(try box.kiosk.printSlip(of: box.record(id)) == 2)
    #expect(try box.store.slip(of: id) == before)
  }

  @Test("without a slip there is nothing to print")
  func noSlip() throws {
    let id = try finished(right: 0)
    #expect(throws: UseCaseError.notPassed) { try box.kiosk.printSlip(of: box.record(id)) }
  }

  @Test("a sheet whose symbol does not say what the slip says is not offered")
  func readsBack() throws {
    let id = try finished(right: 4)
    let slip = try #require(try box.store.slip(of: id))
    let text = SlipText.encode(slip.bytes)
    let paper = Paper(blocks: [.title("Phiếu"), .symbol(try box.kiosk.drawing.symbol(for: text))])

    #expect(try !box.kiosk.sheet(paper, on: .roll80, text: text).isEmpty)
    #expect(throws: UseCaseError.unreadableSheet) { try box.kiosk.sheet(paper, on: .roll80, text: text + "000") }
    #expect(throws: UseCaseError.unreadableSheet) {
      try box.kiosk.sheet(Paper(blocks: [.title("Phiếu")]), on: .a5, text: text)
    }
  }
}

@Suite("A clock that is behind")
struct WrongClockTests {
  @Test("the test goes on and the result is told, but no slip is dated before the program was made")
  func slipWaits() throws {
    let box = try TestBox(today: Moment(milliseconds: 946_684_800_000))
    let id = try box.seatHoa(session: box.session(1))
    try box.answerAll(id, right: 4)
    let prepared = try box.kiosk.prepareSlip(for: box.record(id))
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: prepared)

    #expect(try box.kiosk.result(of: box.record(id)).outcome.isPassed)
    #expect(try box.store.slip(of: id) == nil)
    #expect(throws: UseCaseError.clockBehind) { try box.kiosk.issueSlip(for: box.record(id), prepared: prepared) }

    box.clock.advance(days: 9_900)
    #expect(try box.kiosk.issueSlip(for: box.record(id), prepared: prepared).serial == 1)
  }
}
