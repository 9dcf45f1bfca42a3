import Assessment
import UseCases

/// What the pages about confirmation on VNeID say.
enum ConfirmationWording {
  static let title = "Xác nhận trên VNeID"
  static let frontLead = "Lập danh sách người đạt gửi đi, nhập trả lời nhận về, theo dõi ai chưa được xác nhận."
  static let lead = "Đạt ở đây chưa phải là đã xác nhận trên VNeID. Danh sách gửi đi và trả lời nhận về đều bằng tệp."
  static let back = "Về trang Xác nhận trên VNeID"

  static let passed = "Người đạt ở đây"
  static func state(_ state: ConfirmationState?) -> String {
    switch state {
    case nil: "chưa vào danh sách"
    case .listed: "trong danh sách chờ gửi"
    case .sent: "đã gửi, chờ trả lời"
    case .confirmed: "đã xác nhận"
    case .refused: "bị từ chối"
    case .withdrawn: "đã rút ra"
    }
  }

  // Lists
  static let newList = "Lập danh sách mới"
  static func listable(_ count: Int) -> String {
    count == 0
      ? "Không có ai chờ vào danh sách. Người bị từ chối vào lại sau khi đã sửa."
      : "Có \(count) người đạt chờ vào danh sách."
  }
  static let audience = "Đối tượng"
  static let everyone = "Tất cả"
  static let until = "Đạt đến hết ngày (bỏ trống: tất cả)"
  static let lookAtList = "Xem ai sẽ vào danh sách"
  static let draftTitle = "Danh sách mới sẽ có ai"
  static func drafted(_ count: Int) -> String {
    count == 0
      ? "Không có ai như vậy. Chọn lại đối tượng hoặc ngày." : "\(count) người. Chưa lập gì cho đến khi bấm nút."
  }
  static func makeList(_ count: Int) -> String { "Lập danh sách \(count) người" }
  static func andMore(_ count: Int) -> String { "… và \(count) người nữa." }
  static func again(_ reason: String) -> String { "Vào lại, đã sửa. Từng bị từ chối: \(refusal(reason))" }
  static let batches = "Các danh sách"
  static let list = "Danh sách"
  static let noBatches = "Chưa có danh sách nào."
  static func batch(_ id: Int64) -> String { "Danh sách số \(id)" }
  static let madeOn = "Lập ngày"
  static let sentOn = "Gửi ngày"
  static let notSent = "chưa gửi"
  static func sent(_ date: String) -> String { "đã gửi ngày \(date)" }
  static func made(_ when: String, _ who: String?) -> String {
    "Lập lúc \(when), \(who ?? "bằng dòng lệnh của kỹ thuật viên")."
  }
  static func counts(_ count: Int, _ states: [String]) -> String {
    "\(count) người: \(states.joined(separator: ", "))."
  }
  static let download = "Tải danh sách"
  static let downloadLead =
    "Tệp có họ tên và số định danh. Mỗi lần tải đều ghi sổ. Chỉ giao cho nơi nhận có thẩm quyền."
  static let format = "Dạng tệp"
  static func form(_ form: ListForm) -> String {
    switch form {
    case .xlsx: "Excel (XLSX)"
    case .csv(.semicolon): "CSV, dấu chấm phẩy (Excel tiếng Việt)"
    case .csv(.comma): "CSV, dấu phẩy"
    case .csv(.tab): "CSV, dấu tab"
    case .jsonLines: "JSON từng dòng"
    }
  }
  static let signature = "Tải chữ ký"
  static let signatureHelp =
    "Chữ ký của tệp cùng dạng: gửi kèm để nơi nhận biết tệp còn nguyên như lúc ra khỏi máy này."
  static let markSent = "Đánh dấu đã gửi"
  static let markSentHelp = "Bấm sau khi đã giao tệp. Danh sách đã gửi thì không đổi được nữa."
  static let withdraw = "Rút ra"
  static func withdrawLabel(_ name: String) -> String { "Rút \(name) ra khỏi danh sách" }

  static let slip = "Phiếu số"
  static func slipNumber(_ serial: Int64) -> String { "Phiếu số \(serial)" }
  static let name = "Họ và tên"
  static let number = "Số định danh"
  static let birth = "Ngày sinh"
  static let standing = "Tình trạng"
  static let reason = "Lý do từ chối"
  static let act = "Việc"
  static func birth(_ stored: String) -> String {
    CivilDate(iso: stored).map { Formatting.date($0) } ?? stored
  }
  static func birth(_ birth: AnswerTable.Birth) -> String {
    switch birth {
    case .date(let date): Formatting.date(date)
    case .year(let year): String(year)
    }
  }
  static func page(_ page: Int, of count: Int) -> String { "Trang \(page)/\(count)" }
  static let earlier = "Trang trước"
  static let later = "Trang sau"

  // People
  static let refusedTitle = "Bị từ chối, chờ sửa"
  static let refusedLead =
    "Bấm vào tên để sửa họ tên. Đã sửa nơi khác thì bấm Đã sửa; lần lập danh sách tới sẽ có người đó."
  static func refusal(_ reason: String?) -> String {
    reason.map { $0.isEmpty ? "không ghi lý do" : $0 } ?? "không ghi lý do"
  }
  static let answeredOn = "Ngày trả lời"
  static let correct = "Đã sửa"
  static func correctLabel(_ name: String) -> String { "Đã sửa cho \(name)" }
  static let corrected = "đã sửa, chờ vào danh sách"
  static let reminders = "Đạt đã lâu mà chưa xác nhận"
  static let remindersLead =
    "Đạt từ \(Kiosk.patience) ngày trở lên, lâu nhất ở trên. Giục nơi nhận, hoặc đưa vào danh sách."
  static func days(_ days: Int) -> String { "\(days) ngày" }
  static let passedOn = "Ngày đạt"
  static let since = "Đã chờ"
}

/// What the desk says of one person.
extension ConfirmationWording {
  static let deskTitle = "Ba việc khác nhau"
  static let passedHere = "Đạt ở đây"
  static func passedHere(_ date: String?) -> String { date.map { "Đạt ngày \($0)" } ?? "Chưa đạt" }
  static let course = "Khóa học trên binhdanhocvuso.gov.vn"
  static func courses(_ count: Int) -> String { count == 0 ? "Chưa thấy chứng nhận" : "Đã thấy \(count) chứng nhận" }
  static func since(_ entry: ConfirmationEntry, _ date: String) -> String {
    switch entry.state {
    case .listed: "Danh sách số \(entry.batch), lập ngày \(date)"
    case .sent: "Danh sách số \(entry.batch), gửi ngày \(date)"
    case .confirmed: "Trả lời nhận ngày \(date)"
    case .refused: "Lý do: \(refusal(entry.reason)). Trả lời nhận ngày \(date)"
    case .withdrawn: ""
    }
  }
  static let deskCorrected = "Đã sửa, chờ vào danh sách mới."
  static let deskRefused = "Sửa xong, cán bộ phụ trách đưa vào danh sách mới."
}
