/// What pages say about kiosks and tablets: on the desk's screen, and on the device that is being enrolled.
enum DeviceWording {
  static let title = "Máy và máy tính bảng"
  static let caption = "Máy đang dùng"
  static let columnNumber = "Số"
  static let columnName = "Tên"
  static let columnEnrolled = "Ghi nhận ngày"
  static let columnSeen = "Thấy lần cuối"
  static let columnAct = "Việc"
  static let none = "Chưa có máy nào. Bài sát hạch qua mạng văn phòng chỉ mở trên máy đã ghi nhận."
  static let neverSeen = "chưa, từ lúc máy chủ khởi động"
  static let seenNow = "vừa xong"
  static func seenMinutes(_ minutes: Int) -> String { "\(minutes) phút trước" }
  static func seenHours(_ hours: Int) -> String { "\(hours) giờ trước" }
  static func seenDays(_ days: Int) -> String { "\(days) ngày trước" }
  static let retire = "Bỏ máy"
  static let retireAsk = "Máy này không làm bài qua mạng được nữa. Số của máy dùng lại được."
  static let retireDo = "Bỏ máy này"
  static let retired = "Đã bỏ máy."

  static let newDevice = "Ghi nhận máy mới"
  static let number = "Số máy (1 đến 99, dán trên máy)"
  static let name = "Tên máy"
  static let nameHelp = "Ví dụ: Máy tính bảng cạnh cửa sổ."
  static let draft = "Lấy mã ghi nhận"
  static let drafts = "Đang chờ ghi nhận"
  static func draftLine(_ number: Int, _ name: String, _ minutes: Int) -> String {
    "Máy số \(number), \(name): mã còn \(minutes) phút."
  }
  static let draftAgain = "Lấy mã khác"

  static func draftTitle(_ number: Int) -> String { "Ghi nhận máy số \(number)" }
  static func draftLead(_ name: String, _ minutes: Int) -> String {
    "\(name). Mã dùng một lần, còn hiệu lực \(minutes) phút."
  }
  static let symbol = "Mã QR để mở trang ghi nhận trên máy tính bảng"
  static let scanTitle = "1. Quét mã QR bằng máy tính bảng"
  static let scanLead = "Hoặc gõ địa chỉ này vào trình duyệt:"
  static let code = "Mã ghi nhận"
  static let trustTitle = "2. Trình duyệt báo chưa tin cậy: cài chứng thực trước (mỗi máy một lần)"
  static let trustLead =
    "Bấm Nâng cao, Tiếp tục; trên trang hiện ra bấm “Tải tệp chứng thực”, rồi cài tệp authority.crt:"
  static let trustFile = "Tải tệp chứng thực"
  static let trustSteps = [
    "Android: Cài đặt › Bảo mật › Thông tin xác thực › Cài chứng chỉ CA. Xem lại ở Thông tin xác thực đã tin cậy › Người dùng.",
    "iPad: Cài đặt › Cài đặt chung › VPN và quản lý thiết bị › Cài đặt; rồi Giới thiệu › Tin cậy chứng chỉ › bật.",
    "Windows: mở tệp › Cài đặt chứng chỉ › Máy cục bộ › Cơ quan chứng thực gốc tin cậy.",
  ]
  static let fingerprintLead =
    "Mã SHA-256 mà máy đó hiện cho chứng thực phải giống từng nhóm. Khác thì gỡ ra ngay; giống thì quét lại mã QR."
  static let fingerprint = "Chứng thực (SHA-256)"
  static let pressTitle = "3. Hết cảnh báo: so số máy và tên, rồi bấm nút trên máy tính bảng"
  static let draftDone = "Xong, về danh sách máy"
  static let onThisMachine = "Ghi nhận chính máy này"
  static let onThisMachineLead = "Đang mở trang này ngay trên máy chủ. Ghi nhận trình duyệt này luôn:"
  static let onKiosk = "Màn hình gắn với máy chủ thì không cần quét và cài gì. Mở trên chính màn hình đó:"
  static let doorOffTitle = "Cửa mạng văn phòng đang tắt"
  static let doorOffLead =
    "Máy tính bảng chưa vào được. Kỹ thuật viên thêm dòng office-door = on vào tệp sathach.conf rồi khởi động lại máy chủ."
  static let doorShutTitle = "Cửa mạng văn phòng chưa mở được"
  static let doorShutLead = "Máy tính bảng chưa vào được. Kỹ thuật viên xem nhật ký của máy chủ để biết vì sao."

  static let enrolTitle = "Ghi nhận máy này?"
  static let enrolLead = "So từng dòng với màn hình ở quầy. Giống hết thì bấm nút."
  static let enrolTrust = "Trình duyệt báo chưa tin cậy thì cài chứng thực trước, rồi mở lại trang này."
  static let enrolNumber = "Số máy"
  static let enrolOffice = "Cơ quan"
  static func enrolReplaces(_ number: Int) -> String {
    "Máy này đang là máy số \(number). Ghi nhận lại xong, bỏ số \(number) ở danh sách máy."
  }
  static let enrol = "Ghi nhận máy này"
  static func enrolledTitle(_ number: Int) -> String { "Đây là máy số \(number)" }
  static let enrolledLead = "Đã ghi nhận. Dán số lên máy cho dễ thấy."
  static let toWelcome = "Mở màn hình đầu"
  static let refusedTitle = "Chưa ghi nhận được"
  static func wait(_ seconds: Int) -> String { "Đã thử quá nhiều mã. Chờ \(seconds) giây rồi mở lại." }
}
