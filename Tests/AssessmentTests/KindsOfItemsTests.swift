import Testing

@testable import Assessment

/// One item of every kind as its file says it, each with a place for a fault.
enum KindFiles {
  static func item(_ kind: String, _ members: String) -> String {
    """
    {"id": "x-1", "type": "\(kind)", "competence": "mua-sam.chon", "audiences": ["nguoi-dan"], "use": "practice",
     "difficulty": 2, "difficultyReason": "thử", "stem": "Làm gì?", "rationale": "Vì vậy.", "source": {"kind": "principle"},
     \(members)}
    """
  }

  static func parts(_ ids: String, _ more: String = "") -> String {
    "[" + ids.map { "{\"id\": \"\($0)\", \"text\": \"Câu \($0)\", \"meaning\": \"n\"\(more)}" }.joined(separator: ", ")
      + "]"
  }

  static let several = "\"options\": \(parts("abcd")), \"key\": [\"a\", \"b\"], \"credit\": [0, 50, 100]"
  static let truths = """
    "statements": [{"id": "a", "text": "Một", "isTrue": true, "meaning": "n"}, {"id": "b", "text": "Hai", "isTrue": false, "meaning": "n"},
     {"id": "c", "text": "Ba", "isTrue": true, "meaning": "n"}], "credit": [0, 0, 50, 100]
    """
  static let order = "\"steps\": \(parts("kmb")), \"credit\": [0, 30, 60, 100]"
  static let match = """
    "left": [{"id": "a", "text": "Một", "match": "x", "meaning": "n"}, {"id": "b", "text": "Hai", "match": "y", "meaning": "n"},
     {"id": "c", "text": "Ba", "match": "z", "meaning": "n"}],
    "right": [{"id": "x", "text": "Ích"}, {"id": "y", "text": "Y"}, {"id": "z", "text": "Dét"}], "credit": [0, 20, 50, 100]
    """
  static let short = """
    "entry": "number", "unit": "đồng", "accepts": [{"text": "150000", "credit": 100, "meaning": "n"}]
    """
  static let point = """
    "picture": {"alt": "Hình", "width": 360, "height": 240, "svg": ["<rect x=\\"1\\" y=\\"1\\" width=\\"9\\" height=\\"9\\" fill=\\"#fff\\"/>"]},
    "regions": [{"id": "a", "name": "Trên", "box": [0, 0, 100, 50], "meaning": "n"}, {"id": "b", "name": "Giữa", "box": [0, 60, 100, 50], "meaning": "n"},
     {"id": "c", "name": "Dưới", "box": [0, 120, 100, 50], "meaning": "n"}], "key": ["a"]
    """

  static func read(_ kind: String, _ members: String) -> (item: Item?, problems: [String]) {
    let findings = Findings(file: "x.json")
    guard let framework = ItemBank.framework(from: Array(SampleFiles.framework.utf8)),
      let json = try? JSONReader.read(Array(item(kind, members).utf8))
    else { return (nil, ["not readable"]) }
    let item = ItemFile.item(json, framework: framework, findings: findings)
    return (item, findings.problems.map(\.text))
  }
}

@Suite("Reading items of every kind")
struct KindsOfItemsTests {
  @Test(
    "each kind is read whole",
    arguments: [
      ("several", KindFiles.several), ("truths", KindFiles.truths), ("order", KindFiles.order),
      ("match", KindFiles.match),
      ("short", KindFiles.short), ("point", KindFiles.point),
    ])
  func whole(kind: String, members: String) throws {
    let (item, problems) = KindFiles.read(kind, members)
    #expect(problems.isEmpty)
    #expect(item?.kind.rawValue == kind)
    #expect(item.map { $0.task.credit(for: $0.task.keyResponse) } == 100)
  }

  @Test(
    "each planted fault is told",
    arguments: [
      ("several", KindFiles.several, "[\"a\", \"b\"]", "[\"a\"]", "two options at least and not all"),
      ("several", KindFiles.several, "[0, 50, 100]", "[0, 100]", "\"credit\" must be 3 numbers"),
      ("several", KindFiles.several, "[0, 50, 100]", "[0, 120, 100]", "\"credit\" must be 3 numbers"),
      ("truths", KindFiles.truths, "\"isTrue\": false", "\"isTrue\": true", "a set has both"),
      ("truths", KindFiles.truths, "\"isTrue\": false", "\"isTrue\": 0", "must be true or false"),
      ("truths", KindFiles.truths, "[0, 0, 50, 100]", "[0, 50, 0, 100]", "rising to 100"),
      ("order", KindFiles.order, "\"id\": \"m\"", "\"id\": \"k\"", "stands twice"),
      ("match", KindFiles.match, "\"match\": \"y\"", "\"match\": \"x\"", "two lines on the left belong"),
      ("match", KindFiles.match, "\"match\": \"y\"", "\"match\": \"q\"", "not on the right"),
      ("short", KindFiles.short, "\"150000\"", "\"nhiều\"", "no whole number"),
      ("short", KindFiles.short, "\"credit\": 100", "\"credit\": 90", "nothing in \"accepts\" has the credit 100"),
      ("short", KindFiles.short, "\"entry\": \"number\"", "\"entry\": \"secret\"", "\"number\" or \"word\""),
      ("point", KindFiles.point, "[0, 60, 100, 50]", "[0, 40, 100, 50]", "overlap"),
      ("point", KindFiles.point, "[0, 60, 100, 50]", "[300, 60, 100, 50]", "leaves the picture"),
      ("point", KindFiles.point, "[0, 60, 100, 50]", "[0, 60, 100, 30]", "are hit well"),
      ("point", KindFiles.point, "[0, 60, 100, 50]", "[0, 60, 100]", "four whole numbers"),
      ("point", KindFiles.point, "<rect x", "<script x", "expected"),
      ("point", KindFiles.point, "fill=\\\"#fff\\\"", "onload=\\\"x\\\"", "expected"),
      ("point", KindFiles.point, "[\"a\"]", "[\"a\", \"b\", \"c\"]", "every region is a key"),
      ("order", KindFiles.order, "Câu k", "<b>Câu</b> k", "markup"),
      ("order", KindFiles.order, "Câu k", "Câu&nbsp;k", "markup"),
      ("dance", KindFiles.order, "", "", "expected one of single, several"),
    ])
  func fault(kind: String, members: String, old: String, new: String, expected: String) {
    let (_, problems) = KindFiles.read(kind, old.isEmpty ? members : members.replacing(old, with: new))
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test("signs that are no markup may stand in texts")
  func signs() {
    for text in ["3 < 5 và 7 > 2", "Cơm & cá", "A&B", "x<3"] {
      let (_, problems) = KindFiles.read("order", KindFiles.order.replacing("Câu k", with: text))
      #expect(problems.isEmpty, "\(text): \(problems)")
    }
  }
}

@Suite("Banks that are too large")
struct LargeBankTests {
  private func problems(_ file: ItemBank.File) -> [String] {
    do {
      _ = try ItemBank.read(SampleFiles.files() + [file])
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("a file of 500 MB is told by its size and not read")
  func file() {
    let found = problems(ItemBank.File(path: "items/z.json", bytes: [], size: 500 << 20))
    #expect(found == ["items/z.json: the file has 524288000 bytes, at most 8388608 are read"])
  }

  @Test("a hundred thousand items are told by their number and not read")
  func items() {
    let items = [String](repeating: "{}", count: 100_000).joined(separator: ",")
    let found = problems(ItemBank.File(path: "items/z.json", bytes: Array("{\"items\": [\(items)]}".utf8)))
    #expect(found == ["items/z.json:1: with its 100000 items the bank has more than 20000; none is read"])
  }
}
