import Assessment
import Audio
import UseCases

/// What colleagues read about recordings.
enum VoiceWording {
  static let title = "Tiếng đọc của xã"
  static let short = "Ghi âm"
  static let frontLead =
    "Ghi âm câu hỏi bằng tiếng Việt, tiếng Tày, Nùng, Mông, Dao, Khmer. Giọng người thay giọng máy."
  static let lead = "Chọn một tiếng. Mỗi bản ghi cần một người khác nghe lại và đồng ý thì máy mới đọc."
  static let greeting = "Lời chào"
  static let greetingLead = "Câu “Xin chào” trong tiếng này: máy đọc ở màn hình đầu, để người nói tiếng ấy nhận ra."
  static let competence = "Năng lực"
  static let items = "Câu đã đủ tiếng"
  static let lines = "Đoạn đã duyệt"
  static let waiting = "Chờ nghe lại"
  static let item = "Câu"
  static let line = "Đoạn cần đọc"
  static let record = "Ghi âm"
  static let stop = "Dừng ghi"
  static let send = "Gửi bản ghi"
  static let file = "Hoặc chọn tệp âm thanh Ogg, WebM (mã Opus), dài nhất 3 phút"
  static let recorded = "Đã ghi xong. Bấm Gửi bản ghi, hoặc ghi lại lần nữa."
  static let recording = "Đang ghi âm. Đọc rõ, rồi bấm Dừng ghi."
  static let noMicrophone = "Trình duyệt này chưa ghi âm được. Cho phép dùng micrô, hoặc chọn tệp."
  static let tooLong = "Đã đủ 3 phút nên máy tự dừng ghi."
  static let approve = "Đồng ý dùng"
  static let refuse = "Ghi lại"
  static let own = "Bản ghi của chính mình: chờ người khác nghe lại."
  static let approvedMark = "Máy đang đọc bản này"
  static let waitingMark = "Chờ người khác nghe lại"
  static let missing = "Chưa có bản ghi"
  static let back = "Về danh sách"

  static func of(_ part: Int, _ whole: Int) -> String { "\(part) trên \(whole)" }
  static func title(_ language: String) -> String { "Tiếng đọc: \(language)" }
  static func heading(_ item: String, _ language: String) -> String { "Câu \(item) – \(language)" }
  static func by(_ account: Int64, _ date: String, _ seconds: Int) -> String {
    "Tài khoản số \(account) ghi ngày \(date), dài \(seconds) giây."
  }
}

extension RecordingRefusal {
  var status: Int {
    switch self {
    case .unknownLanguage, .unknownLine, .unknownRecording: 404
    case .ownRecording: 403
    case .notWaiting: 409
    case .sound: 422
    }
  }

  /// What happened, then what to do.
  var sentence: String {
    switch self {
    case .sound(let fault): fault.sentence
    case .unknownLanguage: "Không có tiếng này. Chọn lại trong danh sách."
    case .unknownLine: "Câu này vừa được sửa. Mở lại trang rồi ghi đoạn mới."
    case .unknownRecording: "Không có bản ghi này. Mở lại trang."
    case .ownRecording: "Bản ghi của chính mình thì người khác phải nghe lại. Mời một đồng nghiệp đăng nhập."
    case .notWaiting: "Bản ghi này đã có người quyết định. Mở lại trang để xem."
    }
  }
}

extension SoundFault {
  var sentence: String {
    switch self {
    case .empty: "Chưa có bản ghi nào trong tệp. Ghi âm lại rồi gửi."
    case .tooLarge: "Tệp quá lớn. Chỉ gửi một đoạn dài nhất 3 phút."
    case .unknownFormat: "Tệp không phải Ogg hoặc WebM với mã Opus. Ghi âm ngay trên trang này."
    case .damaged: "Tệp âm thanh hỏng hoặc chưa trọn. Ghi âm lại rồi gửi."
    case .unsupported: "Tệp có nhiều luồng tiếng. Ghi âm một giọng rồi gửi."
    case .tooShort: "Bản ghi quá ngắn. Ghi âm lại cả đoạn."
    case .tooLong: "Bản ghi dài quá 3 phút. Ghi lại từng đoạn ngắn."
    }
  }
}
