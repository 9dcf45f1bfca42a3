import UseCases

/// The office's pages about people's particulars, periods and keys, in every state.
extension PageSamples {
  static func privacy() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    try box.kiosk.adoptRetention(ShippedWeb.bytes(of: "office/retention.json"))
    _ = try box.finished(session: box.session(1))
    _ = try box.finished(World.suong, session: box.session(2))
    let minh = try Browser.minh(box)
    return try person(minh) + erasing(minh) + periods(minh) + keys()
  }

  private static func person(_ minh: Browser) throws -> [PageSample] {
    var samples = [take("desk-person-for-officer", try minh.get("/desk/people/1"))]
    samples.append(take("privacy-person", try minh.get("/office/people/1")))
    samples.append(take("privacy-number", try minh.post("/office/people/1/number", [])))
    samples.append(take("privacy-paper", try minh.post("/office/people/1/paper", [])))
    samples.append(take("privacy-withdrawn", try minh.post("/office/people/1/withdrawal", [])))
    samples.append(take("privacy-withdrawn-before", try minh.post("/office/people/1/withdrawal", [])))
    return samples
  }

  private static func erasing(_ minh: Browser) throws -> [PageSample] {
    var samples = [take("privacy-erasures-none", try minh.get("/office/erasures"))]
    samples.append(take("privacy-erasure", try minh.get("/office/people/1/erasure")))
    let bare = [("reason", ""), ("document", "")]
    samples.append(take("privacy-erasure-faults", try minh.post("/office/people/1/erasure", bare)))
    let whole = [("reason", "asked"), ("document", "Đơn số 12 ngày 21/11/2026"), ("confirmed", "yes")]
    samples.append(take("privacy-erasures", try minh.post("/office/people/1/erasure", whole)))
    samples.append(take("privacy-erased", try minh.get("/office/people/1")))
    samples.append(take("desk-slip-erased", try minh.get("/desk/slips/1")))
    samples.append(take("privacy-disclosures", try minh.get("/office/disclosures")))
    return samples
  }

  private static func periods(_ minh: Browser) throws -> [PageSample] {
    var samples = [take("privacy-retention", try minh.get("/office/retention"))]
    let kinds = RetentionPlan.Kind.allCases.map { ($0.rawValue, "6") }
    let bare = kinds + [("document", ""), ("date", ""), ("signer", "")]
    samples.append(take("privacy-retention-faults", try minh.post("/office/retention", bare)))
    let whole = kinds + [("document", "QĐ 15/QĐ-UBND"), ("date", "2026-11-20"), ("signer", "Trần Văn Bình")]
    try minh.post("/office/retention", whole)
    minh.box.clock.advance(days: 200)
    for _ in 0..<9 { _ = try minh.box.kiosk.carryOutRetention() }
    minh.box.clockWatch.begin(.jumped)
    let again = try Browser.minh(minh.box, code: 11)
    samples.append(take("privacy-retention-held", try again.get("/office/retention")))
    return samples
  }

  private static func keys() throws -> [PageSample] {
    let box = try TestBox()
    try box.hireOffice()
    return [take("privacy-keys-alone", try Browser.minh(box).get("/office/keys"))] + (try listed())
  }

  private static func listed() throws -> [PageSample] {
    let box = try TestBox(anchor: "12345 67890 12345 67890 12345 67890")
    try box.hireOffice()
    let minh = try Browser.minh(box)
    var samples = [take("privacy-keys", try minh.get("/office/keys"))]
    for (name, text) in [("unreadable", "ghi chú"), ("not-newer", "list 3")] {
      samples.append(
        take(
          "privacy-keys-\(name)",
          try minh.upload("/office/keys", [], files: [("file", "danh-sach.txt", Array(text.utf8))])))
    }
    return samples
  }
}
