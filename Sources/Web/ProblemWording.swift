/// What a resident is told: what happened, then what to press. At most two short sentences, no code, no blame.
extension Problem {
  package var sentence: String {
    switch self {
    case .notFound: "Không có trang này. Bấm nút bên dưới để về màn hình đầu."
    case .methodNotAllowed: "Trang này không mở được bằng cách đó. Bấm nút bên dưới để về màn hình đầu."
    case .unreadableForm: "Máy chưa đọc được nội dung vừa gửi. Bấm nút bên dưới rồi làm lại bước này."
    case .formExpired: "Trang này đã mở quá lâu. Bấm nút bên dưới rồi làm lại bước này."
    case .unknownAudience: "Không có nhóm này. Bấm nút bên dưới để chọn lại."
    case .unknownAttempt: "Không tìm thấy bài làm này. Bấm nút bên dưới để về màn hình đầu."
    case .foreignAttempt:
      "Bài này không mở ở máy này, hoặc đã chuyển sang máy khác. Bấm nút bên dưới để về màn hình đầu."
    case .voidedAttempt: "Bài làm này đã được hủy. Mời đến quầy nếu cần hỏi thêm."
    case .finishedAttempt: "Bài này đã nộp rồi. Bấm nút bên dưới để xem kết quả."
    case .pausedAttempt: "Bài đang tạm dừng, giờ không chạy và câu trả lời trước đã được lưu. Chờ cán bộ cho làm tiếp."
    case .notSeated: "Chưa có tên người làm bài. Bấm nút bên dưới để điền."
    case .alreadySeated: "Bài này đã có người làm. Bấm nút bên dưới để quay lại bài."
    case .warmUpFirst: "Còn câu làm quen chưa xong. Bấm nút bên dưới để làm tiếp."
    case .unknownItem: "Bài này không có câu đó. Bấm nút bên dưới để quay lại bài."
    case .unknownOption: "Câu này không có lựa chọn đó. Bấm nút bên dưới rồi chọn lại."
    case .noticeChanged: "Nội dung thông báo vừa được thay. Bấm nút bên dưới để đọc lại."
    case .cardUnreadable: "Máy chưa đọc được thẻ. Bấm nút bên dưới rồi quét lại."
    case .underAge: "Người dưới 16 tuổi cần người giám hộ đồng ý. Mời cùng người giám hộ đến quầy."
    case .tooEarly: "Chưa đến ngày được sát hạch lại. Trong lúc chờ, có thể làm thử."
    case .practiceOnly: "Việc này chỉ có trong bài khác. Bấm nút bên dưới để quay lại bài."
    case .resultNotReady: "Chưa có kết quả. Bấm nút bên dưới để quay lại bài."
    case .notPassed: "Phiếu chỉ cấp khi đã đạt. Bấm nút bên dưới để xem kết quả."
    case .tryAgain: "Máy đang bận một chút. Bấm nút bên dưới để thử lại."
    case .clockBehind: "Ngày giờ của máy chưa chắc đúng nên phiếu phải chờ. Kết quả đã lưu, mời báo cán bộ ở quầy."
    case .tooManyCopies: "Phiếu này đã in quá nhiều lần. Mời hỏi cán bộ ở quầy."
    case .unreadableSheet: "Phiếu vẽ ra chưa đọc lại được nên chưa in. Kết quả đã lưu, mời báo cán bộ ở quầy."
    case .tooManyLookups: "Đã thử quá nhiều mã phiếu. Chờ một phút rồi bấm lại."
    case .unknownSeat: "Không có số chỗ này. Xem lại bốn chữ số cán bộ đã đưa."
    case .seatTaken: "Số chỗ này đang mở ở máy khác. Mời hỏi cán bộ ở quầy."
    case .slipWaits: "Kết quả đã lưu. Phiếu chờ cán bộ phụ trách xem xét, mời hỏi ở quầy."
    case .slipVoid: "Bài này không có phiếu dùng được. Mời hỏi cán bộ ở quầy."
    case .deskRefused: "Việc này chưa làm được. Mời hỏi cán bộ ở quầy."
    case .notEnrolled: "Máy này chưa được ghi nhận để làm bài. Mời nhờ cán bộ ở quầy ghi nhận máy."
    case .deskOnly: "Ở đây bài sát hạch do cán bộ ở quầy mở. Mời đến quầy nhận số chỗ."
    case .notResting: "Lần nghỉ này do cán bộ cho, hoặc đã nghỉ xong. Bấm nút bên dưới để xem bài."
    case .bankTooSmall: "Máy chưa đủ câu hỏi cho bài này. Mời báo cho cán bộ ở quầy."
    case .overloaded: "Máy đang bận, câu trả lời trước đã được lưu. Chờ vài giây rồi bấm lại."
    case .diskTight: "Máy sắp hết chỗ lưu nên chưa nhận bài mới. Mời báo cán bộ ở quầy."
    case .diskFull: "Máy hết chỗ lưu nên câu vừa rồi chưa lưu được. Mời báo cán bộ ở quầy, rồi làm lại câu này."
    case .diskFault: "Máy chưa lưu được câu vừa rồi. Chờ vài giây rồi bấm lại, vẫn không được thì báo cán bộ."
    case .internalError: "Máy gặp trục trặc, câu trả lời trước đã được lưu. Mời báo cho cán bộ ở quầy."
    }
  }

  /// Where the button on the problem's page leads.
  package enum Exit: Sendable {
    case welcome
    case attempt
  }

  package var exit: Exit {
    switch self {
    case .unreadableForm, .formExpired, .finishedAttempt, .notSeated, .alreadySeated, .warmUpFirst, .unknownItem,
      .unknownOption, .cardUnreadable, .practiceOnly, .resultNotReady, .notPassed, .tryAgain, .clockBehind,
      .tooManyCopies, .pausedAttempt, .slipWaits, .slipVoid, .notResting,
      .unreadableSheet, .overloaded, .internalError, .diskFull, .diskFault:
      .attempt
    case .notFound, .methodNotAllowed, .unknownAudience, .unknownAttempt, .foreignAttempt, .voidedAttempt,
      .noticeChanged, .underAge, .tooEarly, .tooManyLookups, .bankTooSmall, .unknownSeat, .seatTaken, .deskRefused,
      .notEnrolled, .deskOnly, .diskTight:
      .welcome
    }
  }
}
