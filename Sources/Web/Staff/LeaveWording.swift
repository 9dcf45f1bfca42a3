/// What the way out of the kiosk's screen says.
enum LeaveWording {
  static let entry = "Dành cho cán bộ"
  static let title = "Thoát màn hình sát hạch"
  static let lead = "Chỉ dành cho cán bộ có tài khoản. Bài đang làm vẫn được giữ."
  static let bareLead =
    "Máy chưa có tài khoản nào. Thoát ra màn hình dòng lệnh, đăng nhập vào máy và xem mã một lần: journalctl -u sathach. "
    + "Mở lại màn hình này: systemctl start sathach-kiosk."
  static let leave = "Thoát"
  static let back = "Về màn hình đầu"
  static let refused = "Tên đăng nhập hoặc mã PIN chưa đúng. Tài khoản chưa đặt mã PIN thì chưa dùng được ở đây."
  static let leftTitle = "Đang thoát"
  static let leftLead = "Màn hình sát hạch sẽ đóng sau vài giây. Muốn mở lại: bật lại máy, hoặc mở lại phiên sát hạch."
}
