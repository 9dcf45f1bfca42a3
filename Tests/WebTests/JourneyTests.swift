import TestSupport
import Testing

/// The way through the pages, without sockets: what a browser without scripts does.
@Suite("The way through the pages")
struct JourneyTests {
  private let browser: Browser

  init() throws {
    browser = Browser(try TestBox())
  }

  @Test("from welcome to the slip in one go")
  func wholeWay() throws {
    try browser.get("/")
    #expect(browser.body.contains("href=\"/audiences/nguoi-dan\""))
    try browser.finish(right: 4)

    #expect(browser.path == "/attempts/1/result")
    #expect(browser.body.contains("<h1>Đạt</h1>"))
    #expect(browser.body.contains("class=\"symbol\""))
  }

  @Test("a form without its token, or with another session's, changes nothing")
  func tokens() throws {
    try browser.reachItems()
    let other = Browser(browser.box)
    try other.get("/")
    try browser.post(
      "/attempts/1/responses", [("part", "scored"), ("place", "1"), ("option", "a"), ("go", "next")],
      token: other.formToken)

    #expect(browser.status == 403)
    #expect(try browser.box.store.openCount(of: 1) == 4)
    try browser.post(
      "/attempts/1/responses", [("part", "scored"), ("place", "1"), ("option", "a"), ("go", "next")], token: "")
    #expect(browser.status == 403)
  }

  @Test("somebody else's attempt is refused for reading and writing")
  func foreign() throws {
    try browser.reachItems()
    let other = Browser(browser.box)
    try other.get("/")

    for path in ["/attempts/1", "/attempts/1/items/1", "/attempts/1/review", "/attempts/1/result"] {
      try other.get(path)
      #expect(other.status == 403, "\(path)")
    }
    try other.respond("scored", 1, option: "a")
    #expect(other.status == 403)
    #expect(try browser.box.store.openCount(of: 1) == 4)
  }

  @Test(
    "a form that is not whole is refused with 400 and stores nothing",
    arguments: [
      [("part", "scored"), ("place", "1"), ("option", "a")], [("part", "x"), ("place", "1"), ("go", "next")],
      [("part", "scored"), ("place", "one"), ("go", "next")], [("part", "scored"), ("place", "1"), ("go", "away")],
      [("part", "scored"), ("place", "1"), ("place", "2"), ("go", "next")],
      [("part", "scored"), ("place", "1"), ("option", String(repeating: "a", count: 41)), ("go", "next")],
      [("part", "scored"), ("place", "1"), ("shown", "yes"), ("option", "z"), ("go", "next")],
    ])
  func badForms(fields: [(String, String)]) throws {
    try browser.reachItems()
    try browser.post("/attempts/1/responses", fields)

    #expect(browser.status == 400)
    #expect(try browser.box.store.openCount(of: 1) == 4)
  }

  @Test("a finished attempt takes nothing more and leads to its result")
  func finished() throws {
    try browser.finish(right: 4)
    try browser.respond("scored", 1, option: "b")
    #expect(browser.status == 409)

    try browser.get("/attempts/1/items/1")
    #expect(browser.path == "/attempts/1/result")
    try browser.post("/attempts/1/submission", [])
    #expect(browser.path == "/attempts/1/result")
  }

  @Test("what came before is not gone back to: a scored form has no way to its warm-ups")
  func noWayBack() throws {
    try browser.reachItems()
    try browser.get("/attempts/1/warm-ups/1")
    #expect(browser.path == "/attempts/1/items/1")
  }

  @Test("the welcome page offers to go on, and parts from the attempt when somebody else is there")
  func unfinished() throws {
    try browser.reachItems()
    try browser.get("/")
    #expect(browser.body.contains("N. T. Hoa"))
    #expect(!browser.body.contains("008158999003"))

    let before = browser.cookie
    try browser.post("/departure", [])
    #expect(browser.cookie != before)
    #expect(!browser.body.contains("Hoa"))
  }

  @Test("consent is a button pressed, never assumed")
  func consent() throws {
    try browser.get("/audiences/nguoi-dan/notice")
    try browser.post("/attempts", [("audience", "nguoi-dan"), ("mode", "tested"), ("notice", "2")])
    #expect(browser.status == 400)
    try browser.post(
      "/attempts", [("audience", "nguoi-dan"), ("mode", "tested"), ("notice", "1"), ("consent", "given")])
    #expect(browser.status == 409)
    #expect(try browser.box.store.isEmptyOfRealAttempts())
  }

  @Test("after the time is up, any page leads to the result")
  func timeUp() throws {
    try browser.reachItems()
    try browser.runOutOfTime()
    try browser.get("/attempts/1/items/2")

    #expect(browser.path == "/attempts/1/result")
    #expect(browser.body.contains("Đã hết giờ"))
  }
}

@Suite("Paper and checks, through the pages")
struct PaperJourneyTests {
  @Test("a sheet is a picture, made for the attempt's own session and for copies that were counted")
  func sheets() throws {
    let browser = Browser(try TestBox())
    try browser.finish(right: 4)
    try browser.post("/attempts/1/prints", [("size", "80mm")])
    #expect(browser.path == "/attempts/1/prints/1/80mm")

    try browser.get("/attempts/1/prints/1/80mm.png")
    #expect(browser.status == 200)
    for path in ["/attempts/1/prints/2/80mm", "/attempts/1/prints/0/a5", "/attempts/1/prints/2/80mm.png"] {
      try browser.get(path)
      #expect(browser.status == 404, "\(path)")
    }
    let other = Browser(browser.box)
    try other.get("/attempts/1/prints/1/80mm.png")
    #expect(other.status == 403)
  }

  @Test("who has not passed prints advice, which has no copies")
  func advice() throws {
    let browser = Browser(try TestBox())
    try browser.finish(right: 0)
    try browser.post("/attempts/1/prints", [("size", "a5")])
    #expect(browser.path == "/attempts/1/prints/0/a5")
    try browser.get("/attempts/1/prints/1/a5")
    #expect(browser.status == 404)
  }

  @Test("a paper that does not exist is refused")
  func unknownSize() throws {
    let browser = Browser(try TestBox())
    try browser.finish(right: 4)
    try browser.post("/attempts/1/prints", [("size", "a4")])
    #expect(browser.status == 400)
  }

  @Test("the check page names nobody")
  func checkNamesNobody() throws {
    for sample in try PageSamples.all() where sample.name.hasPrefix("check") {
      #expect(!sample.html.contains("Hoa") && !sample.html.contains("999003"), "\(sample.name)")
    }
  }
}
