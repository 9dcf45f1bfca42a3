import UseCases

/// What officers' pages say about people's rights over what is kept of them.
enum PrivacyWording {
  static let title = "Dữ liệu cá nhân"
  static let personTitle = "Dữ liệu của một người"
  static func lead(_ name: String) -> String {
    "Tất cả những gì máy này giữ về \(name), để trả lời khi người ấy hỏi. Luật yêu cầu trả lời trong 02 ngày làm việc."
  }
  static let toDesk = "Về hồ sơ ở quầy, sửa họ tên ở đó"

  static let heldTitle = "Đang giữ"
  static let name = "Họ và tên"
  static let number = "Số định danh"
  static let birth = "Ngày hoặc năm sinh"
  static let sex = "Giới tính"
  static let male = "Nam"
  static let female = "Nữ"
  static let unknown = "không ghi"
  static let firstSeen = "Lần đầu đến"
  static let formerNames = "Tên trước đây"
  static let merged = "Hồ sơ đã gộp"
  static let certificates = "Giấy hoàn thành khóa học đã xem"
  static let showNumber = "Hiện đủ số định danh"
  static let showNumberHelp = "Ai xem, lúc nào đều được ghi vào sổ."
  static let shownNumber = "Đã ghi vào sổ là bạn vừa xem số này."

  static let attempts = "Các lượt sát hạch"
  static let attemptsNone = "Không giữ lượt sát hạch nào."
  static let columnAttempt = "Lượt"
  static let columnConsent = "Đã đồng ý"
  static let columnAnswers = "Câu trả lời"
  static let columnSettled = "Ghi tại quầy"
  static let columnSlip = "Phiếu"
  static func consent(_ version: Int, _ when: String) -> String { "Bản thông báo số \(version), \(when)" }
  static let consentNone = "chưa hoặc không đồng ý"
  static func answers(_ count: Int) -> String { count == 0 ? "không còn" : "\(count) câu" }
  static func guardian(_ relation: GuardianName, _ name: String, _ when: String, _ clerk: String) -> String {
    "\(relation.rawValue) đồng ý: \(name), \(when), cán bộ ghi: \(clerk)"
  }
  enum GuardianName: String {
    case mother = "Mẹ"
    case father = "Cha"
    case guardian = "Người giám hộ"
  }
  static func needs(_ count: Int) -> String { "\(count) hỗ trợ riêng" }
  static func help(_ count: Int) -> String { "\(count) lần trợ giúp" }
  static func seatedBy(_ name: String) -> String { "Mời vào máy: \(name)" }
  static let entries = "Danh sách gửi xác nhận VNeID"
  static func entry(_ batch: Int64, _ state: String, _ reason: String?) -> String {
    "Danh sách số \(batch): \(state)" + (reason.map { " (\($0))" } ?? "")
  }
  static let looks = "Ai đã xem hoặc mang đi"
  static let looksNone = "Chưa ai xem đủ số hoặc mang dữ liệu của người này đi."

  static let takeTitle = "Trao cho người ấy"
  static let takeLead =
    "Bản in có mọi thông tin và số câu đã trả lời; tệp JSON có từng câu trả lời. Mỗi lần trao được ghi vào sổ."
  static let print = "Mở bản để in"
  static let download = "Tải tệp JSON"
  static let paperTitle = "Dữ liệu cá nhân đang được lưu giữ"
  static func paperOf(_ office: String, _ when: String) -> String { "\(office), lập lúc \(when)" }
  static let paperBasis =
    "Theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP. Người có tên được yêu cầu sửa, xóa, rút lại sự đồng ý tại quầy một cửa."
  static let printNow = "In"
  static let back = "Về dữ liệu của người này"

  static let withdrawTitle = "Rút lại sự đồng ý"
  static let withdrawLead =
    "Từ lúc ghi, người này không còn trong danh sách có tên và danh sách VNeID mới, cho đến khi đồng ý lại trước một lượt khác. Việc đã làm trước đó vẫn giữ nguyên."
  static let withdrawDo = "Ghi là đã rút lại sự đồng ý"
  static func withdrawn(_ when: String, _ who: String) -> String { "Đã rút lại lúc \(when), \(who) ghi." }

  static let eraseTitle = "Xóa dữ liệu"
  static let eraseLead = "Bỏ hẳn tên, số, ngày sinh và câu trả lời. Số đếm trong báo cáo giữ nguyên."
  static let eraseOpen = "Mở trang xóa"
  static func eraseQuestion(_ name: String) -> String { "Xóa dữ liệu của \(name)?" }
  static let eraseGoes = "Sẽ mất, không lấy lại được"
  static let eraseGoesList = [
    "Họ tên, số định danh, ngày sinh, tên trước đây", "Tên cha, mẹ hoặc người giám hộ; hỗ trợ riêng đã ghi",
    "Từng câu trả lời; đường nối từ lượt đến người", "Chỗ trong danh sách VNeID chưa gửi",
  ]
  static let eraseStays = "Sẽ còn"
  static let eraseStaysList = [
    "Số đếm trong báo cáo: giới, nhóm tuổi, đạt hay chưa, không còn tên",
    "Phiếu đã cấp: kiểm tra vẫn đúng, và nói người giữ phiếu đã được xóa", "Sổ ghi việc: ai xóa, lúc nào, vì sao",
    "Bản sao lưu cũ cho đến khi hết hạn; khi khôi phục, máy tự xóa lại",
  ]
  static let reason = "Lý do"
  static let reasonChoose = "Chọn lý do"
  static func reason(_ reason: Erasure.Reason) -> String {
    switch reason {
    case .asked: "Người ấy yêu cầu xóa"
    case .withdrawn: "Người ấy rút lại sự đồng ý"
    case .mistaken: "Hồ sơ lập nhầm"
    case .expired: "Hết thời hạn lưu"
    case .restored: "Xóa lại sau khi khôi phục"
    }
  }
  static let document = "Văn bản hoặc đơn"
  static let documentHelp = "Số và ngày, như: Đơn số 12 ngày 21/11/2026"
  static let eraseConfirm = "Tôi đã kiểm tra giấy tờ của người yêu cầu và biết việc này không lấy lại được."
  static let eraseDo = "Xóa dữ liệu"
  static let eraseNo = "Không xóa"

  static let erasuresTitle = "Những lần xóa"
  static let erasuresLead =
    "Không còn tên: mỗi lần chỉ là số hồ sơ, lý do và văn bản. Khôi phục từ bản sao lưu sẽ xóa lại theo danh sách này."
  static let erasuresNone = "Chưa xóa dữ liệu của ai."
  static let columnRecord = "Hồ sơ"
  static let columnWhen = "Lúc"
  static let columnWho = "Người làm"
  static let columnReason = "Lý do"
  static let columnDocument = "Văn bản"
  static func record(_ id: Int64) -> String { "Hồ sơ \(id)" }
  static let nobody = "máy tự làm"
  static let console = "lệnh trên máy"

  static let disclosuresTitle = "Sổ trao dữ liệu có tên"
  static let disclosuresLead =
    "Mỗi lần tên hoặc số của người dân được mang đi hay hiện đủ: ai, lúc nào, bao nhiêu người."
  static let disclosuresNone = "Chưa có lần nào."
  static let columnWhat = "Dữ liệu"
  static let columnRows = "Số người"
  static let columnFormat = "Dạng"
  static let columnDigest = "Dấu vết tệp (SHA-256)"
  static let older = "Xem các lần trước"
  static func what(_ line: DisclosurePage.Line) -> String {
    let whom = line.whom ?? line.disclosure.person.map { "hồ sơ \($0)" } ?? ""
    switch line.disclosure.kind {
    case .attempts: return "Danh sách lượt có tên, kỳ \(line.disclosure.subject)"
    case .confirmationList: return "Danh sách VNeID số \(line.disclosure.subject)"
    case .personFile: return "Tệp dữ liệu của \(whom)"
    case .personPaper: return "Bản in dữ liệu của \(whom)"
    case .fullNumber: return "Hiện đủ số định danh của \(whom)"
    case .bundle: return "Gói số liệu gửi tỉnh số \(line.disclosure.subject)"
    }
  }
  static func format(_ word: String) -> String {
    switch word {
    case "screen": "trên màn hình"
    case "paper": "giấy"
    default: word.uppercased()
    }
  }

  static let frontLead = "Thời hạn lưu, những lần xóa, ai đã mang tên của người dân đi."
}
