import Audio
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("What a page says")
struct SpokenTextTests {
  private func lines(_ markup: Markup) -> [String] {
    SpokenText(markup).lines.map { LineText.tidy(String(decoding: $0, as: UTF8.self)) }
  }

  @Test("texts in their order, a sentence with emphasis as one, entities as what they stand for")
  func texts() {
    #expect(
      lines("<h1>Chọn</h1><p>Bấm <b>một</b> lần\n là đủ</p><a><strong>A</strong><span>\("B & <C>")</span></a>")
        == ["Chọn", "Bấm một lần là đủ", "A", "B & <C>"])
  }

  @Test("nothing hidden, typed or drawn; a drawing by its description, and what can be tapped in it")
  func silence() {
    #expect(
      lines(
        """
        <p aria-hidden="true">x<span>y</span></p><p hidden>z</p><select><option>1</option></select>
        <svg role="img" aria-label="Một cái cây"><text>vẽ</text><foreignObject><label>Lá</label></foreignObject></svg>
        <svg aria-hidden="true"><text>dấu</text></svg><section aria-label="Màn hình chính"><p>Mở</p></section>
        <img alt="Phiếu"><input aria-hidden="true"><p>Hết</p>
        """) == ["Một cái cây", "Lá", "Màn hình chính", "Mở", "Phiếu", "Hết"])
  }

  @Test("every page a resident sees is heard from its first heading on, at the same place")
  func everyPage() throws {
    let browser = Browser(try TestBox(sounds: TestSounds { _ in true }))
    try browser.get("/")
    #expect(browser.body.contains("id=\"player\""))
    try browser.begin()
    for page in [
      try browser.seatHoa(), try browser.respond("warm-up", 1, option: "a"), try browser.respond("warm-up", 1),
    ] {
      let head = page.body.split(separator: "<main id=\"main\">", maxSplits: 1)[0]
      #expect(head.contains("<audio id=\"voice\" src=\"/audio/"), "\(page.path)")
    }
  }

  @Test("a name on the page is in no address of sound")
  func noNames() throws {
    let box = try TestBox(sounds: TestSounds { $0 != LineKey("Bà Hoa") })
    let browser = Browser(box)
    try browser.begin()
    let page = try browser.post("/attempts/1/seat", [("card", World.hoa)])
    let spoken = SpokenText(document: Array(page.body.utf8)).lines.map { String(decoding: $0, as: UTF8.self) }
    #expect(!spoken.isEmpty)
    #expect(!page.body.split(separator: "/audio/")[1].prefix(400).contains("Hoa"))
  }

  @Test("a box without sound says so on its first page and is quiet on the others")
  func withoutSound() throws {
    let browser = Browser(try TestBox())
    #expect(try browser.get("/").body.contains(SpeakingWording.notPrepared))
    #expect(try !browser.begin().body.contains("player"))
  }
}
