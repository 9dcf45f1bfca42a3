import Assessment

/// A small bank written for tests: two areas, easy items only, so that every test can say what is drawn.
package enum SampleBank {
  package static let audience = Audience.ID("nguoi-dan")

  /// - Parameters:
  ///   - tested: tested items in each area; two of each are drawn.
  ///   - minutes: served time of a form.
  ///   - edition: put into every stem, so that another edition is another bank.
  package static func make(tested: Int = 8, minutes: Int = 10, edition: String = "") throws -> ItemBank {
    try ItemBank.read(files(tested: tested, minutes: minutes, edition: edition))
  }

  package static func files(tested: Int = 8, minutes: Int = 10, edition: String = "") -> [ItemBank.File] {
    var items: [String] = []
    for area in ["mua-sam", "an-toan"] {
      items += (1...tested).map { item("\(area)-\($0)", area: area, use: "tested", edition: edition) }
      items += (1...3).map { item("\(area)-thu-\($0)", area: area, use: "practice", edition: edition) }
    }
    items += (1...3).map { item("lam-quen-\($0)", area: "mua-sam", use: "warm-up", edition: edition) }
    let texts = [
      ("framework.json", framework), ("blueprints/nguoi-dan.json", blueprint(minutes: minutes)),
      ("notices.json", notices), ("reasons.json", reasons),
      ("items/mau.json", "{\"items\": [\(items.joined(separator: ",\n"))]}"),
    ]
    return texts.map { ItemBank.File(path: $0.0, bytes: Array($0.1.utf8)) }
  }

  /// The key of every sample item is its option "a".
  package static let key = Item.Option.ID("a")
  package static let wrong = Item.Option.ID("b")

  /// What a page sends on which an option is chosen.
  package static func page(_ option: Item.Option.ID?) -> Submission {
    Submission(option: option?.text)
  }

  private static func item(_ id: String, area: String, use: String, edition: String) -> String {
    """
    {"id": "\(id)", "type": "single", "competence": "\(area).mot", "audiences": ["nguoi-dan"], "use": "\(use)",
     "difficulty": 2, "difficultyReason": "thử", "stem": "Câu \(id)\(edition): nên làm gì?",
     "options": [{"id": "a", "text": "Việc đúng", "meaning": "biết làm"}, {"id": "b", "text": "Việc vội", "meaning": "vội vàng"},
      {"id": "c", "text": "Việc lạ", "meaning": "đoán"}],
     "key": ["a"], "rationale": "Việc đúng thì an toàn.", "source": {"kind": "principle"}}
    """
  }

  private static let framework = """
    {"version": 3, "name": "Khung thử", "source": "thử", "adoption": null,
     "audiences": [{"id": "nguoi-dan", "number": 1, "name": "Người dân", "description": "Mọi người"}],
     "areas": [{"id": "mua-sam", "number": 2, "name": "Mua sắm trực tuyến", "short": "Mua sắm"},
      {"id": "an-toan", "number": 4, "name": "Tự bảo vệ mình", "short": "An toàn"}],
     "competences": [
      {"id": "mua-sam.mot", "area": "mua-sam", "audiences": ["nguoi-dan"], "name": "Chọn hàng",
       "advice": {"learn": "Tập xem hàng.", "where": "Ở chợ."}},
      {"id": "an-toan.mot", "area": "an-toan", "audiences": ["nguoi-dan"], "name": "Nhận ra lừa đảo",
       "advice": {"learn": "Tập dừng lại.", "where": "Ở nhà văn hóa."}}]}
    """

  private static func blueprint(minutes: Int) -> String {
    """
    {"audience": "nguoi-dan", "version": 5, "framework": 3, "adoption": null, "legalBasis": ["thử"], "reason": "thử",
     "minutes": \(minutes), "warmUps": 2, "practicePerArea": 1, "retakeDelayDays": 1,
     "bands": [{"id": "de", "name": "dễ", "difficulties": [1, 2]}],
     "expectedPercents": [88, 78, 64, 50, 36],
     "draws": [{"area": "mua-sam", "items": {"de": 2}}, {"area": "an-toan", "items": {"de": 2}}],
     "cutScore": {"overall": 3, "areas": {"mua-sam": 1, "an-toan": 1}}}
    """
  }

  private static let reasons = """
    {"version": 1, "kinds": [
     {"id": "technical", "name": "Kỹ thuật", "reasons": [
      {"id": "mat-dien", "text": "Mất điện", "acts": ["pause", "add-minutes", "move", "end"]},
      {"id": "may-in", "text": "Máy in kẹt", "acts": ["reprint-slip"]}]},
     {"id": "health", "name": "Sức khỏe", "reasons": [{"id": "nghi", "text": "Nghỉ giải lao", "acts": ["pause", "rest"]}]},
     {"id": "conduct", "name": "Trật tự", "reasons": [
      {"id": "lam-ho", "text": "Có người làm hộ", "acts": ["void", "revoke-slip", "decide-flag"]}]},
     {"id": "identity", "name": "Nhân thân", "reasons": [
      {"id": "hai-ho-so", "text": "Một người hai hồ sơ", "acts": ["merge-people"]}]}]}
    """

  private static let notices = """
    {"version": 2, "notices": [{"audience": "nguoi-dan", "title": "Trước khi làm bài",
     "points": [{"title": "Ai hỏi", "text": "Là {office}."}], "legalBasis": "Luật 91/2025/QH15", "agree": "Tôi đồng ý",
     "decline": "Tôi không đồng ý"}]}
    """
}
