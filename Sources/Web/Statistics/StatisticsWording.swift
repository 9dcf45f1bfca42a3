import Measurement
import UseCases

/// Words of item and test statistics, the same on the screen, in files and on paper.
package enum StatisticsWording {
  static let title = "Thống kê câu hỏi"
  static let frontLead = "Câu nào quá dễ, quá khó, cần xem lại; bài thi đáng tin đến đâu; nếu đổi điểm đạt."
  static let lead = "Tính trên các lượt sát hạch đã nộp. Con số nào dựa trên quá ít câu trả lời thì ghi là quá ít."

  static let items = "Thống kê từng câu hỏi"
  static let test = "Độ tin cậy của bài sát hạch"
  static let cut = "Nếu điểm đạt là …"
  static func item(_ id: String) -> String { "Câu hỏi \(id)" }

  // The form.
  static let subject = "Xem"
  static let audience = "Đối tượng"
  static let competence = "Năng lực (chỉ với câu hỏi)"
  static let order = "Xếp theo (chỉ với câu hỏi)"
  static let asked = "Điểm đạt muốn thử"
  static let show = "Xem thống kê"
  static let audienceMissing =
    "Độ tin cậy và điểm đạt tính riêng cho từng đối tượng. Chọn một đối tượng rồi bấm Xem thống kê."
  static let cutOutOfRange = "Điểm đạt là một số nguyên, từ 0 đến số câu của đề. Xem lại rồi bấm Xem thống kê."
  static let empty = "Trong kỳ này chưa có lượt sát hạch nào."
  static func few(_ attempts: Int) -> String {
    "Mới có \(attempts) lượt: quá ít để nhận xét. Chọn kỳ dài hơn, hoặc xem lại khi có thêm người dự."
  }

  static func order(_ order: ItemOrder) -> String {
    switch order {
    case .item: "Mã câu hỏi"
    case .count: "Số lượt gặp, nhiều trước"
    case .exposure: "Tỷ lệ xuất hiện, nhiều trước"
    case .facility: "Khó trước"
    case .discrimination: "Phân biệt kém trước"
    case .rest: "Điểm các câu khác, thấp trước"
    case .omitted: "Bỏ trống nhiều trước"
    case .time: "Lâu trước"
    case .flags: "Cần xem lại trước"
    }
  }

  // Facts above a table.
  static let attempts = "Số lượt sát hạch"
  static let others = "Lượt theo quy tắc khác, không tính"
  static let rules = "Quy tắc"
  static func rules(version: Int, items: Int, cut: Int, minutes: Int) -> String {
    "Phiên bản \(version): \(items) câu, đạt từ \(cut) điểm, \(minutes) phút"
  }
  static let anyAudience = "Tất cả"
  static let sortedBy = "Xếp theo"

  // Headings of the items' table.
  static let itemHeading = "Câu hỏi"
  static let count = "Số lượt"
  static let exposure = "Xuất hiện (%)"
  static let facility = "Làm đúng (%)"
  static let from = "từ"
  static let to = "đến"
  static let discrimination = "Phân biệt"
  static let rest = "Các câu khác (%)"
  static let omitted = "Bỏ trống (%)"
  static let time = "Giây (giữa)"
  static let flags = "Cần xem lại"
  static func item(_ id: String, version: Int) -> String { version > 1 ? "\(id) · bản \(version)" : id }

  static let itemNotes = [
    "Xuất hiện: số đề có câu này trên tổng số đề. Làm đúng: điểm trung bình của câu, bỏ trống tính là 0.",
    "Phân biệt: tương quan giữa điểm câu này và tỷ lệ điểm các câu khác trên cùng đề, từ −1 đến 1. "
      + "Gần 0: người giỏi và người yếu làm như nhau. Âm: thường do sai đáp án.",
    "Từ, đến: khoảng tin cậy 95 %. Giây: trung vị thời gian làm.",
    "Dưới \(Kiosk.leastForFigure) lượt không ghi số; dưới \(Kiosk.leastForFlag) lượt không ghi phân biệt và không nhận xét.",
    "Mỗi bản của câu hỏi tính riêng. Điều cần xem lại chỉ là gợi ý để đọc lại câu hỏi.",
  ]

  static let notJudged = "quá ít để nhận xét"
  static let nothingToSee = "không"

  static func flag(_ flag: ItemFlag, option: (Int) -> String) -> String {
    switch flag {
    case .tooEasy: "quá dễ"
    case .tooHard: "quá khó"
    case .weakDiscrimination: "phân biệt kém"
    case .negativeDiscrimination: "phân biệt ngược, xem lại đáp án"
    case .distractorForTheBetter(let place, _, _): "người giỏi chọn phương án sai \(option(place))"
    case .neverChosen(let place, _): "không ai chọn phương án \(option(place))"
    case .rarelyAnswered: "hay bị bỏ trống"
    }
  }

  // The item's page.
  static let stem = "Phần dẫn"
  static func version(_ version: Int) -> String { "Bản \(version)" }
  static let unreadable = "Nội dung của bản này không đọc được nữa."
  static let optionsTitle = "Ai chọn phương án nào"
  static let option = "Phương án"
  static let isKey = "Đáp án"
  static let key = "đúng"
  static let distractor = "sai"
  static let chosen = "Số lượt chọn"
  static let chosenRate = "Tỷ lệ chọn (%)"
  static let error = "Sai số chuẩn (%)"
  static let noAnswer = "Bỏ trống"
  static let otherAnswer = "Không rõ (đã xóa)"
  static let noOptions = "Câu hỏi loại này không có phương án để đếm."
  static let optionNotes = [
    "Các câu khác: tỷ lệ điểm trung bình ở các câu khác của những người chọn phương án này. "
      + "Bình thường, người chọn đáp án có tỷ lệ cao nhất."
  ]
  static let differencesTitle = "So sánh các nhóm người"
  static let comparison = "So sánh"
  static let reference = "Lượt nhóm so"
  static let focal = "Lượt nhóm xét"
  static let odds = "Tỷ số chênh"
  static let delta = "D-DIF"
  static let deltaError = "Sai số chuẩn"
  static let probability = "p"
  static let difference = "Mức khác biệt"
  static func comparison(_ comparison: ItemComparison) -> String {
    switch comparison {
    case .sex: "Nữ so với nam"
    case .age: "Từ 60 tuổi so với dưới 60"
    case .help: "Có người giúp so với tự làm"
    }
  }
  static func difference(_ level: MantelHaenszel.Class, isHarder: Bool) -> String {
    switch level {
    case .a: "A: không đáng kể"
    case .b: isHarder ? "B: vừa, khó hơn cho nhóm xét" : "B: vừa, dễ hơn cho nhóm xét"
    case .c: isHarder ? "C: lớn, khó hơn cho nhóm xét" : "C: lớn, dễ hơn cho nhóm xét"
    }
  }
  static let notCompared = "quá ít để so sánh"
  static let differenceNotes = [
    "Mantel–Haenszel: so người có tỷ lệ điểm các câu khác ngang nhau, chia 10 mức. Tỷ số chênh trên 1: dễ hơn cho nhóm so.",
    "Cần ít nhất \(Kiosk.leastForFlag) lượt mỗi nhóm. Khác biệt là lý do để đọc lại lời câu hỏi, chưa phải bằng chứng về sự "
      + "không công bằng: xem nhiều câu thì vài câu khác biệt do ngẫu nhiên.",
  ]
}
