import Assessment
import UseCases

/// What the board says, to somebody who has a queue.
enum BoardWording {
  static let title = "Bảng theo dõi"
  static let seat = "Mời vào máy"
  static let calling = "Đang gọi giúp"
  static let atScreens = "Đang làm bài"
  static let waiting = "Chờ vào máy"
  static let finished = "Xong hôm nay"
  static let devices = "Máy"
  static let left = "Bỏ dở từ trước hôm nay"

  static let nobody = "Chưa có ai ở máy. Bấm “Mời vào máy” để bắt đầu."
  static let nobodyWaits = "Không ai chờ."
  static let nothingFinished = "Chưa ai làm xong."
  static let noDevices = "Chưa ghi nhận máy nào. Người làm bài ngồi ở máy của quầy."

  static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)" }
  static let countCalling = "đang gọi"
  static let countAtScreens = "đang làm"
  static let countWaiting = "chờ vào máy"
  static let countToDo = "việc chờ ở quầy"

  static func device(_ number: Int?) -> String { number.map { "Máy \($0)" } ?? "Máy quầy" }
  static func deviceNumber(_ number: Int?) -> String { number.map(String.init) ?? "quầy" }
  static func seatNumber(_ seat: SeatNumber) -> String { "Số chỗ \(seat)" }
  static let noSeatNumber = "Chưa có số chỗ"
  static let noName = "Chưa có tên"
  static func place(_ place: FormPlace, _ count: Int) -> String {
    place.part == .warmUp ? "Làm quen \(place.number)/\(count)" : "Câu \(place.number)/\(count)"
  }
  static func minutesLeft(_ minutes: Int) -> String { minutes < 1 ? "còn dưới 1 phút" : "còn \(minutes) phút" }

  static func called(_ milliseconds: Int) -> String { "Gọi \(ago(milliseconds))" }
  static func lost(_ milliseconds: Int) -> String { "Mất liên lạc" + still(milliseconds) }
  static func stuck(_ milliseconds: Int) -> String { "Dừng lâu" + still(milliseconds) }
  static func slow(_ milliseconds: Int) -> String { "Hơi chậm" + still(milliseconds) }
  static let waitsForConsent = "Chờ đồng ý ở máy"
  static let waitsForName = "Đang điền tên"
  static func paused(_ reason: String, _ milliseconds: Int) -> String {
    "Tạm dừng" + still(milliseconds) + (reason.isEmpty ? "" : ": \(reason)")
  }
  static let flagged = "Có gợi ý, phiếu sẽ chờ"
  static let moving = "Đang đổi máy"

  /// How long something lasts, in whole minutes; the first is not counted.
  private static func still(_ milliseconds: Int) -> String {
    milliseconds < 60_000 ? "" : " \(duration(milliseconds / 60_000))"
  }
  static func ago(_ milliseconds: Int) -> String {
    milliseconds < 60_000 ? "vừa xong" : "\(duration(milliseconds / 60_000)) trước"
  }
  private static func duration(_ minutes: Int) -> String {
    minutes < 120 ? "\(minutes) phút" : "\(minutes / 60) giờ"
  }

  static let go = "Tôi đến"
  static let look = "Xem"
  static let move = "Chuyển máy"
  static let resume = "Cho làm tiếp"
  static let ticket = "Số chỗ"
  static let print = "In phiếu"
  static let issue = "Lấy phiếu"
  static let decide = "Quyết định"

  static let toPrint = "Chờ in phiếu"
  static let toIssue = "Đạt, chưa lấy phiếu"
  static let toDecide = "Chờ cán bộ phụ trách"
  static let refused = "Không cấp phiếu"
  static let revoked = "Phiếu đã hủy"
  static let printed = "Đã in phiếu"
  static let notPassed = "Chưa đạt"
  static func more(_ count: Int) -> String { "và \(count) lượt khác đã xong" }
  static let findSlips = "Tìm phiếu"

  static let free = "Trống"
  static let inUse = "Đang dùng"
  static let silent = "Im lặng"

  /// Said aloud once when somebody calls.
  static func news(_ who: String, _ place: String) -> String { "\(place): \(who) đang gọi giúp" }
  static let connectionLost = "Mất kết nối với máy chủ. Bảng này có thể đã cũ, đang thử lại."
}
