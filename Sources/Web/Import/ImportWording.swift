import Assessment
import Interchange
import UseCases

/// What the officer's pages about items in and out say.
enum ImportWording {
  static let title = "Câu hỏi vào và ra"
  static let frontLead = "Đưa câu hỏi từ tệp vào, đọc và phát hành; tải câu hỏi và kết quả ra."
  static let unnamed = "tệp không tên"

  static let uploadTitle = "Đưa câu hỏi vào"
  static let uploadLead = "Nhận CSV, XLSX, GIFT, Moodle XML và QTI 2.1, 3.0. Máy tự nhận ra loại tệp."
  static func file(megabytes: Int) -> String { "Tệp, nhiều nhất \(megabytes) MB" }
  static let defaults = "Điền thay khi tệp không ghi"
  static let competence = "Năng lực"
  static let use = "Dùng cho"
  static let difficulty = "Độ khó, 1 là dễ nhất"
  static let audiences = "Đối tượng"
  static let none = "không điền thay"
  static let look = "Xem trước"
  static let nothingYet = "Xem trước không thay đổi gì."

  static let templateTitle = "Tệp mẫu để điền"
  static let templateLead = "Sổ XLSX có trang giải thích từng cột và trang mã năng lực. Các dòng ví dụ xóa đi được."
  static func template(_ format: ItemFormat) -> String { "Tải mẫu \(name(format))" }
  static let guide = "Điền gì vào từng cột"

  static let draftsTitle = "Bản nháp"
  static func waiting(_ count: Int) -> String {
    count == 0 ? "Không có câu nào đang chờ." : "\(count) câu đang chờ đọc và phát hành."
  }
  static let toDrafts = "Mở bản nháp"

  static let exportsTitle = "Tải ngân hàng câu hỏi"
  static let exportsLead = "Chọn dạng tệp. Trang sau nói dạng đó không chứa được gì."

  static let resultsTitle = "Tải kết quả để nghiên cứu"
  static let resultsLead = "Mỗi bài một dòng (JSON Lines), không có tên và số của người làm. Để trống ngày là lấy hết."
  static let from = "Từ ngày"
  static let to = "Đến ngày"
  static let practice = "Cả bài làm thử"
  static let typed = "Cả chữ tự gõ, có thể chứa tên người"
  static let takeResults = "Tải kết quả"

  static let dryRunTitle = "Xem trước"
  static let dryRunHead = ["Ở đâu", "Mã câu", "Dạng", "Lời dẫn", "Tình trạng"]
  static let tableHead = ["Ở đâu", "Mã câu", "Dạng", "Lời dẫn", "Tình trạng", "So với máy", "Cần sửa"]
  static let toMend = "Cần xem"
  static let comingIn = "Không có gì phải sửa"
  static func more(_ count: Int) -> String { "Còn \(count) dòng nữa trong danh sách đầy đủ." }
  static func moreToMend(_ count: Int) -> String { "và \(count) điều nữa" }
  static let wholeTable = "Tải danh sách đầy đủ (CSV)"
  static let otherFile = "Chọn tệp khác"
  static let nothingComesIn = "Không có câu nào để nhận. Ngân hàng vẫn như cũ."
  static func intakeLead(minutes: Int) -> String {
    "Câu nhận vào là bản nháp, chưa được rút vào bài. Bản xem trước này giữ \(minutes) phút."
  }
  static func takeIn(_ count: Int) -> String { "Nhận \(count) câu vào bản nháp" }

  static func state(_ state: DryRunRow.State) -> String {
    switch state {
    case .ready: "đủ để phát hành"
    case .lacking: "cần sửa thêm"
    case .same: "đã có, không đổi"
    case .refused: "không nhận"
    case .note: "lưu ý"
    }
  }

  static let taken = "Đã nhận vào bản nháp."
  static let released = "Đã phát hành. Bài mới từ bây giờ rút được câu này."
  static let discarded = "Đã bỏ bản nháp."
  static func ready(_ count: Int, of all: Int) -> String { "\(count) trong \(all) bản nháp đủ để phát hành." }
  static let haveRead = "Đã đọc từng câu, kể cả đáp án và giải thích"
  static func releaseAll(_ count: Int) -> String { "Phát hành \(count) câu đã đủ" }
  static let noDrafts = "Không có bản nháp nào. Đưa tệp câu hỏi vào để có bản nháp."
  static let draftsHead = ["Mã câu", "Dạng", "Lời dẫn", "Từ đâu", "Tình trạng"]
  static let before = "Trang trước"
  static let next = "Trang sau"
  static func page(_ number: Int, of last: Int) -> String { "Trang \(number)/\(last)" }
  static let decided = "Vừa quyết định"
  static let complete = "Tải bản nháp (XLSX) để điền tiếp"
  static let toItems = "Về trang câu hỏi vào và ra"
  static let console = "người quản lý máy"

  static func decision(_ decision: DraftDecision, by name: String?) -> String {
    let what = decision.isReleased ? "phát hành" : "bỏ"
    return "\(decision.item): \(name ?? console) \(what) lúc \(Formatting.dateAndTime(decision.moment))"
  }
  static func origin(_ file: String, line: Int) -> String { "\(file), dòng \(line)" }
  static func received(_ name: String?, at moment: Moment) -> String {
    "\(name ?? console) nhận lúc \(Formatting.dateAndTime(moment))"
  }

  static let draftTitle = "Một bản nháp"
  static let replaces = "Câu này đang có trong ngân hàng. Phát hành sẽ thay câu đang dùng."
  static let haveReadOne = "Đã đọc câu này, kể cả đáp án và giải thích"
  static let releaseOne = "Phát hành câu này"
  static let waitsOn = "Chưa phát hành được. Tải bản nháp về điền tiếp rồi đưa vào lại, hoặc bỏ bản nháp."
  static let discard = "Bỏ bản nháp"
  static let discardAsk = "Bản nháp mất hẳn; ngân hàng không đổi."
  static let discardDo = "Bỏ hẳn"
  static let notReleased = "Có câu chưa phát hành được"
  static func releasedOf(_ released: Int, _ kept: Int) -> String {
    "Đã phát hành \(released) câu, \(kept) câu còn chờ."
  }

  static func exportTitle(_ format: ItemFormat) -> String { "Tải ngân hàng: \(name(format))" }
  static func written(_ count: Int, of all: Int) -> String { "Tệp chứa \(count) trong \(all) câu." }
  static let takeFile = "Tải tệp"
  static let keysInside = "Tệp có đáp án. Giữ như giữ đề thi."
  static let nothingLeftOut = "Dạng này chứa được mọi câu."
  static let leftOut = "Không chứa được"
  static let leftOutHead = ["Dạng câu", "Số câu", "Vì sao", "Mã câu"]
  static func andMore(_ count: Int) -> String { "và \(count) câu nữa" }
  static let besides = "Đi kèm trong ghi chú"
  static let besidesLead = "Dạng tệp này không có chỗ cho các phần sau. Chỉ phần mềm này đọc lại được."
  static func items(_ count: Int) -> String { "\(count) câu" }

  static func cause(_ cause: ExportReport.Cause) -> String {
    switch cause {
    case .noSuchKind: "Dạng tệp không có dạng câu này."
    case .notReadBack: "Ghi ra thì không đọc lại được như cũ."
    case .tooLongForCell: "Có phần dài hơn một ô của bảng."
    }
  }

  static func name(_ format: ItemFormat) -> String {
    switch format {
    case .csv: "CSV"
    case .xlsx: "XLSX"
    case .gift: "GIFT"
    case .moodleXML: "Moodle XML"
    case .qti: "QTI 3.0"
    case .secondQTI: "QTI 2.1"
    }
  }

  static func name(_ kind: Item.Kind) -> String {
    ItemWords.kinds.first { $0.0 == kind }?.1 ?? kind.rawValue
  }
}

extension ItemFileFault {
  var status: Int {
    switch self {
    case .refused(let finding): finding.reason == .fileTooLarge ? 413 : 422
    case .noFile, .notRead: 422
    case .notKept, .noBank: 409
    case .readerFailed: 503
    }
  }

  var sentence: String {
    switch self {
    case .refused(let finding): Self.sentence(finding)
    case .noFile: "Chưa chọn tệp, hoặc tệp trống. Hãy chọn tệp rồi bấm Xem trước."
    case .notKept: "Bản xem trước không còn. Hãy chọn tệp và xem trước lại."
    case .notRead: "Chưa đánh dấu là đã đọc. Hãy đọc câu, đánh dấu rồi bấm lại."
    case .readerFailed: "Máy không đọc hết được tệp này. Ngân hàng vẫn như cũ, hãy thử tệp nhỏ hơn."
    case .noBank: "Máy chưa có ngân hàng câu hỏi. Mời báo người quản lý máy."
    }
  }

  private static func sentence(_ finding: Finding) -> String {
    let place = FindingSentence.place(finding)
    let text = FindingSentence.text(finding)
    return place.isEmpty ? text : "\(place.prefix(1).uppercased())\(place.dropFirst()): \(text)"
  }
}
