/// What a kiosk says about seat numbers, agreeing to a test that a clerk has opened, and resting.
enum SeatWording {
  static func invited(_ seat: String) -> String { "Mời ông/bà có số chỗ \(seat)" }
  static let invitedLead = "Đúng số chỗ của mình thì bấm nút bên dưới."
  static let begin = "Bắt đầu"
  static let otherSeat = "Tôi có số chỗ khác"
  static func practiceOpen(_ title: String) -> String { "Lớp làm thử: \(title)" }
  static let practiceLead = "Không ghi tên, không tính giờ. Bấm nút để làm thử."
  static let practiceBegin = "Làm thử"

  static let haveSeat = "Tôi có số chỗ"
  static let seatsTitle = "Bấm số chỗ"
  static let seatsLead = "Bấm bốn chữ số cán bộ ở quầy đã đưa."
  static let seatsLabel = "Số chỗ (4 số)"
  static let seatsButton = "Vào làm bài"
  static let pad = "Bàn phím số"
  static let erase = "Xóa"
  static let seatDigits = "Số chỗ có bốn chữ số. Bấm đủ bốn số."
  static func seatWait(_ seconds: Int) -> String { "Đã thử quá nhiều số. Chờ \(seconds) giây rồi bấm lại." }

  static let consentHolder = "Bài của"
  static func holder(_ name: String, _ ending: String) -> String { "\(name), \(ending)" }
  static let notMe = "Không phải tôi"

  static let deskTitle = "Mời đến quầy"
  static let deskPoints = ["Cán bộ ở quầy mở bài và đưa số chỗ", "Mang theo thẻ căn cước"]

  static let rest = "Nghỉ một chút"
  static let restTitle = "Đang nghỉ"
  static let restLead = "Giờ không chạy, các câu đã trả lời vẫn còn nguyên. Nghỉ xong thì bấm nút."
  static let restOver = "Làm tiếp"
  static let pausedTitle = "Bài đang tạm dừng"
  static let pausedLead = "Giờ không chạy, các câu đã trả lời vẫn còn nguyên. Cán bộ cho làm tiếp thì bài tự hiện ra."
  static let pausedLook = "Xem đã được làm tiếp chưa"

  static func numberEnding(_ lastThree: String) -> String { "số định danh có ba số cuối \(lastThree)" }
  static let noNumber = "không có số định danh"
}
