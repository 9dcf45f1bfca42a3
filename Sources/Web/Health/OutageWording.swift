/// What stands on the kiosk's screen while the box serves no pages: what happened, then what to do, in words for whoever
/// stands before it.
enum OutageWording {
  static let title = "Máy chưa dùng được"
  static let waitingTitle = "Máy đang chuẩn bị"
  static let waitingNext = "Xin chờ một chút, trang này tự mở lại. Câu trả lời đã lưu vẫn còn."
  static let again = "Mở lại"
}

extension Outage {
  var sentence: String {
    switch self {
    case .starting: "Máy vừa bật và đang mở."
    case .checking: "Lần trước máy tắt đột ngột, nên đang kiểm tra dữ liệu trước khi nhận câu trả lời."
    case .rebuilding: "Dữ liệu của máy bị hỏng một phần và đang được dựng lại. Việc này có thể mất vài phút."
    case .diskFull: "Ổ đĩa của máy đã đầy nên máy chưa mở được."
    case .readOnly: "Ổ đĩa của máy không cho ghi nên máy chưa mở được."
    case .noPermission: "Máy không có quyền dùng thư mục dữ liệu nên chưa mở được."
    case .settingsDamaged: "Tệp cài đặt của máy bị hỏng."
    case .keyMissing: "Thiếu tệp khóa của máy nên máy chưa mở được."
    case .keyDamaged: "Tệp khóa của máy bị hỏng nên máy chưa mở được."
    case .databaseMissing: "Không thấy dữ liệu của máy ở chỗ cũ."
    case .databaseLost: "Dữ liệu của máy bị hỏng và không đọc lại được gì."
    case .databaseNewer: "Dữ liệu này do phần mềm mới hơn ghi nên máy chưa mở được."
    case .databaseForeign: "Tệp dữ liệu ở đây là của phần mềm khác."
    case .bankDamaged: "Bộ câu hỏi của máy bị hỏng hoặc bị thiếu."
    case .webFilesMissing: "Thiếu tệp giao diện của máy."
    case .unknown: "Máy gặp trục trặc khi mở."
    }
  }

  /// For the clerk who is called.
  var next: String {
    switch self {
    case .starting, .checking, .rebuilding: OutageWording.waitingNext
    case .diskFull: "Mời báo cán bộ ở quầy. Kỹ thuật viên cần dọn bớt ổ đĩa; máy tự mở lại sau đó."
    case .readOnly: "Mời báo cán bộ ở quầy. Kỹ thuật viên cần kiểm tra ổ đĩa; máy tự mở lại sau đó."
    case .noPermission: "Mời báo cán bộ ở quầy. Kỹ thuật viên cần trả lại quyền của thư mục; máy tự mở lại sau đó."
    case .settingsDamaged: "Mời báo cán bộ ở quầy. Kỹ thuật viên cần sửa tệp sathach.conf; máy tự mở lại sau đó."
    case .keyMissing, .keyDamaged:
      "Mời báo cán bộ ở quầy. Kỹ thuật viên cần chép lại tệp khóa từ bản sao lưu; không tạo khóa mới."
    case .databaseMissing, .databaseLost:
      "Mời báo cán bộ ở quầy. Kỹ thuật viên cần khôi phục từ bản sao lưu bằng lệnh sathach restore."
    case .databaseNewer: "Mời báo cán bộ ở quầy. Kỹ thuật viên cần cập nhật phần mềm."
    case .databaseForeign: "Mời báo cán bộ ở quầy. Kỹ thuật viên cần chỉ đúng thư mục dữ liệu."
    case .bankDamaged: "Mời báo cán bộ ở quầy. Kỹ thuật viên chạy lệnh sathach check để xem chỗ hỏng."
    case .webFilesMissing: "Mời báo cán bộ ở quầy. Kỹ thuật viên cần cài lại phần mềm."
    case .unknown: "Mời báo cán bộ ở quầy. Kỹ thuật viên xem nhật ký của máy; máy tự thử lại."
    }
  }
}
