import UseCases

/// What is said of the box's own printer: to residents, and to colleagues.
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

/// The same, where only colleagues read it.
enum PrinterDeskWording {
  static let printing = "Máy in đang in bản này."
  static let printed = "Bản này đã in xong."
  static let failed = "Bản này chưa ra giấy. In lại được ngay, không cần lý do."
  static let unknown = "Máy đã bật lại từ khi in, nên không rõ bản này đã ra giấy chưa. Cần thì in lại, chọn lý do."
  static let itselfLater = "Xong thì phiếu tự in, không cần bấm lại."
  static let print = "In phiếu"
  static let printAgain = "In lại phiếu"
  static let boardNotice = "Máy in phiếu:"

  static func cure(_ trouble: PrinterTrouble) -> String {
    switch trouble {
    case .outOfPaper: "Lắp giấy mới rồi đóng nắp."
    case .coverOpen: "Đóng nắp cho khít."
    case .offline: "Bật công tắc, xem lại dây điện và dây nối."
    case .faulty: "Tắt máy in, chờ 10 giây rồi bật lại. Vẫn lỗi thì báo kỹ thuật viên."
    }
  }
}
