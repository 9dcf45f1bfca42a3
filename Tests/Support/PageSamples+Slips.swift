import Slip
import UseCases

/// The desk's pages of slips, checks and people.
extension PageSamples {
  static func deskSlips() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    let lan = try Browser.lan(box)
    var samples = [take("desk-slips-empty", try lan.get("/desk/slips"))]
    _ = try box.finished(session: box.session(1))
    _ = try box.finished("008158999030||Nguyen Thi Hoa|02091958|Nữ|Tổ 5|15082021", session: box.session(2))
    _ = try box.seatByLan(World.suong)
    samples.append(take("desk-slips", try lan.get("/desk/slips")))
    for (name, query) in [
      ("found", "hoa"), ("found-person", "suong"), ("found-nothing", "khong co"), ("mistyped", "1111 1111 0000 0000"),
      ("foreign", "02215-3 · 7"),
    ] {
      samples.append(take("desk-slips-\(name)", try lan.post("/desk/slips", [("query", query)])))
    }
    samples.append(take("desk-slip", try lan.get("/desk/slips/1")))
    samples.append(take("desk-sheet", try lan.post("/desk/slips/1/prints", [("copies", "0"), ("size", "a5")])))
    box.clock.advance(seconds: 120)
    samples.append(take("desk-slip-printed", try lan.get("/desk/slips/1")))
    let noReason = [("copies", "1"), ("size", "a5"), ("reason", "")]
    samples.append(take("desk-slip-no-reason", try lan.post("/desk/slips/1/prints", noReason)))
    let late = [("copies", "0"), ("size", "a5"), ("reason", "")]
    samples.append(take("desk-slip-printed-meanwhile", try lan.post("/desk/slips/1/prints", late)))
    samples.append(take("desk-slip-revoking", try lan.post("/desk/slips/1/revocation", [("reason", "lam-ho")])))
    let confirmed = [("reason", "lam-ho"), ("confirmed", "yes")]
    samples.append(take("desk-slip-revoked", try lan.post("/desk/slips/1/revocation", confirmed)))
    samples.append(take("desk-slip-revoked-before", try lan.post("/desk/slips/1/revocation", confirmed)))
    return try samples + checksAtDesk(lan) + people(lan)
  }

  private static func checksAtDesk(_ lan: Browser) throws -> [PageSample] {
    var samples = [take("desk-check", try lan.get("/desk/check"))]
    let texts = try lan.box.store.slips(after: 0, most: 2).map { SlipText.encode($0.bytes) }
    for (name, fields) in [
      ("genuine", [("slip", texts[1])]), ("right-holder", [("slip", texts[1]), ("holder", "008158999030")]),
      ("other-holder", [("slip", texts[1]), ("holder", World.dung.number)]), ("revoked", [("slip", texts[0])]),
      ("mistyped", [("slip", "1111 1111 0000 0000")]), ("not-a-slip", [("slip", "ghi chú")]),
    ] {
      samples.append(take("desk-check-\(name)", try lan.post("/desk/check", fields)))
    }
    return samples
  }

  private static func people(_ lan: Browser) throws -> [PageSample] {
    var samples = [take("desk-person", try lan.get("/desk/people/1"))]
    samples.append(take("desk-person-name-fault", try lan.post("/desk/people/1/name", [("name", "4")])))
    samples.append(take("desk-person-corrected", try lan.post("/desk/people/1/name", [("name", "Nguyễn Thị Hòa")])))
    samples.append(take("desk-person-search", try lan.post("/desk/people/1", [("query", "nguyen thi")])))
    samples.append(take("desk-person-search-nothing", try lan.post("/desk/people/1", [("query", "abc")])))
    samples.append(take("desk-merge", try lan.post("/desk/people/1/merge", [("other", "2")])))
    let without = [("other", "2"), ("confirmed", "yes"), ("reason", "")]
    samples.append(take("desk-merge-no-reason", try lan.post("/desk/people/1/merge", without)))
    let whole = [("other", "2"), ("confirmed", "yes"), ("reason", "hai-ho-so")]
    samples.append(take("desk-person-merged", try lan.post("/desk/people/1/merge", whole)))
    samples.append(take("desk-person-without-slip", try lan.get("/desk/people/3")))
    return samples
  }
}
