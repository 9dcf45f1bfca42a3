import Assessment
import Slip
import UseCases

/// People of a test box who have passed, and what the authority writes back.
extension TestBox {
  /// The layout as shipped, shortened.
  package static let layout = """
    {"columns": [{"field": "row", "heading": "STT"}, {"field": "slipCode", "heading": "Mã phiếu"},
      {"field": "name", "heading": "Họ và tên"}, {"field": "number", "heading": "Số định danh cá nhân"},
      {"field": "birth", "heading": "Ngày sinh"}],
     "answers": {"slipCode": ["Mã phiếu"], "number": ["Số định danh cá nhân"], "name": ["Họ và tên"],
      "birth": ["Ngày sinh"], "verdict": ["Kết quả"], "reason": ["Lý do"]},
     "confirmedWords": ["đã xác nhận"], "refusedWords": ["từ chối"]}
    """

  /// Three neighbours, of whom two have the same name and birth.
  package static let neighbours = [
    World.hoa, "008158999011||Nguyễn Thị Hòa|02091958|Nữ|Tổ 1|15082021",
    "008084999012||Trần Văn Dũng|05061984|Nam|Tổ 3|15082021",
  ]

  /// All three have passed; nothing is listed.
  @discardableResult
  package func passedNeighbours() throws -> [Attempt.ID] {
    _ = try kiosk.keepConfirmationLayout(Self.layout, by: nil)
    return try Self.neighbours.enumerated().map { index, card in
      try finished(card, session: session(UInt8(index + 1)))
    }
  }

  /// Listed and handed over by ông Minh.
  @discardableResult
  package func sentNeighbours() throws -> ConfirmationBatch.ID {
    try passedNeighbours()
    let batch = try kiosk.listForConfirmation(by: Self.minh)
    try kiosk.markSent(batch, by: Self.minh)
    return batch
  }

  package func code(of serial: Int64) throws -> String {
    guard let slip = try store.slip(serial: serial) else { throw Unexpected() }
    return SpokenCode(slip.token).text
  }

  /// A table as a reader of foreign files gives it: the heading in line 1.
  package static func table(_ lines: [String]...) -> [(line: Int, cells: [String])] {
    lines.enumerated().map { ($0.offset + 1, $0.element) }
  }

  /// Takes a file in and applies what is sure of it.
  @discardableResult
  package func answer(_ rows: [(line: Int, cells: [String])], bytes: [UInt8] = [1]) throws -> AnswerFile.ID {
    let id = try kiosk.takeAnswers(file: bytes, rows: rows, by: Self.minh)
    let preview = try kiosk.previewAnswers(id)
    _ = try kiosk.applyAnswers(id, choices: AnswerChoices(), seen: preview.digest, by: Self.minh)
    return id
  }
}
