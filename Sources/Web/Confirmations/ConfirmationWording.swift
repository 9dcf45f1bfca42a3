import Assessment
import UseCases

/// What the pages about confirmation on VNeID say.
package enum ConfirmationWording {
  package static let title = "Xác nhận trên VNeID"
  package static let frontLead = "Lập danh sách người đạt gửi đi, nhập trả lời nhận về, theo dõi ai chưa được xác nhận."
  package static let lead =
    "Đạt ở đây chưa phải là đã xác nhận trên VNeID. Danh sách gửi đi và trả lời nhận về đều bằng tệp."
  package static let back = "Về trang Xác nhận trên VNeID"

  package static let passed = "Người đạt ở đây"
  package static func state(_ state: ConfirmationState?) -> String {
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
  package static let newList = "Lập danh sách mới"
  package static func listable(_ count: Int) -> String {
    count == 0
      ? "Không có ai chờ vào danh sách. Người bị từ chối vào lại sau khi đã sửa."
      : "Có \(count) người đạt chờ vào danh sách."
  }
  package static let audience = "Đối tượng"
  package static let everyone = "Tất cả"
  package static let until = "Đạt đến hết ngày (bỏ trống: tất cả)"
  package static let lookAtList = "Xem ai sẽ vào danh sách"
  package static let draftTitle = "Danh sách mới sẽ có ai"
  package static func drafted(_ count: Int) -> String {
    count == 0
      ? "Không có ai như vậy. Chọn lại đối tượng hoặc ngày." : "\(count) người. Chưa lập gì cho đến khi bấm nút."
  }
  package static func makeList(_ count: Int) -> String { "Lập danh sách \(count) người" }
  package static func andMore(_ count: Int) -> String { "… và \(count) người nữa." }
  package static func again(_ reason: String) -> String { "Vào lại, đã sửa. Từng bị từ chối: \(refusal(reason))" }
  package static let batches = "Các danh sách"
  package static let list = "Danh sách"
  package static let noBatches = "Chưa có danh sách nào."
  package static func batch(_ id: Int64) -> String { "Danh sách số \(id)" }
  package static let madeOn = "Lập ngày"
  package static let sentOn = "Gửi ngày"
  package static let notSent = "chưa gửi"
  package static func sent(_ date: String) -> String { "đã gửi ngày \(date)" }
  package static func made(_ when: String, _ who: String?) -> String {
    "Lập lúc \(when), \(who ?? "bằng dòng lệnh của kỹ thuật viên")."
  }
  package static func counts(_ count: Int, _ states: [String]) -> String {
    "\(count) người: \(states.joined(separator: ", "))."
  }
  package static let download = "Tải danh sách"
  package static let downloadLead =
    "Tệp có họ tên và số định danh. Mỗi lần tải đều ghi sổ. Chỉ giao cho nơi nhận có thẩm quyền."
  package static let format = "Dạng tệp"
  package static func form(_ form: ListForm) -> String {
    switch form {
    case .xlsx: "Excel (XLSX)"
    case .csv(.semicolon): "CSV, dấu chấm phẩy (Excel tiếng Việt)"
    case .csv(.comma): "CSV, dấu phẩy"
    case .csv(.tab): "CSV, dấu tab"
    case .jsonLines: "JSON từng dòng"
    }
  }
  package static let signature = "Tải chữ ký"
  package static let signatureHelp =
    "Chữ ký của tệp cùng dạng: gửi kèm để nơi nhận biết tệp còn nguyên như lúc ra khỏi máy này."
  package static let markSent = "Đánh dấu đã gửi"
  package static let markSentHelp = "Bấm sau khi đã giao tệp. Danh sách đã gửi thì không đổi được nữa."
  package static let withdraw = "Rút ra"
  package static func withdrawLabel(_ name: String) -> String { "Rút \(name) ra khỏi danh sách" }

  package static let slip = "Phiếu số"
  package static func slipNumber(_ serial: Int64) -> String { "Phiếu số \(serial)" }
  package static let name = "Họ và tên"
  package static let number = "Số định danh"
  package static let birth = "Ngày sinh"
  package static let standing = "Tình trạng"
  package static let reason = "Lý do từ chối"
  package static let act = "Việc"
  package static func birth(_ stored: String) -> String {
    CivilDate(iso: stored).map { Formatting.date($0) } ?? stored
  }
  package static func birth(_ birth: AnswerTable.Birth) -> String {
    switch birth {
    case .date(let date): Formatting.date(date)
    case .year(let year): String(year)
    }
  }
  package static func page(_ page: Int, of count: Int) -> String { "Trang \(page)/\(count)" }
  package static let earlier = "Trang trước"
  package static let later = "Trang sau"

  // People
  package static let refusedTitle = "Bị từ chối, chờ sửa"
  package static let refusedLead =
    "Bấm vào tên để sửa họ tên. Đã sửa nơi khác thì bấm Đã sửa; lần lập danh sách tới sẽ có người đó."
  package static func refusal(_ reason: String?) -> String {
    reason.map { $0.isEmpty ? "không ghi lý do" : $0 } ?? "không ghi lý do"
  }
  package static let answeredOn = "Ngày trả lời"
  package static let correct = "Đã sửa"
  package static func correctLabel(_ name: String) -> String { "Đã sửa cho \(name)" }
  package static let corrected = "đã sửa, chờ vào danh sách"
  package static let reminders = "Đạt đã lâu mà chưa xác nhận"
  package static let remindersLead =
    "Đạt từ \(Kiosk.patience) ngày trở lên, lâu nhất ở trên. Giục nơi nhận, hoặc đưa vào danh sách."
  package static func days(_ days: Int) -> String { "\(days) ngày" }
  package static let passedOn = "Ngày đạt"
  package static let since = "Đã chờ"
}

/// What the desk says of one person.
extension ConfirmationWording {
  package static let deskTitle = "Ba việc khác nhau"
  package static let passedHere = "Đạt ở đây"
  package static func passedHere(_ date: String?) -> String { date.map { "Đạt ngày \($0)" } ?? "Chưa đạt" }
  package static let course = "Khóa học trên binhdanhocvuso.gov.vn"
  package static func courses(_ count: Int) -> String {
    count == 0 ? "Chưa thấy chứng nhận" : "Đã thấy \(count) chứng nhận"
  }
  package static func since(_ entry: ConfirmationEntry, _ date: String) -> String {
    switch entry.state {
    case .listed: "Danh sách số \(entry.batch), lập ngày \(date)"
    case .sent: "Danh sách số \(entry.batch), gửi ngày \(date)"
    case .confirmed: "Trả lời nhận ngày \(date)"
    case .refused: "Lý do: \(refusal(entry.reason)). Trả lời nhận ngày \(date)"
    case .withdrawn: ""
    }
  }
  package static let deskCorrected = "Đã sửa, chờ vào danh sách mới."
  package static let deskRefused = "Sửa xong, cán bộ phụ trách đưa vào danh sách mới."
}
