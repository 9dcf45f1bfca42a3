import Measurement

/// What an officer reads about whose people pass how often.
enum AssistanceWording {
  static let title = "Người giúp và tỷ lệ đạt"
  static let lead =
    "Mỗi người làm bài tính một lần, ở lượt sát hạch có trợ giúp gần nhất, cho cán bộ ghi nhiều việc giúp nhất trong lượt đó."
  static let colleague = "Cán bộ"
  static let people = "Người đã giúp"
  static let passed = "Đạt"
  static let rate = "Tỷ lệ đạt"
  static let interval = "Khoảng 95%"
  static let allowed = "Giúp được phép"
  static let coaching = "Không được phép"
  static let word = "Đọc thế nào"
  static let unassisted = "Không có trợ giúp"
  static let empty = "Chưa có lượt sát hạch nào được ghi trợ giúp."
  static let none = "–"

  static func percent(_ tenths: Int) -> String { "\(tenths / 10),\(tenths % 10)%" }
  static func range(_ low: Int, _ high: Int) -> String { "\(percent(low)) đến \(percent(high))" }

  static func tooFew(_ least: Int) -> String { "Dưới \(least) người, chưa nói lên điều gì" }
  static let usual = "Không khác những người giúp còn lại"
  static func unusual(_ side: AssistedRate.Unusual) -> String {
    switch side {
    case .higher: "Cao hơn hẳn những người giúp còn lại. Nên hỏi lại"
    case .lower: "Thấp hơn hẳn những người giúp còn lại"
    }
  }
  static let alone = "Chưa có ai khác để so"

  static let caution =
    "Số ít người thì tỷ lệ dễ lên xuống vì may rủi: khoảng tin cậy càng rộng, càng chưa chắc. So sánh đã tính đến việc xem nhiều cán bộ cùng lúc."
  static let noBlame =
    "Khác hẳn không có nghĩa là làm sai. Ai giúp nhiều người yếu thì tỷ lệ thấp là lẽ thường; tỷ lệ cao bất thường thì xem lại cách giúp."
}
