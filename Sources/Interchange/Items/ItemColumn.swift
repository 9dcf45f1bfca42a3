import Assessment

/// The columns of a table of items, by the names that stand in its first row. Names are compared without case and marks, in any
/// order.
package enum ItemColumn: String, CaseIterable, Sendable {
  case id = "Mã câu"
  case kind = "Dạng câu hỏi"
  case competence = "Năng lực"
  case audiences = "Đối tượng"
  case use = "Dùng cho"
  case difficulty = "Độ khó"
  case difficultyReason = "Lý do độ khó"
  case stem = "Lời dẫn"
  case ear = "Lời dẫn để nghe"
  case key = "Đáp án"
  case rationale = "Giải thích"
  case source = "Nguồn"
  case sourceDate = "Ngày của nguồn"
  case unit = "Đơn vị"
  case extraRight = "Vế phải thừa"
  case mistakes = "Lỗi thường gặp"
  case credit = "Điểm từng phần"
  case cluster = "Nhóm câu"
  case version = "Phiên bản"
  case retiredOn = "Thôi dùng từ ngày"
  case retiredFor = "Lý do thôi dùng"
  case reading = "Đọc lại"
  case own = "Phần riêng"

  static let mostParts = 6

  /// `Phương án A` and so on.
  static func text(_ part: Int) -> String { "Phương án \(letter(part))" }
  static func match(_ part: Int) -> String { "\(letter(part)) ghép với" }
  static func meaning(_ part: Int) -> String { "\(letter(part)) cho biết" }
  static func ear(_ part: Int) -> String { "\(letter(part)) để nghe" }
  static func credit(_ part: Int) -> String { "\(letter(part)) phần điểm" }

  static func letter(_ part: Int) -> String { String(UnicodeScalar(UInt8(0x41 + part))) }

  /// Every name in the order in which the template has them: what everybody fills in first.
  package static let header: [String] = {
    let first: [ItemColumn] = [.id, .kind, .competence, .audiences, .use, .difficulty, .stem]
    let last = allCases.filter { !first.contains($0) && $0 != .key }
    let parts =
      (0..<ItemColumn.mostParts).map { text($0) } + [key.rawValue] + (0..<ItemColumn.mostParts).map { match($0) }
      + (0..<ItemColumn.mostParts).map { meaning($0) }
    let rare = (0..<ItemColumn.mostParts).flatMap { [ear($0), credit($0)] }
    return first.map(\.rawValue) + parts + last.map(\.rawValue) + rare
  }()
}

/// Words of a table for the words of the bank's own files; both are understood.
package enum ItemWords {
  package static let kinds: [(Item.Kind, String)] = [
    (.single, "một đáp án"), (.several, "nhiều đáp án"), (.truths, "đúng sai"), (.order, "sắp xếp"),
    (.match, "ghép đôi"), (.short, "điền số"), (.short, "điền từ"), (.point, "chỉ vào hình"), (.simulated, "thao tác"),
  ]
  package static let uses: [(Item.Use, String)] = [
    (.warmUp, "làm quen"), (.practice, "làm thử"), (.tested, "sát hạch"),
  ]
  package static let principle = "nguyên tắc chung"

  static func same(_ one: String, _ other: String) -> Bool {
    Spelling.folded(one) == Spelling.folded(other)
  }
}
