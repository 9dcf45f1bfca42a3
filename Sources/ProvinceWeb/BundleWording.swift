import Province

/// What became of a bundle, in the officers' words, and what to do about it.
extension BundleState {
  package var sentence: String {
    switch self {
    case .applied: "đã tính"
    case .waiting(.gap(let missing)): "chờ gói số \(missing)"
    case .waiting(.withdrawnKey): "khóa của máy đã bị thu hồi"
    case .refused(let refusal): refusal.sentence
    }
  }

  package var advice: String {
    switch self {
    case .applied: ""
    case .waiting(.gap(let missing)):
      "Xin xã, phường gửi gói số \(missing). Gói cũ xuất lại được: sathach bundle again \(missing)."
    case .waiting(.withdrawnKey):
      "Hỏi xã, phường có còn giữ máy không. Máy mới hoặc máy phục hồi sẽ gửi gói bằng khóa mới."
    case .refused(let refusal): refusal.advice
    }
  }
}

extension BundleRefusal {
  package var sentence: String {
    switch self {
    case .damaged: "tệp hỏng hoặc bị cắt"
    case .unknownKey: "khóa chưa có trong danh sách của tỉnh"
    case .keyOfAnotherBox(let owner): "ký bằng khóa của máy \(owner)"
    case .forged: "chữ ký không khớp"
    case .otherProvince: "niêm phong cho nơi khác"
    case .laterVersion(let version): "dạng gói mới hơn (số \(version))"
    case .tooLarge: "gói quá lớn"
    case .otherOfThisNumber: "đã có gói khác cùng số"
    case .otherPast: "không nối tiếp gói trước"
    case .sample: "dữ liệu mẫu"
    case .unreadable: "nội dung mâu thuẫn"
    }
  }

  package var advice: String {
    switch self {
    case .damaged: "Xin xã, phường chép lại gói ra thẻ nhớ khác rồi gửi lại."
    case .unknownKey: "Nạp khóa của máy này vào danh sách khóa, rồi nhận lại gói."
    case .keyOfAnotherBox, .forged: "Không dùng gói này. Hỏi xã, phường gói từ đâu đến; xin gói mới chép thẳng từ máy."
    case .otherProvince: "Máy còn giữ khóa của nơi khác. Nạp khóa niêm phong của tỉnh vào máy rồi xuất lại."
    case .laterVersion: "Cập nhật chương trình ở máy chủ của tỉnh, rồi nhận lại gói."
    case .tooLarge: "Xin xã, phường xuất gói thường xuyên hơn, và báo kỹ thuật viên."
    case .otherOfThisNumber, .otherPast:
      "Có thể máy được sao chép hoặc phục hồi mà giữ số cũ. Cho máy lấy số mới rồi xuất lại."
    case .sample: "Không gửi dữ liệu mẫu. Xin gói của máy thật."
    case .unreadable: "Giữ tệp lại và báo kỹ thuật viên. Số liệu cũ không đổi."
    }
  }
}

/// How handing in is answered, for a program and for whoever reads its log.
extension BundleOutcome {
  package var status: Int {
    switch self {
    case .applied: 201
    case .again: 200
    case .waiting: 202
    case .refused(let refusal):
      switch refusal {
      case .unknownKey, .keyOfAnotherBox, .forged, .otherProvince: 403
      case .otherOfThisNumber, .otherPast: 409
      case .tooLarge: 413
      case .laterVersion: 415
      case .damaged, .sample, .unreadable: 422
      }
    }
  }

  /// One word, then in Vietnamese what happened and what to do.
  package var line: String {
    switch self {
    case .applied(let records): "applied records=\(records)\n"
    case .again: "again\n"
    case .waiting(let wait):
      "waiting \(wait.name)\n\(BundleState.waiting(wait).sentence). \(BundleState.waiting(wait).advice)\n"
    case .refused(let refusal): "refused \(refusal.name)\n\(refusal.sentence). \(refusal.advice)\n"
    }
  }
}
