import UseCases

/// What is said of the box's own printer where only colleagues read it.
enum PrinterDeskWording {
  static let printing = "Máy in đang in bản này."
  static let printed = "Bản này đã in xong."
  static let failed = "Bản này chưa ra giấy. In lại được ngay, không cần lý do."
  static let unknown = "Máy đã bật lại từ khi in, nên không rõ bản này đã ra giấy chưa. Cần thì in lại, chọn lý do."
  static let itselfLater = "Xong thì phiếu tự in, không cần bấm lại."
  static let print = "In phiếu"
  static let printAgain = "In lại phiếu"
  static let boardNotice = "Máy in phiếu:"

  /// In a word, in lists.
  static let statePrinting = "Đang in"
  static let stateFailed = "Chưa ra giấy"

  static func state(_ trouble: PrinterTrouble) -> String {
    switch trouble {
    case .outOfPaper: "Máy in hết giấy"
    case .coverOpen: "Nắp máy in mở"
    case .offline: "Máy in chưa bật"
    case .faulty: "Máy in lỗi"
    }
  }

  static func cure(_ trouble: PrinterTrouble) -> String {
    switch trouble {
    case .outOfPaper: "Lắp giấy mới rồi đóng nắp."
    case .coverOpen: "Đóng nắp cho khít."
    case .offline: "Bật công tắc, xem lại dây điện và dây nối."
    case .faulty: "Tắt máy in, chờ 10 giây rồi bật lại. Vẫn lỗi thì báo kỹ thuật viên."
    }
  }
}
