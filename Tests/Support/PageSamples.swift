import Assessment
import Slip
import UseCases

/// Every page in every state, each reached the way a resident reaches it. One list for snapshots, gallery, accessibility
/// runs and pictures, so that none of them can miss a page.
package struct PageSample: Sendable {
  package let name: String
  package let status: Int
  package let html: String
}

package enum PageSamples {
  /// Made once: many tests look at all of them.
  package static func all() throws -> [PageSample] { try made.get() }

  private static let made = Result { try make() }

  private static func make() throws -> [PageSample] {
    let tests = try beginning() + testedForm() + results() + practice() + kinds() + problems() + idle()
    let slips = try paper() + checks() + deskSlips() + printer() + guides()
    let colleagues = try appearances() + accounts() + reports() + statistics() + desk() + seating() + plans()
    let office =
      try confirmations() + items() + backups() + bundles() + voices() + health() + evidence() + privacy() + setup()
    return tests + slips + colleagues + office
  }

  static func take(_ name: String, _ browser: Browser) -> PageSample {
    PageSample(name: name, status: browser.status, html: browser.body)
  }

  private static func beginning() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    var samples = [take("welcome", try browser.get("/"))]
    samples.append(take("mode", try browser.get("/audiences/nguoi-dan")))
    samples.append(take("notice", try browser.get("/audiences/nguoi-dan/notice")))
    samples.append(take("seat", try browser.begin()))
    samples.append(take("seat-card-fault", try browser.post("/attempts/1/seat", [("card", "123")])))
    let faulty = [("name", ""), ("birthYear", "57"), ("number", "12")]
    samples.append(take("seat-typed-faults", try browser.post("/attempts/1/seat", faulty)))
    samples.append(take("seat-confirmation", try browser.post("/attempts/1/seat", [("card", World.hoa)])))
    let odd = [("name", World.dung.name), ("birthYear", "1985"), ("number", "999084999002")]
    samples.append(take("seat-disagreement", try browser.post("/attempts/1/seat", odd)))
    let sample = Browser(try TestBox(isSample: true))
    samples.append(take("welcome-of-samples", try sample.get("/")))
    samples.append(take("office-front", try Browser(try TestBox(), door: .office).get("/")))
    return samples
  }

  private static func testedForm() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    try browser.begin()
    var samples = [take("warm-up", try browser.seatHoa())]
    samples.append(take("warm-up-right", try browser.respond("warm-up", 1, option: "a")))
    try browser.respond("warm-up", 1)
    samples.append(take("warm-up-wrong", try browser.respond("warm-up", 2, option: "b")))
    samples.append(take("item-first", try browser.respond("warm-up", 2)))
    try browser.respond("scored", 1, option: "a")
    samples.append(take("item-open", try browser.get("/attempts/1/items/2")))
    try browser.respond("scored", 2, option: "b", go: "2", isMarked: true)
    samples.append(take("item-chosen-and-marked", try browser.get("/attempts/1/items/2")))
    samples.append(take("unfinished", try browser.get("/")))
    samples.append(take("review-with-open", try browser.get("/attempts/1/review")))
    samples.append(take("submission-with-open", try browser.post("/attempts/1/submission", [])))
    try browser.respond("scored", 3, option: "a")
    try browser.respond("scored", 4, option: "a")
    samples.append(take("review-complete", try browser.get("/attempts/1/review")))
    return samples
  }

  private static func results() throws -> [PageSample] {
    var samples: [PageSample] = []
    for (name, right, isSample) in [
      ("result-passed", 4, false), ("result-passed-with-advice", 3, false), ("result-not-passed", 1, false),
      ("result-of-sample", 4, true),
    ] {
      let browser = Browser(try TestBox(isSample: isSample))
      try browser.finish(right: right)
      samples.append(take(name, browser))
    }
    let late = Browser(try TestBox())
    try late.reachItems()
    try late.runOutOfTime()
    samples.append(take("result-time-up", try late.get("/attempts/1")))
    let again = Browser(late.box)
    try again.begin()
    try again.post("/attempts/2/seat", [("card", World.hoa), ("confirmed", "yes")])
    samples.append(take("too-early", again))
    return samples
  }

  private static func paper() throws -> [PageSample] {
    let passed = Browser(try TestBox())
    try passed.finish(right: 4)
    var samples = [take("sheet-roll", try passed.post("/attempts/1/prints", [("size", "80mm")]))]
    samples.append(take("sheet-a5-again", try passed.post("/attempts/1/prints", [("size", "a5")])))
    let notPassed = Browser(try TestBox())
    try notPassed.finish(right: 0)
    samples.append(take("sheet-advice", try notPassed.post("/attempts/1/prints", [("size", "a5")])))
    let behind = Browser(try TestBox(today: Moment(milliseconds: 946_684_800_000)))
    try behind.finish(right: 4)
    samples.append(take("result-clock-behind", behind))
    return samples
  }

  private static func checks() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    try browser.finish(right: 4)
    var samples = [take("check", try browser.get("/check"))]
    guard let slip = try browser.box.store.slip(of: 1) else { throw TestBox.Unexpected() }
    let text = SlipText.encode(slip.bytes)
    let other = String(text.dropLast()) + (text.hasSuffix("0") ? "1" : "0")
    for (name, fields) in [
      ("check-genuine", [("slip", text)]), ("check-right-holder", [("slip", text), ("holder", World.hoa)]),
      ("check-other-holder", [("slip", text), ("holder", World.dung.number)]),
      ("check-holder-unreadable", [("slip", text), ("holder", "12")]), ("check-altered", [("slip", other)]),
      ("check-mistyped", [("slip", "1234 5678 9012 3456")]), ("check-code-unknown", [("slip", "0000 0000 0000 0000")]),
      ("check-not-a-slip", [("slip", "ghi chú")]),
      ("check-mangled", [("slip", "841" + String(text.dropFirst(3).prefix(100)))]),
    ] {
      samples.append(take(name, try browser.post("/check", fields)))
    }
    return samples
  }

  private static func practice() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    try browser.get("/audiences/nguoi-dan")
    var samples = [
      take("practice-item", try browser.post("/attempts", [("audience", "nguoi-dan"), ("mode", "practice")]))
    ]
    samples.append(take("practice-right", try browser.respond("scored", 1, option: "a")))
    try browser.respond("scored", 1)
    samples.append(take("practice-wrong", try browser.respond("scored", 2, option: "c")))
    try browser.respond("scored", 2)
    samples.append(take("practice-result", try browser.post("/attempts/1/submission", [("confirmed", "yes")])))
    return samples
  }

  /// An item of every kind: as it is met, half done where it can be, and with its feedback.
  private static func kinds() throws -> [PageSample] {
    let browser = Browser(try TestBox(bank: SampleKinds.bank()))
    try browser.get("/audiences/nguoi-dan")
    try browser.post("/attempts", [("audience", "nguoi-dan"), ("mode", "practice")])
    var samples: [PageSample] = []
    for number in 1...8 {
      let place = FormPlace(.scored, number)
      guard let kind = try browser.box.store.entry(at: place, of: 1)?.item.kind else { throw TestBox.Unexpected() }
      samples.append(take("kind-\(kind.rawValue)", try browser.get("/attempts/1/items/\(number)")))
      let common = [("part", "scored"), ("place", String(number)), ("shown", "yes")]
      for tap in taps(kind) {
        try browser.post("/attempts/1/responses", common + [("tap", tap)])
        if !browser.path.hasSuffix("feedback") { samples.append(take("kind-\(kind.rawValue)-\(tap)", browser)) }
      }
      if !browser.path.hasSuffix("feedback") {
        try browser.post("/attempts/1/responses", common + fields(kind) + [("go", "next")])
      }
      samples.append(take("kind-\(kind.rawValue)-feedback", browser))
    }
    return samples
  }

  private static func taps(_ kind: Item.Kind) -> [String] {
    switch kind {
    case .order: ["m", "k", "b"]
    case .simulated: ["ct", "luu"]
    default: []
    }
  }

  private static func fields(_ kind: Item.Kind) -> [(String, String)] {
    switch kind {
    case .single, .point: [("option", "b")]
    case .several: [("pick-a", "yes"), ("pick-b", "yes")]
    case .truths: [("judge-a", "true"), ("judge-b", "true")]
    case .match: [("match-a", "x"), ("match-b", "z"), ("match-c", "z")]
    case .short: [("typed", "150k")]
    case .order, .simulated: []
    }
  }

  private static func problems() throws -> [PageSample] {
    let browser = Browser(try TestBox())
    var samples = [take("problem-not-found", try browser.get("/khong-co"))]
    samples.append(take("problem-unknown-attempt", try browser.get("/attempts/99")))
    try browser.get("/")
    samples.append(take("problem-form-expired", try browser.post("/attempts", [], token: "00")))
    try browser.begin()
    samples.append(
      take("problem-under-age", try browser.post("/attempts/1/seat", [("card", World.nam), ("confirmed", "yes")])))
    return samples
  }
}

extension Browser {
  /// Welcome, audience, consent: waits for a seat.
  @discardableResult
  package func begin() throws -> Browser {
    try get("/audiences/nguoi-dan/notice")
    return try post(
      "/attempts", [("audience", "nguoi-dan"), ("mode", "tested"), ("notice", "2"), ("consent", "given")])
  }

  /// Sits bà Hoa down at attempt 1.
  @discardableResult
  package func seatHoa() throws -> Browser {
    try post("/attempts/1/seat", [("card", World.hoa), ("confirmed", "yes")])
  }

  @discardableResult
  package func respond(
    _ part: String, _ number: Int, option: String? = nil, go: String = "next", isMarked: Bool = false
  ) throws -> Browser {
    var fields = [("part", part), ("place", String(number)), ("shown", "yes"), ("go", go)]
    if let option { fields.append(("option", option)) }
    if isMarked { fields.append(("marked", "yes")) }
    return try post("/attempts/1/responses", fields)
  }

  /// Bà Hoa before the first item that counts.
  package func reachItems() throws {
    try begin()
    try reachItemsOfSeated()
  }

  /// Bà Hoa with her result, so many of four items right.
  package func finish(right: Int) throws {
    try reachItems()
    for number in 1...4 { try respond("scored", number, option: number <= right ? "a" : "b") }
    try post("/attempts/1/submission", [])
  }

  package func runOutOfTime() throws {
    for _ in 0..<4 {
      try respond("scored", 1, go: "1")
      box.clock.advance(seconds: 160)
    }
  }
}
