import UseCases

/// Words of the test's own figures and of the table of cut scores.
enum TestWording {
  static let figure = "Chỉ số"
  static let value = "Giá trị"
  static let count = "Số lượt"
  static let meaning = "Nghĩa là"

  static let mean = "Điểm trung bình"
  static let spread = "Độ lệch chuẩn của điểm"
  static let items = "Số câu một đề"
  static let cut = "Điểm đạt"
  static let phi = "Φ, đề rút ngẫu nhiên"
  static let phiAtCut = "Φ(λ) tại điểm đạt"
  static let formula21 = "KR-21"
  static let alpha = "Hệ số alpha"
  static let errorAtCut = "Sai số chuẩn tại điểm đạt (Lord)"
  static let seenErrorAtCut = "Sai số chuẩn quan sát gần điểm đạt"
  static let accuracy = "Quyết định đúng (Livingston–Lewis)"
  static let consistency = "Quyết định nhất quán (Livingston–Lewis)"
  static let kappa = "Kappa của quyết định"
  static let falsePasses = "Đạt nhầm"
  static let falseFails = "Chưa đạt nhầm"

  static let inPoints = "điểm"
  static let phiMeaning = "Phần khác biệt giữa mọi người là thật, không do may rủi của đề; 1 là hoàn toàn (Brennan)"
  static let phiAtCutMeaning = "Đề phân biệt người trên và dưới điểm đạt tin cậy đến đâu (Brennan–Kane)"
  static let formula21Meaning = "Cách tính khác của độ tin cậy, sai số nhị thức"
  static let formula21Missing = "không tính: có câu được điểm một phần"
  static let alphaMeaning = "Chỉ tính khi mọi người làm cùng một đề"
  static let alphaMissing = "không tính: mỗi lượt một đề riêng"
  static let errorMeaning = "điểm; người đứng đúng ở điểm đạt có thể hơn kém chừng này"
  static let seenErrorMeaning = "điểm; từ câu trả lời của người cách điểm đạt không quá 2 điểm"
  static let accuracyMeaning = "Phần lượt được xếp đúng với năng lực thật"
  static let consistencyMeaning = "Phần lượt mà hai đề sẽ xếp như nhau"
  static let kappaMeaning = "Nhất quán hơn mức ngẫu nhiên; 1 là hoàn toàn"
  static let falsePassesMeaning = "Phần lượt đạt mà năng lực thật dưới điểm đạt"
  static let falseFailsMeaning = "Phần lượt chưa đạt mà năng lực thật từ điểm đạt trở lên"
  static let notes = [
    "Mỗi người một đề rút ngẫu nhiên, nên dùng Φ và Φ(λ); alpha chỉ có nghĩa khi cùng một đề.",
    "Dưới \(Kiosk.leastForFlag) lượt không tính độ tin cậy. Khoảng từ, đến: tin cậy 95 %. Điểm sàn từng phần không xét ở đây.",
  ]

  // Cut scores.
  static let reached = "Đủ điểm"
  static let passed = "Đạt"
  static let rate = "Tỷ lệ đạt (%)"
  static let gained = "Thành đạt"
  static let lost = "Thành chưa đạt"
  static func cutName(_ cut: Int, isInForce: Bool) -> String { isInForce ? "\(cut) (đang áp dụng)" : "\(cut)" }
  static let cutNotes = [
    "Đủ điểm: tổng điểm từ mức này. Đạt: đủ điểm và đủ điểm sàn từng phần như quy tắc đang tính.",
    "Thành đạt, thành chưa đạt: số lượt có kết quả khác đi so với điểm đạt đang áp dụng. Chỉ xét điểm, không xét quyết định "
      + "của cán bộ về trợ giúp. Phiếu đã cấp không đổi.",
  ]
  static let cutHidden = "Mức nào khác mức trước dưới 5 lượt được ẩn."
  static let chart = "Biểu đồ: tỷ lệ đạt theo điểm đạt. Số liệu có trong bảng bên dưới."
  static let axis = "Điểm đạt"
  static func answer(_ asked: Int, passed: String, rate: String, count: Int) -> String {
    "Nếu điểm đạt là \(asked): \(passed) trong \(count) lượt đạt, tỷ lệ \(rate) %."
  }
  static func more(_ count: Int) -> String { "\(count) lượt chưa đạt sẽ thành đạt." }
  static func fewer(_ count: Int) -> String { "\(count) lượt đạt sẽ thành chưa đạt." }
  static let same = "Không quyết định nào thay đổi."
}
