import UseCases

/// What stands in the way, in words: one exhaustive place.
extension PrivacyFault {
  var sentence: String {
    switch self {
    case .erased(let day):
      "Dữ liệu của người này đã được xóa ngày \(Formatting.date(day)). Chỉ còn số đếm và các phiếu đã cấp."
    case .openAttempt(let id): "Người này đang làm lượt \(id). Kết thúc hoặc hủy lượt ấy ở quầy rồi làm lại."
    case .reason: "Chọn lý do."
    case .document: "Ghi văn bản hoặc đơn, tối đa 120 chữ."
    case .signer: "Ghi người ký."
    case .date: "Ngày ký phải là một ngày có thật, không sau hôm nay."
    case .unconfirmed: "Đánh dấu vào ô xác nhận trước khi xóa."
    case .alreadyWithdrawn: "Sự đồng ý đã được rút lại từ trước."
    case .noConsent: "Người này chưa đồng ý lần nào ở máy này, nên không có gì để rút lại."
    case .months(let kind, let range):
      "\(RetentionWording.kind(kind)): số tháng phải từ \(range.lowerBound) đến \(range.upperBound)."
    case .nothingChanged: "Thời hạn và văn bản này đang được áp dụng."
    case .noPlan: "Máy này chưa có bảng thời hạn lưu. Nhờ kỹ thuật viên kiểm tra tệp office/retention.json."
    }
  }

  var status: Int {
    switch self {
    case .erased: 410
    case .openAttempt, .alreadyWithdrawn, .noConsent, .nothingChanged: 409
    case .noPlan: 404
    case .reason, .document, .signer, .date, .unconfirmed, .months: 422
    }
  }
}

extension KeyListFault {
  var sentence: String {
    switch self {
    case .noAnchor: KeyWording.faultNoAnchor
    case .unreadable: KeyWording.faultUnreadable
    case .notNewer(let held): KeyWording.faultNotNewer(held)
    }
  }

  var status: Int {
    switch self {
    case .noAnchor, .notNewer: 409
    case .unreadable: 422
    }
  }
}
