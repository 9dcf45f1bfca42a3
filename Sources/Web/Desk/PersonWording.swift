/// What the desk's page of one person says.
enum PersonWording {
  static let title = "Hồ sơ"
  static let name = "Họ và tên"
  static let number = "Số định danh"
  static let birthYear = "Năm sinh"
  static let privacy = "Quyền về dữ liệu: xem, trao, xóa"

  static let attempts = "Các lượt sát hạch"
  static let attemptsNone = "Chưa có lượt sát hạch nào."
  static let columnAttempt = "Lượt"
  static let columnDate = "Ngày"
  static let columnAudience = "Đối tượng"
  static let columnOutcome = "Kết quả"
  static let columnSlip = "Phiếu"
  static func attempt(_ id: Int64) -> String { "Lượt \(id)" }
  static func slip(_ serial: Int64) -> String { "Phiếu số \(serial)" }
  static let slipRevoked = "đã hủy"
  static let handedOver = "từ hồ sơ đã gộp"
  static let open = "Đang làm"
  static let voided = "Đã hủy"
  static func passed(_ right: Int, _ asked: Int) -> String { "Đạt, \(right)/\(asked)" }
  static func notPassed(_ right: Int, _ asked: Int) -> String { "Chưa đạt, \(right)/\(asked)" }
  static let notJudged = "Chưa có kết quả"

  static let correctTitle = "Sửa họ và tên"
  static let correctHelp = "Tên cũ vẫn được giữ lại. Phiếu đã in không đổi."
  static let correct = "Lưu tên mới"
  static let former = "Tên trước đây"
  static func formerBy(_ when: String, _ who: String) -> String { "Sửa lúc \(when), \(who)" }

  static let mergeTitle = "Một người có hai hồ sơ"
  static let mergeHelp = "Tìm hồ sơ kia để gộp vào hồ sơ này. Hồ sơ này được giữ lại."
  static let mergeFind = "Số định danh hoặc tên trên hồ sơ kia"
  static let find = "Tìm hồ sơ"
  static let foundNothing = "Không tìm thấy hồ sơ nào khác. Thử số định danh khác hoặc tên khác."
  static let found = "Hồ sơ tìm thấy"
  static let choose = "Gộp vào hồ sơ này"
  static func chooseLabel(_ name: String, _ lastThree: String) -> String { "Gộp hồ sơ \(name), … \(lastThree)" }

  static let mergeQuestion = "Gộp hai hồ sơ thành một?"
  static let mergeWarning = "Các lượt và phiếu của hồ sơ bên phải sẽ về hồ sơ bên trái. Không tách lại được."
  static let kept = "Giữ lại"
  static let goes = "Gộp vào hồ sơ giữ lại"
  static func attemptCount(_ count: Int) -> String { "\(count) lượt sát hạch" }
  static let mergeSwap = "Đổi bên: giữ hồ sơ kia"
  static let mergeYes = "Gộp hai hồ sơ"
  static let mergeNo = "Không gộp"

  static let mergedTitle = "Hồ sơ đã gộp vào đây"
  static func mergedBy(_ when: String, _ who: String, _ why: String?) -> String {
    "Gộp lúc \(when), \(who)" + (why.map { ". Lý do: \($0)" } ?? "")
  }
}
