import UseCases

/// What pages say about making the first account and about one's own.
enum AccountWording {
  static let firstTitle = "Cán bộ phụ trách đầu tiên"
  static let firstLead =
    "Mã một lần nằm trong dòng hiện ra lúc máy chủ khởi động; kỹ thuật viên xem bằng lệnh journalctl -u sathach. Máy khởi "
    + "động lại thì mã đổi."
  static let firstCode = "Mã một lần (10 ký tự)"
  static let firstMake = "Tạo tài khoản"
  static let firstMade = "Đã tạo tài khoản. Đăng nhập bằng mật khẩu vừa đặt."
  static let toFirst = "Máy này chưa có cán bộ phụ trách. Tạo tài khoản đầu tiên"
  static let name = "Họ và tên"
  static let loginHelp = "2 đến 32 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối."

  static let title = "Tài khoản của mình"
  static let newPassword = "Mật khẩu mới"
  static let passwordAgain = "Gõ lại mật khẩu mới"
  static let passwordHelp = "Ít nhất \(PasswordRule.shortest) ký tự. Ba, bốn từ ghép lại thì dễ nhớ và khó đoán."

  static let owedPasswordTitle = "Đổi mật khẩu tạm"
  static let owedPasswordLead = "Mật khẩu tạm chỉ để vào lần đầu. Đặt mật khẩu riêng rồi làm tiếp."
  static let presentOneTime = "Mật khẩu tạm đã được cấp"
  static let present = "Mật khẩu hiện tại"
  static let keepPassword = "Đổi mật khẩu"
  static let passwordTitle = "Mật khẩu"
  static let passwordKept = "Đã đổi mật khẩu. Các phiên ở máy khác đã kết thúc."

  static let owedFactorTitle = "Chọn cách nhận mã xác thực"
  static let owedFactorLead = "Từ nay mỗi lần đăng nhập cần mật khẩu và một mã dùng một lần. Chọn một cách nhận mã."
  static let factorTitle = "Mã xác thực khi đăng nhập"
  static let factorNone = "Chưa dùng. Đăng nhập chỉ cần mật khẩu."
  static let factorApp = "Đang dùng ứng dụng xác thực trên điện thoại."
  static func factorList(_ left: Int) -> String {
    left == 0 ? "Đang dùng danh sách in sẵn: đã hết mã." : "Đang dùng danh sách in sẵn: còn \(left) mã chưa dùng."
  }
  static let fewCodes = "Sắp hết mã. Lập danh sách mới trước khi hết."
  static let appTitle = "Ứng dụng trên điện thoại"
  static let appLead = "Điện thoại tự tạo mã mới mỗi 30 giây, không cần mạng."
  static let useApp = "Dùng ứng dụng"
  static let anotherApp = "Đổi điện thoại"
  static let listTitle = "Danh sách mã in ra giấy"
  static let listLead = "Mười mã, mỗi mã dùng một lần. Cất giấy ở chỗ chỉ mình lấy được."
  static let useList = "Lập danh sách"
  static let anotherList = "Lập danh sách mới"
  static let replaces = "Chọn cách khác hoặc lập mới thì cách đang dùng hết hiệu lực."
  static let appKept = "Đã dùng ứng dụng xác thực cho tài khoản này."

  static let pinTitle = "Mã PIN mở khóa"
  static let pinLead = "4 đến 6 chữ số, để mở lại phiên đang tạm khóa mà không gõ mật khẩu."
  static let pinNone = "Chưa có. Tạm khóa xong phải đăng nhập lại."
  static let pinPresent = "Đã có mã PIN."
  static let pinNew = "Mã PIN mới"
  static let keepPIN = "Đặt mã PIN"
  static let pinKept = "Đã đặt mã PIN."

  static let draftTitle = "Thêm ứng dụng xác thực"
  static let draftSteps = [
    "Mở ứng dụng xác thực trên điện thoại (Google Authenticator, FreeOTP hay ứng dụng cùng loại), chọn thêm bằng mã QR.",
    "Quét mã QR bên cạnh. Không quét được thì gõ khóa dưới đây vào ứng dụng.",
    "Gõ 6 số ứng dụng đang hiện.",
  ]
  static let draftSymbol = "Mã QR để thêm vào ứng dụng xác thực"
  static let secret = "Khóa bí mật"
  static let draftCode = "6 số trong ứng dụng"
  static let draftConfirm = "Xác nhận"
  static let draftCancel = "Không thêm"
  static func draftClock(_ time: String) -> String {
    "Đồng hồ máy chủ: \(time). Nếu khác giờ điện thoại quá một phút thì mã không khớp."
  }

  static let codesTitle = "Danh sách mã xác thực"
  static let codesLead = "Chỉ hiện một lần này. In hoặc chép ra giấy ngay; danh sách trước đó không dùng được nữa."
  static func codesOf(_ name: String, _ login: String, _ date: String) -> String {
    "\(name), tên đăng nhập \(login). Lập ngày \(date)."
  }
  static let codesUse = "Mỗi lần đăng nhập dùng một mã chưa dùng, rồi gạch đi."
  static let codesPrint = "In danh sách"
  static let codesKept = "Đã cất, làm tiếp"
}
