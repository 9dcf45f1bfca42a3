import Assessment
import UseCases

enum ClockWording {
  static let title = "Ngày giờ của máy"
  static let sure = "Ngày giờ đang được coi là đúng. Nếu thấy sai thì nhập lại bên dưới."
  static let slipsWait = "Bài làm vẫn tiếp tục; phiếu kết quả chờ đến khi ngày giờ được xác nhận."
  static let shows = "So với lịch và đồng hồ ngoài, ngày giờ này có đúng không?"
  static let right = "Đúng"
  static let wrong = "Sai: nhập ngày giờ đúng"
  static let set = "Ghi ngày giờ này"
  static let day = "Ngày"
  static let month = "Tháng"
  static let year = "Năm"
  static let hour = "Giờ"
  static let minute = "Phút"
  static let notADate = "Ngày giờ vừa nhập không có thật. Xem lại rồi nhập đủ năm ô."
  static let boardNotice = "Ngày giờ của máy chưa chắc đúng, phiếu đang chờ."
  static let boardLink = "Xác nhận ngày giờ"

  static func reason(_ doubt: ClockDoubt) -> String {
    switch doubt {
    case .beforeRelease: "Máy đang chỉ một ngày trước khi phần mềm này ra đời."
    case .beforeLastEvent: "Máy đang chỉ một lúc trước những việc đã ghi."
    case .longSilence: "Từ lần ghi cuối đến giờ máy chỉ đã hơn 45 ngày."
    case .jumped: "Ngày giờ của máy vừa bị đổi trong lúc đang chạy."
    }
  }

  private static let weekdays = ["Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư"]

  /// Thứ Hai, ngày 30 tháng 11 năm 2026, 10 giờ 05 phút.
  static func words(_ moment: Moment) -> String {
    let date = CivilDate(moment)
    // 1970-01-01 was a Thursday.
    let weekday = weekdays[((date.dayNumber % 7) + 7) % 7]
    let time = Formatting.time(moment).split(separator: ":")
    return "\(weekday), ngày \(date.day) tháng \(date.month) năm \(date.year), \(time[0]) giờ \(time[1]) phút"
  }
}
