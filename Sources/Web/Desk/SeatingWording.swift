import Assessment
import UseCases

/// What the desk's pages for seating somebody say.
enum SeatingWording {
  static let title = "Mời vào máy"
  static let cardTitle = "Quét thẻ căn cước"
  static let cardHelp = "Đưa mã QR trên thẻ vào máy quét. Quét xong máy tự đi tiếp."
  static let cardLabel = "Chuỗi đọc từ thẻ"
  static let cardButton = "Đọc thẻ"
  static let typedTitle = "Gõ tay"
  static let name = "Họ và tên"
  static let birthYear = "Năm sinh (4 số)"
  static let number = "Số định danh (12 số)"
  static let sex = "Giới tính"
  static let male = "Nam"
  static let female = "Nữ"
  static let typedButton = "Tiếp tục"
  static let unnumberedTitle = "Không có giấy tờ"
  static let unnumberedHelp = "Bài được ghi là tự khai. Có giấy tờ sau thì nhập vào hồ sơ đúng."

  static let settleTitle = "Xem lại rồi mời vào máy"
  static let again = "Quét lại từ đầu"
  static let bornIn = "Sinh năm"
  static let bornOn = "Ngày sinh"
  static let papers = "Số định danh"
  static let noPapers = "Không có giấy tờ"
  static let age = "Tuổi"
  static func doubtful(_ read: String) -> String {
    "Máy quét đọc tên là “\(read)”. Nhìn thẻ, sửa lại tên nếu chưa đúng."
  }
  static let nameLost = "Máy quét không đọc được tên. Nhìn thẻ rồi gõ tên."
  static let warningsTitle = "Có chỗ không khớp"
  static func otherName(_ name: String) -> String {
    "Hồ sơ có số này ghi tên “\(name)”. Xem lại số và tên trước khi mời."
  }
  static let confirmed = "Đã xem, thông tin đúng như vậy"

  static func openWaiting(_ seat: String) -> String { "Người này đã được mời, số chỗ \(seat), chưa vào máy." }
  static let openRunning = "Người này đang làm bài. Có thể cho làm tiếp hoặc chuyển máy."
  static let toAttempt = "Mở lượt đang làm"
  static let toTicket = "Xem lại số chỗ"
  static func tooEarly(_ date: String) -> String {
    "Chưa đến ngày sát hạch lại: được làm từ ngày \(date). Mời làm thử trong lúc chờ."
  }
  static func tooEarlyFor(_ audience: String, _ date: String) -> String { "\(audience): được làm lại từ ngày \(date)." }
  static func hasSlip(_ date: String) -> String { "Đã có phiếu ngày \(date). Vẫn có thể làm lại." }

  static let audience = "Nhóm"
  static let device = "Ngồi ở"
  static func deviceNumber(_ number: Int) -> String { "Máy số \(number)" }
  static func deviceSilent(_ number: Int) -> String { "Máy số \(number) (không thấy bật)" }
  static let anyDevice = "Bất kỳ máy nào"
  static let faceButton = "Đã đối chiếu mặt và thẻ – Mời vào máy"
  static let plainButton = "Mời vào máy, chưa đối chiếu"
  static let unnumberedButton = "Mời vào máy"

  static let guardianTitle = "Người giám hộ (dưới 16 tuổi)"
  static let guardianHelp = "Người giám hộ đã nghe giải thích và đồng ý cho làm bài."
  static let guardianName = "Họ và tên người giám hộ"
  static let guardianRelation = "Quan hệ"
  static func relation(_ relation: GuardianAgreement.Relation) -> String {
    switch relation {
    case .mother: "Mẹ"
    case .father: "Cha"
    case .guardian: "Người giám hộ khác"
    }
  }

  static let more = "Thêm: thôn, nhóm, hỗ trợ khi làm bài, đếm không ghi tên"
  static let hamlet = "Thôn, tổ dân phố"
  static let noHamlet = "Không ghi"
  static let language = "Ngôn ngữ"
  static let tags = "Nhóm của cơ quan"
  static let time = "Thời gian"
  static func time(_ factor: TimeFactor) -> String {
    switch factor {
    case .usual: "Như mọi người"
    case .quarterMore: "Thêm một phần tư"
    case .halfMore: "Thêm một nửa"
    case .double: "Gấp đôi"
    }
  }
  static let needs = "Hỗ trợ khi làm bài"
  static func need(_ need: Need) -> String {
    switch need {
    case .largeText: "Chữ lớn"
    case .readAloud: "Đọc thành tiếng"
    case .reader: "Có người ngồi đọc"
    case .signHelper: "Có người dịch ký hiệu"
    case .restBreaks: "Được tự nghỉ giữa chừng"
    }
  }
  static let tallies = "Đếm không ghi tên"
  static let talliesHelp = "Chỉ cộng vào số đếm trong ngày, không ghi vào hồ sơ hay bài làm."
  static func tally(_ kind: TallyKind) -> String {
    switch kind {
    case .poor: "Hộ nghèo"
    case .nearlyPoor: "Hộ cận nghèo"
    case .ethnicMinority: "Người dân tộc thiểu số"
    case .disabled: "Người khuyết tật"
    }
  }

  static let ticketTitle = "Số chỗ"
  static func invite(_ device: Int?) -> String {
    device.map { "Mời ông/bà vào máy số \($0)" } ?? "Mời ông/bà vào máy nào đang trống"
  }
  static let ticketSeat = "Số chỗ"
  static let ticketHelp = "Trên màn hình máy đó bấm “Bắt đầu”."
  static let ticketHelpAnywhere = "Trên màn hình bấm “Tôi có số chỗ”, rồi bấm bốn số này."
  static let ticketTaken = "Người này đã vào máy."
  static let ticketOver = "Lượt này đã xong, số chỗ không dùng nữa."
  static let nextPerson = "Mời người tiếp theo"
  static let toBoard = "Về bảng theo dõi"
  static let print = "In số chỗ"
}
