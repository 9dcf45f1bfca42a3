import UseCases

/// What the office's page of backups says.
enum BackupPageWording {
  static let title = "Sao lưu"
  static let frontLead = "Bản sao mã hóa của hộp này: lần gần nhất, lần tới, USB có cắm không."
  static let lead = "Hộp này tự sao lưu, không cần dừng thi. Máy hỏng thì khôi phục từ bản sao và khóa trong két."

  static let backups = "Bản sao lưu"
  static let last = "Lần gần nhất"
  static let never = "chưa có lần nào"
  static func made(_ when: String, _ size: String, attempts: Int) -> String {
    "\(when) – \(size), \(attempts) lượt làm bài. Đã đọc lại và so khớp."
  }
  static let next = "Lần tới"
  static let nextNow = "trong ít phút nữa"
  static let nextNone = "không tự làm"
  static let place = "Nơi cất"
  static let noPlace = "chưa chọn"
  static let keep = "Giữ lại"
  static func kept(_ rule: KeepRule) -> String {
    "bản mới nhất của \(rule.days) ngày, \(rule.weeks) tuần và \(rule.months) tháng gần đây"
  }
  static let now = "Sao lưu ngay"
  static let running = "Đang sao lưu. Trang này tự xem lại sau vài giây."
  static let again = "Xem lại"

  static let mirror = "Bản chép liên tục"
  static let mirrorLead = "Mỗi câu trả lời đã lưu được chép thêm sang USB cắm sẵn."
  static let mirrorOff = "Chưa bật. Kỹ thuật viên ghi nơi chép ở dòng mirror trong sathach.conf."
  static let mirrorBeginning = "Đang chép toàn bộ lần đầu."
  static func mirrorWaiting(_ count: Int) -> String {
    count == 0 ? "Đã chép hết." : "Còn \(count) lần ghi chưa chép sang."
  }
  static func mirrorWritten(_ when: String) -> String { "Chép lần gần nhất: \(when)." }

  static func mirrorMissing(_ since: String) -> String {
    "Bản chép liên tục: từ \(since) không chép được sang USB. Việc thi vẫn lưu trên hộp này. Hãy cắm lại USB, hoặc thay USB khác nếu đã đầy hay hỏng."
  }
  static let mirrorMissing = "Đang dừng vì không thấy hoặc không ghi được USB."
  static func obstacle(_ obstacle: BackupState.Obstacle) -> String {
    switch obstacle {
    case .noPlace:
      "Chưa chọn nơi sao lưu. Kỹ thuật viên ghi thư mục trên USB ở dòng backup-to trong sathach.conf."
    case .noRecoveryKey:
      "Chưa có khóa khôi phục nên chưa sao lưu được. Kỹ thuật viên chạy lệnh sathach recovery-key new, in khóa và cất vào két."
    case .placeMissing:
      "Không thấy USB sao lưu. Hãy cắm USB vào hộp, đợi một phút, rồi vào trang Sao lưu và bấm Sao lưu ngay."
    case .failed: "Lần sao lưu vừa rồi không xong. Hãy thử lại; nếu vẫn không được thì thay USB khác."
    }
  }
  static let sameDisk =
    "Bản sao đang nằm cùng ổ đĩa với dữ liệu: ổ hỏng thì mất cả hai. Hãy chọn một thư mục trên USB."

  /// 3,2 MB; small ones in KB.
  static func size(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\((bytes + 999) / 1000) KB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10),\(tenths % 10) MB"
  }
}
