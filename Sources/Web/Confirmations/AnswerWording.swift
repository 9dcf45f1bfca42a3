import Assessment
import UseCases

/// What the pages about files of answers, and about the layout of lists, say.
extension ConfirmationWording {
  package static let answers = "Nhập trả lời"
  package static let answersLead =
    "Chọn tệp CSV hoặc Excel nơi nhận gửi lại. Xem trước đã; chưa có gì thay đổi cho đến khi bấm áp dụng."
  package static let file = "Tệp trả lời"
  package static let look = "Xem trước"
  package static let files = "Các tệp trả lời"
  package static let noAnswers = "Chưa nhận tệp nào."
  package static let takenOn = "Nhận lúc"
  package static let fileStanding = "Tình trạng"
  package static let lines = "Số dòng"
  package static let changed = "Người đổi tình trạng"
  package static func answerFile(_ id: Int64) -> String { "Tệp trả lời số \(id)" }
  package static func fileState(_ state: AnswerFile.State) -> String {
    switch state {
    case .previewed: "chưa áp dụng"
    case .applied: "đã áp dụng"
    case .undone: "đã hoàn lại"
    }
  }

  package static let nothingDoneYet = "Chưa có gì thay đổi. Xem từng phần rồi bấm áp dụng."
  package static let willConfirm = "Sẽ xác nhận"
  package static let willRefuse = "Sẽ ghi từ chối"
  package static let toDecide = "Cần xem và chọn"
  package static let notTaken = "Không dùng được"
  package static func unknownHeadings(_ names: String) -> String { "Các cột này không được đọc: \(names)." }
  package static let conflictTitle = "Cần xem và chọn"
  package static let uselessTitle = "Không dùng được, sẽ bỏ qua"
  package static let sureTitle = "Khớp, sẽ áp dụng"
  package static let line = "Dòng"
  package static let theirs = "Trong tệp"
  package static let ours = "Ở máy này"
  package static let verdict = "Trả lời"
  package static let remark = "Nhận xét"
  package static let choice = "Chọn"
  package static func choiceLabel(_ line: Int) -> String { "Chọn cho dòng \(line)" }
  package static let leave = "Bỏ qua dòng này"
  package static func takeAs(_ serial: Int64) -> String { "Đúng là phiếu số \(serial)" }
  package static let keepAndGoOn = "Giữ lựa chọn, xem tiếp"
  package static func apply(_ count: Int, hasChoices: Bool) -> String {
    let chosen = "các dòng đã chọn"
    if count == 0 { return "Áp dụng \(chosen)" }
    return hasChoices ? "Áp dụng \(count) dòng khớp và \(chosen)" : "Áp dụng \(count) dòng khớp"
  }
  package static let nothingToApply = "Không có dòng nào áp dụng được. Xem lại tệp, hoặc bỏ tệp này."
  package static let drop = "Bỏ tệp này, không áp dụng"
  package static let before = "Trước đó"
  package static let after = "Sau khi áp dụng"
  package static func applied(_ file: AnswerFile) -> String {
    file.state == .undone
      ? "Đã hoàn lại: \(file.changed) người trở về tình trạng trước đó. Có thể nhập lại tệp."
      : "\(file.changed) người đổi tình trạng, trong \(file.rows) dòng."
  }
  package static let undo = "Hoàn lại cả tệp"
  package static let undoHelp = "Mọi người trong tệp trở về tình trạng trước đó."

  package static func remark(on finding: AnswerFinding) -> String {
    let faults = finding.row.faults.map(fault)
    switch finding.match {
    case .sure(_, let how): return ([self.how(how)] + faults).joined(separator: ". ")
    case .doubtful(_, let how, let differences):
      let said = differences.isEmpty ? [onlyYear] : differences.map(difference)
      return (["\(self.how(how)), nhưng \(said.joined(separator: ", "))"] + faults).joined(separator: ". ")
    case .several: return "Có hơn một người cùng họ tên và ngày sinh"
    case .unknown: return "Không có trong các danh sách đã gửi"
    case .doubled(let line): return "Trùng với dòng \(line)"
    case .already: return "Đã ghi như vậy từ trước"
    case .unreadable: return faults.isEmpty ? missing(finding.row) : faults.joined(separator: ". ")
    }
  }

  private static func missing(_ row: AnswerTable.Row) -> String {
    row.verdict == nil
      ? "Cột kết quả còn trống" : "Thiếu mã phiếu, số định danh, hoặc họ tên cùng ngày sinh"
  }

  private static func how(_ how: AnswerFinding.How) -> String {
    switch how {
    case .slipCode: "Khớp theo mã phiếu"
    case .number: "Khớp theo số định danh"
    case .nameAndBirth: "Khớp theo họ tên và ngày sinh"
    }
  }

  private static let onlyYear = "máy này chỉ có năm sinh"

  private static func difference(_ difference: AnswerFinding.Difference) -> String {
    switch difference {
    case .name: "họ tên khác nhau"
    case .number(_, let ours): ours.isEmpty ? "máy này không có số định danh" : "số định danh khác nhau"
    case .birth: "ngày sinh khác nhau"
    case .answeredBefore(let state): "trước đây ghi là \(self.state(state))"
    }
  }

  package static func fault(_ fault: AnswerTable.CellFault) -> String {
    let what: String =
      switch fault.kind {
      case .slipCode(let groups) where !groups.isEmpty:
        "mã phiếu sai ở nhóm \(groups.map(String.init).joined(separator: ", "))"
      case .slipCode: "mã phiếu không đúng dạng"
      case .number: "số định danh không đúng 12 số"
      case .birth: "không đọc được ngày sinh"
      case .verdict: "không hiểu kết quả"
      case .formula: "ô chứa công thức"
      }
    return "Cột \(fault.column): \(what) (“\(fault.text)”)"
  }

  package static let layoutTitle = "Mẫu danh sách"
  package static let layoutLead =
    "Mẫu chính thức chưa công bố. Sửa ở đây cho đúng văn bản của nơi nhận; danh sách đã lập giữ mẫu cũ."
  package static func layoutNumber(_ number: Int) -> String { "Đang dùng mẫu số \(number)." }
  package static let layoutColumns = "Các cột của danh sách gửi đi"
  package static let layoutColumnsHelp =
    "Thứ tự 1, 2, 3 … từ trái sang. Bỏ trống thứ tự thì cột không có trong danh sách."
  package static let layoutPlace = "Thứ tự"
  package static let layoutField = "Nội dung"
  package static let layoutHeading = "Tên cột"
  package static func layoutPlaceOf(_ field: String) -> String { "Thứ tự của cột \(field)" }
  package static func layoutHeadingOf(_ field: String) -> String { "Tên cột \(field)" }
  package static let layoutAnswers = "Cách đọc tệp trả lời"
  package static let layoutAnswersHelp =
    "Mỗi ô ghi các cách viết, cách nhau bằng dấu chấm phẩy. Không phân biệt chữ hoa và dấu."
  package static func layoutAnswer(_ field: String) -> String { "Tên cột của “\(field)”" }
  package static let layoutConfirmed = "Từ nghĩa là đã xác nhận"
  package static let layoutRefused = "Từ nghĩa là từ chối"
  package static let layoutKeep = "Lưu mẫu"
  package static let layoutKept = "Đã lưu mẫu. Danh sách lập từ nay dùng mẫu này."
  package static let toLayout = "Sửa mẫu danh sách"
}

extension ConfirmationLayout.AnswerField {
  var label: String {
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

extension ConfirmationLayout.Field {
  var label: String {
    switch self {
    case .row: "Số thứ tự"
    case .slipCode: "Mã phiếu, 16 số"
    case .name: "Họ và tên"
    case .number: "Số định danh"
    case .birth: "Ngày sinh, hoặc năm sinh"
    case .sex: "Giới tính"
    case .audience: "Đối tượng"
    case .passedOn: "Ngày đạt"
    case .issuer: "Máy cấp phiếu"
    case .serial: "Số phiếu"
    case .slipText: "Nội dung mã QR của phiếu"
    }
  }
}
