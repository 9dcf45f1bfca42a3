/// Everything the pages say by themselves, in one place where a Vietnamese reader can go through it. Items, advice and
/// notices are content and stand in the bank. Sentences are short, polite without pronouns, and say what to press.
enum Wording {
  static let product = "Sát hạch kỹ năng số"
  static let movement = "Phong trào Bình dân học vụ số"
  static let sampleBanner = "BẢN CHẠY THỬ: mọi người và mọi kết quả ở đây đều là mẫu, không có giá trị."
  /// Before the title of a form that is to be mended.
  static let faultyTitle = "Cần sửa: "
  static let faultsTitle = "Có chỗ cần sửa"
  static let skipToContent = "Đến nội dung chính"

  static let table = "Bảng"
  static let actionColumn = "Việc làm được"

  static let welcomeTitle = "Chào mừng đến với bài sát hạch kỹ năng số"
  static let welcomeLead = "Không cần biết đánh máy. Chạm vào ô bên dưới để bắt đầu."
  static let whoAreYou = "Chọn nhóm của mình"
  static let officeFrontTitle = "Trang của văn phòng"
  static let officeFrontLead = "Bài sát hạch làm ở máy đặt tại quầy hoặc máy tính bảng đã ghi nhận."
  static let signInHelp = "Dành cho cán bộ của văn phòng."
  static let unfinishedTitle = "Đang có một bài làm dở"
  static let unfinishedLead = "Các câu đã trả lời vẫn còn nguyên. Đồng hồ đang dừng."
  static func unfinishedOf(_ name: String, _ ending: String) -> String { "Bài của \(name), \(ending)." }
  static let unfinishedPractice = "Bài làm thử, không ghi tên."
  static let goOn = "Làm tiếp bài này"
  static let someoneElse = "Tôi là người khác"

  static let chooseModeTitle = "Làm thử hay sát hạch?"
  static let practiceTitle = "Làm thử"
  static let practicePoints = [
    "Không ghi tên, không tính giờ", "Biết ngay đúng hay sai, có giải thích", "Không có phiếu kết quả",
  ]
  static let practiceButton = "Làm thử"
  static let testedTitle = "Sát hạch"
  static func testedPoints(items: Int, minutes: Int) -> [String] {
    [
      "\(items) câu, trong \(minutes) phút", "Cần thẻ căn cước hoặc số định danh 12 số",
      "Đạt thì có phiếu kết quả mang về",
    ]
  }
  static let testedButton = "Sát hạch lấy phiếu"

  static let consentDeclined = "Không đồng ý thì vẫn làm thử được, không cần ghi tên."

  static let seatTitle = "Cho biết tên người làm bài"
  static let seatCardTitle = "Cách 1: Quét thẻ căn cước"
  static let seatCardHelp = "Đưa mã QR trên thẻ căn cước vào máy quét. Chữ sẽ tự hiện ra trong ô."
  static let seatCardLabel = "Chuỗi chữ từ thẻ"
  static let seatCardButton = "Dùng thẻ này"
  static let seatTypedTitle = "Cách 2: Tự điền"
  static let seatName = "Họ và tên"
  static let seatBirthYear = "Năm sinh (4 số)"
  static let seatNumber = "Số định danh (12 số trên thẻ căn cước)"
  static let seatTypedButton = "Tiếp tục"
  static let seatHelp = "Khó quá thì nhờ cán bộ ở quầy làm giúp."
  static let confirmTitle = "Có đúng là mình không?"
  static let confirmBirthYear = "Năm sinh"
  static let confirmYes = "Đúng, bắt đầu"
  static let confirmNo = "Không đúng, nhập lại"
  static let confirmCheck = "Xin xem kỹ chỗ này:"

  static let tooEarlyTitle = "Chưa đến ngày sát hạch lại"
  static func tooEarly(_ date: String) -> String {
    "Được sát hạch lại từ ngày \(date). Trong lúc chờ, có thể làm thử bao nhiêu lần cũng được."
  }

  static let warmUpLead = "Câu này để làm quen với máy, không tính điểm, không tính giờ."
  static func itemHeading(_ number: Int, _ count: Int) -> String { "Câu \(number) trên \(count)" }
  static func itemNumber(_ number: Int) -> String { "Câu \(number)" }
  static func warmUpHeading(_ number: Int, _ count: Int) -> String { "Câu làm quen \(number) trên \(count)" }
  static let hintSeveral = "Chạm vào mọi câu đúng. Chạm lần nữa để bỏ chọn."
  static let hintTruths = "Với mỗi câu, chạm Đúng hoặc Sai."
  static let isTrue = "Đúng"
  static let isFalse = "Sai"
  static let hintOrder = "Chạm lần lượt: việc làm trước chạm trước."
  static func hintOrderGoing(_ put: Int, _ count: Int) -> String {
    put == count
      ? "Đã xếp xong \(count) việc. Chạm vào một việc để xếp lại từ đó."
      : "Đã xếp \(put) trên \(count) việc. Chạm việc tiếp theo, hoặc chạm việc đã xếp để xếp lại."
  }
  static func stepNumber(_ number: Int) -> String { "Việc thứ \(number)" }
  static let stepOpen = "Chưa xếp"
  static let hintMatch = "Với mỗi dòng bên dưới, chọn chữ của câu đi cùng với nó."
  static let shortLabel = "Viết câu trả lời vào đây"
  static let hintPoint = "Chạm vào chỗ cần chọn trong hình."
  static let hintSimulated = "Đây là màn hình tập, không phải máy thật. Chạm vào màn hình để làm."
  static let simulatedOver = "Việc này đã xong. Bấm nút bên dưới để đi tiếp."
  static let practiceMark = "Làm thử"
  static let back = "Câu trước"
  static let next = "Câu tiếp theo"
  static let answer = "Trả lời"
  static let toReview = "Xem lại cả bài"
  static let mark = "Đánh dấu để xem lại"
  static func minutesLeft(_ minutes: Int) -> String { "Còn \(minutes) phút" }
  /// For the script, which puts the number in.
  static let minutesPattern = "Còn {n} phút"
  static let lessThanAMinute = "Còn dưới 1 phút"
  static let paused = "Đồng hồ đang tạm dừng"
  static let hideClock = "Ẩn đồng hồ"
  static let showClock = "Hiện đồng hồ"
  /// For the ear, at three quarters, half and one quarter of the time.
  static let threeQuartersLeft = "Còn ba phần tư thời gian."
  static let halfLeft = "Còn nửa thời gian."
  static let quarterLeft = "Còn một phần tư thời gian."

  static let feedbackRight = "Đúng rồi"
  static let feedbackWrong = "Chưa đúng"
  static let feedbackWarmUpWrong = "Chưa phải, không sao cả"
  static let feedbackPartly = "Đúng một phần"
  static let feedbackKey = "Câu trả lời đúng"
  static let feedbackYours = "Câu đã chọn"
  static let feedbackHit = "đã đúng"
  static let feedbackMiss = "chưa đúng"
  static let feedbackWay = "Cách làm tốt"
  static let feedbackWhy = "Vì sao"
  static let feedbackOnwards = "Làm tiếp"
  static let feedbackBegin = "Vào bài sát hạch"
  static func feedbackBeginLead(_ items: Int, _ minutes: Int) -> String {
    "Đã làm quen xong. Bài sát hạch có \(items) câu, \(minutes) phút. Đồng hồ chạy khi câu 1 hiện ra."
  }

  static let reviewTitle = "Xem lại trước khi nộp"
  static let reviewAllAnswered = "Đã trả lời hết các câu. Có thể nộp bài, hoặc chạm vào một câu để xem lại."
  static func reviewOpen(_ count: Int) -> String {
    "Còn \(count) câu chưa trả lời. Chạm vào câu đó để làm tiếp."
  }
  static let lineAnswered = "đã trả lời"
  static let lineBegun = "còn làm dở"
  static let lineOpen = "chưa trả lời"
  static let lineMarked = "đã đánh dấu"
  static let submit = "Nộp bài"
  static let submitTitle = "Nộp bài ngay?"
  static func submitOpen(_ count: Int) -> String {
    "Còn \(count) câu chưa trả lời. Câu bỏ trống tính là chưa đúng."
  }
  static let submitYes = "Nộp bài luôn"
  static let submitNo = "Quay lại làm tiếp"

  static let passed = "Đạt"
  static let notPassed = "Chưa đạt"
  static let passedLead = "Chúc mừng! Đã đạt bài sát hạch tại đây."
  static func notPassedLead(_ earliest: String) -> String {
    "Lần này chưa đạt, lần sau sẽ tốt hơn. Được sát hạch lại từ ngày \(earliest)."
  }
  static let practiceDone = "Đã làm xong bài thử"
  static let endedByStaffNote = "Cán bộ đã cho nộp bài. Các câu đã trả lời đều được tính."
  static let timeUpNote = "Đã hết giờ. Các câu đã trả lời đều được tính."
  static func scoreLine(_ right: Int, _ asked: Int) -> String { "Được \(right) trên \(asked) điểm" }
  static func rescored(_ number: Int, _ date: String, _ reason: String) -> String {
    "Câu \(number) đã được chấm lại ngày \(date). \(reason)"
  }
  static func scoreRest(_ points: String) -> String { "Phần lẻ \(points) điểm không làm tròn lên." }
  static func cutLine(_ cut: Int) -> String { "Cần ít nhất \(cut) điểm." }
  static func weakAreas(_ names: String) -> String { "Cần học thêm phần: \(names)." }
  static let areasTitle = "Kết quả từng phần"
  static let areaStrong = "Tốt"
  static let areaReached = "Đủ"
  static let areaWeak = "Cần học thêm"
  static let learnTitle = "Nên học tiếp"
  static let learnNothing = "Làm đúng trọn vẹn cả bài. Hãy giúp bà con khác cùng học."
  static func readIn(_ framework: String) -> String { "Đọc kết quả theo \(framework)" }
  static let getSlip = "Nhận phiếu kết quả"
  static let finish = "Xong, về màn hình đầu"

  static let slipTitle = "Phiếu báo kết quả sát hạch kỹ năng số"
  static let slipSymbol = "Mã QR của phiếu kết quả"
  static let slipCode = "Mã phiếu"
  static let slipOffice = "Nơi sát hạch"
  static let slipHolder = "Người làm bài"
  static func slipNumberEnding(_ lastThree: String) -> String { "số định danh … \(lastThree)" }
  static let slipWithoutNumber = "không có"
  static let slipDate = "Ngày"
  static let slipOutcome = "Kết quả"
  static let slipIdentity = "Căn cứ nhận người"
  static let slipIdentities = ["tự khai", "chuỗi trên thẻ căn cước", "cán bộ đã đối chiếu mặt và thẻ"]
  static let slipRules = "Quy tắc"
  static func slipRulesVersion(_ framework: Int, _ blueprint: Int) -> String {
    "khung bản \(framework), ma trận đề bản \(blueprint)"
  }
  static func noticeRules(_ version: Int, _ standing: String) -> String {
    "Quy tắc sát hạch phiên bản \(version): \(standing)."
  }
  static let slipProposal = "đề xuất, chưa được ban hành"
  static func slipAdopted(_ office: String, _ document: String) -> String { "\(office) ban hành, \(document)" }
  static let slipSerial = "Số phiếu"
  static let slipLimits = "Phiếu này ghi kết quả sát hạch tại chỗ; không thay thế xác nhận trên VNeID."
  static let slipReading = "Mã QR này đọc tại UBND hoặc trang kiểm tra phiếu."
  static let sampleSlip = "PHIẾU MẪU, KHÔNG CÓ GIÁ TRỊ"

  static func slipEmphasis(_ right: Int, _ asked: Int) -> String { "Đạt · \(right)/\(asked) điểm" }
  static let slipNumber = "Số định danh"
  static let slipAudience = "Nhóm"
  static let slipHelp = "Trợ giúp"
  static let slipHelpKinds = ["không có", "có trợ giúp được phép", "có người gợi ý câu trả lời"]
  static let slipCopy = "Bản in"
  static func copyName(_ copy: Int) -> String { copy == 1 ? "bản thứ nhất" : "bản in lại, lần thứ \(copy)" }
  static let slipNextStep = "Giữ phiếu này. Hỏi quầy một cửa về việc xác nhận trên VNeID, nhớ mang theo thẻ căn cước."
  static func slipRetake(_ date: String) -> String { "Được sát hạch lại từ ngày \(date)." }
  static let adviceTitle = "Tờ hướng dẫn học tiếp"
  static let adviceStrong = "Đã làm tốt"
  static let adviceHelp = "Làm thử tại đây bao nhiêu lần cũng được, không cần ghi tên."
  static let sendAgain = "Gửi lại"
  static let printSlip = "In phiếu"
  static let printAdvice = "In tờ hướng dẫn"
  static let sizeRoll = "giấy cuộn 80 mm"
  static let sizeA5 = "giấy A5"
  static let sheetTitle = "Tờ giấy để in"
  static let sheetHelp = "Hình dưới đây đúng như trên giấy. Chờ hình hiện ra rồi in."
  static let sheetAlt = "Tờ giấy sẽ in ra"
  static let printButton = "In"
  static let clockBehind =
    "Ngày giờ của máy chưa chắc đúng, nên phiếu chờ cán bộ xác nhận. Kết quả đã lưu, mời báo cán bộ ở quầy."

  static let checkTitle = "Kiểm tra phiếu"
  static let checkLabel = "Mã trên phiếu"
  static let checkHelp = "Quét mã QR, hoặc bấm 16 số của mã phiếu."
  static let checkGroupPattern = "Nhóm số thứ {n} bấm chưa đúng"
  static let checkHolderLabel =
    "Muốn biết phiếu có phải của người này không: quét thẻ căn cước, hoặc bấm 12 số (không bắt buộc)"
  static let checkButton = "Kiểm tra"
  static let toCheck = "Kiểm tra phiếu"
  static let checkGenuine = "Phiếu thật"
  static let checkGenuineReason = "Chữ ký đúng, nội dung còn nguyên như lúc cấp."
  static let checkSample = "Phiếu mẫu, không có giá trị"
  static let checkSampleReason = "Phiếu này do máy chạy thử in ra."
  static let checkRefused = "Phiếu không có giá trị"
  static let checkAltered = "Nội dung đã bị sửa: chữ ký không khớp."
  static let checkKeyNotYet = "Số phiếu này có trước khi khóa ký được dùng."
  static let checkKeyWithdrawn = "Khóa ký phiếu này đã bị thu hồi."
  static let checkRevoked = "Phiếu này đã bị hủy."
  static let checkIssuerMismatch = "Phiếu ghi một nơi cấp, nhưng khóa ký là của nơi khác."
  static let checkUnknown = "Chưa kiểm tra được ở máy này"
  static let checkUnknownKey = "Máy chưa có khóa của nơi cấp phiếu. Cần nạp danh sách khóa mới của tỉnh."
  static let checkOtherVersion = "Phiếu thuộc phiên bản mới hơn. Cần cập nhật máy này."
  static let checkNotASlip = "Đây không phải mã của phiếu"
  static let checkNotASlipReason = "Mã vừa quét là của giấy khác. Quét lại mã QR trên phiếu kết quả."
  static let checkMangled = "Mã đọc chưa trọn"
  static let checkMangledReason = "Chữ số bị thiếu hoặc lẫn. Lau phẳng phiếu rồi quét lại, hoặc bấm 16 số của mã phiếu."
  static let checkMistyped = "Mã phiếu bấm chưa đúng"
  static func checkMistypedGroups(_ groups: String) -> String { "Xem lại nhóm số thứ \(groups)." }
  static func checkCodeLength(_ digits: Int) -> String { "Mới có \(digits) số. Mã phiếu có 16 số." }
  static let checkCodeCharacter = "Mã phiếu chỉ có chữ số."
  static let checkCodeUnknown = "Không có phiếu mang mã này ở máy này"
  static let checkCodeUnknownReason = "Phiếu của nơi khác thì phải quét mã QR."
  static let checkSeveral = "Trong ô có hơn một phiếu. Quét từng phiếu một."
  static let checkNotDone = "Chưa kiểm tra"
  static func checkWait(_ seconds: Int) -> String { "Đã thử quá nhiều mã. Chờ \(seconds) giây rồi bấm lại." }
  static let checkHolderUnreadable = "Chưa đọc được số định danh của người cầm phiếu. Quét lại thẻ, hoặc bấm đủ 12 số."
  static let checkHolderRight = "Đúng người: phiếu được làm cho số định danh này."
  static let checkWrongHand = "Phiếu thật, nhưng của người khác"
  static let checkHolderOther = "Không đúng người: phiếu không phải của số định danh này."
  static let checkHolderErased =
    "Người được cấp phiếu đã được xóa tên và số khỏi máy này. Phiếu vẫn đúng như lúc cấp."
  static let checkHolderNotBound = "Phiếu không gắn với số định danh nào."
  static let checkOwnKeysOnly = "Đã kiểm tra bằng khóa của chính máy này; chưa nạp danh sách khóa của tỉnh."
  static func checkListEdition(_ number: Int, _ date: String) -> String {
    "Đã kiểm tra bằng danh sách khóa số \(number), ngày \(date)."
  }

  static let galleryTitle = "Kho câu hỏi"
  static let galleryCompetence = "Năng lực"
  static let galleryArea = "Phần"
  static let galleryItems = "Số câu"
  static let galleryTested = "Câu sát hạch"
  static let galleryDifficulty = "Độ khó"
  static let gallerySource = "Nguồn"
  static let galleryPrinciple = "nguyên tắc chung"
  static let galleryReading = "Lần đọc thứ hai"
  static let galleryEar = "Đọc thành tiếng"
  static let galleryVersion = "bản"
  static let galleryCluster = "nhóm"
  static func galleryRetired(_ date: String, _ reason: String) -> String { "Thôi dùng từ \(date). \(reason)" }

  static let problemTitle = "Có chút trục trặc"
  static let guardianTitle = "Cần người giám hộ"
  static let toWelcome = "Về màn hình đầu"
  static let toAttempt = "Quay lại bài làm"
  static let toResult = "Xem kết quả"
}
