import Assessment
import Sealing
import Slip
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Slips at the desk, page by page")
struct DeskSlipsJourneyTests {
  private let box: TestBox
  private let slip: StoredSlip
  private let lan: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    let id = try box.finished(session: box.session(1))
    slip = try #require(try box.store.slip(of: id))
    lan = try Browser.lan(box)
  }

  @discardableResult
  private func find(_ text: String) throws -> Browser { try lan.post("/desk/slips", [("query", text)]) }

  @Test("the queue leads to the sheet in one tap, once")
  func printsFromQueue() throws {
    #expect(try lan.get("/desk/slips").body.contains("In phiếu số 1, giấy cuộn 80 mm"))
    try lan.post("/desk/slips/1/prints", [("copies", "0"), ("size", "80mm")])
    #expect(lan.path == "/desk/slips/1/prints/1/80mm" && lan.body.contains("/desk/slips/1/prints/1/80mm.png"))
    #expect(try lan.get("/desk/slips").body.contains(SlipDeskWording.queueEmpty))
    #expect(try lan.get("/desk/slips/1/prints/1/80mm.png").headers.contains { $0.value == "image/png" })
    for none in ["/desk/slips/1/prints/2/80mm", "/desk/slips/1/prints/0/a5", "/desk/slips/9/prints/1/a5"] {
      #expect(try lan.get(none).status == 404, "\(none)")
    }
  }

  @Test("a second sheet needs a reason, which the history names beside who gave it")
  func reprints() throws {
    try lan.post("/desk/slips/1/prints", [("copies", "0"), ("size", "a5")])
    box.clock.advance(seconds: 60)
    #expect(try lan.get("/desk/slips/1").body.contains(SlipDeskWording.printedSoFar(1)))
    try lan.post("/desk/slips/1/prints", [("copies", "1"), ("size", "a5"), ("reason", "")])
    #expect(lan.status == 422 && lan.body.contains(DeskRefusal.unknownReason(Reason.ID("")).sentence))
    try lan.post("/desk/slips/1/prints", [("copies", "1"), ("size", "a5"), ("reason", "may-in")])
    #expect(lan.path == "/desk/slips/1/prints/2/a5")
    try lan.get("/desk/slips/1")
    #expect(lan.body.contains("<td>In lại, bản thứ 2</td><td>Chị Lan</td><td>Máy in kẹt</td>"))
  }

  @Test("a clerk whose page is behind is told how many sheets there are, and nothing is counted")
  func printedMeanwhile() throws {
    let minh = try Browser.minh(box)
    try lan.post("/desk/slips/1/prints", [("copies", "0"), ("size", "a5")])
    try minh.post("/desk/slips/1/prints", [("copies", "0"), ("size", "a5")])
    #expect(minh.status == 409 && minh.body.contains("phiếu nay đã có 1 bản"))
    #expect(try box.store.printCount(of: 1) == 1)
  }

  @Test("a slip is revoked after a second look, and a check then says so with when, who and why")
  func revokes() throws {
    try lan.post("/desk/slips/1/revocation", [("reason", "lam-ho")])
    #expect(lan.status == 200 && lan.body.contains(SlipDeskWording.revokeQuestion(1)))
    #expect(try box.store.revocation(of: 1) == nil)
    try lan.post("/desk/slips/1/revocation", [("reason", "lam-ho"), ("confirmed", "yes")])
    #expect(lan.path == "/desk/slips/1" && lan.body.contains(SlipDeskWording.revoked))
    #expect(!lan.body.contains(SlipDeskWording.printTitle))

    try lan.post("/desk/check", [("slip", SlipText.encode(slip.bytes))])
    #expect(lan.body.contains(Wording.checkRevoked))
    #expect(lan.body.contains("Hủy lúc 09:00, 21/11/2026, Chị Lan. Lý do: Có người làm hộ."))
    #expect(try lan.get("/desk/slips/1/prints/1/a5").status == 409)
  }

  @Test("of two who revoke at once the second is told that it is done")
  func revokesOnce() throws {
    let minh = try Browser.minh(box)
    for browser in [lan, minh] { try browser.post("/desk/slips/1/revocation", [("reason", "lam-ho")]) }
    try minh.post("/desk/slips/1/revocation", [("reason", "lam-ho"), ("confirmed", "yes")])
    try lan.post("/desk/slips/1/revocation", [("reason", "lam-ho"), ("confirmed", "yes")])
    #expect(lan.status == 409 && lan.body.contains(DeskRefusal.slipRevoked(serial: 1).sentence))
    #expect(lan.body.contains("Ông Minh"))
  }

  @Test("a slip that is asked for by what only it has is opened at once")
  func opens() throws {
    for text in [
      SlipText.encode(slip.bytes), SpokenCode(slip.token).text, "1", "99999-1 · 1",
    ] {
      #expect(try find(text).path == "/desk/slips/1", "\(text)")
    }
    for text in ["hoa", "008158999003", World.hoa] {
      try find(text)
      #expect(lan.path == "/desk/slips" && lan.body.contains("Nguyễn Thị Hoa") && lan.body.contains("… 003"), "\(text)")
      #expect(!lan.body.replacing(text, with: "").contains("008158999003"))
    }
  }

  @Test("a mistyped group is named, and what was typed stays in the field")
  func mistyped() throws {
    try find("1111 1111 0000 0000")
    #expect(lan.status == 422 && lan.body.contains("nhóm 1, 2") && lan.body.contains("value=\"1111 1111 0000 0000\""))
    #expect(try find("").status == 422 && find("x").status == 422)
    #expect(try find("99999-7 · 1").body.contains("Phiếu do máy 99999-7 cấp"))
    #expect(try find("không có ai").body.contains(SlipDeskWording.foundNothing))
  }

  @Test("what a slip's page does not know is not found")
  func notFound() throws {
    #expect(try lan.get("/desk/slips/9").status == 404)
    #expect(try lan.post("/desk/slips/9/prints", [("copies", "0"), ("size", "a5")]).status == 404)
    #expect(try lan.post("/desk/slips/9/revocation", [("reason", "lam-ho")]).status == 404)
    #expect(try lan.post("/desk/slips/1/prints", [("copies", "0"), ("size", "a4")]).status == 400)
  }
}

@Suite("The check at the desk")
struct DeskCheckJourneyTests {
  private let box: TestBox
  private let text: String
  private let lan: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    let id = try box.finished(session: box.session(1))
    text = SlipText.encode(try #require(try box.store.slip(of: id)).bytes)
    lan = try Browser.lan(box)
    try lan.get("/desk/check")
  }

  @Test("a genuine slip of this box also shows its holder's name, to be compared with the paper")
  func genuine() throws {
    try lan.post("/desk/check", [("slip", text), ("holder", "]Q1008158999003//Nguyeenx Thij Hoa//02091958//Nuwx")])
    #expect(lan.body.contains(Wording.checkGenuine) && lan.body.contains(Wording.checkHolderRight))
    #expect(lan.body.contains("Nguyễn Thị Hoa") && lan.body.contains(CameraWording.compareName))
    #expect(lan.body.contains("href=\"/desk/slips/1\""))
    try lan.post("/desk/check", [("slip", text), ("holder", World.dung.number)])
    #expect(lan.body.contains(Wording.checkHolderOther) && lan.body.contains(Wording.checkWrongHand))
    #expect(lan.body.contains("class=\"outcome refused\""))
    try lan.post("/desk/check", [("slip", text), ("holder", "12")])
    #expect(lan.status == 422 && lan.body.contains(Wording.checkHolderUnreadable))
  }

  @Test("a slip of another box whose key is known is genuine, and says no more than it has signed")
  func otherBox() throws {
    let issuer = try Issuer("02215-3")
    let key = try BoxSigning(seed: [UInt8](repeating: 5, count: 32))
    let box = try TestBox(others: [KnownKey(kid: key.keyID, publicKey: key.publicKey, issuer: issuer)])
    try box.hireOffice()
    // Even under a token that a slip of this box has too.
    let own = try #require(try box.store.slip(of: box.finished(session: box.session(1))))
    let said = try Claims(decoding: SlipBytes(decoding: own.bytes).message.payload)
    let claims = try Claims(
      issuer: issuer, issuedAt: said.issuedAt, token: said.token, serial: 7, audience: said.audience,
      frameworkVersion: 1, blueprintVersion: 1, bankHash: said.bankHash, right: 18, asked: 20, outcome: .passed,
      areaBits: 0, identity: .cardString, help: .none, bootCounter: 1, logHead: said.logHead, holderCheck: nil)
    let signature = try key.sign(SlipBytes.toBeSigned(claims, kid: key.keyID))
    let text = try SlipBytes(claims, kid: key.keyID, signature: signature).text

    let lan = try Browser.lan(box).post("/desk/check", [("slip", text)])
    #expect(lan.body.contains(Wording.checkGenuine) && lan.body.contains("02215-3 · 7"))
    #expect(lan.body.contains(CameraWording.otherBox) && !lan.body.contains("Nguyễn Thị Hoa"))
    try lan.post("/desk/slips", [("query", text)])
    #expect(lan.status == 409 && lan.body.contains("Phiếu do máy 02215-3 cấp"))
  }

  @Test("whoever is not signed in sees no name")
  func hidesNames() throws {
    let anyone = try Browser(box).get("/check").post("/check", [("slip", text)])
    #expect(anyone.body.contains(Wording.checkGenuine) && !anyone.body.contains("Hoa"))
  }

  @Test("only the page of the check may open the camera")
  func camera() throws {
    let policy = { (browser: Browser) in browser.headers.first { $0.name == "Permissions-Policy" }?.value ?? "" }
    #expect(policy(lan).contains("camera=(self)"))
    for path in ["/desk/slips", "/desk/slips/1", "/desk/people/1", "/check", "/", "/nowhere", "/staff/session"] {
      #expect(policy(try lan.get(path)).contains("camera=()"), "\(path)")
    }
  }

  private func frame(_ raster: Raster, token: String? = nil) -> [UInt8] {
    Array("P5\n# \(token ?? lan.staffToken)\n\(raster.width) \(raster.height)\n255\n".utf8)
      + raster.dots.map { $0 ? 0 : 255 }
  }

  private func symbol(_ text: String) throws -> Raster {
    try box.kiosk.drawing.symbol(for: text).raster(dotsPerModule: 4)
  }

  @Test("a picture of a slip gives its text, one of something else what it is")
  func frames() throws {
    #expect(try lan.send(frame(symbol(text)), to: "/desk/frames").body == "slip\n\(text)\n")
    #expect(try lan.send(frame(symbol("0123456789")), to: "/desk/frames").body == "foreign")
    let white = Raster(width: 64, height: 64, dots: [Bool](repeating: false, count: 4_096))
    #expect(try lan.send(frame(white), to: "/desk/frames").body == "nothing")
    #expect(lan.headers.contains { $0.name == "Content-Type" && $0.value == "text/plain; charset=utf-8" })
  }

  @Test("a picture without the session's token, from elsewhere, as a form, or of nobody is not looked at")
  func refusesFrames() throws {
    let white = Raster(width: 64, height: 64, dots: [Bool](repeating: false, count: 4_096))
    #expect(try lan.send(frame(white, token: "00"), to: "/desk/frames").status == 403)
    #expect(try lan.send(frame(white), to: "/desk/frames", from: "https://elsewhere.example").status == 403)
    #expect(try lan.send(frame(white), to: "/desk/frames", from: "").status == 403)
    #expect(try lan.send(frame(white), to: "/desk/frames", as: "text/plain").status == 400)
    #expect(try lan.send(Array(frame(white).dropLast()), to: "/desk/frames").status == 400)
    let token = lan.staffToken
    try lan.post("/staff/session/end", [])
    #expect(try lan.send(frame(white, token: token), to: "/desk/frames").status == 403)
    #expect(try lan.get("/desk/frames").status == 405)
  }

  @Test("a session that was left alone is locked in spite of its camera's pictures")
  func keepsNobodySignedIn() throws {
    let white = Raster(width: 64, height: 64, dots: [Bool](repeating: false, count: 4_096))
    for _ in 0..<3 {
      box.clock.advance(seconds: 600)
      try lan.send(frame(white), to: "/desk/frames")
    }
    #expect(lan.status == 401)
  }
}

@Suite("A person's page at the desk")
struct DeskPersonJourneyTests {
  private let box: TestBox
  private let lan: Browser
  private let hoa: Int64
  /// Bà Hoa under the number somebody mistyped.
  private let twin: Int64

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    let first = try box.finished(session: box.session(1))
    let second = try box.finished(
      "008158999030||Nguyen Thi Hoa|02091958|Nữ|Tổ 5|15082021", session: box.session(2))
    hoa = try #require(try box.record(first).person)
    twin = try #require(try box.record(second).person)
    lan = try Browser.lan(box)
    try lan.get("/desk/people/\(hoa)")
  }

  @Test("shows the number by its end only, attempts and slips")
  func shows() {
    #expect(lan.body.contains("<h1>Nguyễn Thị Hoa</h1>") && lan.body.contains("… 003") && lan.body.contains("1958"))
    #expect(!lan.body.contains("008158999003"))
    #expect(lan.body.contains("Đạt, 4/4") && lan.body.contains("href=\"/desk/slips/1\""))
  }

  @Test("a corrected name stands above the old one, with who corrected it")
  func corrects() throws {
    try lan.post("/desk/people/\(hoa)/name", [("name", "Nguyễn Thị Hòa")])
    #expect(lan.path == "/desk/people/\(hoa)" && lan.body.contains("<h1>Nguyễn Thị Hòa</h1>"))
    #expect(lan.body.contains("<li>Nguyễn Thị Hoa<br>") && lan.body.contains("Sửa lúc 09:00, 21/11/2026, Chị Lan"))
  }

  @Test("what is no name, or no other name, is said on the page with what was typed")
  func refusesNames() throws {
    try lan.post("/desk/people/\(hoa)/name", [("name", "Hoa 4")])
    #expect(
      lan.status == 422 && lan.body.contains(ParticularsFault.name.sentence) && lan.body.contains("value=\"Hoa 4\""))
    try lan.post("/desk/people/\(hoa)/name", [("name", "Nguyễn Thị  Hoa")])
    #expect(lan.status == 409 && lan.body.contains(DeskRefusal.nameUnchanged.sentence))
    #expect(try lan.post("/desk/people/99/name", [("name", "Hoa")]).status == 404)
  }

  @Test("two records become one after a search, a second look and a reason")
  func merges() throws {
    try lan.post("/desk/people/\(hoa)", [("query", "nguyen thi hoa")])
    #expect(lan.body.contains("Gộp hồ sơ Nguyen Thi Hoa, … 030") && !lan.body.contains("Gộp hồ sơ Nguyễn Thị Hoa"))
    try lan.post("/desk/people/\(hoa)/merge", [("other", "\(twin)")])
    #expect(lan.body.contains(PersonWording.mergeQuestion) && lan.body.contains("… 003") && lan.body.contains("… 030"))
    try lan.post("/desk/people/\(hoa)/merge", [("other", "\(twin)"), ("confirmed", "yes"), ("reason", "")])
    #expect(lan.status == 422 && lan.body.contains(DeskRefusal.bothNumbersReal.sentence))
    try lan.post("/desk/people/\(hoa)/merge", [("other", "\(twin)"), ("confirmed", "yes"), ("reason", "hai-ho-so")])
    #expect(lan.path == "/desk/people/\(hoa)" && lan.body.contains("Nguyen Thi Hoa, … 030"))
    #expect(lan.body.contains("Lý do: Một người hai hồ sơ") && lan.body.contains(PersonWording.handedOver))
    #expect(try lan.get("/desk/people/\(twin)").path == "/desk/people/\(hoa)")
  }

  @Test("records that cannot become one are refused in words")
  func refusesMerges() throws {
    let merge = "/desk/people/\(hoa)/merge"
    try lan.post(merge, [("other", "\(hoa)"), ("confirmed", "yes"), ("reason", "hai-ho-so")])
    #expect(lan.status == 409 && lan.body.contains(DeskRefusal.samePerson.sentence))
    #expect(try lan.post(merge, [("other", "99"), ("confirmed", "yes"), ("reason", "hai-ho-so")]).status == 404)
    #expect(try lan.post(merge, [("other", "x")]).status == 400)
    #expect(try lan.post("/desk/people/\(hoa)", [("query", "x")]).status == 422)
    #expect(try lan.post("/desk/people/\(hoa)", [("query", "")]).body.contains(PersonWording.foundNothing))
  }
}
