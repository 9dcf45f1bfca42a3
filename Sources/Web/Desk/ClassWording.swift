import Assessment
import UseCases

/// What the desk's pages for classes and for counts without names say.
enum ClassWording {
  static let title = "Lớp"
  static let openTitle = "Mở lớp mới"
  static let name = "Tên lớp"
  static let audience = "Nhóm"
  static let list = "Danh sách"
  static let file = "Tệp CSV hoặc XLSX"
  static let paste = "Hoặc dán danh sách, mỗi người một dòng"
  static let listHelp = "Cần họ tên, năm sinh và số định danh. Xem trước rồi mới mời."
  static let look = "Xem trước danh sách"
  static let practiceTitle = "Mở lớp làm thử"
  static let practiceHelp =
    "Không cần danh sách. Mọi máy đã ghi nhận đều mở bài làm thử, đến hết ngày hoặc khi đóng lớp."
  static let practiceButton = "Mở làm thử"
  static let noClasses = "Chưa có lớp nào trong tuần này."
  static let recent = "Lớp đang mở và lớp trong tuần"
  static let opened = "Ngày mở"
  static let kind = "Loại"
  static let practice = "Làm thử"
  static let tested = "Sát hạch"
  static let isOpen = "đang mở"
  static let isClosed = "đã đóng"
  static let nothingBrought = "Chưa có danh sách. Chọn tệp hoặc dán danh sách."

  static func ready(_ ready: Int, _ all: Int) -> String { "\(ready) trên \(all) người mời được ngay." }
  static let line = "Dòng"
  static let person = "Họ và tên"
  static let birth = "Năm sinh"
  static let number = "Số định danh"
  static let findings = "Cần xem"
  static let fine = "được"
  static func seatAll(_ count: Int) -> String { count == 0 ? "Mời vào máy" : "Mời \(count) người vào máy" }
  static let face = "Đã đối chiếu mặt và thẻ từng người"
  static func doubtful(_ count: Int) -> String { "Đã xem các chỗ không khớp, mời cả \(count) người này" }
  static let leftOut = "Dòng có lỗi được để lại, sửa rồi gửi danh sách mới hoặc mời riêng ở quầy."
  static let close = "Đóng lớp, xóa dòng chưa mời"
  static let closePractice = "Đóng lớp làm thử"
  static let closed = "Lớp đã đóng. Người đã mời vẫn làm tiếp được."
  static func seated(_ count: Int) -> String { "Đã mời \(count) người" }
  static let seat = "Số chỗ"
  static let state = "Tình trạng"
  static let cards = "In thẻ số chỗ"
  static let print = "In danh sách"
  static let printCards = "In thẻ"
  static let cardsTitle = "Thẻ số chỗ"
  static let cardsHelp = "Cắt theo đường kẻ, phát cho từng người."
  static let toClass = "Về lớp"
  static let toClasses = "Về danh sách lớp"
  static func practised(_ count: Int) -> String { "Đã có \(count) lượt làm thử từ khi mở lớp." }
  static let practiceIsOpen = "Trên mỗi máy đã ghi nhận, màn hình đầu có nút “Làm thử”."

  static func state(_ state: ClassMember.State) -> String {
    switch state {
    case .waiting: "chờ vào máy"
    case .sitting: "đã vào máy"
    case .running: "đang làm"
    case .paused: "tạm dừng"
    case .passed: "đạt"
    case .notPassed: "chưa đạt"
    case .voided: "đã hủy"
    }
  }

  static func problem(_ problem: RosterProblem) -> String {
    switch problem {
    case .name: "Thiếu họ tên, hoặc trong tên có chữ số."
    case .birth: "Thiếu năm sinh, hoặc ngày sinh không có thật."
    case .numberMissing: "Thiếu số định danh: mời riêng ở quầy."
    case .number: "Số định danh không đủ 12 số."
    case .duplicate(let line): "Trùng số định danh với dòng \(line)."
    case .alreadyOpen: "Đang có bài mở."
    case .tooEarly(let date): "Chưa đến ngày làm lại: từ \(Formatting.date(date))."
    case .guardianNeeded: "Dưới 16 tuổi: cần người giám hộ, mời riêng ở quầy."
    }
  }

  static func remark(_ remark: RosterRemark, about candidate: Candidate) -> String {
    switch remark {
    case .zerosRestored: "Đã thêm lại số 0 ở đầu số định danh."
    case .disagreement(let disagreement): disagreement.sentence(about: candidate)
    case .otherName(let name): SeatingWording.otherName(name)
    }
  }

  static let talliesTitle = "Đếm không ghi tên"
  static func talliesDay(_ date: String) -> String { "Ngày \(date)" }
  static let talliesWhy =
    "Số này chỉ để báo cáo chung. Không ghi bên cạnh tên, hồ sơ hay bài làm của ai, nên đếm riêng ở đây."
  static let more = "Thêm"
  static let less = "Bớt"
  static func count(_ kind: String, _ audience: String) -> String { "\(kind), nhóm \(audience)" }
}
