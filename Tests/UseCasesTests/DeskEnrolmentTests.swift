import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Enrolling a tablet")
struct DeskEnrolmentTests {
  private let box: TestBox
  private var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox()
    try box.hireOffice()
  }

  private func draft(_ number: Int = 5, _ name: String = "Bàn 5") throws -> EnrolmentDraft {
    try kiosk.draftEnrolment(number: number, name: name, by: TestBox.minh)
  }

  private func expect(_ refusal: DeskRefusal, _ body: () throws -> Void) {
    #expect(throws: UseCaseError.desk(refusal), performing: body)
  }

  @Test("whoever brings the code becomes the device, under the name of who gave it out")
  func enrols() throws {
    let draft = try draft()
    #expect(try kiosk.enrolment(draft.code, peer: "tablet") == draft)
    let (_, token) = try kiosk.enrol(draft.code, peer: "tablet")
    #expect(try kiosk.device(token: token.bytes)?.number == 5)
    #expect(try box.store.events(of: "device-enrolled") == ["account=2 device=1 number=5"])
  }

  @Test("a code counts once")
  func once() throws {
    let draft = try draft()
    _ = try kiosk.enrol(draft.code, peer: "tablet")
    expect(.unknownEnrolment) { _ = try kiosk.enrol(draft.code, peer: "other") }
    #expect(try box.store.devices().count == 1)
  }

  @Test("a code holds for fifteen minutes, and not a second longer")
  func ends() throws {
    let draft = try draft()
    box.clock.advance(seconds: 899)
    #expect(try kiosk.enrolment(draft.code, peer: "tablet").minutesLeft(at: box.clock.monotonic()) == 1)
    box.clock.advance(seconds: 1)
    expect(.unknownEnrolment) { _ = try kiosk.enrolment(draft.code, peer: "tablet") }
  }

  @Test("a new code for the same number takes the first one's place")
  func replaces() throws {
    let (first, second) = (try draft(), try draft())
    expect(.unknownEnrolment) { _ = try kiosk.enrolment(first.code, peer: "tablet") }
    #expect(try kiosk.enrolment(second.code, peer: "tablet") == second)
  }

  @Test("a code is taken in small letters and with spaces, as it is typed")
  func typed() throws {
    let code = try draft().code
    #expect(try kiosk.enrolment("\(code.prefix(5)) \(code.dropFirst(5))".lowercased(), peer: "tablet").code == code)
  }

  @Test("twenty codes may be tried at once, then one in six seconds, and a right one waits like any other")
  func limited() throws {
    let code = try draft().code
    for _ in 0..<20 { expect(.unknownEnrolment) { _ = try kiosk.enrolment("AAAAAAAAAA", peer: "tablet") } }
    #expect(throws: UseCaseError.tooManyLookups(seconds: 6)) { try kiosk.enrol(code, peer: "tablet") }
    #expect(try kiosk.enrolment(code, peer: "other").code == code)
    box.clock.advance(seconds: 6)
    _ = try kiosk.enrol(code, peer: "tablet")
  }

  @Test("what is wrong with number or name is told when the code is asked for", arguments: [0, 100, -1])
  func wrongNumber(number: Int) throws {
    expect(.deviceNumber(number)) { _ = try draft(number) }
  }

  @Test("a number that another device got meanwhile is refused, and the code stays for when it is free")
  func takenMeanwhile() throws {
    let code = try draft().code
    _ = try box.enrolledTablet(number: 5)
    expect(.deviceNumberTaken(5)) { _ = try kiosk.enrol(code, peer: "tablet") }
    try kiosk.retireDevice(1, by: TestBox.minh)
    _ = try kiosk.enrol(code, peer: "tablet")
  }

  @Test("a code of somebody who has left the office opens nothing")
  func ofDisabled() throws {
    let other = try box.hire("hai", "Bà Hai", .officer)
    let draft = try kiosk.draftEnrolment(number: 5, name: "Bàn 5", by: other)
    try kiosk.disableAccount(other, by: .account(TestBox.minh))
    expect(.unknownEnrolment) { _ = try kiosk.enrol(draft.code, peer: "tablet") }
    #expect(try box.store.devices().isEmpty)
  }

  @Test("the number proposed is the lowest that neither a device nor a code has")
  func proposes() throws {
    #expect(try kiosk.freeDeviceNumber() == 1)
    _ = try box.enrolledTablet(number: 1)
    _ = try draft(2)
    #expect(try kiosk.freeDeviceNumber() == 3)
  }
}

@Suite("Names one a line")
struct OfficeNamesTests {
  private let box: TestBox
  private var kiosk: Kiosk { box.kiosk }

  init() throws { box = try TestBox() }

  @Test("all are added in their order; empty lines and names that are there already stop nobody")
  func adds() throws {
    _ = try kiosk.addHamlet("Thôn Đông")
    let added = try kiosk.addHamlets("  Thôn  Đoài \r\n\r\nthôn đông\nBản Mơ\nBản Mo\n")
    #expect(added.count == 3 && added.known == ["Thôn Đông"])
    #expect(try box.store.hamlets().map(\.name) == ["Thôn Đông", "Thôn Đoài", "Bản Mơ", "Bản Mo"])
  }

  @Test("a name that is none is told by its line")
  func tellsTheLine() {
    let names = "Đoàn viên\n\n" + String(repeating: "x", count: 81)
    #expect(throws: UseCaseError.desk(.officeNameLine(3))) { try kiosk.addTags(names) }
  }

  @Test("no name at all is refused")
  func needsOne() {
    #expect(throws: UseCaseError.desk(.officeName)) { try kiosk.addTags(" \n\n") }
  }
}
