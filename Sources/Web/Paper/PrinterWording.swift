import UseCases

/// What residents are told of the box's own printer.
enum PrinterWording {
  static let printing = "Phiếu đang in…"
  static let printingAdvice = "Tờ hướng dẫn đang in…"
  static let printingHelp = "Giấy ra ở máy in. Trang này tự cho biết khi in xong."
  static let printed = "Phiếu đã in xong. Mời lấy phiếu ở máy in."
  static let printedAdvice = "Tờ hướng dẫn đã in xong. Mời lấy ở máy in."
  static let stuck = "Phiếu chưa ra giấy."
  static let stuckHelp = "Kết quả đã lưu. Mời báo cán bộ ở quầy. Máy in dùng được là giấy tự ra."
  static let failed = "Phiếu chưa in được. Kết quả đã lưu. Bấm In lại, hoặc mời báo cán bộ ở quầy."
  static let unknown = "Máy vừa bật lại nên không rõ phiếu đã ra giấy chưa. Nếu chưa có phiếu, mời báo cán bộ ở quầy."
  static let again = "In lại"

  static func trouble(_ trouble: PrinterTrouble) -> String {
    switch trouble {
    case .outOfPaper: "Máy in hết giấy."
    case .coverOpen: "Nắp máy in đang mở."
    case .offline: "Máy in chưa bật hoặc chưa nối với máy này."
    case .faulty: "Máy in báo lỗi."
    }
  }
}
