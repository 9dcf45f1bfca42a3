import UseCases

/// What the pages about periods and keys say.
enum RetentionWording {
  static let title = "Thời hạn lưu dữ liệu"
  static let lead =
    "Mỗi ngày một lần, máy bỏ những gì đã quá hạn, từng ít một, và ghi vào sổ đã bỏ bao nhiêu. Số đếm trong báo cáo giữ nguyên."
  static let held = "Đồng hồ của máy đang bị nghi sai, nên chưa bỏ gì cả."
  static let proposed = "Đề xuất của phần mềm"
  static let adopted = "Quyết định của cơ quan"
  static func adoptedBy(_ act: String, _ day: String, _ signer: String) -> String {
    "\(act), ngày \(day), người ký: \(signer)"
  }
  static let outlook = "Bỏ gì, lúc nào"
  static let columnKind = "Loại"
  static let columnPeriod = "Giữ"
  static let columnNow = "Hôm nay"
  static func columnWithin(_ days: Int) -> String { days == 365 ? "Trong 1 năm" : "Trong \(days) ngày" }
  static func months(_ months: Int) -> String { "\(months) tháng" }
  static func kind(_ kind: RetentionPlan.Kind) -> String {
    switch kind {
    case .answers: "Câu trả lời của lượt đã xong"
    case .people: "Tên, số, ngày sinh của người không đến nữa"
    case .classLists: "Dòng trong danh sách lớp chưa mời vào máy"
    case .answerFiles: "Tệp trả lời VNeID mới xem, chưa áp dụng"
    }
  }
  static func unit(_ kind: RetentionPlan.Kind, _ count: Int) -> String {
    switch kind {
    case .answers: "\(count) lượt"
    case .people: "\(count) người"
    case .classLists: "\(count) dòng"
    case .answerFiles: "\(count) tệp"
    }
  }
  static let change = "Đặt thời hạn khác"
  static let changeLead = "Cần văn bản của cơ quan. Thời hạn mới có hiệu lực ngay trong lần dọn kế tiếp."
  static func label(_ kind: RetentionPlan.Kind) -> String { "\(self.kind(kind)): số tháng" }
  static let document = "Văn bản"
  static let documentHelp = "Số, ký hiệu và trích yếu"
  static let date = "Ngày ký"
  static let signer = "Người ký"
  static let keep = "Áp dụng thời hạn này"
  static let runs = "Đã bỏ"
  static let runsNone = "Chưa có gì quá hạn."
  static let columnWhen = "Lúc"
  static let columnCount = "Số lượng"
}

/// What the page of keys says.
enum KeyWording {
  static let title = "Khóa và danh sách của tỉnh"
  static let frontLead = "Khóa ký phiếu của máy này, danh sách khóa của tỉnh: ngày, dấu vân, nhập bản mới."
  static let own = "Khóa ký phiếu của máy này"
  static let keyID = "Mã khóa"
  static let issuer = "Nơi cấp"
  static let fromSerial = "Từ phiếu số"
  static let former = "Khóa cũ, chỉ còn để kiểm tra"
  static func formerKey(_ kid: String, _ issuer: String, _ serial: Int) -> String {
    "\(kid), \(issuer), từ phiếu số \(serial)"
  }
  static let rotate = "Đổi khóa là việc của kỹ thuật viên, bằng lệnh sathach keys rotate."
  static let province = "Danh sách của tỉnh"
  static let anchor = "Dấu vân khóa của tỉnh"
  static let anchorHelp = "Đọc qua điện thoại với tỉnh để so từng nhóm số."
  static let anchorNone = "Máy này chưa tin khóa nào của tỉnh. Kỹ thuật viên cài bằng lệnh sathach keys anchor."
  static let number = "Số của danh sách"
  static let issued = "Ngày ký"
  static let others = "Khóa của các máy khác"
  static let revoked = "Phiếu bị hủy trong danh sách"
  static let listNone = "Chưa có danh sách nào. Phiếu của máy khác chưa kiểm tra được."
  static let take = "Nhập danh sách mới"
  static let takeHelp = "Chọn tệp tỉnh gửi. Danh sách cũ hơn, bị sửa hoặc không do tỉnh ký sẽ bị từ chối."
  static let file = "Tệp danh sách"
  static let takeDo = "Nhập danh sách"
  static let taken = "Đã nhập danh sách."
  static let faultNoAnchor = "Chưa nhập: máy này chưa tin khóa nào của tỉnh. Nhờ kỹ thuật viên cài khóa trước."
  static let faultUnreadable =
    "Chưa nhập: tệp không phải danh sách do tỉnh ký, hoặc đã bị sửa. Lấy lại tệp từ tỉnh rồi nhập lần nữa."
  static func faultNotNewer(_ held: Int) -> String {
    "Chưa nhập: máy đã có danh sách số \(held), mới bằng hoặc mới hơn. Không cần làm gì."
  }
}
