import Assessment
import UseCases

/// A province's plan for the sample bank's people, and an office that follows it.
extension TestBox {
  package static let plan = """
    {"version": 1,
     "documents": [
      {"id": "tinh-a", "title": "Kế hoạch 1/KH-UBND của tỉnh A", "issuer": "UBND tỉnh A"},
      {"id": "tinh-b", "title": "Kế hoạch 2/KH-UBND của tỉnh B", "issuer": "UBND tỉnh B"}],
     "groups": [
      {"id": "nguoi-lon", "name": "Người dân trưởng thành", "fromAge": 18},
      {"id": "doan-vien", "name": "Đoàn viên", "tag": "đoàn viên"},
      {"id": "dan-so", "name": "Dân số"}],
     "outside": [
      {"id": "vneid", "name": "Xác nhận trên VNeID", "unit": "người", "standsFor": "confirmed"},
      {"id": "chu-ky-so", "name": "Có chữ ký số", "unit": "người"}],
     "targets": [
      {"id": "a-1", "document": "tinh-a", "row": "1", "group": "nguoi-lon", "deadline": "2026-12-31", "value": 50, "unit": "percent",
       "measure": "passed", "text": "Hoàn thành sát hạch"},
      {"id": "a-2", "document": "tinh-a", "row": "2", "group": "nguoi-lon", "deadline": "2026-06-30", "value": 3, "unit": "people",
       "measure": "course", "text": "Hoàn thành khóa học"},
      {"id": "a-3", "document": "tinh-a", "row": "3", "group": "dan-so", "value": 10, "unit": "percent", "measure": "outside",
       "figure": "chu-ky-so", "text": "Có chữ ký số", "note": "Không ghi thời hạn."},
      {"id": "a-4", "document": "tinh-a", "row": "4", "group": "doan-vien", "deadline": "2026-12-31", "value": 1, "unit": "people",
       "measure": "confirmed", "text": "Được xác nhận"},
      {"id": "b-1", "document": "tinh-b", "row": "1", "group": "nguoi-lon", "deadline": "2026-12-31", "value": 1000000,
       "unit": "people", "scope": "province", "measure": "confirmed", "text": "Cả tỉnh"}],
     "reportDates": [
      {"document": "tinh-a", "period": "quarter", "before": ["03-15", "06-15", "09-15", "12-15"], "source": "mục V"},
      {"document": "tinh-a", "period": "year", "before": ["12-05"], "source": "mục V"},
      {"document": "tinh-b", "period": "half", "before": ["06-30", "12-31"], "source": "mục VI"}]}
    """

  package static let planA = PlanDocument.ID("tinh-a")
  package static let adults = PlanGroup.ID("nguoi-lon")

  /// The plan taken in, tỉnh A's chosen by ông Minh.
  package func followPlanA() throws {
    try kiosk.keepPlan(Array(Self.plan.utf8))
    try kiosk.chooseDocuments([Self.planA], by: Self.minh)
  }

  package func standing(_ id: String) throws -> Standing {
    guard let standing = try kiosk.standings(ownTitle: "riêng").first(where: { $0.target.id.text == id }) else {
      throw Unexpected()
    }
    return standing
  }

  package func population(_ value: String, of group: PlanGroup.ID = TestBox.adults) throws {
    try kiosk.enterFigure(
      .population, group: group, value: value, day: "2026-10-01", source: "Công an xã", by: Self.minh)
  }
}

/// Rules of the sample bank as an office changes them.
extension TestBox {
  package func order(
    minutes: Int = 12, draws: [String: Int] = ["mua-sam": 2, "an-toan": 3], overall: Int = 4,
    document: String = "12/QĐ-UBND",
    date: String = "2026-11-20", seen: Int64? = nil
  ) throws -> RuleOrder {
    let overview = try kiosk.ruleOverview(of: SampleBank.audience)
    let areas = overview.inForce.areas.filter { draws[$0.text] != nil }
    return RuleOrder(
      audience: SampleBank.audience,
      change: RuleChange(
        minutes: minutes, retakeDelayDays: 7,
        draws: areas.map { Blueprint.Draw(area: $0, band: Blueprint.Band.ID("de"), count: draws[$0.text] ?? 0) },
        cutScore: CutScore(
          overall: overall, areas: Dictionary(uniqueKeysWithValues: areas.map { ($0, 1) })),
        legalBasis: ["Quyết định thử"]),
      document: document, date: date, signer: "Nguyễn Văn Ký", reason: "Ban hành theo \(document).",
      seen: seen ?? overview.row)
  }
}
