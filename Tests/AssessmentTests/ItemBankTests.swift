import Testing

@testable import Assessment

/// A whole small bank of one area, written out as its files, with one text exchanged to plant a fault.
struct SampleFiles {
  static let framework = """
    {"version": 1, "name": "Khung thử", "source": "thử", "adoption": null,
     "audiences": [{"id": "nguoi-dan", "number": 1, "name": "Người dân", "description": "Mọi người"}],
     "areas": [{"id": "mua-sam", "number": 2, "name": "Mua sắm", "short": "Mua sắm"}],
     "competences": [{"id": "mua-sam.chon", "area": "mua-sam", "audiences": ["nguoi-dan"], "name": "Chọn hàng",
       "advice": {"learn": "Tập xem hàng", "where": "Ở chợ"}}]}
    """
  static let blueprint = """
    {"audience": "nguoi-dan", "version": 1, "framework": 1, "adoption": null, "legalBasis": ["thử"], "reason": "thử",
     "minutes": 10, "warmUps": 1, "practicePerArea": 1, "retakeDelayDays": 1,
     "bands": [{"id": "de", "name": "dễ", "difficulties": [1, 2]}],
     "expectedPercents": [88, 78, 64, 50, 36], "draws": [{"area": "mua-sam", "items": {"de": 1}}],
     "cutScore": {"overall": 1, "areas": {"mua-sam": 1}}}
    """
  static let notices = """
    {"version": 1, "notices": [{"audience": "nguoi-dan", "title": "Trước khi làm", "points": [{"title": "Ai", "text": "{office}"}],
     "legalBasis": "Luật", "agree": "Có", "decline": "Không"}]}
    """

  static func item(_ id: String, use: String) -> String {
    """
    {"id": "\(id)", "type": "single", "competence": "mua-sam.chon", "audiences": ["nguoi-dan"], "use": "\(use)",
     "difficulty": 2, "difficultyReason": "thường gặp", "stem": "Bà Hoa nên mua ở đâu?",
     "options": [{"id": "a", "text": "Chỗ quen", "meaning": "biết chọn"}, {"id": "b", "text": "Chỗ lạ", "meaning": "vội"},
      {"id": "c", "text": "Chỗ rẻ nhất", "meaning": "ham rẻ"}],
     "key": ["a"], "rationale": "Chỗ quen dễ đổi.", "source": {"kind": "principle"}}
    """
  }

  /// - Parameter distinct: gives the second and third item words of their own, as a bank worth printing has.
  static func files(exchanging old: String = "", for new: String = "", distinct: Bool = false) -> [ItemBank.File] {
    var others = [item("ms-2", use: "practice"), item("ms-3", use: "warm-up")]
    if distinct {
      others[0] = others[0].replacing("Bà Hoa nên mua ở đâu?", with: "Ông Sáu trả tiền cách nào?")
        .replacing("Chỗ quen\"", with: "Quét mã\"").replacing("Chỗ lạ", with: "Để mai").replacing(
          "Chỗ rẻ nhất", with: "Ghi sổ nợ")
      others[1] = others[1].replacing("Bà Hoa nên mua ở đâu?", with: "Chạm vào ô nào?")
        .replacing("Chỗ quen\"", with: "Ô tròn\"").replacing("Chỗ lạ", with: "Ô vuông").replacing(
          "Chỗ rẻ nhất", with: "Ô dài to")
    }
    let items = "{\"items\": [\n\(([item("ms-1", use: "tested")] + others).joined(separator: ",\n"))\n]}"
    let texts = [
      ("framework.json", framework), ("blueprints/nguoi-dan.json", blueprint), ("notices.json", notices),
      ("items/mua-sam.json", items),
    ]
    return texts.map { path, text in
      let changed =
        old.isEmpty
        ? text : text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
      return ItemBank.File(path: path, bytes: Array(changed.utf8))
    }
  }
}

extension String {
  /// Puts `new` where `old` stands first.
  func replacing(_ old: String, with new: String) -> String {
    split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
  }
}

@Suite("Reading a bank")
struct ItemBankTests {
  private func problems(exchanging old: String, for new: String) -> [String] {
    do {
      _ = try ItemBank.read(SampleFiles.files(exchanging: old, for: new))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("a bank without faults is read whole")
  func readsWhole() throws {
    let bank = try ItemBank.read(SampleFiles.files())

    #expect(bank.entries.map(\.item.id.text) == ["ms-1", "ms-2", "ms-3"])
    #expect(bank.blueprint(for: Audience.ID("nguoi-dan"))?.itemCount == 1)
    #expect(bank.entries.allSatisfy { $0.area.text == "mua-sam" })
  }

  @Test(
    "each planted fault is told with its file and what was expected",
    arguments: [
      (
        "\"key\": [\"a\"]", "\"key\": [\"e\"]",
        "items/mua-sam.json:2: item \"ms-1\": the key \"e\" is not one of its options a, b, c"
      ),
      ("\"id\": \"ms-2\"", "\"id\": \"ms-1\"", "the id stands already in items/mua-sam.json:2"),
      (
        "\"competence\": \"mua-sam.chon\"", "\"competence\": \"mua-sam.ban\"",
        "the competence \"mua-sam.ban\" is not in framework.json"
      ),
      ("\"use\": \"tested\"", "\"use\": \"both\"", "\"use\" is \"both\"; expected one of warm-up, practice, tested"),
      ("\"difficulty\": 2", "\"difficulty\": 6", "\"difficulty\" must be a whole number from 1 to 5"),
      ("\"rationale\"", "\"rational\"", "\"rationale\" is missing"),
      ("\"text\": \"Chỗ lạ\"", "\"text\": \"Chỗ quen\"", "two options read \"Chỗ quen\""),
      ("Bà Hoa", "Ba\u{300} Hoa", "combining marks"),
      ("{\"kind\": \"principle\"}", "{\"kind\": \"fact\", \"text\": \"báo\", \"date\": \"hôm qua\"}", "expected YYYY"),
      ("\"items\": {\"de\": 1}", "\"items\": {\"de\": 2}", "2 tested items drawn, the bank has 1"),
      ("\"overall\": 1", "\"overall\": 9", "9 right are needed, only 1 items are drawn"),
      ("\"framework\": 1", "\"framework\": 2", "written for framework version 2, found version 1"),
      ("\"audience\": \"nguoi-dan\", \"title\"", "\"audience\": \"hoc-sinh\", \"title\"", "is not in framework.json"),
      ("[88, 78, 64, 50, 36]", "[88, 78, 64, 50]", "must be five numbers"),
      ("\"minutes\": 10", "\"minutes\": \"10\"", "\"minutes\" must be a whole number"),
      ("\"short\": \"Mua sắm\"", "\"short\": \"Mua sắm\", \"x\": 1", "\"x\" is no name here"),
    ])
  func tellsFaults(old: String, new: String, expected: String) {
    let found = problems(exchanging: old, for: new)

    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test("all faults of all files are told at once")
  func tellsAll() {
    var files = SampleFiles.files(exchanging: "\"key\": [\"a\"]", for: "\"key\": [\"e\"]")
    files[1] = ItemBank.File(path: files[1].path, bytes: Array("{".utf8))
    files.append(ItemBank.File(path: "ghi-chu.txt", bytes: []))

    #expect(throws: ItemBank.Faulty.self) { try ItemBank.read(files) }
    do {
      _ = try ItemBank.read(files)
    } catch {
      #expect(Set(error.problems.map(\.file)) == ["blueprints/nguoi-dan.json", "items/mua-sam.json", "ghi-chu.txt"])
    }
  }

  @Test("an item's stored content reads back as the same item")
  func roundTrips() throws {
    let bank = try ItemBank.read(SampleFiles.files())

    for entry in bank.entries {
      #expect(ItemBank.item(from: entry.content, framework: bank.framework) == entry.item)
    }
    #expect(ItemBank.framework(from: bank.frameworkContent) == bank.framework)
  }

  @Test("spacing and order of names do not make another bank, one letter does")
  func isNamedByContent() throws {
    let bank = try ItemBank.read(SampleFiles.files())
    let spaced = try ItemBank.read(
      SampleFiles.files(exchanging: "\"type\": \"single\",", for: "\"type\":   \"single\","))
    let changed = try ItemBank.read(SampleFiles.files(exchanging: "Bà Hoa", for: "Bà Hòa"))

    #expect(spaced.namingBytes == bank.namingBytes)
    #expect(changed.namingBytes != bank.namingBytes)
  }
}
