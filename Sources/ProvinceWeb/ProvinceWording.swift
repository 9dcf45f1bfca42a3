import Assessment
import Province
import UseCases
import Web

/// What the province's pages say. Reports and confirmations say the rest, in the words of the office's pages.
enum ProvinceWording {
  static let product = "Sát hạch kỹ năng số – Cấp tỉnh"
  static let skip = "Đến nội dung chính"
  static let navigation = "Các trang làm việc"
  static let overview = "Tổng quan"
  static let reports = "Báo cáo"
  static let confirmations = "Xác nhận trên VNeID"
  static let published = "Danh sách đã ký"
  static let leave = "Ra"
  static let own = "Đổi mật khẩu"
  static let passwordKept = "Đã đổi mật khẩu. Các phiên ở máy khác đã kết thúc."
  static let signInLead = "Dành cho cán bộ của tỉnh. Tài khoản do người quản máy chủ cấp."

  // Overview
  static func yearTitle(_ year: Int) -> String { "Cả tỉnh, năm \(year)" }
  static let communesHeard = "Xã, phường có kết quả"
  static let boxesHeard = "Máy đã gửi gói"
  static let silentBoxes = "Máy im lặng từ \(ProvinceOffice.patience) ngày"
  static let openBundles = "Gói chờ hoặc bị từ chối"
  static let todo = "Việc cần làm"
  static let nothingToDo = "Không có gói nào chờ hay bị từ chối."
  static let bundle = "Gói"
  static func numbers(_ numbers: String) -> String { "Số \(numbers)" }
  static let box = "Máy"
  static let place = "Xã, phường"
  static let state = "Tình trạng"
  static let what = "Cách xử lý"
  static let seen = "Nhận lúc"
  static let boxes = "Các máy"
  static let boxesLead = "Máy im lặng lâu nhất ở trên. Gọi cho xã, phường để lấy gói mới."
  static let noBoxes = "Chưa máy nào gửi gói. Nạp danh sách khóa, rồi nhận gói từ các xã, phường."
  static let lastBundle = "Gói cuối"
  static let lastSeen = "Nhận lần cuối"
  static let silentDays = "Số ngày im lặng"
  static let notYet = "chưa có"
  static let waits = "đang chờ"
  static let refused = "bị từ chối"
  static let heard = "đều đặn"
  static let silent = "im lặng"
  static func more(_ count: Int) -> String { "… và \(count) máy nữa." }
  static let tally = "Xác nhận trên VNeID, cả tỉnh"

  // Reports
  static let reportTitle = "Báo cáo của tỉnh"
  static func title(_ query: ProvinceQuery) -> String {
    "\(ReportWording.passRates) theo \(breakdown(query.breakdown).lowercased())"
  }
  static func breakdown(_ breakdown: ProvinceQuery.Breakdown) -> String {
    breakdown.office.map(ReportWording.breakdown) ?? place
  }
  static let whole = "Cả tỉnh"
  static let code = "Mã"
  static let audience = ReportWording.breakdown(.audience)
  static let area = ReportWording.breakdown(.area)
  static let anyArea = "Cả bài"
  static let areaOnlyByCommune = "Phần kiến thức chỉ chọn được khi xem theo xã, phường."
  static let communeTotal = "Cả tỉnh, mỗi người tính một lần"
  static let sharedPeople = "Một người có thể dự ở nhiều xã, phường, nên các dòng không cộng thành tổng."
  static let map = "Bảng màu theo xã, phường"
  static let mapLead = "Mỗi ô là một xã, phường; càng đậm thì tỷ lệ đạt càng cao. Bấm vào ô để xem."
  static let ranking = "Xếp theo tỷ lệ đạt"
  static func few(_ count: Int, of all: Int) -> String {
    "Biểu đồ có \(count) trong \(all) xã, phường. Đủ ở trong bảng."
  }
  static let forms: [(name: String, form: ReportForm)] = [
    ("Excel (XLSX)", .xlsx),
    ("CSV, dấu chấm phẩy", .csv(.semicolon)), ("CSV, dấu phẩy", .csv(.comma)), ("JSON", .json),
  ]
  static let hidden = "ẩn"
  static let none = "–"

  // Targets
  static let targets = "Chỉ tiêu"
  static let targetsLead = "Số người đạt so với chỉ tiêu của cấp trên. Xã, phường có tỷ lệ thấp nhất ở trên."
  static let noTargets = "Chưa có chỉ tiêu. Người quản máy chủ đặt bằng lệnh sathach-province targets."
  static func targetTitle(_ audience: String?, percent: Int, deadline: String) -> String {
    "\(audience ?? everybody): \(percent) % đạt trước hết ngày \(deadline)"
  }
  static let everybody = "Mọi người dân"
  static func countedInYear(_ year: Int) -> String { "Đếm người đạt trong năm \(year), mỗi người một lần." }
  static func populationFrom(_ sources: [TargetOutlook.Source]) -> String {
    let texts = sources.map {
      "\($0.source) (\(Formatting.date($0.day)), \(Formatting.number($0.communes)) xã, phường)"
    }
    return "Dân số theo: \(texts.joined(separator: "; "))."
  }
  static let targetColumns = ["Dân số", "Cần đạt", "Đã đạt", "Còn thiếu", "Tỷ lệ"]

  // Commune
  static func communeTitle(_ name: String, _ code: String) -> String {
    name == code ? "Xã, phường \(code)" : "\(name) (\(code))"
  }
  static let byAudience = "Theo nhóm đối tượng"
  static let byArea = "Theo phần kiến thức"
  static let byMonth = "Theo tháng"

  // Confirmations
  static let lead = "Một danh sách cho cả tỉnh. Trả lời nhận về được chia cho từng máy, xã nào nhận tệp của xã đó."
  static let newList = "Lập danh sách cả tỉnh"
  static let newListHelp = "Gồm mọi người đã đạt mà chưa vào danh sách nào, của mọi xã, phường."
  static let listLead = "Danh sách chỉ hiện số người. Họ tên có trong tệp tải về."
  static let routed = "Trả lời đã chia cho các máy"
  static func routedBoxes(_ count: Int) -> String {
    count == 0 ? "Chưa có trả lời nào." : "Có trả lời cho \(count) máy. Máy tự lấy qua mạng, hoặc chép tệp ra thẻ nhớ."
  }
  static func applied(_ date: String) -> String { "Tệp này đã áp dụng lúc \(date). Không cần nhập lại." }
  static let noPending = "Chưa chọn tệp trả lời, hoặc máy chủ vừa khởi động lại. Chọn lại tệp."
  static let done = "Đã áp dụng trả lời. Tệp trả lời cho từng máy đã sẵn sàng."
  static let slipOf = "Phiếu"
  static let ours = "Ở tỉnh"

  // Signed lists
  static let publishedLead = "Những gì các máy lấy về qua mạng hoặc thẻ nhớ. Tệp được ký bằng lệnh trên máy chủ."
  static let noLists = "Chưa có tệp nào. Ký danh sách khóa rồi đặt vào thư mục lists."
  static let fileName = "Tệp"
  static let fileSize = "Số byte"
  static let fileDate = "Ngày"
  static let meaning = "Nội dung"
  static func meaning(_ name: String) -> String {
    if name == "key-list.txt" { return "Khóa của các máy, khóa đã thu hồi, phiếu đã hủy" }
    if name.hasSuffix(".answers") { return "Trả lời cho một máy" }
    if name.hasPrefix("update") || name.hasPrefix("bank-") { return "Ngân hàng câu hỏi và bản cập nhật" }
    if name.hasPrefix("rules") { return "Quy định đã ban hành" }
    return none
  }

  // What goes wrong
  static let problemTitle = "Chưa làm được"
  static let backToOverview = "Về trang tổng quan"
  static let toSignIn = "Đăng nhập"
}
