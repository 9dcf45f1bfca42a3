import Assessment
import UseCases

/// Words of reports, the same on the screen, in files and on paper.
package enum ReportWording {
  package static let passRates = "Kết quả sát hạch kỹ năng số"
  static let attempts = "Danh sách lượt sát hạch kỹ năng số"
  package static let period = "Kỳ báo cáo"
  package static let mode = "Chế độ"
  package static let total = "Tổng số"
  static let unknown = "Chưa ghi"

  package static func mode(_ mode: ReportMode) -> String {
    switch mode {
    case .internal: "Nội bộ"
    case .outside: "Để gửi đi"
    }
  }

  package static func title(_ query: PassRateQuery) -> String {
    "\(passRates) theo \(breakdown(query.breakdown).lowercased())"
  }

  package static func breakdown(_ breakdown: PassRateQuery.Breakdown) -> String {
    switch breakdown {
    case .audience: "Nhóm đối tượng"
    case .hamlet: "Thôn, tổ dân phố"
    case .age: "Độ tuổi"
    case .sex: "Giới tính"
    case .help: "Người cần trợ giúp"
    case .turn: "Lần làm bài"
    case .month: "Tháng"
    case .area: "Phần kiến thức"
    case .competence: "Năng lực"
    }
  }

  package static func period(_ period: ReportPeriod) -> String {
    switch period {
    case .dates(let first, let last): "Từ ngày \(Formatting.date(first)) đến ngày \(Formatting.date(last))"
    case .calendar(let period):
      switch period.kind {
      case .month: "Tháng \(Formatting.padded(period.number))/\(period.year)"
      case .quarter: "Quý \(["I", "II", "III", "IV"][period.number - 1])/\(period.year)"
      case .half: period.number == 1 ? "6 tháng đầu năm \(period.year)" : "6 tháng cuối năm \(period.year)"
      case .year: "Năm \(period.year)"
      }
    }
  }

  package static func subject(_ line: PassRates.Line) -> String {
    switch line.subject {
    case .all: total
    case .audience, .part, .hamlet(.some): line.name ?? unknown
    case .hamlet(nil), .sex(nil): unknown
    case .age(let band): age(band)
    case .sex(let sex?): self.sex(sex)
    case .help(let isAssisted): help(isAssisted)
    case .turn(let isLater): turn(isLater)
    case .month(let period): self.period(period)
    }
  }

  package static func age(_ band: AgeBand) -> String {
    guard let last = band.lastYear else { return "Từ \(band.rawValue) tuổi" }
    return band == .child ? "Dưới \(last + 1) tuổi" : "\(band.rawValue)–\(last) tuổi"
  }

  package static func sex(_ sex: Sex) -> String {
    switch sex {
    case .female: "Nữ"
    case .male: "Nam"
    }
  }

  package static func help(_ isAssisted: Bool) -> String { isAssisted ? "Có người giúp" : "Tự làm" }
  package static func turn(_ isLater: Bool) -> String { isLater ? "Làm lại" : "Lần đầu" }

  // Headings.
  package static let people = "Số người dự"
  package static let passed = "Số người đạt"
  package static let reached = "Số người đạt phần này"
  package static let rate = "Tỷ lệ đạt (%)"
  package static let lower = "Khoảng tin cậy 95 %, từ (%)"
  package static let upper = "Đến (%)"
  package static let attemptCount = "Số lượt"
  package static let attemptsPassed = "Số lượt đạt"
  static let asked = "Số câu"
  static let points = "Điểm đạt được (%)"

  // Headings of the list of attempts.
  static let number = "Số lượt làm bài"
  static let handedIn = "Nộp bài lúc"
  static let day = "Ngày nộp bài"
  static let outcome = "Kết quả"
  static let score = "Điểm"
  static let outOf = "Trên"
  static let minutes = "Số phút"
  static let person = "Mã người"
  static let name = "Họ và tên"

  static func outcome(_ isPassed: Bool) -> String { isPassed ? "Đạt" : "Chưa đạt" }

  // Notes.
  package static let counting =
    "Mỗi người được tính một lần trong kỳ, theo lượt đạt đầu tiên; chưa có lượt đạt thì theo lượt cuối."
  package static let interval = "Khoảng tin cậy tính theo công thức Wilson."
  package static let hiddenCounts =
    "Số nhỏ hơn 5, và số làm lộ số nhỏ hơn 5, được ẩn. Số lượt chỉ có trong báo cáo nội bộ."
  static let everybodyInAll = "Mỗi người có mặt ở mọi dòng, nên các dòng không cộng thành tổng."
  static let monthsShare = "Một người có thể dự ở nhiều tháng, nên các tháng không cộng thành tổng."
  static func practice(_ count: Int) -> String { "Ngoài ra có \(count) lượt làm thử, không ghi tên." }

  // The foot.
  static let rows = "Số dòng"
  static let madeAt = "Lập lúc"
  static let digest = "Mã kiểm SHA-256 của các dòng"

  static func moment(_ moment: Moment) -> String {
    let text = moment.localText
    return "\(Formatting.date(CivilDate(moment))) \(text.suffix(8))"
  }

  /// What stands below every form, in this order.
  package static func foot(_ foot: ReportFoot, _ head: ReportHead) -> [ReportHead.Fact] {
    [ReportHead.Fact("Báo cáo", head.title)] + head.facts + [
      ReportHead.Fact(rows, String(foot.rows)), ReportHead.Fact(madeAt, moment(foot.madeAt)),
      ReportHead.Fact(digest, foot.digest),
    ]
  }
}
