import Assessment
import UseCases

/// What is said beside a field that cannot be right: what is wrong and what is expected.
extension ParticularsFault {
  var sentence: String {
    switch self {
    case .name: "Họ và tên còn trống hoặc có chữ số. Viết đủ họ và tên."
    case .birthYear: "Năm sinh cần đủ bốn số, như 1957."
    case .number: "Số định danh cần đủ 12 số, như in trên thẻ căn cước."
    case .sex: "Chưa chọn nam hay nữ."
    }
  }

  var fieldName: String {
    switch self {
    case .name: "name"
    case .birthYear: "birthYear"
    case .number: "number"
    case .sex: "sex"
    }
  }
}

extension CitizenNumber {
  /// Enough of it for its owner; in words where the office made it for somebody without papers.
  var ending: String {
    isMade ? SeatWording.noNumber : SeatWording.numberEnding(lastThree)
  }
}

extension CitizenCardFault {
  var sentence: String {
    switch self {
    case .tooFewFields: "Chuỗi đọc từ thẻ bị thiếu. Đưa thẻ vào quét lại, hoặc tự điền ở cách 2."
    case .number: "Chuỗi này không có số định danh 12 số. Quét lại mã QR trên thẻ căn cước."
    case .name: "Không đọc được tên trên thẻ. Quét lại, hoặc tự điền ở cách 2."
    case .birthDate: "Không đọc được ngày sinh trên thẻ. Quét lại, hoặc tự điền ở cách 2."
    }
  }
}

extension Disagreement {
  func sentence(about candidate: Candidate) -> String {
    switch self {
    case .unknownPlace: KeyboardWording.numberPlace(candidate.number.place)
    case .birthYear: KeyboardWording.numberYear(String(candidate.number.birthYear), String(candidate.birthYear))
    case .sex: "Giới tính trong số định danh khác với giới tính trên thẻ."
    }
  }
}
