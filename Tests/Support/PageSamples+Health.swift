import Assessment
import UseCases
import Web

/// What the box says about itself: on the screen while it does not serve, at the desk, to officers and to programs.
extension PageSamples {
  static func health() throws -> [PageSample] {
    try outages() + clocks() + boxes() + [again()]
  }

  private static func outages() throws -> [PageSample] {
    let box = try TestBox()
    let assets = Assets([], sha256: box.secrets.sha256)
    return Outage.all.map { outage in
      let answer = OutagePage.answer(
        to: Request(.get, "/attempts/1/items/7"), outage, assets: assets, officeName: "UBND xã Thử")
      return PageSample(
        name: "outage-\(outage.word)", status: answer.status, html: String(decoding: answer.body, as: UTF8.self))
    }
  }

  private static func clocks() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let lan = try Browser.lan(box)
    var samples = [take("clock-sure", try lan.get("/desk/clock"))]
    for doubt in ClockDoubt.allCases {
      box.clockWatch.begin(doubt)
      samples.append(take("clock-\(doubt.rawValue)", try lan.get("/desk/clock")))
    }
    samples.append(take("board-clock", try lan.get("/desk")))
    let never = [("day", "31"), ("month", "2"), ("year", "2027"), ("hour", "8"), ("minute", "0"), ("answer", "wrong")]
    samples.append(take("clock-no-date", try lan.post("/desk/clock", never)))
    let early = [("day", "1"), ("month", "2"), ("year", "2020"), ("hour", "8"), ("minute", "0"), ("answer", "wrong")]
    samples.append(take("clock-impossible", try lan.post("/desk/clock", early)))
    return samples
  }

  private static func boxes() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let minh = try Browser.minh(box)
    var samples = [take("box-new", try minh.get("/office/box"))]
    let now = box.clock.now()
    try box.store.add(CheckRun(at: now, finding: "", milliseconds: 900))
    box.watch.keep(CopiesStanding(lastBackup: now, isMirrorWriting: true))
    samples.append(take("box-well", try minh.get("/office/box")))
    try box.store.add(CheckRun(at: now, finding: "event 12: hash", milliseconds: 900))
    try box.store.add(
      RebuildNote(
        at: now, folder: "damaged/20261130-081502", report: "Giữ lại 40 lượt làm bài.\nMất tên của lượt số 7.",
        isWhole: false))
    box.watch.fill()
    box.clockWatch.begin(.jumped)
    box.watch.keep(
      CopiesStanding(lastBackup: Moment(milliseconds: now.milliseconds - 9 * 86_400_000), isMirrorWriting: false))
    samples.append(take("box-troubled", try minh.get("/office/box")))
    try box.store.add(
      RebuildNote(
        at: now, folder: "",
        report: "Máy đã cấp đến phiếu số 41, dữ liệu chỉ còn đến số 40. Từ nay máy mang số 2 và khóa ký mới; "
          + "phiếu cũ vẫn kiểm tra được. Cần gửi khóa mới cho tỉnh.", isWhole: false))
    samples.append(take("box-slips-lost", try minh.get("/office/box")))
    samples.append(take("board-disk-tight", try minh.get("/desk")))
    box.watch.fail(.full)
    samples.append(take("board-disk-full", try minh.get("/desk")))
    let hoa = Browser(box)
    samples.append(
      take("problem-disk-tight", try hoa.post("/attempts", [("audience", "nguoi-dan"), ("mode", "practice")])))
    return samples
  }

  private static func again() throws -> PageSample {
    let browser = Browser(try TestBox())
    try browser.begin()
    try browser.seatHoa()
    let fields = [("part", "warm-up"), ("place", "1"), ("shown", "yes"), ("option", "a"), ("go", "next")]
    let answer = browser.refusal(.diskFault, to: "/attempts/1/responses", fields)
    return PageSample(name: "problem-again", status: answer.status, html: String(decoding: answer.body, as: UTF8.self))
  }
}

extension Browser {
  /// What this browser is told when a form it sends is not taken at all.
  package func refusal(_ problem: Problem, to path: String, _ fields: [(String, String)]) -> Web.Response {
    let body = (fields + [("token", formToken)]).map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    let request = Request(
      .post, path, cookie: cookie, contentType: "application/x-www-form-urlencoded", origin: "http://127.0.0.1",
      body: Array(body.utf8))
    let admission = Admission(request, secrets: box.secrets, doors: box.site.doors)
    return box.site.refusal(problem, to: admission, officeName: "UBND xã Thử")
  }
}
