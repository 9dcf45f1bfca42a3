import Assessment
import UseCases
import Web

/// Pages of seating: at the desk, at the kiosk a seat waits at, and of classes.
extension PageSamples {
  static func seating() throws -> [PageSample] {
    try reading() + settling() + tickets() + kiosk() + resting() + classes()
  }

  private static func office(_ box: TestBox? = nil) throws -> (box: TestBox, lan: Browser) {
    let box = try box ?? TestBox()
    try box.hireOffice()
    return (box, try Browser.lan(box))
  }

  private static func reading() throws -> [PageSample] {
    let (_, lan) = try office()
    var samples = [take("desk-seating", try lan.get("/desk/seating"))]
    samples.append(take("desk-seating-card-fault", try lan.post("/desk/seating", [("card", "12345")])))
    let faulty = [("name", "Hoa 1"), ("birthYear", "58"), ("number", "12")]
    samples.append(take("desk-seating-typed-faults", try lan.post("/desk/seating", faulty)))
    let walkIn = [("unnumbered", "yes"), ("name", "Bà Sáu"), ("birthYear", "1950")]
    samples.append(take("desk-seating-walk-in-faults", try lan.post("/desk/seating", walkIn)))
    return samples
  }

  private static func settling() throws -> [PageSample] {
    let (box, lan) = try office()
    for number in 1...3 { try box.enrol(number) }
    _ = try box.kiosk.addHamlet("Tổ 5")
    _ = try box.kiosk.addTag("Nông dân")
    var samples = [take("desk-settle", try lan.post("/desk/seating", [("card", World.hoa)]))]
    let mangled = "008158999003||Nguyeexn Thij Hoa|02091958|Nuwx|Toor 5|15082021"
    samples.append(take("desk-settle-guessed-name", try lan.post("/desk/seating", [("card", mangled)])))
    let lost = "008158999003||???|02091958|?|? 5|15082021"
    samples.append(take("desk-settle-lost-name", try lan.post("/desk/seating", [("card", lost)])))
    samples.append(take("desk-settle-child", try lan.post("/desk/seating", [("card", World.nam)])))
    let odd = [("name", World.dung.name), ("birthYear", "1985"), ("number", World.dung.number)]
    samples.append(take("desk-settle-disagreement", try lan.post("/desk/seating", odd)))
    let walkIn = [("unnumbered", "yes"), ("name", "Bà Sáu"), ("birthYear", "1950"), ("sex", "female")]
    samples.append(take("desk-settle-walk-in", try lan.post("/desk/seating", walkIn)))
    let chosen = [
      ("card", World.hoa), ("name", "Nguyễn Thị Hoa"), ("audience", "la"), ("device", "2"), ("hamlet", "1"),
      ("tag-1", "yes"), ("time", "150"), ("need-large-text", "yes"), ("tally-poor", "yes"), ("face", "yes"),
    ]
    samples.append(take("desk-settle-refused", try lan.post("/desk/seatings", chosen)))
    _ = try box.seatByLan()
    samples.append(take("desk-settle-already-waiting", try lan.post("/desk/seating", [("card", World.hoa)])))
    let done = try office()
    _ = try done.box.finished(right: 4, session: done.box.session(1))
    samples.append(take("desk-settle-too-early", try done.lan.post("/desk/seating", [("card", World.hoa)])))
    return samples
  }

  private static func tickets() throws -> [PageSample] {
    let (box, lan) = try office()
    let device = try box.enrol(2)
    let fields = [
      ("card", World.hoa), ("name", "Nguyễn Thị Hoa"), ("audience", "nguoi-dan"), ("device", String(device)),
      ("face", "yes"),
    ]
    var samples = [take("desk-ticket", try lan.post("/desk/seatings", fields))]
    let (id, seat) = try box.seatByLan(World.suong)
    samples.append(take("desk-ticket-any-device", try lan.get("/desk/attempts/\(id)/ticket")))
    _ = try box.kiosk.takeSeat(seat, session: box.session(1), device: nil, peer: "kiosk")
    samples.append(take("desk-ticket-taken", try lan.get("/desk/attempts/\(id)/ticket")))
    try lan.post("/desk/tallies", [("audience", "nguoi-dan"), ("kind", "poor"), ("step", "1")])
    samples.append(take("desk-tallies", lan))
    return samples
  }

  private static func kiosk() throws -> [PageSample] {
    let box = try TestBox()
    let browser = Browser(box)
    browser.setDevice(box.deviceToken(2))
    let device = try box.enrol(2)
    var samples = [take("welcome-of-device", try browser.get("/"))]
    let request = SeatRequest(
      candidate: try box.kiosk.readCard(World.hoa).candidate(), audience: SampleBank.audience, isFaceCompared: true,
      accommodations: Accommodations(time: .halfMore, needs: [.largeText, .readAloud]), device: device)
    guard case .seated(_, let seat) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else {
      throw TestBox.Unexpected()
    }
    samples.append(take("welcome-invited", try browser.get("/")))
    samples.append(take("seats", try browser.get("/seats")))
    samples.append(take("seats-unknown", try browser.post("/seats", [("seat", seat.value == 1000 ? "1001" : "1000")])))
    samples.append(take("seats-digits", try browser.post("/seats", [("seat", "48")])))
    samples.append(take("consent", try browser.post("/seats", [("seat", seat.description)])))
    let desk = Browser(try TestBox(seatsThemselves: false))
    samples.append(take("mode-desk-only", try desk.get("/audiences/nguoi-dan")))
    samples.append(take("problem-desk-only", try desk.begin()))
    return samples
  }

  private static func resting() throws -> [PageSample] {
    let box = try TestBox()
    let browser = Browser(box)
    let (id, seat) = try box.seatByLan(accommodations: Accommodations(time: .usual, needs: [.restBreaks]))
    try browser.get("/seats")
    try browser.post("/seats", [("seat", seat.description)])
    try browser.post("/attempts/1/consent", [("notice", "2"), ("answer", "agree")])
    for number in 1...2 {
      try browser.respond("warm-up", number, option: "a")
      try browser.respond("warm-up", number)
    }
    var samples = [take("item-with-rest", browser)]
    samples.append(take("pause-resting", try browser.respond("scored", 1, option: "a", go: "rest")))
    try box.kiosk.resume(id, turn: box.turn(id))
    try box.kiosk.pause(id, for: TestBox.Why.power, turn: box.turn(id))
    samples.append(take("pause-by-staff", try browser.get("/attempts/1")))
    return samples
  }

  private static func classes() throws -> [PageSample] {
    let (box, lan) = try office()
    var samples = [take("desk-classes-empty", try lan.get("/desk/classes"))]
    let list = """
      Họ và tên;Năm sinh;Số định danh
      Nguyễn Thị Hoa;1958;8158999003
      Trần Văn Dũng;1985;082084999002
      Lê Văn Nam;2012;008212999004
      ;31/02/1960;12345
      Nguyễn Thị Hoa;1958;008158999003
      Hoàng Thị Sương;1990;004190999006
      """
    let fields = [("mode", "tested"), ("title", "Lớp chiều thứ bảy"), ("audience", "nguoi-dan"), ("list", list)]
    samples.append(take("desk-class-list", try lan.upload("/desk/classes", fields)))
    samples.append(take("desk-class-seated", try lan.post("/desk/classes/1/seats", [("face", "yes")])))
    samples.append(take("desk-class-cards", try lan.get("/desk/classes/1/cards")))
    let practice = [("mode", "practice"), ("title", "Tổ 5"), ("audience", "nguoi-dan")]
    samples.append(take("desk-class-practice", try lan.upload("/desk/classes", practice)))
    try box.enrol(1)
    let tablet = Browser(box)
    tablet.setDevice(box.deviceToken(1))
    samples.append(take("welcome-practice-class", try tablet.get("/")))
    try lan.post("/desk/classes/2/closing", [])
    samples.append(take("desk-classes", lan))
    samples.append(take("desk-class-closed", try lan.get("/desk/classes/2")))
    samples.append(take("desk-classes-faulty", try lan.upload("/desk/classes", fields.dropLast() + [("list", "x;y")])))
    return samples
  }
}
