import UseCases

/// What the office's page of bundles for the province says.
enum BundlePageWording {
  static let title = "Gửi số liệu lên tỉnh"
  static let frontLead = "Gói số liệu có ký cho tỉnh: gói gần nhất, còn gì chưa gửi, làm gói ra USB."
  static let lead =
    "Mỗi gói ghi những gì mới xảy ra trên hộp này. Tên và số định danh trong gói chỉ tỉnh mở được."

  static let last = "Gói gần nhất"
  static let never = "chưa có gói nào"
  static func made(_ number: Int, _ when: String, _ size: String) -> String { "gói số \(number), \(when) – \(size)" }
  static let waiting = "Chưa gửi"
  static func waits(_ count: Int, isMore: Bool) -> String {
    if isMore { return "hơn \(count) mục" }
    return count == 0 ? "không còn gì" : "\(count) mục (lượt làm bài, phiếu, thay đổi)"
  }
  static let place = "Nơi chép gói"
  static let noPlace = "chưa chọn"
  static let handedOn = "Đã chép ra"
  static func handedOnUpTo(_ number: Int) -> String { number == 0 ? "chưa chép gói nào" : "đến gói số \(number)" }
  static let now = "Làm gói ngay"
  static let running = "Đang làm gói. Trang này tự xem lại sau vài giây."
  static let again = "Xem lại"
  static let what = "Sau khi chép xong, rút USB và gửi lên tỉnh. Gửi hai lần cũng không sao: tỉnh chỉ tính một lần."

  static func obstacle(_ obstacle: BundleState.Obstacle) -> String {
    switch obstacle {
    case .noPlace: "Chưa chọn nơi chép gói. Kỹ thuật viên ghi thư mục trên USB ở dòng bundles-to trong sathach.conf."
    case .noRecipient:
      "Chưa có khóa của tỉnh nên chưa làm được gói. Kỹ thuật viên chạy lệnh sathach bundle recipient với tệp khóa tỉnh gửi."
    case .placeMissing: "Không thấy USB. Hãy cắm USB vào hộp, đợi một phút rồi bấm Làm gói ngay."
    case .failed: "Lần làm gói vừa rồi không xong. Hãy thử lại; nếu vẫn không được thì thay USB khác."
    }
  }
}
