import Assessment
import UseCases

/// What returns on the targets say, on screens and on paper.
struct ReturnPhrases: ReturnWording {
  var ownTargets: String { TargetWording.own }

  func heading(_ document: PlanDocument, number: Int) -> [String] {
    [String(number), document.title] + Array(repeating: "", count: ReturnRow.columns - 2)
  }

  func cells(_ standing: Standing, texts: ReturnTexts, number: String) -> [String] {
    let target = standing.target
    let time = target.deadline.map { "Đến \(Formatting.date($0))" } ?? ""
    let judgement = texts[.judgement].isEmpty ? TargetWording.short(standing.verdict) : texts[.judgement]
    return [
      number, "\(target.text) (\(standing.group.name))", time, TargetWording.value(target.value, standing.group),
      texts[.work], [Self.result(standing), texts[.result]].filter { !$0.isEmpty }.joined(separator: "\n"), judgement,
      texts[.difficulty], texts[.proposal],
    ]
  }

  /// The figure with what it is made of; nothing where there is none.
  private static func result(_ standing: Standing) -> String {
    guard standing.count != nil else { return "Chưa có số liệu." }
    let from = [source(standing), standing.population.map(TargetWording.population)].compactMap { $0 }
    return ([TargetWording.share(standing)] + from).joined(separator: ". ") + "."
  }

  private static func source(_ standing: Standing) -> String? {
    switch standing.basis {
    case .counted: "Theo sổ của máy sát hạch"
    case .outside(let figure, _): "Theo \(figure.source), ngày \(Formatting.date(figure.day))"
    case .missing: nil
    }
  }
}

enum ReturnPageWording {
  static let title = "Báo cáo chỉ tiêu"
  static let lead = "Bản nháp tự lấy số liệu mới nhất. Khi chốt, số liệu đứng yên cùng ngày chốt."
  static let frontLead = "Báo cáo quý, 6 tháng, năm theo mẫu chín cột, và hạn nộp."
  static let due = "Sắp đến hạn"
  static let noDue = "Chưa chọn văn bản nào có hạn báo cáo. Chọn ở trang Chỉ tiêu."
  static let document = "Văn bản yêu cầu"
  static let period = "Kỳ"
  static let before = "Nộp trước ngày"
  static let left = "Còn lại"
  static let state = "Tình trạng"
  static func daysLeft(_ days: Int) -> String {
    switch days {
    case ..<0: "quá hạn \(-days) ngày"
    case 0: "hôm nay là ngày cuối"
    default: "còn \(days) ngày"
    }
  }
  static let noneYet = "chưa lập"
  static let draft = "bản nháp"
  static func closed(_ day: CivilDate) -> String { "đã chốt ngày \(Formatting.date(day))" }
  static let open = "Mở"
  static let begin = "Lập báo cáo"
  static let other = "Lập báo cáo kỳ khác"
  static let all = "Các báo cáo"
  static let none = "Chưa có báo cáo nào."
  static let kind = "Loại kỳ"
  static let year = "Năm"
  static let number = "Quý hoặc nửa năm thứ"
  static let version = "Bản"

  static func kind(_ kind: CalendarPeriod.Kind) -> String {
    switch kind {
    case .month: "Tháng"
    case .quarter: "Quý"
    case .half: "6 tháng"
    case .year: "Năm"
    }
  }

  static func name(_ period: CalendarPeriod) -> String {
    switch period.kind {
    case .month: "Tháng \(period.number)/\(period.year)"
    case .quarter: "Quý \(["I", "II", "III", "IV"][period.number - 1])/\(period.year)"
    case .half: period.number == 1 ? "6 tháng đầu năm \(period.year)" : "6 tháng cuối năm \(period.year)"
    case .year: "Năm \(period.year)"
    }
  }

  static func title(_ found: TargetReturn) -> String {
    let version = found.version > 1 ? ", bản sửa \(found.version - 1)" : ""
    return "Báo cáo \(name(found.period))\(version)"
  }

  static func counted(_ day: CivilDate) -> String { "Số liệu tính đến hết ngày \(Formatting.date(day))." }
  static let countedUntil = "Số liệu tính đến hết ngày"
  static let files = "Tải tệp"
  static func file(_ form: ReportForm) -> String { form == .xlsx ? "Excel" : "CSV" }
  static let draftLead = "Bản nháp: bấm Viết ở từng dòng để ghi công việc, khó khăn, kiến nghị."
  static func closedLead(_ day: CivilDate) -> String {
    "Đã chốt ngày \(Formatting.date(day)). Số liệu không đổi nữa; muốn sửa thì lập bản sửa."
  }
  static let write = "Viết"
  static let close = "Chốt báo cáo"
  static let closeHelp = "Chốt rồi thì không sửa được bản này nữa."
  static let correct = "Lập bản sửa"
  static let paper = "Xem bản in"
  static let letterhead = "Thể thức và người ký"
  static let empty = "Chưa có chỉ tiêu nào để báo cáo. Chọn văn bản ở trang Chỉ tiêu."
  static let back = "Các báo cáo"

  static let headings = [
    "STT", "Tên nhiệm vụ", "Thời gian thực hiện", "Chỉ tiêu", "Công tác triển khai/phối hợp", "Kết quả thực hiện",
    "Đánh giá", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị",
  ]

  static func field(_ field: ReturnTexts.Field) -> String {
    switch field {
    case .work: "Công tác triển khai/phối hợp"
    case .result: "Viết thêm vào Kết quả thực hiện"
    case .judgement: "Đánh giá (bỏ trống: tự ghi theo số liệu)"
    case .difficulty: "Khó khăn, vướng mắc"
    case .proposal: "Đề xuất, kiến nghị"
    }
  }
  static func rowTitle(_ number: String) -> String { "Viết dòng \(number)" }
  static let figures = "Số liệu tự điền"
  static let keepRow = "Lưu dòng này"
  static let toReturn = "Về báo cáo"
}

enum PaperWording {
  static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  static let motto = "Độc lập - Tự do - Hạnh phúc"
  static func number(_ symbol: String) -> String { "Số:          /\(symbol)" }
  static let report = "BÁO CÁO"
  static let about = "Kết quả thực hiện các chỉ tiêu phong trào “Bình dân học vụ số”"
  static let annex = "Phụ lục II"
  static func period(_ period: CalendarPeriod) -> String { "Kỳ báo cáo: \(ReturnPageWording.name(period))" }
  /// Days below ten and the first two months with a leading zero, as Nghị định 30/2020/NĐ-CP wants them.
  static func placeAndDay(_ place: String, _ day: CivilDate?) -> String {
    let place = place.isEmpty ? "" : "\(place), "
    guard let day else { return "\(place)ngày       tháng       năm 20    " }
    let month = day.month <= 2 ? Formatting.padded(day.month) : String(day.month)
    return "\(place)ngày \(Formatting.padded(day.day)) tháng \(month) năm \(day.year)"
  }
  static let draft = "BẢN NHÁP, CHƯA CHỐT SỐ LIỆU"
  static let recipients = "Nơi nhận:"
  static let print = "In"
  static let printHelp = "Khổ A4 nằm ngang."
}
