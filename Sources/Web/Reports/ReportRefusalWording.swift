import UseCases

extension ReportRefusal {
  package var sentence: String {
    switch self {
    case .period(.endsBeforeItBegins): "Ngày cuối đứng trước ngày đầu. Xem lại hai ngày rồi bấm Xem báo cáo."
    case .period(.outOfRange): "Báo cáo chỉ lập cho các năm từ 2020 đến 2199. Xem lại hai ngày rồi bấm Xem báo cáo."
    case .period(.tooLong(let days)): "Kỳ báo cáo dài hơn \(days) ngày. Chọn kỳ ngắn hơn."
    case .tooManyRows(let most): "Danh sách dài hơn \(most) dòng. Chọn kỳ ngắn hơn rồi tải từng phần."
    case .letterheadLine:
      "Mỗi dòng dài tối đa \(Letterhead.longestLine) ký tự, tên cơ quan không để trống. Xem lại rồi lưu."
    }
  }

  package var reference: String {
    switch self {
    case .period: "B-101"
    case .tooManyRows: "B-102"
    case .letterheadLine: "B-103"
    }
  }
}
