import Assessment
import UseCases

/// What the page of one attempt says to a clerk.
enum DeskAttemptWording {
  static func seat(_ seat: SeatNumber) -> String { "Số chỗ \(seat)" }
  static let toBoard = "Về bảng theo dõi"
  static let waiting = "Chờ vào máy"
  static let seated = "Chờ đồng ý ở máy"
  static let filling = "Đang điền tên"
  static let running = "Đang làm bài"
  static let moving = "Đang đổi máy, chưa ngồi lại"
  static func paused(_ reason: String) -> String { "Đang tạm dừng: \(reason)" }
  static let submitted = "Đã nộp bài"
  static let endedByStaff = "Cán bộ đã cho nộp"
  static let timeUp = "Hết giờ, máy tự nộp"
  static let voided = "Đã hủy"
  static func calls(_ time: String) -> String { "Đang gọi giúp từ \(time)" }
  static let go = "Tôi đến"

  static let person = "Người làm bài"
  static let audience = "Nhóm"
  static let number = "Số định danh"
  static let identity = "Căn cứ nhận người"
  static let machine = "Máy"
  static let place = "Đang ở"
  static let progress = "Đã trả lời"
  static func answered(_ count: Int, _ asked: Int) -> String { "\(count)/\(asked) câu" }
  static let timeLeft = "Thời gian còn"
  static func minutes(_ left: Int, of allowed: Int) -> String { "\(left) phút trong \(allowed) phút" }
  static let began = "Bắt đầu lúc"
  static let hamlet = "Thôn, tổ"
  static let tags = "Nhóm của cơ quan"
  static let accommodations = "Hỗ trợ đã chọn"
  static let guardian = "Người giám hộ"
  static let toPerson = "Hồ sơ người này"

  static func time(_ factor: TimeFactor) -> String? {
    switch factor {
    case .usual: nil
    case .quarterMore: "thêm 25% thời gian"
    case .halfMore: "thêm 50% thời gian"
    case .double: "gấp đôi thời gian"
    }
  }

  static func need(_ need: Need) -> String {
    switch need {
    case .largeText: "chữ to"
    case .readAloud: "máy đọc thành tiếng"
    case .reader: "có người đọc giúp"
    case .signHelper: "có người phiên dịch ngôn ngữ ký hiệu"
    case .restBreaks: "được nghỉ giữa bài"
    }
  }

  static func relation(_ relation: GuardianAgreement.Relation) -> String {
    switch relation {
    case .mother: "mẹ"
    case .father: "cha"
    case .guardian: "người giám hộ"
    }
  }

  static let result = "Kết quả"
  static func outcome(_ isPassed: Bool, _ right: Int, _ asked: Int) -> String {
    "\(isPassed ? Wording.passed : Wording.notPassed), \(right)/\(asked) điểm"
  }
  static let slip = "Phiếu"
  static func slipSerial(_ serial: Int64, _ prints: Int) -> String {
    prints == 0 ? "số \(serial), chưa in" : "số \(serial), đã in \(prints) bản"
  }
  static let slipRevoked = "đã hủy"
  static let slipWaits = "chờ cán bộ phụ trách quyết định"
  static let slipRefused = "không cấp, theo quyết định của cán bộ phụ trách"
  static let slipMissing = "chưa lấy"
  static let noSlip = "không có, vì chưa đạt"
  static let openSlip = "Mở phiếu"
  static let issue = "Lấy phiếu"

  static let acts = "Việc của cán bộ"
  static let reason = "Lý do"
  static let chooseReason = "Chọn lý do"
  static let pause = "Tạm dừng"
  static let resume = "Cho làm tiếp"
  static let resumeHelp = "Đồng hồ chạy lại từ câu đang làm."
  static let addMinutes = "Thêm phút"
  static let minutesLegend = "Số phút thêm"
  static let otherMinutes = "số khác"
  static let move = "Chuyển máy"
  static let ticket = "Xem số chỗ"
  static let more = "Kết thúc hoặc hủy lượt này"
  static let end = "Cho nộp bài"
  static let endHelp = "Câu đã trả lời được tính, câu bỏ trống tính là chưa đúng."
  static let void = "Hủy lượt"
  static let voidHelp = "Lượt này không tính nữa. Phiếu, nếu có, cũng bị hủy."
  static func confirmTitle(_ act: DeskRoute.Act) -> String { act == .end ? "Cho nộp bài ngay?" : "Hủy lượt này?" }
  static let confirmNoReturn = "Việc này không lấy lại được."
  static func confirmYes(_ act: DeskRoute.Act) -> String { act == .end ? "Cho nộp bài" : "Hủy lượt này" }
  static let confirmNo = "Không, quay lại"

  static let help = "Ghi việc đã giúp"
  static let helpHint = "Bấm một lần cho mỗi việc vừa giúp."
  static let allowedHelp = "Được phép, ghi lên phiếu"
  static let coaching = "Không được phép"
  static let coachingHint = "Bấm thì phiếu phải chờ cán bộ phụ trách quyết định."
  static func help(_ kind: HelpAct.Kind) -> String {
    switch kind {
    case .readAloud: "Đọc to"
    case .pointedAtScreen: "Chỉ chỗ trên màn hình"
    case .operatedMouse: "Bấm giúp theo lời"
    case .translated: "Dịch giúp"
    case .explainedQuestion: "Giải thích câu hỏi"
    case .suggestedAnswer: "Gợi ý câu trả lời"
    }
  }
  static func at(_ place: FormPlace) -> String {
    place.part == .warmUp ? "câu làm quen \(place.number)" : "câu \(place.number)"
  }
  static func helped(_ kind: HelpAct.Kind, _ place: FormPlace) -> String { "\(help(kind)), ở \(at(place))" }

  static let decision = "Quyết định về phiếu"
  static func decisionLead(_ count: Int) -> String {
    "Có \(count) lần giúp không được phép. Phiếu chờ đến khi có quyết định."
  }
  static let decisionElse = "Có việc giúp không được phép. Phiếu chờ cán bộ phụ trách quyết định."
  static let decide = "Ghi quyết định"
  static func verdict(_ verdict: FlagDecision.Verdict) -> String {
    switch verdict {
    case .counts: "Kết quả vẫn tính, phiếu ghi có người gợi ý"
    case .mistaken: "Bấm nhầm, coi như không có"
    case .refused: "Không cấp phiếu"
    }
  }

  static let log = "Đã làm gì"
  static let nothingDone = "Chưa ai làm gì với lượt này."
  static func done(_ kind: DeskAct.Kind, minutes: Int?) -> String {
    switch kind {
    case .seat: "mời vào máy"
    case .pause: "tạm dừng"
    case .resume: "cho làm tiếp"
    case .addMinutes: "thêm \(minutes ?? 0) phút"
    case .move: "chuyển máy"
    case .end: "cho nộp bài"
    case .void: "hủy lượt"
    case .decideFlag: "quyết định về phiếu"
    case .printSlip: "in phiếu"
    case .reprintSlip: "in lại phiếu"
    case .revokeSlip: "hủy phiếu"
    }
  }
  static let answeredCall = "đến chỗ người gọi"
  static func justNow(_ deed: String) -> String { "Đã ghi: \(deed)." }
  static let unknownColleague = "Tài khoản cũ"

  static func changedMeanwhile(_ acts: String) -> String { "Trong lúc đó, \(acts). Xem lại rồi bấm lại." }
  static let minutesOutOfBounds = "Mỗi lần thêm từ 1 đến 60 phút, cả bài không quá 8 giờ. Gõ lại số phút."
  static let warmUpUnfinished = "Người này chưa vào câu tính điểm nên chưa nộp bài được. Hủy lượt nếu không làm nữa."
  static let nothingToMove = "Lượt này chưa có tên hoặc đã xong nên không chuyển máy được. Về bảng theo dõi."
}
