import Assessment
import SQLiteStore
import UseCases

/// The desk of an invented commune: its hamlets, and a clerk who seats sample people, helps some and sometimes too much.
struct SampleDesk {
  private let kiosk: Kiosk
  private let hamlets: [Hamlet.ID]
  private let reason: Reason.ID?

  private static let names = [
    "Thôn Mẫu 1", "Thôn Mẫu 2", "Thôn Mẫu 3", "Bản Thử", "Bản Mới", "Tổ dân phố 1", "Tổ dân phố 2", "Xóm Chợ",
    "Khóm Đông",
    "Ấp Tây", "Thôn Ven Đồi", "Thôn Cuối Xã",
  ]
  /// Accounts of the samples; nobody signs in with them.
  private static let clerk: StaffID = 1
  private static let officer: StaffID = 2

  init(kiosk: Kiosk, store: KioskStore) throws {
    self.kiosk = kiosk
    hamlets = try store.atomically { try Self.names.map { try kiosk.addHamlet($0) } }
    reason = try store.reasons().first { $0.acts.contains(.decideFlag) }?.id
  }

  func seat(
    _ person: SamplePeople.Person, number: Int, as audience: (id: Audience.ID, notice: Int), session: SessionID
  ) throws -> Attempt.ID {
    let isChild = person.candidate.age(on: CivilDate(kiosk.clock.now())) < 16
    let request = SeatRequest(
      candidate: person.candidate, audience: audience.id, isFaceCompared: true, isConfirmed: true,
      hamlet: hamlet(of: number),
      guardian: isChild
        ? GuardianAgreement(relation: .mother, name: "Nguyễn Thị Mẫu", at: kiosk.clock.now()) : nil)
    guard case .seated(let id, let seat) = try kiosk.seatByClerk(request, by: Self.clerk) else {
      throw UseCaseError.tokenTaken
    }
    // Every person at a kiosk of their own: tries of seat numbers are counted by place.
    _ = try kiosk.takeSeat(seat, session: session, device: nil, peer: "sample \(number)")
    try kiosk.agree(to: audience.notice, at: id, session: session)
    return id
  }

  /// The last hamlet is a small one, so that there is something to hide in what leaves the office.
  private func hamlet(of number: Int) -> Hamlet.ID {
    if number % 400 == 7 { return hamlets[hamlets.count - 1] }
    return hamlets[number % (hamlets.count - 1)]
  }

  /// Of the old nearly half, of the others one in eight; one of twenty who were helped was told too much.
  func help(_ person: SamplePeople.Person, at id: Attempt.ID, dice: inout SeededDice) throws {
    let isOld = person.candidate.age(on: CivilDate(kiosk.clock.now())) >= 60
    guard dice.below(100) < (isOld ? 45 : 12) else { return }
    let allowed = HelpAct.Kind.allCases.filter(\.isAllowed)
    let kind = dice.below(20) == 0 ? HelpAct.Kind.explainedQuestion : allowed[dice.below(allowed.count)]
    try kiosk.recordHelp(kind, in: id, by: Self.clerk)
  }

  /// Of five cases of help that is not allowed the officer lets two stand, calls one an error, refuses one, and has not
  /// come to the last.
  func decide(_ id: Attempt.ID, dice: inout SeededDice) throws {
    guard let reason, case .awaitsOfficer = try kiosk.store.help(of: id).standing else { return }
    let choice = dice.below(5)
    let verdicts: [FlagDecision.Verdict] = [.counts, .counts, .mistaken, .refused]
    guard verdicts.indices.contains(choice) else { return }
    let seen = try kiosk.store.acts(on: id, after: 0).last?.number ?? 0
    try kiosk.decideFlag(verdicts[choice], on: id, for: reason, turn: DeskTurn(Self.officer, seen: seen))
  }
}
