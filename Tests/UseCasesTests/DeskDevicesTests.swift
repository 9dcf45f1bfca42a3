import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Asking somebody to a kiosk")
struct DeskDevicesTests {
  private let box: TestBox
  private let (one, two): (SessionID, SessionID)
  private let (first, second): (Device.ID, Device.ID)

  init() throws {
    box = try TestBox()
    (one, two) = (try box.session(1), try box.session(2))
    first = try box.enrol(1)
    second = try box.enrol(2)
  }

  private func seat(_ card: String = World.hoa, at device: Device.ID?) throws -> Attempt.ID {
    let request = SeatRequest(
      candidate: try box.kiosk.readCard(card).candidate(), audience: SampleBank.audience, isFaceCompared: true,
      device: device)
    guard case .seated(let id, _) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else {
      throw TestBox.Unexpected()
    }
    return id
  }

  @Test("the seat waits at its device until its person sits down, anywhere")
  func waits() throws {
    let id = try seat(at: second)
    #expect(try box.store.waitingAttempt(at: second) == id && box.store.waitingAttempt(at: first) == nil)
    #expect(try box.store.assignedDevice(of: id) == second)
    _ = try box.kiosk.takeSeat(try #require(try box.store.seatNumber(of: id)), session: one, device: first, peer: "a")
    #expect(try box.store.waitingAttempt(at: second) == nil)
  }

  @Test("two clerks at once: the second is told that the device has somebody, and another one is offered")
  func busy() throws {
    _ = try seat(at: first)
    #expect(throws: UseCaseError.desk(.deviceBusy(1))) { try seat(World.suong, at: first) }
    #expect(try box.kiosk.seatingDevices().map(\.isFree) == [true, false])
    #expect(try box.kiosk.seatingDevices().first?.device.number == 2)
  }

  @Test("a device at which somebody sits is busy, one that was left or whose test is over is free")
  func freeAgain() throws {
    let id = try seat(at: nil)
    _ = try box.kiosk.takeSeat(try #require(try box.store.seatNumber(of: id)), session: one, device: first, peer: "a")
    #expect(throws: UseCaseError.desk(.deviceBusy(1))) { try seat(World.suong, at: first) }
    try box.kiosk.leave(one)
    _ = try seat(World.suong, at: first)
  }

  @Test("a device that was taken out of use is no place to sit")
  func retired() throws {
    try box.kiosk.retireDevice(second, by: TestBox.lan)
    #expect(throws: UseCaseError.desk(.unknownDevice)) { try seat(at: second) }
    #expect(try box.record(seat(at: nil)).attempt.isOpen)
  }

  @Test("devices that were not heard from for long stand behind those that were")
  func silent() throws {
    box.kiosk.notePresence(first, attempt: nil)
    box.clock.advance(seconds: 600)
    box.kiosk.notePresence(second, attempt: nil)
    let devices = try box.kiosk.seatingDevices()
    #expect(devices.map(\.device.number) == [2, 1] && devices.map(\.isThere) == [true, false])
  }

  @Test("moved, an attempt waits where the clerk says, and no longer where it was to wait before")
  func moved() throws {
    let id = try seat(at: first)
    _ = try box.kiosk.takeSeat(try #require(try box.store.seatNumber(of: id)), session: one, device: first, peer: "a")
    _ = try box.kiosk.move(id, to: second, for: TestBox.Why.power, turn: box.turn(id))
    #expect(try box.store.waitingAttempt(at: second) == id && box.store.waitingAttempt(at: first) == nil)
    _ = try box.kiosk.move(id, for: TestBox.Why.power, turn: box.turn(id))
    #expect(try box.store.waitingAttempt(at: second) == nil)
  }
}

@Suite("What a clerk sees before seating somebody")
struct SeatingOutlookTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
  }

  private func outlook(_ card: String = World.hoa) throws -> SeatingOutlook {
    try box.kiosk.outlook(for: try box.kiosk.readCard(card).candidate(), by: TestBox.lan)
  }

  @Test("of somebody new: nothing, and the first audience there is")
  func new() throws {
    let hoa = try outlook()
    #expect(hoa.open == nil && hoa.earliest.isEmpty && hoa.lastSlip == nil && hoa.nameOnRecord == nil)
    #expect(!hoa.needsGuardian && hoa.likeliest == SampleBank.audience)
    #expect(try outlook(World.nam).needsGuardian)
  }

  @Test("an open attempt with its seat number, and whether somebody sits there")
  func open() throws {
    let (id, seat) = try box.seatByLan()
    #expect(try outlook().open == SeatingOutlook.Open(attempt: id, seat: seat, isWaiting: true))
    _ = try box.kiosk.takeSeat(seat, session: box.session(1), device: nil, peer: "a")
    #expect(try outlook().open == SeatingOutlook.Open(attempt: id, seat: seat, isWaiting: false))
  }

  @Test("the first day of the next try, and the day of the slip that is there")
  func afterwards() throws {
    _ = try box.finished(right: 4, session: box.session(1))
    let hoa = try outlook()
    #expect(hoa.earliest == [SampleBank.audience: CivilDate(year: 2026, month: 11, day: 22)])
    #expect(hoa.lastSlip == CivilDate(year: 2026, month: 11, day: 21) && hoa.open == nil)
    box.clock.advance(seconds: 86_400)
    #expect(try outlook().earliest.isEmpty)
  }

  @Test("another name on the record with this number is told: the number may be mistyped")
  func otherName() throws {
    _ = try box.seatByLan()
    let typed = try box.kiosk.candidate(
      from: .typed(name: "Trần Văn Dũng", birthYear: "1958", number: "008158999003"))
    #expect(try box.kiosk.outlook(for: typed, by: TestBox.lan).nameOnRecord == "Nguyễn Thị Hoa")
  }
}

@Suite("Somebody without papers")
struct WalkInTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
  }

  private func candidate(_ name: String = "Bà Sáu") throws -> Candidate {
    try box.kiosk.candidate(from: .unnumbered(name: name, birthYear: "1950", sex: .female))
  }

  @Test("is seated under a number that is visibly none, self-declared even where a face was compared")
  func seats() throws {
    let request = SeatRequest(candidate: try candidate(), audience: SampleBank.audience, isFaceCompared: true)
    guard case .seated(let id, _) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else { return }
    let record = try box.record(id)
    let person = try #require(try record.person.flatMap { try box.store.candidate($0) })
    #expect(record.identity == .selfDeclared && person.name == "Bà Sáu" && person.number.isMade)
  }

  @Test("two of them are two people, also of the same name and year")
  func apart() throws {
    let (one, other) = (try candidate(), try candidate())
    #expect(one.number != other.number)
  }

  @Test("the slip binds no holder, and the record can be merged into the real one without a reason")
  func merges() throws {
    let session = try box.session(1)
    let request = SeatRequest(
      candidate: try candidate("Nguyễn Thị Hoa"), audience: SampleBank.audience, isFaceCompared: false)
    guard case .seated(let id, let seat) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else { return }
    _ = try box.kiosk.takeSeat(seat, session: session, device: nil, peer: "a")
    try box.kiosk.agree(to: 2, at: id, session: session)
    #expect(try box.kiosk.prepareSlip(for: box.record(id))?.holderCheck == nil)
    try box.kiosk.void(id, for: TestBox.Why.coached, turn: box.turn(id))

    let walkIn = try #require(try box.record(id).person)
    let real = try box.store.person(try box.kiosk.readCard(World.hoa).candidate(), at: box.clock.now())
    try box.kiosk.mergePeople(walkIn, into: real, for: nil, by: TestBox.lan)
    #expect(try box.record(id).person == real)
  }

  @Test("name, year and sex must be told")
  func faults() throws {
    #expect(throws: UseCaseError.particulars([.name, .birthYear, .sex])) {
      try box.kiosk.candidate(from: .unnumbered(name: " ", birthYear: "50", sex: nil))
    }
  }
}
