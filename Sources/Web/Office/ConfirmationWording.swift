import Assessment
import UseCases

/// What the pages about confirmation on VNeID say.
enum ConfirmationWording {
  static let title = "Xác nhận trên VNeID"
  static let lead = "Người đạt ở đây chưa phải là đã được xác nhận trên VNeID. Danh sách gửi đi và trả lời nhận về đều bằng tệp."
  static let steps = "Đạt → vào danh sách → đã gửi → đã xác nhận, hoặc bị từ chối → sửa → vào danh sách mới"
  static func listable(_ count: Int) -> String {
    count == 0 ? "Không có ai chờ vào danh sách." : "Có \(count) người đạt chưa vào danh sách nào."
  }
  static let makeList = "Lập danh sách mới"
  static let until = "Đạt đến hết ngày (bỏ trống: tất cả)"
  static let audience = "Đối tượng"
  static let everyone = "Tất cả"
  static let batches = "Các danh sách"
  static let noBatches = "Chưa có danh sách nào."
  static func batch(_ id: Int64) -> String { "Danh sách số \(id)" }
  static let madeOn = "Lập ngày"
  static let sentOn = "Đã gửi"
  static let notSent = "chưa gửi"
  static let people = "Số người"
  static func count(_ state: ConfirmationState) -> String {
    switch state {
    case .listed: "chờ gửi"
    case .sent: "đã gửi, chờ trả lời"
    case .confirmed: "đã xác nhận"
    case .refused: "bị từ chối"
    case .withdrawn: "đã rút"
    }
  }
  static let download = "Tải tệp"
  static let downloadLead = "Tệp có họ tên và số định danh. Mỗi lần tải đều được ghi sổ. Chỉ giao cho người nhận có thẩm quyền."
  static let format = "Dạng tệp"
  static let formats: [(value: String, name: String)] = [
    ("csv", "CSV (Excel mở được)"), ("xlsx", "Excel (XLSX)"), ("jsonl", "JSON từng dòng"),
  ]
  static let signature = "Tải chữ ký của tệp"
  static let signatureHelp = "Chữ ký đi kèm cho bên nhận biết tệp còn nguyên."
  static let markSent = "Đánh dấu đã gửi"
  static let markSentHelp = "Bấm sau khi đã giao tệp. Danh sách đã gửi thì không đổi được nữa."
  static let withdraw = "Rút ra"
  static let slip = "Phiếu"
  static let name = "Họ và tên"
  static let state = "Tình trạng"
  static let reason = "Lý do từ chối"
  static let toSlip = "Mở phiếu"

  static let answers = "Trả lời nhận về"
  static let answersLead = "Chọn tệp CSV hoặc Excel do cơ quan xác nhận gửi lại. Chưa có gì thay đổi cho đến khi xem và bấm áp dụng."
  static let file = "Tệp trả lời"
  static let look = "Xem trước"
  static let noAnswers = "Chưa nhận tệp nào."
  static func answerFile(_ id: Int64) -> String { "Tệp trả lời số \(id)" }
  static func fileState(_ state: AnswerFile.State) -> String {
    switch state {
    case .previewed: "chưa áp dụng"
    case .applied: "đã áp dụng"
    case .undone: "đã hoàn lại"
    }
  }
  static func applied(_ changed: Int, _ rows: Int) -> String { "\(changed) người đổi tình trạng, trong \(rows) dòng" }
  static let line = "Dòng"
  static let theirs = "Trong tệp"
  static let ours = "Ở máy này"
  static let verdict = "Trả lời"
  static let finding = "Nhận xét"
  static let choice = "Việc sẽ làm"
  static let take = "Áp dụng"
  static let leave = "Bỏ qua"
  static func takeAs(_ serial: Int64, _ name: String) -> String { "Là phiếu số \(serial), \(name)" }
  static func summary(sure: Int, look: Int, wrong: Int) -> String {
    "\(sure) dòng khớp, \(look) dòng cần xem, \(wrong) dòng không dùng được."
  }
  static func unknownHeadings(_ names: String) -> String { "Các cột này không được đọc: \(names)." }
  static let apply = "Áp dụng các dòng đã chọn"
  static let undo = "Hoàn lại cả tệp"
  static let undoHelp = "Mọi người trong tệp trở về tình trạng trước đó."

  static func how(_ how: AnswerFinding.How) -> String {
    switch how {
    case .slipCode: "Khớp theo mã phiếu"
    case .number: "Khớp theo số định danh"
    case .nameAndBirth: "Khớp theo họ tên và ngày sinh"
    }
  }
  static let several = "Có hơn một người cùng họ tên và ngày sinh"
  static let unknown = "Không có trong các danh sách đã gửi"
  static func doubled(_ line: Int) -> String { "Trùng với dòng \(line)" }
  static let already = "Đã ghi như vậy từ trước"
  static let noVerdict = "Cột kết quả còn trống"

  static func fault(_ fault: AnswerTable.CellFault) -> String {
    let what: String =
      switch fault.kind {
      case .slipCode(let groups) where !groups.isEmpty:
        "mã phiếu sai ở nhóm \(groups.map(String.init).joined(separator: ", "))"
      case .slipCode: "mã phiếu không đúng dạng"
      case .number: "số định danh không đủ 12 số"
      case .birth: "không đọc được ngày sinh"
      case .verdict: "không hiểu kết quả"
      case .formula: "ô chứa công thức"
      }
    return "Cột \(fault.column): \(what) (“\(fault.text)”)"
  }

  static let reminders = "Đạt đã lâu mà chưa xác nhận"
  static func reminder(_ days: Int) -> String { "\(days) ngày" }
  static let notListed = "chưa vào danh sách"
  static let passedOn = "Ngày đạt"
  static let since = "Đã chờ"

  static let layoutTitle = "Mẫu danh sách"
  static let layoutLead = "Mẫu chính thức chưa công bố. Sửa tên cột và thứ tự ở đây cho đúng văn bản của nơi nhận; danh sách cũ giữ mẫu cũ."
  static let layoutText = "Mẫu (JSON)"
  static let layoutKeep = "Lưu mẫu"
  static let toLayout = "Sửa mẫu danh sách"
  static func layoutNumber(_ number: Int) -> String { "Đang dùng mẫu số \(number)." }
}

extension ConfirmationFault {
  var status: Int {
    switch self {
    case .unknownBatch, .unknownAnswers, .unknownEntry: 404
    case .nothingToList, .alreadySent, .notSent, .appliedBefore, .notApplied, .changedMeanwhile, .wentOnSince,
      .notRefused:
      409
    case .layout, .answers: 422
    }
  }

  var sentence: String {
    switch self {
    case .nothingToList: "Không có ai cần đưa vào danh sách. Chờ có người đạt thêm."
    case .unknownBatch(let id): "Không có danh sách số \(id). Về trang danh sách."
    case .alreadySent(let id): "Danh sách số \(id) đã gửi nên không đổi được. Lập danh sách mới nếu cần."
    case .notSent(let id): "Danh sách số \(id) chưa gửi. Đánh dấu đã gửi trước."
    case .layout(let fault): "Mẫu danh sách chưa đúng: \(fault.phrase). Sửa rồi lưu lại."
    case .answers(let fault): fault.sentence
    case .unknownAnswers(let id): "Không có tệp trả lời số \(id). Về trang danh sách."
    case .appliedBefore(let id): "Tệp này đã áp dụng rồi, là tệp số \(id). Không cần nhập lại."
    case .notApplied(let id): "Tệp số \(id) chưa áp dụng, hoặc đã hoàn lại. Không có gì để hoàn lại."
    case .changedMeanwhile: "Trong lúc xem đã có thay đổi khác. Xem lại rồi bấm áp dụng."
    case .wentOnSince(let entries):
      "Đã có \(entries.count) người đi tiếp bước sau, nên không hoàn lại được cả tệp. Sửa từng người."
    case .unknownEntry: "Dòng này không còn trong danh sách. Về trang danh sách."
    case .notRefused: "Người này không bị từ chối. Không cần lập lại."
    }
  }

  var reference: String {
    switch self {
    case .nothingToList: "X-401"
    case .unknownBatch: "X-402"
    case .alreadySent: "X-403"
    case .notSent: "X-404"
    case .layout: "X-405"
    case .answers: "X-406"
    case .unknownAnswers: "X-407"
    case .appliedBefore: "X-408"
    case .notApplied: "X-409"
    case .changedMeanwhile: "X-410"
    case .wentOnSince: "X-411"
    case .unknownEntry: "X-412"
    case .notRefused: "X-413"
    }
  }
}

extension LayoutFault {
  /// Inside a sentence.
  var phrase: String {
    switch self {
    case .notJSON(let line): "dòng \(line) không phải JSON"
    case .missing(let name): "thiếu “\(name)”"
    case .unknownField(let name): "không có trường “\(name)”"
    case .headingLength(let field): "tên cột của “\(field)” trống hoặc quá dài"
    case .doubledHeading(let heading): "tên cột “\(heading)” có hai lần"
    case .noWayToMatch: "trả lời cần mã phiếu, số định danh, hoặc họ tên cùng ngày sinh"
    case .wordMeansBoth(let word): "từ “\(word)” vừa là xác nhận vừa là từ chối"
    }
  }
}

extension AnswersFault {
  var sentence: String {
    switch self {
    case .empty: "Tệp không có dòng trả lời nào. Chọn tệp khác."
    case .tooManyRows(let rows, let most): "Tệp có \(rows) dòng, nhiều hơn \(most). Chia nhỏ rồi nhập lại."
    case .noHeadings: "Không thấy dòng tên cột như trong mẫu. Xem lại tệp, hoặc sửa mẫu."
    case .noColumn(let field): "Tệp thiếu cột “\(field.name)”. Thêm cột đó rồi nhập lại."
    case .noWayToMatch: "Tệp cần cột mã phiếu, hoặc số định danh, hoặc họ tên và ngày sinh. Thêm rồi nhập lại."
    case .doubledColumn(let heading, let columns):
      "Cột “\(heading)” có ở \(columns.map(String.init).joined(separator: " và ")). Bỏ bớt một cột rồi nhập lại."
    }
  }
}

extension ConfirmationLayout.AnswerField {
  var name: String {
    switch self {
    case .slipCode: "Mã phiếu"
    case .number: "Số định danh"
    case .name: "Họ và tên"
    case .birth: "Ngày sinh"
    case .verdict: "Kết quả"
    case .reason: "Lý do"
    }
  }
}
