import UseCases

/// What pages say about making the first account and about one's own.
package enum AccountWording {
  package static let firstTitle = "Cán bộ phụ trách đầu tiên"
  package static let firstLead =
    "Mã một lần nằm trong dòng hiện ra lúc máy chủ khởi động; kỹ thuật viên xem bằng lệnh journalctl -u sathach. Máy khởi "
    + "động lại thì mã đổi."
  package static let firstCode = "Mã một lần (10 ký tự)"
  package static let firstMake = "Tạo tài khoản"
  package static let firstMade = "Đã tạo tài khoản. Đăng nhập bằng mật khẩu vừa đặt."
  package static let toFirst = "Máy này chưa có cán bộ phụ trách. Tạo tài khoản đầu tiên"
  package static let name = "Họ và tên"
  package static let loginHelp = "2 đến 32 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối."

  package static let title = "Tài khoản của mình"
  package static let newPassword = "Mật khẩu mới"
  package static let passwordAgain = "Gõ lại mật khẩu mới"
  package static let passwordHelp =
    "Ít nhất \(PasswordRule.shortest) ký tự. Ba, bốn từ ghép lại thì dễ nhớ và khó đoán."

  package static let owedPasswordTitle = "Đổi mật khẩu tạm"
  package static let owedPasswordLead = "Mật khẩu tạm chỉ để vào lần đầu. Đặt mật khẩu riêng rồi làm tiếp."
  package static let presentOneTime = "Mật khẩu tạm đã được cấp"
  package static let present = "Mật khẩu hiện tại"
  package static let keepPassword = "Đổi mật khẩu"
  package static let passwordTitle = "Mật khẩu"
  package static let passwordKept = "Đã đổi mật khẩu. Các phiên ở máy khác đã kết thúc."

  package static let owedFactorTitle = "Chọn cách nhận mã xác thực"
  package static let owedFactorLead =
    "Từ nay mỗi lần đăng nhập cần mật khẩu và một mã dùng một lần. Chọn một cách nhận mã."
  package static let factorTitle = "Mã xác thực khi đăng nhập"
  package static let factorNone = "Chưa dùng. Đăng nhập chỉ cần mật khẩu."
  package static let factorApp = "Đang dùng ứng dụng xác thực trên điện thoại."
  package static func factorList(_ left: Int) -> String {
    left == 0 ? "Đang dùng danh sách in sẵn: đã hết mã." : "Đang dùng danh sách in sẵn: còn \(left) mã chưa dùng."
  }
  package static let fewCodes = "Sắp hết mã. Lập danh sách mới trước khi hết."
  package static let appTitle = "Ứng dụng trên điện thoại"
  package static let appLead = "Điện thoại tự tạo mã mới mỗi 30 giây, không cần mạng."
  package static let useApp = "Dùng ứng dụng"
  package static let anotherApp = "Đổi điện thoại"
  package static let listTitle = "Danh sách mã in ra giấy"
  package static let listLead = "Mười mã, mỗi mã dùng một lần. Cất giấy ở chỗ chỉ mình lấy được."
  package static let useList = "Lập danh sách"
  package static let anotherList = "Lập danh sách mới"
  package static let replaces = "Chọn cách khác hoặc lập mới thì cách đang dùng hết hiệu lực."
  package static let appKept = "Đã dùng ứng dụng xác thực cho tài khoản này."

  package static let pinTitle = "Mã PIN mở khóa"
  package static let pinLead = "4 đến 6 chữ số, để mở lại phiên đang tạm khóa mà không gõ mật khẩu."
  package static let pinNone = "Chưa có. Tạm khóa xong phải đăng nhập lại."
  package static let pinPresent = "Đã có mã PIN."
  package static let pinNew = "Mã PIN mới"
  package static let keepPIN = "Đặt mã PIN"
  package static let pinKept = "Đã đặt mã PIN."

  package static let draftTitle = "Thêm ứng dụng xác thực"
  package static let draftSteps = [
    "Mở ứng dụng xác thực trên điện thoại (Google Authenticator, FreeOTP hay ứng dụng cùng loại), chọn thêm bằng mã QR.",
    "Quét mã QR bên cạnh. Không quét được thì gõ khóa dưới đây vào ứng dụng.",
    "Gõ 6 số ứng dụng đang hiện.",
  ]
  package static let draftSymbol = "Mã QR để thêm vào ứng dụng xác thực"
  package static let secret = "Khóa bí mật"
  package static let draftCode = "6 số trong ứng dụng"
  package static let draftConfirm = "Xác nhận"
  package static let draftCancel = "Không thêm"
  package static func draftClock(_ time: String) -> String {
    "Đồng hồ máy chủ: \(time). Nếu khác giờ điện thoại quá một phút thì mã không khớp."
  }

  package static let codesTitle = "Danh sách mã xác thực"
  package static let codesLead =
    "Chỉ hiện một lần này. In hoặc chép ra giấy ngay; danh sách trước đó không dùng được nữa."
  package static func codesOf(_ name: String, _ login: String, _ date: String) -> String {
    "\(name), tên đăng nhập \(login). Lập ngày \(date)."
  }
  package static let codesUse = "Mỗi lần đăng nhập dùng một mã chưa dùng, rồi gạch đi."
  package static let codesPrint = "In danh sách"
  package static let codesKept = "Đã cất, làm tiếp"
}
