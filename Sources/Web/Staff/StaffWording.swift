import Assessment
import UseCases

/// What colleagues' pages say about signing in and about themselves; the desk's and the office's words stand in
/// ``DeskWording`` and ``OfficeWording``.
package enum StaffWording {
  package static let navigation = "Các trang làm việc"
  package static let board = "Bảng theo dõi"
  package static let seating = "Mời vào máy"
  package static let slips = "Phiếu"
  package static let check = "Kiểm tra phiếu"
  package static let classes = "Lớp"
  package static let office = "Văn phòng"
  package static let devices = "Máy"
  package static let lock = "Tạm khóa"
  package static let signOut = "Ra"

  package static func role(_ role: Account.Role) -> String {
    switch role {
    case .clerk: "cán bộ một cửa"
    case .officer: "cán bộ phụ trách"
    case .technician: "kỹ thuật viên"
    }
  }

  package static let signInTitle = "Đăng nhập"
  /// On the first page of a kiosk that is the desk too.
  package static let kioskSignIn = "Cán bộ đăng nhập"
  package static let login = "Tên đăng nhập"
  package static let password = "Mật khẩu"
  package static let signIn = "Đăng nhập"
  package static let signInRefused = "Tên đăng nhập hoặc mật khẩu chưa đúng. Gõ lại, hoặc nhờ cán bộ phụ trách cấp lại."
  package static let otherAccount = "Đăng nhập bằng tài khoản khác"
  package static let goOn = "Tiếp tục"
  package static let codeTitle = "Mã xác thực"
  package static let code = "Mã một lần"
  package static let codeHelp = "Gõ 6 số trong ứng dụng xác thực, hoặc mã tiếp theo chưa dùng trên danh sách đã in."
  package static func codeRefused(_ left: Int) -> String { "Mã chưa đúng hoặc đã dùng. Còn \(left) lần thử." }
  package static let codesUsedUp = "Đã gõ sai mã quá nhiều lần. Đăng nhập lại từ đầu."
  package static let unlockTitle = "Mở khóa"
  package static let pin = "Mã PIN"
  package static let unlock = "Mở khóa"
  package static func pinRefused(_ left: Int) -> String { "Mã PIN chưa đúng. Còn \(left) lần thử." }
  package static let pinsUsedUp = "Đã gõ sai mã PIN quá nhiều lần. Đăng nhập lại bằng mật khẩu."

  package static let problemTitle = "Chưa làm được"
  package static func reference(_ code: String) -> String { "Mã: \(code)" }
  package static let unconfirmed = "Có chỗ không khớp. Xem lại, đánh dấu đã xem rồi mời lại."
  package static let toBoard = "Về bảng theo dõi"
  package static let toAttempt = "Về lượt làm bài"
  package static let toSignIn = "Đăng nhập"

  package static let keptTitle = "Nội dung đã điền vẫn còn"
  package static let keptLead = "Phiên làm việc trước đã hết. Xem lại rồi gửi tiếp, hoặc bỏ."
  package static let keptSend = "Gửi tiếp"
  package static let keptDrop = "Bỏ"
  package static let keptWaits = "Nội dung vừa điền được giữ lại. Đăng nhập xong thì gửi tiếp được."

  /// The label of a field, for whoever is to know a form again; its name where it has none.
  package static func fieldName(_ name: String) -> String {
    let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
    if parts.count == 2, parts[0] == "tag" { return SeatingWording.tags }
    if parts.count == 2, parts[0] == "need", let need = Need(rawValue: parts[1]) { return SeatingWording.need(need) }
    if parts.count == 2, parts[0] == "tally", let kind = TallyKind(rawValue: parts[1]) {
      return SeatingWording.tally(kind)
    }
    return fieldNames[name] ?? name
  }

  /// A ticked box says "yes" to the form.
  package static func fieldValue(_ value: String) -> String { value == "yes" ? "có" : value }

  private static let fieldNames = [
    "name": "Họ và tên", "number": "Số định danh", "birthYear": "Năm sinh", "card": "Chuỗi trên thẻ",
    "audience": "Đối tượng", "hamlet": "Thôn, tổ", "reason": "Lý do", "minutes": "Số phút", "login": "Tên đăng nhập",
    "role": "Vai trò", "kind": "Loại", "deviceNumber": "Số máy", "names": "Tên", "list": "Danh sách",
    "query": "Tìm", "slip": "Mã trên phiếu", "size": "Cỡ giấy", "copies": "Số bản đã in",
    "device": "Ngồi ở", "time": "Thời gian", "guardian": "Người giám hộ",
    "relation": "Quan hệ", "sex": "Giới tính", "language": "Ngôn ngữ", "title": "Tên lớp",
    "face": "Đối chiếu mặt và thẻ", "confirmed": "Đã xem chỗ không khớp", "unnumbered": "Không có giấy tờ",
  ]
}
