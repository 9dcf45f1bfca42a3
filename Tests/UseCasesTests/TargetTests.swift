import Assessment
import Slip
import TestSupport
import Testing
import UseCases

/// Saturday, 21 November 2026.
@Suite("Targets")
struct TargetTests {
  private func box(follows: Bool = true) throws -> TestBox {
    let box = try TestBox()
    if follows { try box.followPlanA() }
    return box
  }

  @Test("only the targets of documents that the office chose are shown")
  func chosenDocuments() throws {
    let box = try box(follows: false)
    #expect(throws: UseCaseError.plan([.noPlan])) { try box.kiosk.standings(ownTitle: "") }
    try box.kiosk.keepPlan(Array(TestBox.plan.utf8))
    #expect(try box.kiosk.standings(ownTitle: "").isEmpty)
    try box.kiosk.chooseDocuments([TestBox.planA], by: TestBox.minh)
    #expect(try box.kiosk.standings(ownTitle: "").map(\.target.id.text) == ["a-1", "a-2", "a-3", "a-4"])
    try box.kiosk.chooseDocuments([PlanDocument.ID("tinh-b")], by: TestBox.minh)
    #expect(try box.kiosk.standings(ownTitle: "").map(\.target.id.text) == ["b-1"])
    #expect(throws: UseCaseError.plan([.unknownDocument(PlanDocument.ID("tinh-c"))])) {
      try box.kiosk.chooseDocuments([PlanDocument.ID("tinh-c")], by: TestBox.minh)
    }
  }

  @Test("the same plan at the next start is not taken in again")
  func samePlan() throws {
    let box = try box()
    try box.kiosk.keepPlan(Array(TestBox.plan.utf8))
    #expect(try box.store.events(of: "plan-kept").count == 1)
  }

  @Test("without a population a percentage says what to enter, and a province's target that it is not the commune's")
  func missingFigures() throws {
    let box = try box()
    #expect(try box.standing("a-1").verdict == .needsPopulation)
    #expect(try box.standing("a-3").verdict == .needsPopulation)
    try box.population("1000", of: PlanGroup.ID("dan-so"))
    #expect(try box.standing("a-3").verdict == .needsFigure)
    try box.kiosk.chooseDocuments([PlanDocument.ID("tinh-b")], by: TestBox.minh)
    #expect(try box.standing("b-1").verdict == .provinces)
  }

  @Test("who has passed is counted once, against the population entered, and the rest is spread over the weeks left")
  func passedPeople() throws {
    let box = try box()
    try box.passedNeighbours()
    box.clock.advance(days: 2)
    _ = try box.finished(session: box.session(9))  // bà Hoa once more
    try box.population("101")
    let standing = try box.standing("a-1")
    #expect(standing.count == 3)
    #expect(standing.share?.tenthsOfPercent == 30)
    // 50 % of 101 are 51; from 23 November to 31 December there are 39 days.
    #expect(standing.wanted == 51)
    #expect(standing.verdict == .ahead(missing: 48, weeks: 6, perWeek: 8))
    try box.kiosk.enterFigure(
      .population, group: TestBox.adults, value: "6", day: "2026-11-01", source: "rà soát", by: TestBox.minh)
    #expect(try box.standing("a-1").verdict == .reached)
  }

  @Test("an attempt voided afterwards, and one that help has spoiled, pass nobody")
  func spoiledAttempts() throws {
    let box = try box()
    let ids = try box.passedNeighbours()
    try box.kiosk.void(ids[0], for: TestBox.Why.coached, turn: box.turn(ids[0]))
    #expect(try box.standing("a-1").count == 2)
  }

  @Test("a target past its day says for how long, and one without a day only what is missing")
  func overdue() throws {
    let box = try box()
    // From 30 June to 21 November.
    #expect(try box.standing("a-2").verdict == .overdue(missing: 3, days: 144))
    try box.population("50", of: PlanGroup.ID("dan-so"))
    try box.kiosk.enterFigure(
      .outside(OutsideFigure.ID("chu-ky-so")), group: PlanGroup.ID("dan-so"), value: "1", day: "2026-11-01",
      source: "VNPT",
      by: TestBox.minh)
    #expect(try box.standing("a-3").verdict == .open(missing: 4))
  }

  @Test("certificates count people once, by the record that stays after a merge")
  func certificates() throws {
    let box = try box()
    try box.passedNeighbours()
    try box.kiosk.noteCertificate(of: 1, course: "Kỹ năng số", by: TestBox.lan)
    try box.kiosk.noteCertificate(of: 1, course: "An toàn số", by: TestBox.lan)
    try box.kiosk.noteCertificate(of: 2, course: "Kỹ năng số", by: TestBox.lan)
    #expect(try box.standing("a-2").count == 2)
    #expect(throws: UseCaseError.plan([.certificateKnown])) {
      try box.kiosk.noteCertificate(of: 1, course: " Kỹ  năng số ", by: TestBox.lan)
    }
    try box.kiosk.mergePeople(2, into: 1, for: TestBox.Why.twoRecords, by: TestBox.minh)
    #expect(try box.standing("a-2").count == 1)
    #expect(try box.store.certificates(of: 1).count == 3)
  }

  @Test("confirmed are those of the tag whose slips were confirmed; a figure of the police's stands in their place")
  func confirmed() throws {
    let box = try box()
    #expect(try box.kiosk.addTag("Đoàn viên") == 1)
    try box.sentNeighbours()
    try box.answer(
      TestBox.table(["Mã phiếu", "Kết quả"], [box.code(of: 1), "đã xác nhận"], [box.code(of: 2), "đã xác nhận"]))
    try box.store.tag(attempt: 2, with: 1)
    #expect(try box.standing("a-4").basis == .counted)
    #expect(try box.standing("a-4").count == 1)
    try box.kiosk.enterFigure(
      .outside(OutsideFigure.ID("vneid")), group: PlanGroup.ID("doan-vien"), value: "40", day: "2026-11-20",
      source: "Công an",
      by: TestBox.minh)
    let standing = try box.standing("a-4")
    #expect(standing.count == 40)
    guard case .outside(let figure, counted: 1) = standing.basis else {
      Issue.record("\(standing.basis)")
      return
    }
    #expect(figure.source == "Công an")
  }

  @Test(
    "figures need a number, a day that has been and a source; a population of nobody is refused by its own sentence")
  func refusedFigures() throws {
    let box = try box()
    #expect(throws: UseCaseError.plan([.populationZero])) { try box.population("0") }
    #expect(throws: UseCaseError.plan([.value(Kiosk.figureRange), .day, .source])) {
      try box.kiosk.enterFigure(
        .population, group: TestBox.adults, value: "nhiều", day: "2026-11-22", source: " ", by: TestBox.minh)
    }
    #expect(throws: UseCaseError.plan([.unknownGroup(PlanGroup.ID("x")), .unknownFigure(OutsideFigure.ID("y"))])) {
      try box.kiosk.enterFigure(
        .outside(OutsideFigure.ID("y")), group: PlanGroup.ID("x"), value: "1", day: "2026-11-20", source: "s",
        by: TestBox.minh)
    }
    try box.population("12.345")
    #expect(try box.store.officeFigures().map(\.value) == [12_345])
  }

  @Test("of several figures the one of the last day counts, up to the day asked about")
  func latestFigure() throws {
    let box = try box()
    for (value, day) in [("100", "2026-01-01"), ("300", "2026-11-01"), ("200", "2026-06-01")] {
      try box.kiosk.enterFigure(
        .population, group: TestBox.adults, value: value, day: day, source: "s", by: TestBox.minh)
    }
    func population(_ iso: String) throws -> Int? {
      try box.kiosk.standings(ownTitle: "", asOf: CivilDate(iso: iso)).first?.population?.people
    }
    #expect(try population("2026-11-21") == 300)
    #expect(try population("2026-06-30") == 200)
    // Nothing was known then; the first figure after it is better than none.
    #expect(try population("2025-12-31") == 100)
  }
}

@Suite("Targets of the office's own")
struct OwnTargetTests {
  private let draft = TargetDraft(
    text: "Mỗi thôn 10 người đạt", group: TestBox.adults, value: "30", isPercent: false, deadline: "2026-12-31",
    measure: .passed, note: "")

  @Test("one is added, changed and taken out, each as a version of its own")
  func lifeOfATarget() throws {
    let box = try TestBox()
    try box.followPlanA()
    let id = try box.kiosk.keepOwnTarget(draft, id: nil, seen: nil, by: TestBox.minh)
    #expect(try box.standing(id.text).wanted == 30)
    var changed = draft
    changed.value = "40"
    try box.kiosk.keepOwnTarget(changed, id: id, seen: 1, by: TestBox.minh)
    #expect(try box.standing(id.text).wanted == 40)
    #expect(throws: UseCaseError.plan([.changedMeanwhile])) {
      try box.kiosk.keepOwnTarget(changed, id: id, seen: 1, by: TestBox.minh)
    }
    try box.kiosk.dropOwnTarget(id, seen: 2, by: TestBox.minh)
    #expect(try box.kiosk.officePlan().own.isEmpty)
    #expect(throws: UseCaseError.plan([.unknownTarget(id)])) {
      try box.kiosk.keepOwnTarget(changed, id: id, seen: 3, by: TestBox.minh)
    }
    #expect(try box.kiosk.keepOwnTarget(draft, id: nil, seen: nil, by: TestBox.minh).text == "rieng-2")
  }

  @Test("everything wrong with one is told at once")
  func refusedTargets() throws {
    let box = try TestBox()
    try box.followPlanA()
    let bad = TargetDraft(
      text: "", group: PlanGroup.ID("dan-so"), value: "101", isPercent: true, deadline: "hôm nay", measure: .passed,
      note: "")
    #expect(
      throws: UseCaseError.plan([.text, .groupNotCountable(PlanGroup.ID("dan-so")), .value(1...100), .deadline])
    ) { try box.kiosk.keepOwnTarget(bad, id: nil, seen: nil, by: TestBox.minh) }
  }
}

@Suite("A list of course certificates")
struct CertificateListTests {
  @Test("known people are noted once, strangers are not kept, and a number without its first zero is read")
  func list() throws {
    let box = try TestBox()
    try box.passedNeighbours()
    let text = """
      Số định danh;Ngày;Khóa học
      008158999003;5/11/2026;Kỹ năng số
      8084999012;2026-11-06;
      082084999002;2026-11-06;Kỹ năng số
      """
    let listing = try box.kiosk.takeCertificates(text, course: "Cơ bản", by: TestBox.minh)
    #expect(listing == CertificateListing(noted: 2, knownBefore: 0, strangers: [4]))
    #expect(try box.store.certificates(of: 3).map(\.course) == ["Cơ bản"])
    #expect(try box.kiosk.takeCertificates(text, course: "Cơ bản", by: TestBox.minh).noted == 0)
  }

  @Test("one line that cannot be read keeps the whole list out")
  func unreadable() throws {
    let box = try TestBox()
    try box.passedNeighbours()
    #expect(throws: UseCaseError.plan([.lines([2, 3])])) {
      try box.kiosk.takeCertificates(
        "008158999003,2026-11-05\n12345,2026-11-05\n008158999011,2027-01-01", course: "Cơ bản", by: TestBox.minh)
    }
    #expect(try box.store.certificates(of: 1).isEmpty)
    #expect(throws: UseCaseError.plan([.emptyList])) {
      try box.kiosk.takeCertificates("\n \n", course: "Cơ bản", by: TestBox.minh)
    }
  }
}
