import Assessment
import UseCases

/// What colleagues' pages say about signing in and about themselves; the desk's and the office's words stand in
/// ``DeskWording`` and ``OfficeWording``.
enum StaffWording {
  static let navigation = "Các trang làm việc"
  static let board = "Bảng theo dõi"
  static let seating = "Mời vào máy"
  static let slips = "Phiếu"
  static let check = "Kiểm tra phiếu"
  static let classes = "Lớp"
  static let office = "Văn phòng"
  static let devices = "Máy"
  static let lock = "Tạm khóa"
  static let signOut = "Ra"

  static func role(_ role: Account.Role) -> String {
    switch role {
    case .clerk: "cán bộ một cửa"
    case .officer: "cán bộ phụ trách"
    case .technician: "kỹ thuật viên"
    }
  }

  static let signInTitle = "Đăng nhập"
  /// On the first page of a kiosk that is the desk too.
  static let kioskSignIn = "Cán bộ đăng nhập"
  static let login = "Tên đăng nhập"
  static let password = "Mật khẩu"
  static let signIn = "Đăng nhập"
  static let signInRefused = "Tên đăng nhập hoặc mật khẩu chưa đúng. Gõ lại, hoặc nhờ cán bộ phụ trách cấp lại."
  static let otherAccount = "Đăng nhập bằng tài khoản khác"
  static let goOn = "Tiếp tục"
  static let codeTitle = "Mã xác thực"
  static let code = "Mã một lần"
  static let codeHelp = "Gõ 6 số trong ứng dụng xác thực, hoặc mã tiếp theo chưa dùng trên danh sách đã in."
  static func codeRefused(_ left: Int) -> String { "Mã chưa đúng hoặc đã dùng. Còn \(left) lần thử." }
  static let codesUsedUp = "Đã gõ sai mã quá nhiều lần. Đăng nhập lại từ đầu."
  static let unlockTitle = "Mở khóa"
  static let pin = "Mã PIN"
  static let unlock = "Mở khóa"
  static func pinRefused(_ left: Int) -> String { "Mã PIN chưa đúng. Còn \(left) lần thử." }
  static let pinsUsedUp = "Đã gõ sai mã PIN quá nhiều lần. Đăng nhập lại bằng mật khẩu."

  static let problemTitle = "Chưa làm được"
  static func reference(_ code: String) -> String { "Mã: \(code)" }
  static let unconfirmed = "Có chỗ không khớp. Xem lại, đánh dấu đã xem rồi mời lại."
  static let toBoard = "Về bảng theo dõi"
  static let toAttempt = "Về lượt làm bài"
  static let toSignIn = "Đăng nhập"

  static let keptTitle = "Nội dung đã điền vẫn còn"
  static let keptLead = "Phiên làm việc trước đã hết. Xem lại rồi gửi tiếp, hoặc bỏ."
  static let keptSend = "Gửi tiếp"
  static let keptDrop = "Bỏ"
  static let keptWaits = "Nội dung vừa điền được giữ lại. Đăng nhập xong thì gửi tiếp được."

  /// The label of a field, for whoever is to know a form again; its name where it has none.
  static func fieldName(_ name: String) -> String {
    let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
    if parts.count == 2, parts[0] == "tag" { return SeatingWording.tags }
    if parts.count == 2, parts[0] == "need", let need = Need(rawValue: parts[1]) { return SeatingWording.need(need) }
    if parts.count == 2, parts[0] == "tally", let kind = TallyKind(rawValue: parts[1]) {
      return SeatingWording.tally(kind)
    }
    return fieldNames[name] ?? name
  }

  /// A ticked box says "yes" to the form.
  static func fieldValue(_ value: String) -> String { value == "yes" ? "có" : value }

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
