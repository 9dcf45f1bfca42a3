import Assessment
import UseCases

extension StaffFault {
  package var status: Int {
    switch self {
    case .notSignedIn, .sessionLocked, .owed: 401
    case .forbidden: 403
    case .unknownAccount: 404
    case .loginTaken, .officerExists, .lastOfficer: 409
    case .tooManyTries: 429
    case .login, .name, .password, .pin, .wrongPassword, .wrongCode: 422
    }
  }

  package var sentence: String {
    switch self {
    case .login: "Tên đăng nhập có từ 2 đến 32 ký tự: chữ không dấu, chữ số, dấu chấm hoặc gạch nối. Xem lại rồi gửi."
    case .loginTaken: "Tên đăng nhập này đã có người dùng. Chọn tên khác."
    case .name: "Họ và tên còn trống hoặc có ký tự lạ. Xem lại rồi gửi."
    case .password(let fault): fault.sentence
    case .pin: "Mã PIN có từ 4 đến 6 chữ số. Xem lại rồi gửi."
    case .wrongPassword: "Mật khẩu hiện tại chưa đúng. Gõ lại."
    case .wrongCode: "Mã chưa đúng hoặc đã dùng rồi. Xem lại mã rồi gõ lại."
    case .officerExists: "Máy này đã có cán bộ phụ trách. Nhờ người đó tạo tài khoản."
    case .unknownAccount: "Không có tài khoản này. Về danh sách để chọn lại."
    case .lastOfficer: "Đây là cán bộ phụ trách duy nhất. Tạo thêm một cán bộ phụ trách trước khi khóa."
    case .tooManyTries(let seconds): "Đã thử sai nhiều lần. Chờ \(seconds) giây rồi thử lại."
    case .notSignedIn: "Chưa đăng nhập. Bấm nút bên dưới để đăng nhập."
    case .sessionLocked: "Phiên làm việc đang khóa. Mở khóa rồi làm tiếp."
    case .owed: "Tài khoản còn việc phải làm trước. Mở trang tài khoản để làm."
    case .forbidden(let role): "Việc này dành cho \(StaffWording.role(role)). Nhờ người có quyền làm giúp."
    }
  }

  var reference: String {
    switch self {
    case .login: "T-101"
    case .loginTaken: "T-102"
    case .name: "T-103"
    case .password: "T-104"
    case .pin: "T-105"
    case .wrongPassword: "T-106"
    case .wrongCode: "T-107"
    case .officerExists: "T-108"
    case .unknownAccount: "T-109"
    case .lastOfficer: "T-110"
    case .tooManyTries: "T-111"
    case .notSignedIn: "T-112"
    case .sessionLocked: "T-113"
    case .owed: "T-114"
    case .forbidden: "T-115"
    }
  }
}

extension PasswordFault {
  var sentence: String {
    switch self {
    case .tooShort: "Mật khẩu cần ít nhất \(PasswordRule.shortest) ký tự. Gõ dài hơn."
    case .tooLong: "Mật khẩu quá dài. Gõ ngắn hơn."
    case .isLogin: "Mật khẩu không được trùng tên đăng nhập. Chọn mật khẩu khác."
    case .isCommon: "Mật khẩu này nhiều người dùng, dễ bị đoán. Chọn mật khẩu khác."
    case .isPresent: "Mật khẩu mới trùng mật khẩu cũ. Chọn mật khẩu khác."
    case .isTypedOtherwise: "Hai lần gõ mật khẩu mới chưa giống nhau. Gõ lại cả hai lần."
    }
  }
}

extension DeskRefusal {
  var status: Int {
    switch self {
    case .unknownSeatNumber, .unknownSlip, .unknownPerson, .unknownDevice, .unknownEnrolment, .unknownClass: 404
    case .changedMeanwhile, .notTested, .noSeatLeft, .seatTaken, .noHelpCalled, .notFlagged, .awaitsOfficer,
      .slipRefused, .slipRevoked, .foreignSlip, .printedMeanwhile, .samePerson, .nameUnchanged, .bothHaveOpenAttempts,
      .deviceNumberTaken, .officeNameTaken, .deviceBusy, .notResting, .noRests, .classClosed, .nobodyToSeat:
      409
    case .unknownReason, .reasonNotFor, .guardianIncomplete, .unknownHamlet, .unknownTag, .slipCode, .slipText,
      .tooFewLetters, .bothNumbersReal, .deviceNumber, .officeName, .officeNameLine, .unknownLanguage, .classTitle,
      .classEmpty, .classTooLong, .impossibleDate:
      422
    }
  }

  var sentence: String {
    switch self {
    case .changedMeanwhile: "Người khác vừa làm gì đó với lượt này. Xem lại rồi bấm lại."
    case .notTested: "Đây là bài làm thử, không cần can thiệp. Về bảng theo dõi."
    case .unknownReason: "Chưa chọn lý do. Chọn một lý do trong danh sách rồi bấm lại."
    case .reasonNotFor: "Lý do này không dùng cho việc này. Chọn lý do khác."
    case .guardianIncomplete: "Chưa ghi đủ người giám hộ. Ghi họ tên và quan hệ."
    case .unknownHamlet: "Thôn, tổ này không còn trong danh sách. Chọn lại."
    case .unknownTag: "Nhóm này không còn trong danh sách. Chọn lại."
    case .noSeatLeft: "Hết số chỗ. Kết thúc bớt lượt cũ rồi mời tiếp."
    case .unknownSeatNumber: "Không có số chỗ này. Xem lại bốn chữ số."
    case .seatTaken: "Số chỗ này đang mở ở máy khác. Bấm Chuyển máy trước."
    case .noHelpCalled: "Người này không còn gọi nữa, có thể đã có người đến. Về bảng theo dõi."
    case .notFlagged: "Lượt này không có gì chờ quyết định. Về lượt làm bài."
    case .awaitsOfficer: "Phiếu chờ cán bộ phụ trách quyết định vì có người gợi ý câu trả lời. Báo cán bộ phụ trách."
    case .slipRefused: "Cán bộ phụ trách đã quyết định không cấp phiếu. Giải thích cho người làm bài."
    case .unknownSlip: "Máy này không có phiếu đó. Xem lại mã phiếu."
    case .slipRevoked: "Phiếu này đã bị hủy từ trước. Không cần hủy lại."
    case .slipCode(let groups):
      groups.isEmpty
        ? "Mã phiếu có 16 chữ số. Gõ lại cho đủ."
        : "Mã phiếu gõ chưa đúng ở nhóm \(groups.map(String.init).joined(separator: ", ")). Gõ lại nhóm đó."
    case .slipText: "Mã quét chưa trọn, hoặc không phải của phiếu. Quét lại, hoặc gõ 16 số của mã phiếu."
    case .foreignSlip(let issuer):
      "Phiếu do máy \(issuer.text) cấp, không có ở máy này. Xem thật giả ở trang Kiểm tra phiếu."
    case .printedMeanwhile(_, let copies):
      "Người khác vừa in, phiếu nay đã có \(copies) bản. Cần in thêm thì chọn lý do rồi bấm lại."
    case .tooFewLetters: "Gõ ít nhất hai chữ cái của tên rồi tìm lại."
    case .unknownPerson: "Không có hồ sơ này. Tìm lại theo số định danh."
    case .samePerson: "Hai hồ sơ là một. Chọn hồ sơ khác để gộp."
    case .nameUnchanged: "Tên mới giống tên cũ. Sửa lại rồi gửi."
    case .bothNumbersReal: "Cả hai số định danh đều có thể là thật. Chọn lý do gộp hai hồ sơ."
    case .bothHaveOpenAttempts: "Cả hai hồ sơ đang làm bài. Kết thúc một lượt trước."
    case .deviceNumber: "Số máy từ 1 đến 99. Chọn số khác."
    case .deviceNumberTaken(let number): "Số \(number) đã có máy dùng. Chọn số khác, hoặc bỏ máy cũ trước."
    case .unknownDevice: "Không có máy này, có thể đã bỏ. Về danh sách máy."
    case .unknownEnrolment: "Mã ghi nhận này không còn dùng được. Xin mã mới ở trang Máy rồi mở lại."
    case .officeNameLine(let line): "Tên ở dòng \(line) quá dài hoặc có ký tự lạ. Sửa dòng đó rồi gửi lại."
    case .officeName: "Tên còn trống hoặc quá dài. Gõ lại."
    case .unknownLanguage: "Chưa có đề bằng ngôn ngữ này. Chọn ngôn ngữ khác."
    case .deviceBusy(let number): "Máy số \(number) vừa có người. Chọn máy khác rồi mời lại."
    case .notResting: "Lượt này không đang nghỉ. Xem lại lượt."
    case .noRests: "Lượt này không được phép tự nghỉ. Xem lại lượt."
    case .unknownClass: "Không có lớp này. Về danh sách lớp."
    case .classClosed: "Lớp này đã đóng. Mở lớp mới nếu cần."
    case .impossibleDate: "Ngày giờ này không thể là hôm nay. Xem lại lịch rồi nhập lại."
    case .classTitle: "Tên lớp còn trống hoặc quá dài. Gõ lại."
    case .classEmpty: "Trong danh sách không thấy ai. Xem lại các cột họ tên, năm sinh, số định danh."
    case .classTooLong(let most): "Danh sách dài quá \(most) người. Chia thành nhiều lớp."
    case .nobodyToSeat: "Không còn ai mời được. Xem lại các dòng có lỗi."
    case .officeNameTaken(let name): "Đã có tên “\(name)”. Gõ tên khác."
    }
  }

  var reference: String {
    switch self {
    case .changedMeanwhile: "Q-201"
    case .notTested: "Q-202"
    case .unknownReason: "Q-203"
    case .reasonNotFor: "Q-204"
    case .guardianIncomplete: "Q-205"
    case .unknownHamlet: "Q-206"
    case .unknownTag: "Q-207"
    case .noSeatLeft: "Q-208"
    case .unknownSeatNumber: "Q-209"
    case .seatTaken: "Q-210"
    case .noHelpCalled: "Q-211"
    case .notFlagged: "Q-212"
    case .awaitsOfficer: "Q-213"
    case .slipRefused: "Q-214"
    case .unknownSlip: "Q-215"
    case .slipRevoked: "Q-216"
    case .slipCode: "Q-217"
    case .slipText: "Q-261"
    case .foreignSlip: "Q-262"
    case .printedMeanwhile: "Q-263"
    case .tooFewLetters: "Q-218"
    case .unknownPerson: "Q-219"
    case .samePerson: "Q-220"
    case .nameUnchanged: "Q-221"
    case .bothNumbersReal: "Q-222"
    case .bothHaveOpenAttempts: "Q-223"
    case .deviceNumber: "Q-224"
    case .deviceNumberTaken: "Q-225"
    case .unknownDevice: "Q-226"
    case .officeName: "Q-227"
    case .officeNameTaken: "Q-228"
    case .unknownEnrolment: "Q-229"
    case .officeNameLine: "Q-230"
    case .unknownLanguage: "Q-231"
    case .deviceBusy: "Q-232"
    case .notResting: "Q-233"
    case .noRests: "Q-234"
    case .unknownClass: "Q-235"
    case .classClosed: "Q-236"
    case .impossibleDate: "Q-250"
    case .classTitle: "Q-237"
    case .classEmpty: "Q-238"
    case .classTooLong: "Q-239"
    case .nobodyToSeat: "Q-240"
    }
  }
}

extension TableFault {
  package var sentence: String {
    switch self {
    case .empty: "Tệp không có dòng nào. Chọn tệp khác, hoặc dán danh sách."
    case .tooLarge: "Tệp quá lớn. Chỉ giữ lại trang có danh sách rồi gửi lại."
    case .unknownFormat: "Tệp không phải CSV hoặc XLSX. Lưu lại thành một trong hai loại đó."
    case .unknownEncoding: "Tệp dùng bảng mã cũ. Mở bằng Excel rồi lưu lại thành XLSX."
    case .damaged(let line?): "Tệp hỏng ở dòng \(line). Mở bằng Excel xem lại rồi gửi."
    case .damaged(nil): "Tệp hỏng, chưa đọc được. Mở bằng Excel rồi lưu lại."
    case .readerFailed: "Máy chưa đọc được tệp. Dán danh sách vào ô, hoặc báo kỹ thuật viên."
    }
  }
}

extension Problem {
  /// As a colleague at the desk is told; what a resident never causes here reads the same.
  var sentenceForStaff: String {
    switch self {
    case .notFound: "Không có trang này. Về bảng theo dõi."
    case .methodNotAllowed: "Trang này không mở được bằng cách đó. Về bảng theo dõi."
    case .unreadableForm, .unknownOption: "Chưa đọc được nội dung vừa gửi. Quay lại trang trước rồi gửi lại."
    case .formExpired: "Trang này mở từ nơi khác hoặc quá lâu. Mở lại trang rồi làm lại."
    case .unknownAudience: "Chưa chọn đối tượng. Chọn một đối tượng rồi gửi lại."
    case .unknownAttempt: "Không có lượt làm bài này. Về bảng theo dõi."
    case .voidedAttempt: "Lượt này đã hủy. Mở lượt mới nếu cần."
    case .finishedAttempt: "Lượt này đã nộp bài. Xem kết quả ở trang của lượt."
    case .pausedAttempt: "Lượt này đang tạm dừng. Cho làm tiếp trước."
    case .notSeated: "Lượt này chưa bắt đầu làm. Chờ người làm bài đồng ý ở máy."
    case .alreadySeated: "Lượt này đã bắt đầu. Về trang của lượt."
    case .cardUnreadable: "Chưa đọc được thẻ. Quét lại hoặc tự gõ."
    case .underAge: "Người dưới 16 tuổi cần người giám hộ. Ghi người giám hộ rồi mời lại."
    case .tooEarly: "Chưa đến ngày được sát hạch lại. Mời làm thử trong lúc chờ."
    case .notPassed: "Lượt này chưa đạt nên không có phiếu. In tờ hướng dẫn học tiếp."
    case .clockBehind:
      "Ngày giờ của máy chưa chắc đúng nên phiếu phải chờ. Mở mục Ngày giờ ở bảng theo dõi để xác nhận."
    case .diskTight: "Ổ đĩa sắp đầy nên máy chưa nhận bài mới. Báo kỹ thuật viên dọn ổ đĩa."
    case .diskFull: "Ổ đĩa đầy, việc vừa rồi chưa được ghi. Báo kỹ thuật viên dọn ổ đĩa."
    case .diskFault: "Máy chưa ghi được vào ổ đĩa. Thử lại, vẫn không được thì báo kỹ thuật viên."
    case .tooManyCopies: "Phiếu này đã in quá nhiều lần. Hủy phiếu nếu nghi bị lạm dụng."
    case .unreadableSheet: "Phiếu vẽ ra chưa đọc lại được nên chưa in. Báo kỹ thuật viên."
    case .tooManyLookups: "Đã thử quá nhiều mã. Chờ một phút rồi thử lại."
    case .bankTooSmall: "Ngân hàng chưa đủ câu hỏi cho đề này. Báo kỹ thuật viên."
    case .overloaded, .tryAgain: "Máy đang bận. Chờ vài giây rồi bấm lại."
    case .internalError: "Máy gặp trục trặc, việc vừa rồi chưa được ghi. Thử lại, hoặc báo kỹ thuật viên."
    case .deskRefused: "Việc này không hợp với lúc này của lượt làm bài. Xem lại lượt rồi làm lại."
    case .foreignAttempt, .warmUpFirst, .unknownItem, .noticeChanged, .practiceOnly, .resultNotReady, .unknownSeat,
      .seatTaken, .slipWaits, .slipVoid, .notEnrolled, .deskOnly, .notResting:
      sentence
    }
  }

  /// Told on the telephone: the place in the list, which only grows at its end.
  var reference: String {
    "M-\(300 + (Problem.allCases.firstIndex(of: self) ?? 0))"
  }
}
