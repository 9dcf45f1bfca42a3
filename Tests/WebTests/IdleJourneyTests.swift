import Assessment
import TestSupport
import Testing
import UseCases
import Web

@Suite("A screen that nobody touches, and the clock")
struct IdleJourneyTests {
  @Test("the question is on every page of a resident, with its seconds, and without scripts the page leads to it")
  func pagesAsk() throws {
    let hoa = Browser(try TestBox())
    try hoa.reachItems()
    for path in ["/attempts/1/items/1", "/attempts/1/review", "/seats", "/check", "/audiences/nguoi-dan"] {
      try hoa.get(path)
      #expect(hoa.body.contains("data-ask=\"180\" data-clear=\"60\""), "\(path)")
      #expect(hoa.body.contains("content=\"600;url=/presence\""), "\(path)")
    }
  }

  @Test("the first page, a pause and the page that asks carry no question of their own")
  func othersDoNot() throws {
    let hoa = Browser(try TestBox())
    #expect(try !hoa.get("/").body.contains("id=\"idle\""))
    #expect(try !hoa.get("/presence").body.contains("id=\"idle\""))
  }

  @Test("yes leads back to the attempt, and no answer parts the browser from it, which stays open for its person")
  func answers() throws {
    let box = try TestBox()
    let hoa = Browser(box)
    try hoa.reachItems()
    let cookie = hoa.cookie

    #expect(try hoa.get("/presence").body.contains("href=\"/attempts/1\""))
    #expect(hoa.body.contains("content=\"60;url=/presence/none\""))
    try hoa.get("/presence/none")

    #expect(hoa.path == "/" && hoa.cookie != cookie)
    #expect(try hoa.get("/attempts/1/items/1").status == 403)
    #expect(try box.store.attempt(1)?.attempt.state == .inProgress)
    try hoa.get("/audiences/nguoi-dan/notice")
    try hoa.post(
      "/attempts", [("audience", "nguoi-dan"), ("mode", "tested"), ("notice", "2"), ("consent", "given")])
    try hoa.post("/attempts/2/seat", [("card", World.hoa), ("confirmed", "yes")])
    #expect(hoa.path == "/attempts/1/items/1")
  }

  @Test("a hidden clock stays hidden from page to page, keeps what is chosen, and is shown again to the next person")
  func clockIsHidden() throws {
    let hoa = Browser(try TestBox())
    try hoa.reachItems()
    #expect(try hoa.get("/attempts/1/items/1").body.contains("id=\"clock\" data-remaining"))

    try hoa.respond("scored", 1, option: "a", go: "hide")
    #expect(hoa.path == "/attempts/1/items/1" && hoa.body.contains("id=\"clock\" hidden"))
    #expect(hoa.body.contains("value=\"a\" checked") && hoa.body.contains("Hiện đồng hồ"))
    try hoa.respond("scored", 1, option: "a")
    #expect(hoa.body.contains("id=\"clock\" hidden") && hoa.body.contains("id=\"time-said\""))

    try hoa.respond("scored", 2, go: "show")
    #expect(!hoa.body.contains("id=\"clock\" hidden"))
    try hoa.respond("scored", 2, go: "hide")
    try hoa.post("/departure", [])
    #expect(hoa.cookie("sathach-clock") == nil)
  }
}
