/// What the desk's pages of slips say.
enum SlipDeskWording {
  static let title = "Phiếu"
  static let findLabel = "Tìm phiếu hoặc người"
  static let findHelp =
    "Gõ mã phiếu, số phiếu, số định danh hoặc một phần tên. Quét mã QR trên phiếu, trên thẻ căn cước cũng được."
  static let find = "Tìm"
  static let nothingTyped = "Chưa gõ gì. Gõ hoặc quét rồi bấm Tìm."

  static let queue = "Chờ in"
  static let queueEmpty = "Không có phiếu nào chờ in."
  static let found = "Phiếu tìm thấy"
  static let foundNothing = "Không tìm thấy gì ở máy này. Thử cách khác: mã phiếu, số định danh hoặc tên."
  static let foundNoSlip = "Người này chưa có phiếu."
  static let foundCut = "Còn nữa, chỉ hiện một phần. Gõ đủ họ tên hơn."
  static let foundPeople = "Hồ sơ tìm thấy"
  static let toQueue = "Về danh sách chờ in"

  static let columnSerial = "Số phiếu"
  static let columnName = "Người làm bài"
  static let columnOutcome = "Kết quả"
  static let columnIssued = "Lúc cấp"
  static let columnCopies = "Bản đã in"
  static let columnState = "Tình trạng"
  static let columnPrint = "In"
  static let columnNumber = "Số định danh"
  static let columnBirth = "Năm sinh"
  static let columnAttempts = "Lượt sát hạch"
  static func outcome(_ right: Int, _ asked: Int) -> String { "Đạt, \(right)/\(asked)" }

  static let stateToPrint = "Chờ in"
  static let statePrinted = "Đã in"
  static let stateRevoked = "Đã hủy"

  static let printRoll = "Cuộn 80 mm"
  static let printA5 = "A5"
  static func printLabel(_ serial: Int64, _ size: String) -> String { "In phiếu số \(serial), giấy \(size)" }

  static func slipTitle(_ serial: Int64) -> String { "Phiếu số \(serial)" }
  static func numberEnding(_ lastThree: String) -> String { "… \(lastThree)" }
  static let holder = "Người làm bài"
  static let holderErased = "đã xóa khỏi máy này"
  static let issued = "Cấp lúc"
  static let attempt = "Lượt làm bài"
  static func toAttempt(_ id: Int64) -> String { "Xem lượt số \(id)" }
  static let openPerson = "Mở hồ sơ"

  static let printTitle = "In phiếu"
  static let printFirst = "Chưa in bản nào."
  static func printedSoFar(_ copies: Int) -> String { "Đã in \(copies) bản. In thêm thì cần lý do." }
  static func printOn(_ size: String, isFirst: Bool) -> String {
    "\(isFirst ? "In phiếu" : "In lại phiếu"), giấy \(size)"
  }
  static let sizeRoll = "cuộn 80 mm"
  static let sizeA5 = "A5"
  static let reason = "Lý do"
  static let reprintReason = "Lý do in lại"
  static let revokeReason = "Lý do hủy"
  static let chooseReason = "Chọn lý do"

  static let historyTitle = "Đã làm gì với phiếu này"
  static let historyAt = "Lúc"
  static let historyWhat = "Việc"
  static let historyWho = "Ai"
  static let historyWhy = "Lý do"
  static let historyIssued = "Cấp phiếu"
  static func historyPrinted(_ copy: Int) -> String { copy == 1 ? "In bản thứ nhất" : "In lại, bản thứ \(copy)" }
  static let historyRevoked = "Hủy phiếu"
  static let atKiosk = "Tại máy làm bài"
  static let byBox = "Máy chủ"

  static let revokeTitle = "Hủy phiếu"
  static let revokeHelp = "Phiếu đã hủy không còn giá trị và không lấy lại được."
  static let revoke = "Hủy phiếu"
  static func revokeQuestion(_ serial: Int64) -> String { "Hủy phiếu số \(serial)?" }
  static let revokeWarning = "Ai kiểm tra phiếu này ở đây sẽ thấy phiếu đã hủy. Không lấy lại được."
  static let revokeYes = "Hủy hẳn phiếu này"
  static let revokeNo = "Không hủy"
  static let revoked = "Phiếu đã hủy"
  static func revokedBy(_ when: String, _ who: String, _ why: String) -> String {
    "Hủy lúc \(when), \(who). Lý do: \(why)."
  }
  static let somebody = "không rõ ai"
  static let toSlips = "Xong, về danh sách phiếu"
}
