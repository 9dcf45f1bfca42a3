import Assessment
import UseCases

/// Rules, targets, figures and returns of the office in every state.
extension PageSamples {
  static func plans() throws -> [PageSample] { try rules() + targets() + returns() }

  /// Ông Minh at a box whose three neighbours have passed.
  private static func minh() throws -> Browser {
    let box = try TestBox()
    try box.hireOffice()
    return try Browser.minh(box)
  }

  private static func rules() throws -> [PageSample] {
    let browser = try minh()
    var samples = [take("rules-proposal", try browser.get("/office/rules"))]
    samples.append(take("rule-set-proposal", try browser.get("/office/rules/nguoi-dan")))
    samples.append(take("rule-set-refused", try browser.adopt(safe: 9, date: "")))
    samples.append(take("rule-set-adopted", try browser.adopt(safe: 3)))
    samples.append(take("rules-adopted", try browser.get("/office/rules")))
    samples.append(take("notice-adopted", try Browser(browser.box).get("/audiences/nguoi-dan/notice")))
    return samples
  }

  private static func targets() throws -> [PageSample] {
    let browser = try minh()
    var samples = [take("targets-no-plan", try browser.get("/office/targets"))]
    try browser.box.kiosk.keepPlan(Array(TestBox.plan.utf8))
    samples.append(take("targets-none-chosen", try browser.get("/office/targets")))
    samples.append(take("figures-empty", try browser.get("/office/figures")))
    try browser.box.passedNeighbours()
    samples.append(
      take("targets-without-population", try browser.post("/office/targets/documents", [("document-tinh-a", "yes")])))
    samples.append(take("figures-refused", try browser.population("0")))
    samples.append(take("figures", try browser.population("1.250")))
    let list = "008158999003;2026-11-05;Kỹ năng số\n082084999002;2026-11-05;"
    samples.append(
      take("figures-list", try browser.post("/office/certificates", [("course", "Cơ bản"), ("list", list)])))
    samples.append(take("target-new", try browser.get("/office/targets/new")))
    samples.append(take("target-new-refused", try browser.ownTarget(value: "0")))
    samples.append(take("targets", try browser.ownTarget(value: "40")))
    samples.append(take("target-own", try browser.get("/office/targets/rieng-1")))
    return samples
  }

  private static func returns() throws -> [PageSample] {
    let browser = try minh()
    var samples = [take("returns-empty", try browser.get("/office/returns"))]
    try browser.box.followPlanA()
    try browser.box.passedNeighbours()
    try browser.population("1250")
    samples.append(take("returns-due", try browser.get("/office/returns")))
    samples.append(take("return-draft", try browser.openQuarter(4)))
    samples.append(take("returns-exists", try browser.openQuarter(4)))
    samples.append(take("return-row", try browser.get("/office/returns/1/rows/a-1")))
    try browser.writeRow(work: "Mở 3 lớp ở thôn", difficulty: "Thiếu máy tính bảng")
    samples.append(take("return-paper-draft", try browser.get("/office/returns/1/paper")))
    try browser.letterhead()
    samples.append(take("return-closed", try browser.close(1)))
    samples.append(take("return-paper", try browser.get("/office/returns/1/paper")))
    samples.append(take("returns", try browser.get("/office/returns")))
    samples.append(take("return-correction", try browser.post("/office/returns/1/correction", [])))
    return samples
  }
}

extension Browser {
  /// Adopts the sample rules with so many items about safety.
  @discardableResult
  package func adopt(safe: Int, date: String = "2026-11-20") throws -> Browser {
    try get("/office/rules/nguoi-dan")
    return try post(
      "/office/rules/nguoi-dan",
      [
        ("seen", hidden("seen")), ("minutes", "12"), ("retake", "7"), ("overall", "4"), ("count-mua-sam_de", "2"),
        ("count-an-toan_de", String(safe)), ("cut-mua-sam", "1"), ("cut-an-toan", "1"),
        ("basis", "Quyết định 757/QĐ-BKHCN\r\n"), ("document", "12/QĐ-UBND"), ("date", date),
        ("signer", "Nguyễn Văn Ký"),
      ])
  }

  @discardableResult
  package func population(_ value: String) throws -> Browser {
    try post(
      "/office/figures",
      [("group", "nguoi-lon"), ("value", value), ("day", "2026-10-01"), ("source", "Công an xã")])
  }

  @discardableResult
  package func ownTarget(value: String) throws -> Browser {
    try post(
      "/office/targets",
      [
        ("text", "Mỗi thôn 10 người đạt"), ("group", "nguoi-lon"), ("value", value), ("unit", "people"),
        ("deadline", "2026-12-31"), ("measure", "passed"), ("note", ""),
      ])
  }

  @discardableResult
  package func openQuarter(_ number: Int) throws -> Browser {
    try post("/office/returns", [("kind", "quarter"), ("year", "2026"), ("number", String(number))])
  }

  @discardableResult
  package func writeRow(work: String, difficulty: String) throws -> Browser {
    try post(
      "/office/returns/1/rows/a-1",
      [("work", work), ("result", ""), ("judgement", ""), ("difficulty", difficulty), ("proposal", "")])
  }

  @discardableResult
  package func letterhead() throws -> Browser {
    try post(
      "/office/letterhead",
      [
        ("superior", "UBND TỈNH A"), ("office", "UBND XÃ THỬ"), ("symbol", "BC-UBND"), ("place", "Xã Thử"),
        ("authority", "TM. ỦY BAN NHÂN DÂN"), ("position", "CHỦ TỊCH"), ("signer", "Nguyễn Văn Ký"),
        ("recipients", "Sở KH&CN\r\nLưu: VT"),
      ])
  }

  @discardableResult
  package func close(_ id: Int) throws -> Browser {
    try get("/office/returns/\(id)")
    return try post("/office/returns/\(id)/closing", [("seen", hidden("seen"))])
  }

  /// The value of a hidden field on the page.
  package func hidden(_ name: String) -> String {
    let parts = body.split(separator: "name=\"\(name)\" value=\"", maxSplits: 1)
    return parts.count > 1 ? String(parts[1].prefix { $0 != "\"" }) : ""
  }
}
