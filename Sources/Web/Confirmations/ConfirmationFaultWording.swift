import Assessment
import UseCases

extension ConfirmationFault {
  package var status: Int {
    switch self {
    case .unknownBatch, .unknownAnswers, .unknownEntry: 404
    case .nothingToList, .alreadySent, .notSent, .appliedBefore, .notApplied, .changedMeanwhile, .wentOnSince,
      .notRefused:
      409
    case .layout, .answers, .signedAnswers, .noAnchor: 422
    }
  }

  package var sentence: String {
    switch self {
    case .nothingToList: "Không có ai trong danh sách này. Chọn lại, hoặc chờ có người đạt thêm."
    case .unknownBatch(let id): "Không có danh sách số \(id). Về trang Xác nhận trên VNeID."
    case .alreadySent(let id): "Danh sách số \(id) đã gửi nên không đổi được. Lập danh sách mới nếu cần."
    case .notSent(let id): "Danh sách số \(id) chưa gửi. Đánh dấu đã gửi trước."
    case .layout(let fault): "Mẫu danh sách chưa đúng: \(fault.phrase). Sửa rồi lưu lại."
    case .answers(let fault): fault.sentence
    case .unknownAnswers(let id): "Không có tệp trả lời số \(id). Về trang Xác nhận trên VNeID."
    case .appliedBefore(let id): "Tệp này đã áp dụng rồi, là tệp số \(id). Không cần nhập lại."
    case .notApplied(let id): "Tệp số \(id) chưa áp dụng, hoặc đã hoàn lại. Không có gì để hoàn lại."
    case .changedMeanwhile: "Trong lúc xem đã có thay đổi khác. Xem lại rồi bấm áp dụng."
    case .wentOnSince(let entries):
      "Đã có \(entries.count) người đi tiếp bước sau, nên không hoàn lại được cả tệp. Sửa từng người."
    case .unknownEntry: "Dòng này không còn trong danh sách. Về trang Xác nhận trên VNeID."
    case .notRefused: "Người này không bị từ chối. Không cần lập lại."
    case .signedAnswers(.forOther(let issuer)):
      "Tệp trả lời này dành cho hộp \(issuer.text), không phải hộp này. Tìm tệp có tên của hộp này."
    case .signedAnswers(.otherAnchor), .signedAnswers(.forged):
      "Chữ ký trên tệp trả lời không phải của tỉnh mà hộp này tin. Xin tỉnh gửi lại; không mở tệp này."
    case .signedAnswers(.version): "Tệp trả lời của phần mềm mới hơn. Cập nhật phần mềm trên hộp này rồi nhập lại."
    case .signedAnswers: "Tệp trả lời bị cắt hoặc hỏng. Chép lại từ tỉnh rồi nhập."
    case .noAnchor:
      "Hộp này chưa có khóa của tỉnh nên không nhận được tệp trả lời có ký. Nhờ kỹ thuật viên cài khóa của tỉnh."
    }
  }

  var reference: String {
    switch self {
    case .nothingToList: "X-401"
    case .unknownBatch: "X-402"
    case .alreadySent: "X-403"
    case .notSent: "X-404"
    case .layout: "X-405"
    case .answers: "X-406"
    case .unknownAnswers: "X-407"
    case .appliedBefore: "X-408"
    case .notApplied: "X-409"
    case .changedMeanwhile: "X-410"
    case .wentOnSince: "X-411"
    case .unknownEntry: "X-412"
    case .notRefused: "X-413"
    case .signedAnswers: "X-414"
    case .noAnchor: "X-415"
    }
  }
}

extension LayoutFault {
  /// Inside a sentence.
  var phrase: String {
    switch self {
    case .notJSON(let line): "dòng \(line) không phải JSON"
    case .missing("columns"): "chưa chọn cột nào cho danh sách gửi đi"
    case .missing("confirmedWords"): "thiếu từ nghĩa là đã xác nhận"
    case .missing("refusedWords"): "thiếu từ nghĩa là từ chối"
    case .missing("verdict"): "thiếu tên cột của “Kết quả”"
    case .missing(let name): "thiếu “\(name)”"
    case .unknownField(let name): "không có trường “\(name)”"
    case .headingLength(let field):
      "tên cột của “\(ConfirmationLayout.Field(rawValue: field)?.label ?? field)” trống hoặc quá dài"
    case .doubledHeading(let heading): "tên cột “\(heading)” có hai lần"
    case .noWayToMatch: "trả lời cần mã phiếu, số định danh, hoặc họ tên cùng ngày sinh"
    case .wordMeansBoth(let word): "từ “\(word)” vừa là xác nhận vừa là từ chối"
    }
  }
}

extension AnswersFault {
  var sentence: String {
    switch self {
    case .empty: "Tệp không có dòng trả lời nào. Chọn tệp khác."
    case .tooManyRows(let rows, let most): "Tệp có \(rows) dòng, nhiều hơn \(most). Chia nhỏ rồi nhập lại."
    case .noHeadings: "Không thấy dòng tên cột như trong mẫu. Xem lại tệp, hoặc sửa Mẫu danh sách."
    case .noColumn(let field): "Tệp thiếu cột “\(field.label)”. Thêm cột đó rồi nhập lại."
    case .noWayToMatch: "Tệp cần cột mã phiếu, hoặc số định danh, hoặc họ tên và ngày sinh. Thêm rồi nhập lại."
    case .doubledColumn(let heading, let columns):
      "Tên cột “\(heading)” có hai lần, ở cột \(columns.map(String.init).joined(separator: " và cột ")). Bỏ bớt một cột rồi nhập lại."
    }
  }
}
