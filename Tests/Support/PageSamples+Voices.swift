import UseCases
import Web

extension PageSamples {
  /// Pages that can be heard, in two languages, and those on which colleagues record.
  static func voices() throws -> [PageSample] {
    let english = Tongue(
      language: .init(id: .init("en"), name: "English"), texts: [("Người dân", "Residents")])
    let browser = Browser(try TestBox(sounds: TestSounds { _ in true }, tongues: [english]))
    var samples = [take("heard-welcome", try browser.get("/"))]
    samples.append(take("heard-notice", try browser.get("/audiences/nguoi-dan/notice")))
    try browser.post("/voice", [("first", "yes"), ("slow", "yes"), ("back", "/audiences/nguoi-dan")])
    samples.append(take("heard-by-itself", browser))
    try browser.begin()
    try browser.seatHoa()
    samples.append(take("heard-warm-up", browser))
    return try samples + recording()
  }

  private static func recording() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let (lan, minh) = (try Browser.lan(box), try Browser.minh(box))
    let item = try SampleBank.make().entries[0].item
    let path = "/office/voices/vi/items/\(item.id)"
    var samples = [take("voices", try lan.get("/office/voices"))]
    samples.append(take("voices-language", try lan.get("/office/voices/vi")))
    samples.append(take("voices-competence", try lan.get("/office/voices/vi/competences/\(item.competence)")))
    samples.append(take("voices-item", try lan.get(path)))
    _ = try box.kiosk.record(
      try box.kiosk.prepareRecording(TestSounds.file(seconds: 4), of: .init(item.stem.written), item: item.id),
      in: .init("vi"), by: 1)
    samples.append(take("voices-item-waiting", try lan.get(path)))
    samples.append(take("voices-item-review", try minh.get(path)))
    return samples
  }
}
