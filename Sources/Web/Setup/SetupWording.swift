import UseCases

/// What the pages of a box's first run say.
enum SetupWording {
  static let title = "Thiết lập máy"
  static let lead =
    "Làm lần lượt từ trên xuống. Mất điện giữa chừng thì đăng nhập lại và làm tiếp, không phải làm lại từ đầu."
  static let done = "Xong"
  static let open = "Chưa làm"
  static let waits = "Chờ bước trên"
  static let keep = "Lưu và làm tiếp"
  static let skip = "Bỏ qua bước này"
  static let back = "Về danh sách các bước"
  static let finish = "Hoàn tất thiết lập"
  static let finishLead = "Mọi bước đã xong. Máy sẽ khởi động lại, và trang thiết lập này đóng hẳn."

  static func goOn(_ step: SetupStep) -> String { "Làm tiếp: \(name(step))" }
  static func heading(_ step: SetupStep) -> String {
    "Bước \((SetupStep.allCases.firstIndex(of: step) ?? 0) + 1) trong \(SetupStep.allCases.count): \(name(step))"
  }

  static func name(_ step: SetupStep) -> String {
    switch step {
    case .place: "Cơ quan và mã xã"
    case .doors: "Nơi cán bộ đăng nhập"
    case .printer: "Máy in phiếu"
    case .backups: "Nơi cất bản sao lưu"
    case .restart: "Áp dụng"
    case .clock: "Ngày giờ"
    case .key: "Khóa của máy gửi tỉnh"
    case .recovery: "Khóa khôi phục"
    case .slip: "In thử và đọc lại"
    }
  }

  static func lead(_ step: SetupStep) -> String {
    switch step {
    case .place: "In trên mọi phiếu. Máy đã cấp phiếu rồi thì không đổi được mã nữa, nên xem kỹ."
    case .doors: "Cán bộ làm việc ở máy khác trong mạng của cơ quan, hay ngay trên màn hình này?"
    case .printer: "Máy chủ tự in phiếu, không in từ trình duyệt."
    case .backups: "Cắm USB dành riêng cho sao lưu rồi chọn. USB để cắm luôn ở máy."
    case .restart: "Xem lại. Bấm nút thì máy ghi các điều dưới đây rồi khởi động lại, mất vài giây."
    case .clock: "Phiếu ghi ngày theo máy này."
    case .key: "Tỉnh cần phần công khai của khóa để kiểm tra phiếu của máy này. Phần ấy không bí mật."
    case .recovery: "Bản sao lưu được khóa lại; chỉ khóa này mở được. Khóa hiện đúng một lần, máy không giữ."
    case .slip: "In một tờ thử rồi nhập lại mã trên tờ ấy, bằng máy quét hoặc gõ tay."
    }
  }

  static let office = "Tên cơ quan"
  static let officeHelp = "Ví dụ: UBND xã Tân Trào"
  static let commune = "Mã xã, phường (5 chữ số)"
  static let communeHelp = "Theo QĐ 19/2025/QĐ-TTg, ví dụ 02215."
  static let device = "Số máy"
  static let deviceHelp = "1 nếu xã chỉ có một máy; không dùng lại số của máy cũ."

  static let doorChoice = "Cán bộ đăng nhập ở"
  static let doorNetwork = "Máy khác trong mạng của cơ quan (mở cửa mã hóa, cổng 8443)"
  static let doorScreen = "Màn hình này (máy làm bài cũng là quầy)"
  static let doorBoth = "Cả hai nơi"

  static let printerChoice = "Loại máy in"
  static let printerNone = "Không có: phiếu in từ trình duyệt ở quầy"
  static let printerName = "Tệp thiết bị hoặc tên hàng đợi"
  static let printerNameHelp = "Máy in hóa đơn USB: /dev/usb/lp0. CUPS: tên hàng đợi, ví dụ Phieu."
  static let printerUnit =
    "Dịch vụ đóng gói cần thêm tệp printer-usb.conf hoặc printer-cups.conf: xem hướng dẫn cho kỹ thuật viên, mục 3."
  static let printers = [
    ("escpos", "80mm", "Máy in hóa đơn USB, cuộn 80 mm"), ("escpos", "58mm", "Máy in hóa đơn USB, cuộn 58 mm"),
    ("cups", "a5", "Hàng đợi CUPS, giấy A5"), ("cups-raw", "80mm", "Hàng đợi CUPS thô, cuộn 80 mm"),
    ("cups-raw", "58mm", "Hàng đợi CUPS thô, cuộn 58 mm"),
  ]

  static let stickChoice = "Cất ở đâu"
  static let stickOther = "Thư mục khác"
  static let stickOtherHelp = "Đường dẫn đầy đủ, ví dụ /media/usb"
  static let stickNone = "Chưa có USB: khai sau"
  static let noSticks = "Chưa thấy USB nào được cắm và gắn (mount). Cắm vào rồi mở lại trang này."

  static let apply = "Ghi và khởi động lại"
  static let applyingTitle = "Máy đang khởi động lại"
  static let applyingLead = "Chờ vài giây, trang tự mở lại. Sau đó mở khóa phiên hoặc đăng nhập lại để làm tiếp."
  static func obstacle(_ cause: String) -> String { "Lần trước chưa ghi được: \(cause)" }
  static let nothing = "(chưa khai)"

  static let fingerprint = "Dấu vân tay của khóa"
  static let save = "Lưu ra USB"
  static func saved(_ path: String) -> String { "Đã ghi tệp \(path). Gửi tệp này cho tỉnh." }
  static let keySymbol = "Mã QR của phần công khai"
  static let keySymbolHelp = "Không có USB thì chụp mã này gửi tỉnh cũng được."

  static let makeKey = "Tạo khóa và hiện ra"
  static let makeAndPrint = "Tạo khóa, hiện ra và in"
  static let keyOnce = "Chỉ hiện lần này. Chép ra giấy hai bản, đọc lại từng nhóm."
  static let keyRules = [
    "Hai bản, hai phong bì dán kín: một bản trong két của cơ quan, một bản ở nơi khác.",
    "Không chụp ảnh, không gửi qua mạng, không cất cùng chỗ với bản sao lưu.",
    "Giấy in nhiệt phai sau vài năm: chép tay thêm một bản.",
  ]
  static let keySheetTitle = "KHÓA KHÔI PHỤC"
  /// For the safe.
  static func keySheet(_ key: RecoveryKeyText) -> Paper {
    let half = (key.groups.count + 1) / 2
    return Paper(
      blocks: [
        .title(keySheetTitle), .code(label: "1", groups: Array(key.groups.prefix(half))),
        .code(label: "2", groups: Array(key.groups.dropFirst(half))), .text("\(fingerprint): \(key.fingerprint)"),
      ] + keyRules.map { .text($0) })
  }
  static let keyKept = "Đã cất hai bản"
  static let keyThere =
    "Máy đã có khóa khôi phục. Nếu giấy ghi khóa đã ở trong két thì bấm nút dưới; nếu chưa kịp chép thì tạo khóa khác."
  static let makeOther = "Tạo khóa khác"

  static let noPrinter = "Máy này không có máy in riêng. Bỏ qua bước này; in thử từ trình duyệt ở quầy."
  static let print = "In tờ thử"
  static let printAgain = "In lại tờ thử"
  static let code = "Mã trên tờ thử (6 ký tự)"
  static let codeCheck = "Kiểm tra"
  static let slipTitle = "TỜ IN THỬ"
  static let slipLines = [
    "Đọc được dòng này thì máy in tốt: Nguyễn Thị Ngọc Ánh, ấp Đắk Pơ, đường Lý Thường Kiệt.",
    "ằ ẳ ẵ ặ ề ể ễ ệ ờ ở ỡ ợ ừ ử ữ ự ỳ ỷ ỹ ỵ – 0123456789",
  ]
  static let slipCode = "Mã"
  static func standing(_ standing: PrintStanding?) -> String? {
    switch standing {
    case nil: nil
    case .waiting(let trouble?): "Tờ thử đang chờ. \(PrinterWording.trouble(trouble))"
    case .waiting(nil): "Đang in…"
    case .printed: "Tờ thử đã in. Nhập mã trên tờ ấy."
    case .failed(let trouble): trouble.map { "Không in được. \(PrinterWording.trouble($0))" } ?? "Không in được tờ thử."
    }
  }

  static let finishedTitle = "Đã thiết lập xong"
  static func finishedLead(_ door: String?) -> String {
    let where_ =
      door.map { "Từ nay cán bộ đăng nhập ở \($0)" }
      ?? "Từ nay cán bộ đăng nhập ngay trên màn hình này, ở /staff/session"
    return "\(where_). Màn hình chào hiện lại sau vài giây."
  }

  static func text(_ fault: SetupFault) -> String {
    switch fault {
    case .setting("office"): "Tên cơ quan phải có 1 đến 120 ký tự."
    case .setting("commune"): "Mã xã phải là 5 chữ số của chính xã, phường này."
    case .setting("device"): "Số máy là một số từ 1 đến 9999."
    case .setting("printer"): "Tệp thiết bị phải bắt đầu bằng /dev/; tên hàng đợi chỉ có chữ không dấu, số, gạch."
    case .setting("backup-to"): "Ghi đường dẫn đầy đủ của thư mục, ví dụ /media/usb."
    case .setting(let key): "Chưa đúng: \(key). Xem lại rồi chọn."
    case .folder(let path): "Không ghi được vào \(path). Xem USB đã cắm, đã gắn (mount) và còn ghi được không."
    case .noPrinter: noPrinter
    case .otherCode: "Mã vừa nhập không khớp với tờ thử. Xem lại tờ in sau cùng."
    }
  }
}
