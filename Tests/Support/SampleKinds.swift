import Assessment

/// One practice item of every kind, in a bank that draws all of them.
package enum SampleKinds {
  package static func bank() throws -> ItemBank {
    let files = SampleBank.files().map { file in
      switch file.path {
      case "blueprints/nguoi-dan.json":
        change(file, "\"practicePerArea\": 1", "\"practicePerArea\": 4")
      case "items/mau.json": ItemBank.File(path: file.path, bytes: Array("{\"items\": [\(items)]}".utf8))
      default: file
      }
    }
    return try ItemBank.read(files)
  }

  private static func change(_ file: ItemBank.File, _ old: String, _ new: String) -> ItemBank.File {
    let text = String(decoding: file.bytes, as: UTF8.self).split(separator: old).joined(separator: new)
    return ItemBank.File(path: file.path, bytes: Array(text.utf8))
  }

  private static var items: String {
    let tested = ["mua-sam", "an-toan"].flatMap { area in
      (1...2).map { item("\(area)-\($0)", area: area, use: "tested", "single", single) }
    }
    let warmUps = (1...2).map { item("lam-quen-\($0)", area: "mua-sam", use: "warm-up", "single", single) }
    let practice = [
      ("mua-sam", "several", several), ("mua-sam", "truths", truths), ("mua-sam", "order", order),
      ("mua-sam", "match", match), ("an-toan", "single", single), ("an-toan", "short", short),
      ("an-toan", "point", point), ("an-toan", "simulated", simulated),
    ].map { item("thu-\($0.1)", area: $0.0, use: "practice", $0.1, $0.2) }
    return (tested + warmUps + practice).joined(separator: ",\n")
  }

  private static func item(_ id: String, area: String, use: String, _ kind: String, _ members: String) -> String {
    """
    {"id": "\(id)", "type": "\(kind)", "competence": "\(area).mot", "audiences": ["nguoi-dan"], "use": "\(use)",
     "difficulty": 2, "difficultyReason": "thử", "stem": "Câu \(id): nên làm gì?", "rationale": "Làm vậy thì an toàn.",
     "source": {"kind": "principle"}, \(members)}
    """
  }

  private static func parts(_ ids: String) -> String {
    "[" + ids.map { "{\"id\": \"\($0)\", \"text\": \"Phần \($0)\", \"meaning\": \"nghĩa\"}" }.joined(separator: ", ")
      + "]"
  }

  private static let single = "\"options\": \(parts("abc")), \"key\": [\"a\"]"
  private static let several = "\"options\": \(parts("abcd")), \"key\": [\"a\", \"b\"], \"credit\": [0, 50, 100]"
  private static let order = "\"steps\": \(parts("kmb")), \"credit\": [0, 30, 60, 100]"
  private static let truths = """
    "statements": [{"id": "a", "text": "Một là vậy.", "isTrue": true, "meaning": "n"},
     {"id": "b", "text": "Hai là vậy.", "isTrue": false, "meaning": "n"},
     {"id": "c", "text": "Ba là vậy.", "isTrue": true, "meaning": "n"}], "credit": [0, 0, 50, 100]
    """
  private static let match = """
    "left": [{"id": "a", "text": "Một", "match": "x", "meaning": "n"},
     {"id": "b", "text": "Hai", "match": "y", "meaning": "n"}, {"id": "c", "text": "Ba", "match": "z", "meaning": "n"}],
    "right": [{"id": "x", "text": "Ích"}, {"id": "y", "text": "Gà"}, {"id": "z", "text": "Dế"}], "credit": [0, 20, 50, 100]
    """
  private static let short = """
    "entry": "number", "unit": "đồng", "accepts": [{"text": "150000", "credit": 100, "meaning": "n"}]
    """
  private static let point = """
    "picture": {"alt": "Ba ô", "width": 360, "height": 180,
     "svg": ["<rect x=\\"0\\" y=\\"0\\" width=\\"360\\" height=\\"180\\" fill=\\"#fff\\"/>"]},
    "regions": [{"id": "a", "name": "Ô trên", "box": [0, 0, 100, 50], "meaning": "n"},
     {"id": "b", "name": "Ô giữa", "box": [0, 60, 100, 50], "meaning": "n"},
     {"id": "c", "name": "Ô dưới", "box": [0, 120, 100, 50], "meaning": "n"}], "key": ["a"]
    """
  private static let simulated = """
    "simulation": {"device": "phone", "start": "dau", "steps": 8,
     "goals": [{"screen": "xong", "has": ["bat"], "credit": 100, "meaning": "n"},
      {"screen": "xong", "credit": 40, "meaning": "n"}],
     "screens": [
      {"id": "dau", "name": "Cài đặt", "look": "settings", "title": "Cài đặt", "ear": "Có một công tắc và một nút.",
       "elements": [{"kind": "switch", "id": "ct", "text": "Báo khi có người đăng nhập", "mark": "bat"},
        {"kind": "button", "id": "luu", "text": "Lưu lại", "style": "main", "goes": "xong"}]},
      {"id": "xong", "name": "Đã lưu", "look": "settings", "title": "Cài đặt", "ear": "Đã lưu.",
       "elements": [{"kind": "note", "text": "Đã lưu.", "tone": "good"}]}]}
    """
}
