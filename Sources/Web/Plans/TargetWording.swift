import Assessment
import UseCases

/// What the pages about targets and figures say.
package enum TargetWording {
  static let title = "Chỉ tiêu"
  static let frontLead = "Chỉ tiêu của tỉnh, đã đạt bao nhiêu, mỗi tuần cần bao nhiêu."
  static func asOf(_ day: CivilDate) -> String {
    "Số liệu tính đến hết ngày \(Formatting.date(day)). Mỗi người chỉ tính một lần."
  }
  static let documents = "Văn bản áp dụng ở đây"
  static let documentsLead = "Chọn văn bản của tỉnh mình. Chỉ tiêu của văn bản được chọn hiện ở trang này."
  static let keepDocuments = "Lưu lựa chọn"
  static let noTargets = "Chưa chọn văn bản nào và chưa có chỉ tiêu riêng. Chọn văn bản hoặc thêm chỉ tiêu."
  static let own = "Chỉ tiêu riêng của đơn vị"
  static let add = "Thêm chỉ tiêu riêng"
  static let edit = "Sửa"
  static let toFigures = "Nhập số liệu"
  static let toReturns = "Báo cáo chỉ tiêu"
  static let row = "Mục"
  static let target = "Chỉ tiêu"
  static let deadline = "Thời hạn"
  static let wanted = "Cần đạt"
  static let now = "Hiện có"
  static let verdict = "Còn phải làm"
  static let noDeadline = "không ghi"

  static func value(_ value: PlanTarget.Value, _ group: PlanGroup) -> String {
    switch value {
    case .percent(let percent): "\(percent) %"
    case .people(let people): "\(Formatting.number(people)) \(group.unit)"
    }
  }

  static func measure(_ measure: PlanTarget.Measure.Word) -> String {
    switch measure {
    case .passed: "đạt sát hạch tại đây"
    case .course: "đã xem chứng nhận khóa học"
    case .confirmed: "được xác nhận trên VNeID"
    case .outside: "số liệu nhập từ nơi khác"
    }
  }

  static func share(_ standing: Standing) -> String {
    guard let count = standing.count else { return "chưa có" }
    guard let population = standing.population else { return "\(Formatting.number(count)) \(standing.group.unit)" }
    let rate =
      standing.share?.tenthsOfPercent.map { " (\(Formatting.percent(tenths: $0)))" } ?? ", lớn hơn dân số đã nhập"
    return "\(Formatting.number(count))/\(Formatting.number(population.people)) \(standing.group.unit)\(rate)"
  }

  static func population(_ population: GroupPopulation) -> String {
    "Dân số nhóm: ngày \(Formatting.date(population.day)), \(population.source)"
  }

  static func basis(_ standing: Standing) -> String? {
    switch standing.basis {
    case .counted: "Đếm tại máy này: \(measure(standing.target.measure.word))"
    case .outside(let figure, let counted):
      "Nhập tay: ngày \(Formatting.date(figure.day)), \(figure.source)"
        + (counted.map { "; máy này đếm được \(Formatting.number($0))" } ?? "")
    case .missing: nil
    }
  }

  package static func short(_ verdict: Standing.Verdict) -> String {
    switch verdict {
    case .reached: "Đã đạt"
    case .ahead: "Chưa đạt, còn thời hạn"
    case .overdue: "Quá hạn, chưa đạt"
    case .open: "Chưa đạt"
    case .needsPopulation, .needsFigure: "Chưa đủ số liệu"
    case .provinces: "Chỉ tiêu cả tỉnh"
    }
  }

  static func long(_ standing: Standing) -> String {
    let unit = standing.group.unit
    func some(_ count: Int) -> String { "\(Formatting.number(count)) \(unit)" }
    let late = standing.target.deadline.map { $0 < standing.asOf } == true ? ", thời hạn đã qua" : ""
    switch standing.verdict {
    case .reached: return "Giữ kết quả."
    case .ahead(let missing, let weeks, let perWeek):
      return "Còn thiếu \(some(missing)) trong \(weeks) tuần: mỗi tuần \(some(perWeek))."
    case .overdue(let missing, let days): return "Quá hạn \(Formatting.number(days)) ngày, còn thiếu \(some(missing))."
    case .open(let missing): return "Còn thiếu \(some(missing)). Văn bản không ghi thời hạn."
    case .needsPopulation: return "Chưa có dân số của nhóm “\(standing.group.name)”\(late). Bấm Nhập số liệu."
    case .needsFigure: return "Chưa có số liệu “\(standing.figure?.name ?? "")”\(late). Bấm Nhập số liệu."
    case .provinces: return "Văn bản không chia cho xã. Được giao bao nhiêu thì thêm chỉ tiêu riêng."
    }
  }

  static let newTitle = "Thêm chỉ tiêu riêng"
  static func editTitle(_ version: Int) -> String { "Sửa chỉ tiêu riêng (bản \(version))" }
  static let text = "Nội dung chỉ tiêu"
  static let group = "Nhóm người"
  static let number = "Con số"
  static let unit = "Tính bằng"
  static let percent = "phần trăm của nhóm"
  static let people = "số người"
  static let deadlineHelp = "Để trống nếu không có thời hạn"
  static let measureLabel = "Đo bằng"
  static let note = "Ghi chú"
  static let keep = "Lưu chỉ tiêu"
  static let drop = "Bỏ chỉ tiêu này"
  static let back = "Về các chỉ tiêu"

  static let figuresTitle = "Số liệu nhập tay"
  static let figuresLead = "Dân số từng nhóm và số liệu từ nơi khác, luôn kèm ngày và nguồn. Số cũ không bị xóa."
  static let populationForm = "Dân số của nhóm"
  static let outsideForm = "Số liệu từ nơi khác"
  static let kind = "Số liệu"
  static let population = "Dân số của nhóm"
  static let day = "Số liệu của ngày"
  static let source = "Nguồn"
  static let sourceHelp = "Ví dụ: báo cáo dân cư của Công an xã"
  static let keepFigure = "Lưu số liệu"
  static let entered = "Đã nhập"
  static let noFigures = "Chưa nhập số liệu nào."
  static let noPlan = "Máy này chưa có bộ chỉ tiêu. Nhờ người hỗ trợ kỹ thuật kiểm tra thư mục cài đặt."

  static let certificates = "Chứng nhận khóa học theo danh sách"
  static let certificatesLead =
    "Dán danh sách, mỗi dòng một người: số định danh; ngày; tên khóa học. Người chưa từng thi ở đây không được lưu."
  static let course = "Khóa học (cho dòng không ghi tên)"
  static let list = "Danh sách"
  static let takeList = "Ghi nhận danh sách"
  static func listing(_ listing: CertificateListing) -> String {
    "Đã ghi \(listing.noted), đã có từ trước \(listing.knownBefore), chưa từng thi ở đây \(listing.strangers.count)."
  }
  static func strangers(_ lines: [Int]) -> String {
    "Không lưu các dòng: \(lines.prefix(30).map(String.init).joined(separator: ", "))."
  }

  static let certificateTitle = "Chứng nhận khóa học"
  static let certificateLead = "Chỉ ghi là đã xem. Không chụp, không giữ bản sao."
  static let certificateCourse = "Tên khóa học trên binhdanhocvuso.gov.vn"
  static let noteCertificate = "Ghi là đã xem"
  static func seen(_ certificate: CourseCertificate) -> String {
    "\(certificate.course): đã xem ngày \(Formatting.date(certificate.seenOn))"
  }
}

extension PlanFault {
  var status: Int {
    switch self {
    case .unknownDocument, .unknownTarget, .unknownReturn, .unknownPerson: 404
    case .certificateKnown, .returnExists, .alreadyClosed, .notClosed, .corrected, .changedMeanwhile, .noPlan: 409
    default: 422
    }
  }

  var sentence: String {
    switch self {
    case .noPlan: TargetWording.noPlan
    case .unknownDocument: "Không có văn bản này trong danh sách. Chọn lại."
    case .unknownGroup: "Chưa chọn nhóm người. Chọn một nhóm."
    case .unknownFigure: "Chưa chọn số liệu. Chọn một số liệu trong danh sách."
    case .unknownTarget: "Không còn chỉ tiêu này. Về danh sách để chọn lại."
    case .populationZero: "Dân số bằng 0 thì không tính được tỷ lệ. Ghi số người thật của nhóm."
    case .value(let range):
      "Con số phải là số nguyên từ \(Formatting.number(range.lowerBound)) đến \(Formatting.number(range.upperBound))."
    case .day: "Ngày của số liệu chưa đúng hoặc ở tương lai. Chọn lại ngày."
    case .source: "Chưa ghi nguồn của số liệu. Ghi rồi bấm lại."
    case .text: "Chưa ghi nội dung, hoặc có chữ không dùng được. Ghi lại."
    case .deadline: "Thời hạn không phải là một ngày có thật. Chọn lại ngày."
    case .groupNotCountable: "Máy này không đếm được nhóm đó. Chọn cách đo bằng số liệu nhập từ nơi khác."
    case .course: "Chưa ghi tên khóa học. Ghi rồi bấm lại."
    case .unknownPerson: "Không có người này ở máy này. Tìm lại."
    case .certificateKnown: "Chứng nhận khóa học này đã được ghi từ trước."
    case .lines(let lines):
      "Không đọc được dòng \(lines.prefix(20).map(String.init).joined(separator: ", ")). Sửa rồi dán lại; chưa ghi gì."
    case .emptyList: "Danh sách còn trống. Dán danh sách rồi bấm lại."
    case .period: "Kỳ báo cáo chưa đúng hoặc chưa bắt đầu. Chọn lại kỳ."
    case .unknownReturn: "Không có báo cáo này. Về danh sách để chọn lại."
    case .returnExists: "Kỳ này đã có báo cáo. Mở báo cáo đó trong danh sách."
    case .alreadyClosed: "Báo cáo đã chốt, không sửa được nữa. Muốn sửa thì lập bản sửa."
    case .notClosed: "Báo cáo chưa chốt, cứ sửa thẳng."
    case .corrected: "Đã có bản sửa mới hơn. Mở bản đó trong danh sách."
    case .changedMeanwhile: "Số liệu vừa thay đổi. Xem lại rồi bấm lại."
    case .textTooLong(let most): "Đoạn viết dài quá \(most) chữ. Viết ngắn lại."
    }
  }
}
