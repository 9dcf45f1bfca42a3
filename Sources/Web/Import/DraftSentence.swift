import Assessment
import Interchange

/// What a draft still lacks, and what an editor remarks on it, in Vietnamese.
package enum DraftSentence {
  package static func text(_ problem: ContentProblem) -> String {
    func fact(_ place: Int) -> String { problem.facts.indices.contains(place) ? problem.facts[place] : "" }
    return switch problem.kind {
    case .missing: "Thiếu \(member(fact(0)))."
    case .tooLong: "\(capital(member(fact(0)))) dài \(fact(1)) ký tự, nhiều nhất \(fact(2))."
    case .combiningMarks: "\(capital(member(fact(0)))) có dấu viết rời. Hãy gõ lại."
    case .markup: "\(capital(member(fact(0)))) có mã \(fact(1)). Hãy chỉ để chữ."
    case .count: "\(capital(member(fact(0)))): có \(fact(1)), cần \(fact(2))."
    case .unknownWord: "\(capital(member(fact(0)))) ghi “\(fact(1))”. Hãy chọn một trong: \(fact(2))."
    case .unknownCompetence: "Năng lực “\(fact(0))” không có trong khung."
    case .otherAudience: "Năng lực “\(fact(0))” không dành cho đối tượng “\(fact(1))”."
    case .twice: "“\(fact(0))” có hai lần."
    case .misshapen: "\(capital(member(fact(0)))) chưa đúng cách viết."
    case .other: "Chưa đúng quy cách: \(problem.text)"
    }
  }

  /// - Parameter item: whose page it stands on, so that of two alike the other one is named.
  package static func text(_ remark: BankEditor.Remark, of item: String = "") -> String {
    let other =
      named(in: "\(remark.subject) \(remark.text)").first { $0 != item }.map { "câu “\($0)”" } ?? "một câu khác"
    return switch remark.rule {
    case .longSentence: "Lời dẫn có câu quá dài. Hãy tách câu."
    case .foreignWord: "Có từ không phải tiếng Việt phổ thông. Hãy đổi từ."
    case .rareWord: "Có từ khó. Hãy dùng từ dễ hơn."
    case .colourCue: "Có chỗ chỉ phân biệt bằng màu. Hãy nói rõ thêm."
    case .noTextForTheEar: "Có chữ máy đọc sai. Hãy thêm lời để nghe."
    case .oldFact: "Căn cứ đã cũ. Hãy tra lại."
    case .keyLength, .keyLongest: "Đáp án dài hơn hẳn nên dễ đoán. Hãy cân lại độ dài."
    case .keyPlace: "Đáp án hay đứng ở một chỗ. Hãy đổi chỗ."
    case .forbiddenTooNear: "Chạm nhầm một lần là hỏng bài. Hãy sửa màn hình."
    case .goalInOrder: "Bấm lần lượt từ trên xuống cũng xong bài. Hãy sửa màn hình."
    case .nearDuplicate: "Gần giống \(other). Hãy viết khác đi."
    case .bothUses: "Gần giống \(other), là câu làm thử có đáp án. Hãy viết khác đi."
    case .fewItems, .thinDraw, .fewPractical: "Ngân hàng còn ít câu loại này."
    }
  }

  /// The ids in quotes.
  private static func named(in text: String) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  package static func standing(_ standing: ReviewedItem.Standing) -> String {
    switch standing {
    case .new: "mới"
    case .same: "đã có, không đổi"
    case .changesItem: "sửa câu đang dùng"
    case .changesDraft: "thay bản nháp"
    }
  }

  /// The member of an item as the table's columns call it.
  static func member(_ name: String) -> String {
    let names = [
      "id": "mã câu", "type": "dạng câu hỏi", "competence": "năng lực", "audiences": "đối tượng", "use": "dùng cho",
      "difficulty": "độ khó", "difficultyReason": "lý do độ khó", "stem": "lời dẫn", "ear": "lời để nghe",
      "rationale": "giải thích", "source": "nguồn", "date": "ngày", "reading": "ghi chú đọc lại", "key": "đáp án",
      "options": "phương án", "statements": "câu đúng sai", "steps": "bước", "left": "vế trái", "right": "vế phải",
      "match": "vế ghép", "meaning": "phần “cho biết”", "text": "nội dung", "credit": "phần điểm",
      "accepts": "đáp án được nhận",
      "mistakes": "lỗi thường gặp", "unit": "đơn vị", "entry": "loại ô điền", "picture": "hình",
      "regions": "vùng trong hình",
      "simulation": "màn hình mô phỏng", "cluster": "nhóm câu", "version": "phiên bản", "retired": "phần thôi dùng",
      "reason": "lý do", "name": "tên", "alt": "lời tả hình", "box": "vị trí vùng", "isTrue": "đúng hay sai",
    ]
    return names[name] ?? "“\(name)”"
  }

  private static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
