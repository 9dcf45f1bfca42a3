import Assessment
import UseCases

/// The board, the attempt at the desk and what a kiosk shows of it, in every state.
extension PageSamples {
  static func desk() throws -> [PageSample] {
    try boards() + crowdedBoards() + attempts() + decisions() + kiosks() + helpers()
  }

  private static func office() throws -> TestBox {
    let box = try TestBox()
    try box.hireOffice()
    return box
  }

  private static func board(_ name: String, by login: String = "lan", _ arrange: (TestBox) throws -> Void) throws
    -> PageSample
  {
    let box = try office()
    try arrange(box)
    return take("board-\(name)", try (login == "lan" ? Browser.lan(box) : Browser.minh(box)).get("/desk"))
  }

  private static func boards() throws -> [PageSample] {
    [
      try board("empty") { _ in },
      try board("calm") { box in for number in 1...3 { try box.sit(number, answered: number) } },
      try board("call") { box in
        for number in 1...3 { try box.sit(number) }
        try box.kiosk.callForHelp(2, session: box.session(102))
        box.clock.advance(seconds: 70)
      },
      try board("lost") { box in
        for number in 1...2 { try box.sit(number) }
        box.clock.advance(seconds: 200)
        box.kiosk.notePresence(2, attempt: 2)
      },
      try board("stuck") { box in
        try box.sit(1)
        box.clock.advance(seconds: 660)
        box.kiosk.notePresence(1, attempt: 1)
        try box.sit(2)
      },
      try board("paused") { box in
        try box.sit(1)
        try box.kiosk.pause(1, for: TestBox.Why.rest, turn: box.turn(1))
        box.clock.advance(seconds: 600)
      },
      try board("consent") { box in
        let (_, seat) = try box.seatByLan(TestBox.card(1))
        _ = try box.kiosk.takeSeat(seat, session: box.session(1), device: box.tablet(4), peer: "t")
        box.kiosk.notePresence(1, attempt: 1)
        _ = try box.kiosk.beginTested(for: SampleBank.audience, noticeVersion: 2, session: box.session(2))
      },
      try board("waiting") { box in
        _ = try box.seatByLan(TestBox.card(1))
        try box.sit(2)
        _ = try box.kiosk.move(2, for: TestBox.Why.power, turn: box.turn(2))
      },
      try board("officer-decides", by: "minh", flagged),
      try board("officer-awaited", flagged),
      try board("to-print") { box in
        for number in 1...3 { _ = try box.finished(TestBox.card(number), session: box.session(UInt8(number))) }
        _ = try box.finished(TestBox.card(4), right: 1, session: box.session(4))
        _ = try box.kiosk.printAtDesk(2, for: nil, seen: 0, by: TestBox.lan)
        try box.kiosk.revokeSlip(3, for: TestBox.Why.coached, by: TestBox.minh)
      },
    ]
  }

  private static func flagged(_ box: TestBox) throws {
    let id = try box.atFirstItem(TestBox.card(1), session: box.session(1))
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: TestBox.lan)
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: box.kiosk.prepareSlip(for: box.record(id)))
    let other = try box.sit(2)
    try box.kiosk.recordHelp(.explainedQuestion, in: other, by: TestBox.lan)
  }

  private static func crowdedBoards() throws -> [PageSample] {
    [
      try board("forty") { box in
        for number in 1...40 { try box.sit(number, answered: number % 4) }
        for number in [7, 31] { try box.kiosk.callForHelp(Int64(number), session: box.session(UInt8(100 + number))) }
        try box.kiosk.pause(12, for: TestBox.Why.rest, turn: box.turn(12))
        box.clock.advance(seconds: 130)
        for number in 1...40 where number != 20 { box.kiosk.notePresence(Int64(number), attempt: Int64(number)) }
      },
      try board("long-names") { box in
        let name = "Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Quỳnh Anh Bảo Ngọc Châu"
        for number in 1...3 { try box.sit(number, name) }
        try box.kiosk.callForHelp(1, session: box.session(101))
        try box.kiosk.pause(2, for: TestBox.Why.rest, turn: box.turn(2))
        _ = try box.seatByLan(TestBox.card(4, name))
        _ = try box.finished(TestBox.card(5, name), session: box.session(5))
      },
    ]
  }

  private static func attempts() throws -> [PageSample] {
    let box = try office()
    let lan = try Browser.lan(box)
    let hamlet = try box.kiosk.addHamlet("Thôn Tân Lập")
    let tag = try box.kiosk.addTag("Đoàn viên")
    _ = try box.kiosk.seatByClerk(
      SeatRequest(
        candidate: try box.kiosk.readCard(World.nam).candidate(), audience: SampleBank.audience, isFaceCompared: true,
        hamlet: hamlet, tags: [tag], accommodations: Accommodations(time: .halfMore, needs: [.largeText, .readAloud]),
        guardian: GuardianAgreement(relation: .mother, name: "Lê Thị Mai", at: box.clock.now())), by: TestBox.lan)
    var samples = [take("attempt-waiting", try lan.get("/desk/attempts/1"))]
    box.clock.advance(seconds: 60)
    try box.sit(2, answered: 1)
    samples.append(take("attempt-running", try lan.get("/desk/attempts/2")))
    try box.kiosk.callForHelp(2, session: box.session(102))
    samples.append(take("attempt-calling", try lan.get("/desk/attempts/2")))
    samples.append(take("attempt-call-answered", try lan.post("/desk/attempts/2/help-answer", [("from", "attempt")])))
    try box.kiosk.addMinutes(5, to: 2, for: TestBox.Why.power, turn: box.turn(2, by: TestBox.minh))
    let late = [("seen", "1"), ("reason", "nghi")]
    samples.append(take("attempt-changed-meanwhile", try lan.post("/desk/attempts/2/pause", late)))
    let many = [("seen", "2"), ("reason", "mat-dien"), ("minutes", "other"), ("other", "90")]
    samples.append(take("attempt-too-many-minutes", try lan.post("/desk/attempts/2/minutes", many)))
    samples.append(take("attempt-paused", try lan.post("/desk/attempts/2/pause", [("seen", "2"), ("reason", "nghi")])))
    let why = [("seen", "3"), ("reason", "mat-dien")]
    samples.append(take("attempt-end-question", try lan.post("/desk/attempts/2/end", why)))
    samples.append(take("attempt-ended", try lan.post("/desk/attempts/2/end", why + [("confirmed", "yes")])))
    _ = try box.finished(TestBox.card(3), session: box.session(3))
    box.clock.advance(seconds: 60)
    samples.append(take("attempt-passed", try lan.get("/desk/attempts/3")))
    let void = [("seen", "1"), ("reason", "lam-ho")]
    samples.append(take("attempt-void-question", try lan.post("/desk/attempts/3/voidance", void)))
    samples.append(take("attempt-voided", try lan.post("/desk/attempts/3/voidance", void + [("confirmed", "yes")])))
    _ = try box.kiosk.beginPractice(for: SampleBank.audience, session: box.session(9))
    samples.append(take("attempt-of-practice", try lan.get("/desk/attempts/4")))
    return samples
  }

  private static func decisions() throws -> [PageSample] {
    let box = try office()
    try flagged(box)
    box.clock.advance(seconds: 60)
    var samples = [take("attempt-awaits-officer", try Browser.lan(box).get("/desk/attempts/1"))]
    let minh = try Browser.minh(box)
    samples.append(take("attempt-to-decide", try minh.get("/desk/attempts/1")))
    let word = [("seen", "1"), ("kind", "counts"), ("reason", "lam-ho")]
    samples.append(take("attempt-decided", try minh.post("/desk/attempts/1/decision", word)))
    return samples
  }

  private static func kiosks() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    try browser.begin()
    var samples = [take("seat-called", try browser.post("/attempts/1/help-call", [("from", "/attempts/1/seat")]))]
    try browser.box.kiosk.answerHelp(1, by: TestBox.lan)
    try browser.reachItemsOfSeated()
    let chosen = [
      ("part", "scored"), ("place", "1"), ("shown", "yes"), ("option", "b"), ("from", "/attempts/1/items/1"),
    ]
    samples.append(take("item-called", try browser.post("/attempts/1/help-call", chosen)))
    try browser.box.kiosk.pause(1, for: TestBox.Why.rest, turn: browser.box.turn(1))
    samples.append(take("item-paused", try browser.get("/attempts/1/items/1")))
    try browser.box.kiosk.recordHelp(.suggestedAnswer, in: 1, by: TestBox.lan)
    try browser.box.kiosk.resume(1, turn: browser.box.turn(1))
    for number in 1...4 { try browser.respond("scored", number, option: "a") }
    try browser.box.kiosk.endByStaff(1, for: TestBox.Why.power, turn: browser.box.turn(1), prepared: nil)
    samples.append(take("result-slip-waits", try browser.get("/attempts/1")))
    try browser.box.kiosk.void(1, for: TestBox.Why.coached, turn: browser.box.turn(1))
    samples.append(take("problem-voided-by-staff", try browser.get("/attempts/1")))
    let moved = Browser(try TestBox())
    try moved.reachItems()
    _ = try moved.box.kiosk.move(1, for: TestBox.Why.power, turn: moved.box.turn(1))
    samples.append(take("problem-moved-by-staff", try moved.get("/attempts/1/items/1")))
    return samples
  }

  private static func helpers() throws -> [PageSample] {
    let box = try office()
    let minh = try Browser.minh(box)
    var samples = [take("helpers-empty", try minh.get("/office/helpers"))]
    for number in 1...26 {
      let id = try box.atFirstItem(TestBox.card(number), session: box.session(UInt8(number)))
      let helper = number > 24 ? 3 : number % 2 == 0 ? TestBox.lan : TestBox.minh
      try box.kiosk.recordHelp(number % 2 == 0 ? .readAloud : .pointedAtScreen, in: id, by: helper)
      try box.answerAll(id, right: number % 2 == 0 || number < 4 ? 4 : 0)
      try box.kiosk.submit(box.record(id), confirmed: true, prepared: nil)
    }
    for number in 31...33 { _ = try box.finished(TestBox.card(number), session: box.session(UInt8(number))) }
    samples.append(take("helpers", try minh.get("/office/helpers")))
    return samples
  }
}

extension Browser {
  /// Bà Hoa, who was just at the seat page, before the first item that counts.
  package func reachItemsOfSeated() throws {
    try seatHoa()
    for number in 1...2 {
      try respond("warm-up", number, option: "a")
      try respond("warm-up", number)
    }
  }
}
