import Audio
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Recording what the kiosk says, page by page")
struct VoiceJourneyTests {
  private let box: TestBox
  private let lan: Browser
  private let minh: Browser
  private let item: String
  private let line: String

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    (lan, minh) = (try Browser.lan(box), try Browser.minh(box))
    let first = try SampleBank.make().entries[0].item
    (item, line) = ("/office/voices/vi/items/\(first.id)", first.stem.written)
  }

  @discardableResult
  private func send(_ bytes: [UInt8], as browser: Browser, line: String? = nil) throws -> Browser {
    try browser.get(item)
    return try browser.upload(
      item, [("line", line ?? LineKey(self.line).text)], files: [("recording", "ghi-am.ogg", bytes)])
  }

  @Test("chị Lan records a line; only ông Minh may say that it is good; then the kiosk speaks with her voice")
  func twoPeople() throws {
    #expect(try send(TestSounds.file(seconds: 2), as: lan).body.contains(VoiceWording.own))
    #expect(try lan.post("/office/recordings/1/review", [("decision", "approve"), ("item", "x")]).status == 403)
    #expect(try box.store.approvedSound(of: LineKey(line), in: .init("vi")) == nil)
    let item = String(self.item.split(separator: "/")[4])
    try minh.get(self.item)
    #expect(minh.body.contains(VoiceWording.approve))
    #expect(
      try minh.post("/office/recordings/1/review", [("decision", "approve"), ("item", item)]).body
        .contains(VoiceWording.approvedMark))
    let sound = try #require(try box.kiosk.lineVoices(in: .init("tyz")).sound(of: LineKey(line)))
    let file = try #require(try box.kiosk.sounds.file(sound))
    #expect(try OggOpus.read(file).text == line)
    #expect(try minh.post("/office/recordings/1/review", [("decision", "approve"), ("item", item)]).status == 409)
  }

  @Test("coverage counts what is approved, by language and by competence")
  func coverage() throws {
    try send(TestSounds.file(seconds: 2), as: lan)
    let page = try minh.get("/office/voices/vi")
    #expect(page.body.contains(VoiceWording.waiting))
    #expect(try box.kiosk.voiceCoverage(in: .init("vi")).all.waiting == 1)
    _ = try box.kiosk.reviewRecording(1, isApproved: true, by: 2)
    let all = try box.kiosk.voiceCoverage(in: .init("vi")).all
    #expect(all.approved >= 1 && all.waiting == 0 && all.whole < all.items)
    #expect(try minh.get("/office/voices").status == 200)
    #expect(try minh.get("/office/voices/xx").status == 404)
  }

  @Test(
    "an hour, another format, nothing and a line that is not the item's are refused by a sentence, and keep nothing")
  func refusals() throws {
    let cases: [([UInt8], String?, String)] = [
      (TestSounds.file(seconds: 3_600), nil, SoundFault.tooLong.sentence),
      (Array("RIFF WAVE".utf8), nil, SoundFault.unknownFormat.sentence), ([], nil, SoundFault.empty.sentence),
      (TestSounds.file(seconds: 2), LineKey("khác").text, RecordingRefusal.unknownLine.sentence),
    ]
    for (bytes, line, sentence) in cases {
      let page = try send(bytes, as: lan, line: line)
      #expect(page.body.contains(sentence), "\(sentence)")
      #expect((400..<500).contains(page.status))
    }
    #expect(try box.store.recordedSounds().isEmpty)
  }

  @Test("only the page with the recorder may open the microphone")
  func microphone() throws {
    func senses(_ path: String) throws -> String {
      try lan.get(path).headers.first { $0.name == "Permissions-Policy" }?.value ?? ""
    }
    #expect(try senses(item).contains("microphone=(self)"))
    #expect(try senses("/office/voices").contains("microphone=()"))
  }

  @Test("another recording of the same line takes the place of one that waits")
  func again() throws {
    try send(TestSounds.file(seconds: 2), as: lan)
    try send(TestSounds.file(seconds: 3), as: lan)
    #expect(try box.store.recording(1)?.state == .replaced)
    #expect(try box.store.recordings(of: LineKey(line), in: .init("vi")).map(\.id) == [2])
  }
}
