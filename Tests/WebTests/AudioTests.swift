import Audio
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Sound over HTTP")
struct AudioTests {
  private func answer(_ path: String, range: String = "", ifRange: String = "") throws -> Web.Response {
    let box = try TestBox(sounds: TestSounds { $0.value < 100 })
    let request = Request(.get, path, range: range, ifRange: ifRange)
    return box.site.answerBeside(Admission(request, secrets: box.secrets), kiosk: box.kiosk).response
  }

  private let one = "/audio/\(LineKey(value: 1).text).opus"

  @Test("one file for all lines, of the right type, to be kept for ever")
  func whole() throws {
    let answer = try answer("/audio/\(LineKey(value: 1).text)\(LineKey(value: 2).text).opus")
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == "audio/ogg; codecs=opus")
    #expect(answer.header("Cache-Control")?.contains("immutable") == true)
    #expect(answer.header("Accept-Ranges") == "bytes")
    #expect(try OggOpus.read(answer.body).milliseconds == 2_240)
  }

  @Test("parts that are asked for come with their place; what cannot be is told with the length")
  func parts() throws {
    let all = try answer(one)
    let middle = try answer(one, range: "bytes=10-19")
    #expect(middle.status == 206)
    #expect(middle.body == Array(all.body[10..<20]))
    #expect(middle.header("Content-Range") == "bytes 10-19/\(all.body.count)")
    let beyond = try answer(one, range: "bytes=\(all.body.count)-")
    #expect(beyond.status == 416)
    #expect(beyond.header("Content-Range") == "bytes */\(all.body.count)")
  }

  @Test("a part of another edition is no part: the whole comes")
  func ifRange() throws {
    let tag = try #require(try answer(one).header("ETag"))
    #expect(try answer(one, range: "bytes=0-9", ifRange: tag).status == 206)
    #expect(try answer(one, range: "bytes=0-9", ifRange: "\"khac\"").status == 200)
  }

  @Test("ranges as RFC 9110 means them")
  func ranges() {
    let cases: [(String, ByteRange)] = [
      ("", .whole), ("bytes=0-", .part(0..<100)), ("bytes=0-0", .part(0..<1)), ("bytes=90-200", .part(90..<100)),
      ("bytes=-10", .part(90..<100)), ("bytes=-500", .part(0..<100)), ("bytes=-0", .unsatisfiable),
      ("bytes=100-", .unsatisfiable), ("bytes=5-4", .whole), ("bytes=0-1,5-6", .whole), ("lines=0-1", .whole),
      ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=99999999999999999999-", .unsatisfiable),
    ]
    for (header, range) in cases { #expect(ByteRange(header, of: 100) == range, "\(header)") }
  }

  @Test("the times of words come beside, line by line")
  func track() throws {
    let answer = try answer("/audio/\(LineKey(value: 1).text)\(LineKey(value: 2).text).json")
    #expect(
      String(decoding: answer.body, as: UTF8.self)
        == #"{"lines":[{"from":0,"text":"một hai","to":1000,"words":[0,500]},"#
        + #"{"from":1240,"text":"một hai","to":2240,"words":[1240,1740]}]}"#)
  }

  @Test(
    "sound that there is not, and addresses that are none, are not found",
    arguments: ["/audio/ffffffffffffffff.opus", "/audio/1.opus", "/audio/.opus", "/audio/0000000000000001.mp3"])
  func missing(path: String) throws {
    #expect(try answer(path).status == 404)
  }
}

@Suite("How somebody wants to hear")
struct VoiceChoiceTests {
  @Test("what was chosen stays from page to page, and is gone when the kiosk is left")
  func stays() throws {
    let browser = Browser(try TestBox(sounds: TestSounds { _ in true }))
    try browser.get("/audiences/nguoi-dan/notice")
    #expect(!browser.body.contains("autoplay"))
    let page = try browser.post("/voice", [("first", "yes"), ("slow", "yes"), ("back", "/audiences/nguoi-dan/notice")])
    #expect(page.path == "/audiences/nguoi-dan/notice")
    #expect(page.body.contains("autoplay"))
    #expect(page.body.contains("id=\"slower\" data-usual=\"\(SpeakingWording.usual)\" aria-pressed=\"true\""))
    try browser.post("/departure", [])
    #expect(try !browser.get("/").body.contains("autoplay"))
  }

  @Test("no choice leads to a colleague's page, and a language that there is not is refused")
  func strict() throws {
    let browser = Browser(try TestBox())
    try browser.get("/")
    #expect(try browser.post("/voice", [("first", "yes"), ("back", "/desk")]).path == "/")
    #expect(try browser.post("/voice", [("language", "xx")]).status == 400)
  }

  @Test("a cookie that cannot be read counts as nothing chosen")
  func cookies() {
    for header in ["", "sathach-voice=", "sathach-voice=en", "sathach-voice=../x.a", "xsathach-voice=en.a"] {
      #expect(VoiceChoice(cookie: header) == VoiceChoice(), "\(header)")
    }
    let choice = VoiceChoice(cookie: "sathach=1; sathach-voice=tyz.as")
    #expect(choice.language.text == "tyz" && choice.speaksFirst && choice.isSlow)
  }
}

@Suite("Translations")
struct TongueTests {
  private let english = Tongue(
    language: .init(id: .init("en"), name: "English"),
    texts: [("Câu # trên #", "Question # of #"), ("Người dân", "Residents"), ("Nghe", "Listen & \"hear\"")])

  @Test("texts and labels are put in place, numbers kept, what is not known left as it is")
  func documents() {
    let page = "<html lang=\"vi\" class=\"x\"><p> Câu 3 trên 20 </p><p>Khác</p><svg aria-label=\"Người dân\"></svg>"
    #expect(
      String(decoding: english.translated(document: Array(page.utf8)), as: UTF8.self)
        == "<html lang=\"en\" class=\"x\"><p> Question 3 of 20 </p><p>Khác</p><svg aria-label=\"Residents\"></svg>")
  }

  @Test("what says its language stays as it is: somebody who chose wrongly finds their own language by its name")
  func ownLanguage() {
    let page = "<button lang=\"vi\">Nghe</button><p>Người dân</p>"
    #expect(
      String(decoding: english.translated(document: Array(page.utf8)), as: UTF8.self)
        == "<button lang=\"vi\">Nghe</button><p>Residents</p>")
    #expect(Tongue.texts(in: Array(page.utf8)) == ["Người dân"])
  }

  @Test("names within a sentence stay, or are put in place one by one where they are known")
  func names() {
    let open = Tongue(
      language: .init(id: .init("en"), name: "English"),
      texts: [
        ("Bài # của {*}, số cuối #.", "Test # of {*}, ending in #."), ("Học thêm: {*}.", "Learn {*}."),
        ("An toàn", "safety"),
      ])
    #expect(open.translated("Bài 2 của N. T. Hoa 1, số cuối 003.") == "Test 2 of N. T. Hoa 1, ending in 003.")
    #expect(open.translated("Học thêm: Mua sắm, An toàn.") == "Learn Mua sắm, safety.")
    #expect(open.translated("Học thêm: .") == nil && open.translated("Học thêm") == nil)
  }

  @Test("a heading and the page it stands on are put in place apart, and only together")
  func headings() {
    #expect(english.translated("Câu 3 trên 20 – Người dân") == "Question 3 of 20 – Residents")
    #expect(english.translated("Khác – Người dân") == nil)
  }

  @Test("a translation is escaped like every other text")
  func escapes() {
    let page = english.translated(document: Array("<p>Nghe</p>".utf8))
    #expect(String(decoding: page, as: UTF8.self) == "<p>Listen &amp; &quot;hear&quot;</p>")
  }

  @Test("somebody who chose English meets English pages, with the buttons of both languages on the first")
  func pages() throws {
    let browser = Browser(try TestBox(tongues: [english]))
    let first = try browser.get("/").body
    #expect(first.contains("lang=\"en\"") && first.contains("English"))
    try browser.post("/voice", [("language", "en"), ("back", "/")])
    #expect(browser.body.contains("<html lang=\"en\"") && browser.body.contains("Residents"))
  }

  @Test("texts that differ in their numbers alone are one and must not be translated in two ways")
  func numbers() {
    let file = "{\"version\": 1, \"texts\": {\"Còn 3 phút\": \"3 minutes\", \"Còn 5 phút\": \"5 minutes\"}}"
    let problems = TongueFile.read(
      [TongueFile(path: "languages/en/a.json", bytes: Array(file.utf8))], of: .init("en"), items: nil
    ).problems
    #expect(problems.contains { $0.text.contains("two ways") })
  }

  @Test("an item is whole in another language with the words drawn into its picture and those that taps bring")
  func wholeItem() throws {
    for item in try SampleBank.make().entries.map(\.item) {
      let texts = WrittenItem(item).texts
      #expect(texts.contains(item.stem.written) && item.parts.allSatisfy { texts.contains($0.text.written) })
      guard case .simulated(let simulation) = item.task else { continue }
      let taps = simulation.screens.flatMap(\.elements).compactMap(\.tapID).compactMap { simulation.text(of: $0) }
      #expect(taps.allSatisfy(texts.contains), "\(item.id): \(taps.filter { !texts.contains($0) })")
    }
  }

  @Test(
    "a file's faults are told: another version, a text the item does not say, one that is missing, two translations")
  func faults() throws {
    let items = try SampleBank.make().entries.map(\.item)
    let item = items[0]
    let file = """
      {"version": 1, "name": "English", "texts": {"Nghe": "Listen", "Dừng": 3}, "items": [
        {"item": "\(item.id)", "itemVersion": 9, "texts": {"Không có": "Nothing", "Nghe": "Hear"}},
        {"item": "\(item.id)", "itemVersion": 1, "texts": {}},
        {"item": "khong-co", "itemVersion": 1, "texts": {}}]}
      """
    let (tongue, problems) = TongueFile.read(
      [TongueFile(path: "languages/en/a.json", bytes: Array(file.utf8))], of: .init("en"), items: items)
    #expect(tongue?.has("Nghe") == true)
    for fault in [
      "is version 1, translated is 9", "does not say \"Không có\"", "is not translated", "there is no item", "two ways",
      "must be a text", "a second time",
    ] {
      #expect(problems.contains { $0.text.contains(fault) }, "\(fault): \(problems)")
    }
  }
}
