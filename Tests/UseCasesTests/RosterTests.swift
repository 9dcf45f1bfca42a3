import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Finding people in a list")
struct RosterTests {
  private func lines(_ rows: [[String]]) -> [RosterLine] {
    Roster.lines(in: rows.enumerated().map { SheetRow(line: $0 + 1, cells: $1) })
  }

  @Test("below a head, by its words, whatever stands above it and in whatever order")
  func head() {
    let found = lines([
      ["DANH SÁCH HỌC VIÊN LỚP KỸ NĂNG SỐ"], ["Tổ 5, ngày 21/11/2026"],
      ["STT", "Số CCCD", "HỌ VÀ TÊN", "Ngày sinh", "Ghi chú"],
      ["1", "008158999003", "Nguyễn Thị  Hoa", "02/09/1958", "x"], ["2", "", "Trần Văn Dũng", "", ""],
    ])
    #expect(
      found == [
        RosterLine(line: 4, name: "Nguyễn Thị  Hoa", birth: "02/09/1958", number: "008158999003"),
        RosterLine(line: 5, name: "Trần Văn Dũng", birth: "", number: ""),
      ])
  }

  @Test("a name in two columns is put together")
  func twoColumns() {
    let found = lines([["Họ và tên đệm", "Tên", "Năm sinh"], ["Nguyễn Thị", "Hoa", "1958"]])
    #expect(found.map(\.name) == ["Nguyễn Thị Hoa"])
  }

  @Test("without a head, by what the cells look like")
  func noHead() {
    let found = lines([
      ["Nguyễn Thị Hoa", "1958", "'008 158 999 003"], ["082084999002", "Trần Văn Dũng", "1984"], ["", " "],
    ])
    #expect(found.map(\.name) == ["Nguyễn Thị Hoa", "Trần Văn Dũng"])
    #expect(found.map(\.birth) == ["1958", "1984"] && found[0].number == "008 158 999 003")
  }

  @Test("control characters and endless cells do not get into a line")
  func bounded() {
    let found = lines([["Họ tên", "Năm sinh"], ["Hoa\u{1F}\tLan", String(repeating: "9", count: 5_000)]])
    #expect(found[0].name == "Hoa  Lan" && found[0].birth.count == 120)
  }
}

@Suite("Looking at a list")
struct RosterLookTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
  }

  private func look(_ name: String, _ birth: String, _ number: String, after others: [RosterLine] = []) throws
    -> RosterEntry
  {
    let line = RosterLine(line: others.count + 1, name: name, birth: birth, number: number)
    return try #require(try box.kiosk.looked(at: others + [line], for: SampleBank.audience).last)
  }

  @Test(
    "whoever is whole and unknown can be seated",
    arguments: ["1958", "02/09/1958", "2-9-1958", "1958-09-02", "02091958"])
  func fine(birth: String) throws {
    let hoa = try look("Nguyễn Thị Hoa", birth, "008158999003")
    #expect(hoa.problems.isEmpty && hoa.remarks.isEmpty && hoa.candidate?.birthYear == 1958)
    #expect(hoa.candidate?.identity == .selfDeclared)
  }

  @Test("every problem of a line is told at once")
  func missing() throws {
    #expect(try look("", "31/02/1958", "").problems == [.name, .birth, .numberMissing])
    #expect(try look("Hoa 2", "58", "12345").problems == [.name, .birth, .number])
    #expect(try look("Nguyễn Thị Hoa", "2058", "008158999003").problems == [.birth])
    #expect(try look("Lê Văn Nam", "10/05/2012", "008212999004").problems == [.guardianNeeded])
  }

  @Test("zeros that a worksheet dropped are put back where the rest then agrees")
  func zeros() throws {
    let hoa = try look("Nguyễn Thị Hoa", "1958", "8158999003")
    #expect(hoa.problems.isEmpty && hoa.remarks == [.zerosRestored] && !hoa.isDoubtful)
    #expect(hoa.candidate?.number.digits == "008158999003")
    #expect(try look("Nguyễn Thị Hoa", "1960", "8158999003").problems == [.number])
    // An old identity card's nine digits are no citizen's number.
    #expect(try look("Nguyễn Thị Hoa", "1958", "070123456").problems == [.number])
  }

  @Test("the same number in an earlier line, an open attempt, and a day too early keep somebody out")
  func known() throws {
    let first = RosterLine(line: 1, name: "Nguyễn Thị Hoa", birth: "1958", number: "008158999003")
    #expect(try look("Nguyễn Thị Hoa", "1958", "008 158 999 003", after: [first]).problems == [.duplicate(line: 1)])
    _ = try box.seatByLan()
    #expect(try look("Nguyễn Thị Hoa", "1958", "008158999003").problems == [.alreadyOpen])
    let done = try TestBox()
    _ = try done.finished(right: 0, session: done.session(1))
    let entry = try done.kiosk.looked(at: [first], for: SampleBank.audience)[0]
    #expect(entry.problems == [.tooEarly(CivilDate(year: 2026, month: 11, day: 22))])
  }

  @Test("what does not agree is remarked, not refused")
  func remarks() throws {
    let odd = try look("Trần Văn Dũng", "1985", "082084999002")
    #expect(odd.problems.isEmpty && odd.remarks == [.disagreement(.birthYear)] && odd.isDoubtful)
    _ = try box.finished(right: 0, session: box.session(1))
    box.clock.advance(seconds: 2 * 86_400)
    let other = try look("Nguyễn Thị Hoà", "1958", "008158999003")
    #expect(other.remarks == [.otherName("Nguyễn Thị Hoa")] && other.isDoubtful)
  }
}

@Suite("A class")
struct ClassroomTests {
  private let box: TestBox
  private static let list = """
    Họ và tên;Năm sinh;Số định danh
    Nguyễn Thị Hoa;1958;008158999003
    Trần Văn Dũng;1985;082084999002
    Lê Văn Nam;2012;008212999004
    Hoàng Thị Sương;1990;004190999006
    """

  init() throws {
    box = try TestBox()
  }

  private func open() throws -> Classroom.ID {
    let lines = try box.kiosk.roster(in: Array(Self.list.utf8))
    return try box.kiosk.openClass("Lớp chiều", for: SampleBank.audience, lines: lines, by: TestBox.lan)
  }

  @Test("everybody who can be is seated at once, each under a number of their own; the rest stays on the list")
  func seats() throws {
    let id = try open()
    #expect(try box.kiosk.seatClass(id, isFaceCompared: false, isConfirmed: false, by: TestBox.lan) == 2)
    let view = try box.kiosk.classView(id)
    #expect(view.members.map(\.name) == ["Nguyễn Thị Hoa", "Hoàng Thị Sương"])
    #expect(view.members.map(\.state) == [.waiting, .waiting] && Set(view.members.map(\.seat)).count == 2)
    #expect(view.waiting.map(\.line.line) == [3, 4])
    #expect(try box.record(view.members[0].attempt).identity == .selfDeclared)
  }

  @Test("who does not agree is seated once somebody has looked, and nobody twice")
  func confirmed() throws {
    let id = try open()
    #expect(try box.kiosk.seatClass(id, isFaceCompared: true, isConfirmed: true, by: TestBox.lan) == 3)
    let view = try box.kiosk.classView(id)
    #expect(view.members.count == 3 && view.waiting.map(\.problems) == [[.guardianNeeded]])
    #expect(try box.record(view.members[0].attempt).identity == .confirmedByStaff)
    #expect(throws: UseCaseError.desk(.nobodyToSeat)) {
      try box.kiosk.seatClass(id, isFaceCompared: true, isConfirmed: true, by: TestBox.lan)
    }
  }

  @Test("the state of each member is told")
  func states() throws {
    let id = try open()
    _ = try box.kiosk.seatClass(id, isFaceCompared: false, isConfirmed: false, by: TestBox.lan)
    let hoa = try box.kiosk.classView(id).members[0]
    let session = try box.session(1)
    _ = try box.kiosk.takeSeat(try #require(hoa.seat), session: session, device: nil, peer: "a")
    #expect(try box.kiosk.classView(id).members[0].state == .sitting)
    try box.kiosk.agree(to: 2, at: hoa.attempt, session: session)
    #expect(try box.kiosk.classView(id).members.map(\.state) == [.running, .waiting])
  }

  @Test("closed, a class forgets whom it did not seat, and seats nobody any more; its people go on")
  func closes() throws {
    let id = try open()
    _ = try box.kiosk.seatClass(id, isFaceCompared: false, isConfirmed: false, by: TestBox.lan)
    try box.kiosk.closeClass(id, by: TestBox.minh)
    let view = try box.kiosk.classView(id)
    #expect(view.waiting.isEmpty && view.members.allSatisfy { $0.state == .waiting })
    #expect(throws: UseCaseError.desk(.classClosed)) {
      try box.kiosk.seatClass(id, isFaceCompared: false, isConfirmed: false, by: TestBox.lan)
    }
  }

  @Test("a list that nobody closed is forgotten after a month")
  func forgets() throws {
    let id = try open()
    box.clock.advance(seconds: 31 * 86_400)
    _ = try box.kiosk.openPracticeClass("Lớp mới", for: SampleBank.audience, by: TestBox.lan)
    #expect(try box.store.lines(of: id).isEmpty)
  }

  @Test("a class that practises needs no names; it is open until it is closed or the day is over")
  func practises() throws {
    let id = try box.kiosk.openPracticeClass("Tổ 5", for: SampleBank.audience, by: TestBox.lan)
    #expect(try box.kiosk.openPractice()?.id == id)
    _ = try box.kiosk.beginPractice(for: SampleBank.audience, session: box.session(1))
    #expect(try box.kiosk.classView(id).practised == 1)
    try box.kiosk.closeClass(id, by: TestBox.lan)
    #expect(try box.kiosk.openPractice() == nil)
    _ = try box.kiosk.openPracticeClass("Tổ 6", for: SampleBank.audience, by: TestBox.lan)
    box.clock.advance(seconds: 86_400)
    #expect(try box.kiosk.openPractice() == nil)
  }

  @Test("a list without people, one too long and a class without a title are refused")
  func refuses() throws {
    #expect(throws: UseCaseError.desk(.classEmpty)) { try box.kiosk.roster(in: Array("Họ tên;Năm sinh\n".utf8)) }
    let long = (0..<201).map { "Nguyễn Thị Hoa;1958;\($0)" }.joined(separator: "\n")
    #expect(throws: UseCaseError.desk(.classTooLong(most: 200))) { try box.kiosk.roster(in: Array(long.utf8)) }
    #expect(throws: UseCaseError.table(.damaged(line: 1))) { try box.kiosk.roster(in: Array("\"Hoa".utf8)) }
    #expect(throws: UseCaseError.desk(.classTitle)) {
      try box.kiosk.openClass(" ", for: SampleBank.audience, lines: [], by: TestBox.lan)
    }
  }
}
