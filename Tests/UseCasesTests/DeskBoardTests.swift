import Assessment
import TestSupport
import Testing
import UseCases

@Suite("The board")
struct DeskBoardTests {
  private let box: TestBox
  private let one: SessionID

  init() throws {
    box = try TestBox()
    one = try box.session(1)
  }

  private func row() throws -> BoardRow { try #require(try box.kiosk.board().open.first) }

  @Test("an office where nobody is has an empty board")
  func empty() throws {
    let board = try box.kiosk.board()
    #expect(board.open.isEmpty && board.finished.isEmpty && board.devices.isEmpty)
  }

  @Test("a person goes from waiting to seated to running to finished, and every row carries the act it was made after")
  func stages() throws {
    let (id, seat) = try box.seatByLan()
    let waiting = try row()
    #expect(waiting.stage == .waiting && waiting.seat == seat && waiting.name == "Nguyễn Thị Hoa")
    #expect(waiting.version == 1 && waiting.stuckFor == nil && !waiting.isLost)
    _ = try box.kiosk.takeSeat(seat, session: one, device: nil, peer: "k")
    #expect(try row().stage == .seated)
    try box.kiosk.agree(to: 2, at: id, session: one)
    let running = try row()
    #expect(running.stage == .running && running.place == FormPlace(.warmUp, 1) && running.count == 2)
    try box.kiosk.pause(id, for: TestBox.Why.rest, turn: DeskTurn(1, seen: running.version))
    #expect(try row().stage == .paused(TestBox.Why.rest))
  }

  @Test("minutes left run with the screen, and how long somebody is stuck with the last answer")
  func minutes() throws {
    let id = try box.atFirstItem(session: one)
    _ = try box.kiosk.show(FormPlace(.scored, 1), of: box.record(id))
    box.clock.advance(seconds: 90)
    #expect(try row().minutesLeft == 8)
    #expect(try row().stuckFor == 90_000)
    _ = try box.kiosk.recordResponse(
      SampleBank.page(SampleBank.key), isMarked: false, at: FormPlace(.scored, 1), step: .next, of: box.record(id))
    #expect(try row().stuckFor == 0)
  }

  @Test("a screen that is silent too long is lost; one that was moved away is on none; a restart accuses nobody")
  func lost() throws {
    let device = try box.kiosk.enrolDevice(
      number: 7, name: "Máy tính bảng 7", token: [UInt8](repeating: 1, count: 16), by: 1)
    let id = try box.atFirstItem(session: one, device: device)
    #expect(try row().device == 7 && !row().isLost)
    box.kiosk.notePresence(device, attempt: id)
    box.clock.advance(seconds: 90)
    #expect(try !row().isLost)
    box.clock.advance(seconds: 1)
    #expect(try row().isLost)
    #expect(try box.kiosk.board().devices.first?.silentFor == 91_000)
    box.kiosk.notePresence(device, attempt: id)
    #expect(try !row().isLost)
    _ = try box.kiosk.move(id, for: TestBox.Why.power, turn: box.turn(id))
    #expect(try row().isLost && row().device == nil)
    #expect(try box.kiosk.board().devices.first?.attempt == nil)
  }

  @Test("practice and people who only look at the notice are not on the board")
  func onlyTested() throws {
    _ = try box.kiosk.beginPractice(for: SampleBank.audience, session: one)
    #expect(try box.kiosk.board().open.isEmpty)
  }

  @Test("finished today with a slip that was not printed waits to be printed; printed, revoked or failed do not")
  func toPrint() throws {
    let id = try box.finished(session: one)
    let failed = try box.finished("008158999557||Lê Thị Bảy|02091958|Nữ|T|15082021", right: 0, session: box.session(2))
    #expect(try box.kiosk.board().open.isEmpty)
    #expect(try box.kiosk.board().toPrint.map(\.attempt) == [id])
    let rows = try box.kiosk.board().finished
    #expect(Set(rows.map(\.attempt)) == [id, failed])
    #expect(rows.first { $0.attempt == failed }?.isPassed == false)
    _ = try box.kiosk.printAtDesk(1, for: nil, seen: 0, by: TestBox.lan)
    #expect(try box.kiosk.board().toPrint.isEmpty)
  }

  @Test("tomorrow only what was never printed is left of today")
  func tomorrow() throws {
    let id = try box.finished(session: one)
    _ = try box.finished("008158999557||Lê Thị Bảy|02091958|Nữ|T|15082021", right: 0, session: box.session(2))
    box.clock.advance(days: 1)
    #expect(try box.kiosk.board().finished.map(\.attempt) == [id])
  }

  @Test("help that is not allowed shows while the person is still at it")
  func flag() throws {
    let id = try box.atFirstItem(session: one)
    #expect(try !row().isFlagged)
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: 1)
    #expect(try row().isFlagged)
  }
}

@Suite("Devices and lists of the office")
struct DeskOfficeTests {
  private let box: TestBox
  private let token = [UInt8](repeating: 5, count: 16)

  init() throws { box = try TestBox() }

  @Test("a device is known by its token until it is retired; then its number is free")
  func devices() throws {
    let id = try box.kiosk.enrolDevice(number: 1, name: " Máy  một ", token: token, by: 1)
    #expect(try box.kiosk.device(token: token)?.name == "Máy một")
    #expect(try box.kiosk.device(token: [UInt8](repeating: 6, count: 16)) == nil)
    #expect(throws: UseCaseError.desk(.deviceNumberTaken(1))) {
      try box.kiosk.enrolDevice(number: 1, name: "Khác", token: [UInt8](repeating: 6, count: 16), by: 1)
    }
    try box.kiosk.retireDevice(id, by: 1)
    #expect(try box.kiosk.device(token: token) == nil)
    #expect(throws: UseCaseError.desk(.unknownDevice)) { try box.kiosk.retireDevice(id, by: 1) }
    _ = try box.kiosk.enrolDevice(number: 1, name: "Khác", token: [UInt8](repeating: 6, count: 16), by: 1)
    #expect(try box.store.device(id)?.retiredAt != nil)
  }

  @Test("a device needs a number from 1 to 99, a name and a long token")
  func badDevices() throws {
    for number in [0, 100, -1] {
      #expect(throws: UseCaseError.desk(.deviceNumber(number))) {
        try box.kiosk.enrolDevice(number: number, name: "Máy", token: token, by: 1)
      }
    }
    #expect(throws: UseCaseError.desk(.officeName)) {
      try box.kiosk.enrolDevice(number: 1, name: " ", token: token, by: 1)
    }
    #expect(throws: UseCaseError.desk(.officeName)) {
      try box.kiosk.enrolDevice(number: 1, name: "Máy", token: [1], by: 1)
    }
  }

  @Test("hamlets and groups are the office's: added, not doubled, retired")
  func lists() throws {
    let hamlet = try box.kiosk.addHamlet("Bản Mơ")
    #expect(throws: UseCaseError.desk(.officeNameTaken("Bản Mơ"))) { try box.kiosk.addHamlet("BẢN  MƠ") }
    #expect(throws: Never.self) { try box.kiosk.addHamlet("Bản Mo") }
    #expect(throws: UseCaseError.desk(.officeName)) { try box.kiosk.addTag(String(repeating: "a", count: 81)) }
    let tag = try box.kiosk.addTag("Đoàn viên")
    try box.kiosk.retireHamlet(hamlet)
    try box.kiosk.retireTag(tag)
    #expect(throws: UseCaseError.desk(.unknownTag(tag))) { try box.kiosk.retireTag(tag) }
    #expect(try box.store.hamlets().map(\.name) == ["Bản Mo"] && box.store.tags().isEmpty)
    #expect(throws: Never.self) { try box.kiosk.addHamlet("Bản Mơ") }
  }

  @Test("what is remembered of screens does not grow without end")
  func presences() {
    var ledger = ScreenLedger()
    for attempt in 1...2_000 { ledger.note(nil, attempt: Int64(attempt), at: Int64(attempt)) }
    #expect(ledger.lastSeen(attempt: 1) == nil)
    #expect(ledger.lastSeen(attempt: 2_000)?.instant == 2_000)
  }
}
