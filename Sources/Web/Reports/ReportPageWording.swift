import Assessment
import UseCases

/// Words of the pages around reports.
extension ReportWording {
  static let reports = "Báo cáo"
  package static let show = "Xem báo cáo"
  package static let by = "Nội dung"
  static let from = "Từ ngày"
  static let to = "Đến ngày"
  static let otherDates = "Chọn từ ngày, đến ngày"
  static let filters = "Chỉ tính một phần"
  package static let any = "Tất cả"
  static let tag = "Nhóm của văn phòng"
  package static let takeAway = "Mang báo cáo đi"
  static let takeNames = "Tải danh sách có họ tên (Excel)"
  static let namesAreLogged = "Việc tải họ tên được ghi vào nhật ký. Chỉ dùng trong cơ quan."
  package static let internalMark = "Nội bộ: không gửi ra ngoài cơ quan"
  static let back = "Quay lại"
  static let print = "In báo cáo"
  static let keep = "Lưu"

  static func subject(_ breakdown: PassRateQuery.Breakdown) -> String {
    "Kết quả theo \(ReportWording.breakdown(breakdown).lowercased())"
  }

  static func chart(_ column: String) -> String { "Biểu đồ: \(column). Số liệu có trong bảng bên dưới." }

  static func shown(_ count: Int, of all: Int) -> String {
    "Trang này hiện \(count) trong \(all) dòng. Tải tệp để có đủ."
  }

  static let forms: [(name: String, form: ReportForm)] = [
    ("Excel (XLSX)", .xlsx), ("Bản in, PDF", .paper), ("CSV, dấu chấm phẩy", .csv(.semicolon)),
    ("CSV, dấu phẩy", .csv(.comma)), ("CSV, dấu tab", .csv(.tab)), ("JSON", .json),
  ]

  /// The filters in force, in words.
  package static func facts(_ filter: ReportFilter, choices: ReportChoices) -> [ReportHead.Fact] {
    func fact(_ breakdown: PassRateQuery.Breakdown, _ value: String?) -> ReportHead.Fact? {
      value.map { ReportHead.Fact(ReportWording.breakdown(breakdown), $0) }
    }
    return [
      fact(.audience, filter.audience.map { id in choices.audiences.first { $0.id == id }?.name ?? id.text }),
      fact(.hamlet, filter.hamlet.map { id in choices.hamlets.first { $0.id == id }?.name ?? String(id) }),
      fact(.age, filter.age.map(age)), fact(.sex, filter.sex.map(sex)), fact(.help, filter.isAssisted.map(help)),
      fact(.turn, filter.isLater.map(turn)),
      filter.tag.map { id in
        ReportHead.Fact(tag, choices.tags.first { $0.id == id }?.name ?? String(id))
      },
    ].compactMap { $0 }
  }

  // The layout of administrative documents.
  static let letterhead = "Mẫu đầu trang và người ký"
  static let country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  static let motto = "Độc lập - Tự do - Hạnh phúc"
  static let document = "BÁO CÁO"
  static let recipients = "Nơi nhận:"
  static let recipientLines = "Nơi nhận, mỗi nơi một dòng"
  static let superiorLine = "Cơ quan cấp trên (có thể để trống)"
  static let officeLine = "Tên cơ quan"
  static let symbolLine = "Ký hiệu sau số, như /BC-UBND"
  static let placeLine = "Địa danh, trước ngày tháng"
  static let authorityLine = "Thay mặt, như TM. ỦY BAN NHÂN DÂN"
  static let positionLine = "Chức vụ người ký"
  static let signerLine = "Họ và tên người ký"

  /// The number is written in by hand.
  static func documentNumber(_ symbol: String) -> String { "Số: ……\(symbol)" }

  /// Days below ten, and January and February, have a leading zero, so that none can be written in front.
  static func placeAndDate(_ place: String, _ date: CivilDate) -> String {
    let month = date.month < 3 ? Formatting.padded(date.month) : String(date.month)
    let words = "ngày \(Formatting.padded(date.day)) tháng \(month) năm \(date.year)"
    return place.isEmpty ? "N\(words.dropFirst())" : "\(place), \(words)"
  }
}
