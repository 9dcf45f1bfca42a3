import Assessment
import UseCases

/// Chị Lan (1) and ông Minh (2) at the desk of a test box.
extension TestBox {
  package static let lan: StaffID = 1
  package static let minh: StaffID = 2

  package enum Why {
    package static let power = Reason.ID("mat-dien")
    package static let rest = Reason.ID("nghi")
    package static let coached = Reason.ID("lam-ho")
    package static let jam = Reason.ID("may-in")
    package static let twoRecords = Reason.ID("hai-ho-so")
  }

  /// A turn of chị Lan, who has everything before her that happened.
  package func turn(_ id: Attempt.ID, by account: StaffID = TestBox.lan) throws -> DeskTurn {
    DeskTurn(account, seen: try store.acts(on: id, after: 0).last?.number ?? 0)
  }

  package func request(
    _ card: String = World.hoa, accommodations: Accommodations = .none, guardian: GuardianAgreement? = nil
  ) throws -> SeatRequest {
    SeatRequest(
      candidate: try kiosk.readCard(card).candidate(), audience: SampleBank.audience, isFaceCompared: true,
      accommodations: accommodations, guardian: guardian)
  }

  package func seatByLan(
    _ card: String = World.hoa, accommodations: Accommodations = .none
  ) throws -> (id: Attempt.ID, seat: SeatNumber) {
    guard
      case .seated(let id, let seat) = try kiosk.seatByClerk(
        request(card, accommodations: accommodations), by: TestBox.lan)
    else { throw Unexpected() }
    return (id, seat)
  }

  /// Seated by chị Lan, agreed to, and before the first item that counts.
  package func atFirstItem(
    _ card: String = World.hoa, session: SessionID, device: Device.ID? = nil, accommodations: Accommodations = .none
  ) throws -> Attempt.ID {
    let (id, seat) = try seatByLan(card, accommodations: accommodations)
    _ = try kiosk.takeSeat(seat, session: session, device: device, peer: "kiosk \(id)")
    try kiosk.agree(to: 2, at: id, session: session)
    for number in 1...2 {
      for page in [SampleBank.page(SampleBank.key), .nothing] {
        _ = try kiosk.recordResponse(
          page, isMarked: false, at: FormPlace(.warmUp, number), step: .next, of: record(id))
      }
    }
    return id
  }

  /// Handed in with so many right, and its slip where it is earned.
  package func finished(_ card: String = World.hoa, right: Int = 4, session: SessionID) throws -> Attempt.ID {
    let id = try atFirstItem(card, session: session)
    try answerAll(id, right: right)
    try kiosk.submit(record(id), confirmed: true, prepared: kiosk.prepareSlip(for: record(id)))
    return id
  }

  /// What the device with a number keeps in its cookie.
  package func deviceToken(_ number: Int) -> [UInt8] { [UInt8](repeating: UInt8(100 + number), count: 16) }

  @discardableResult
  package func enrol(_ number: Int) throws -> Device.ID {
    try kiosk.enrolDevice(
      number: number, name: "Máy \(number)", token: deviceToken(number), by: TestBox.lan)
  }
}
