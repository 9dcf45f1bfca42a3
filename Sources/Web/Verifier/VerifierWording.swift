/// What the page that checks slips by itself says where the server's own check says something else, or nothing.
enum VerifierWording {
  static let title = "Kiểm tra phiếu, không cần mạng"
  static let lead =
    "Trang này tự kiểm tra phiếu kết quả sát hạch kỹ năng số, kể cả khi điện thoại không có mạng."
  static let slipLabel = "Mã QR trên phiếu"
  static let slipHelp =
    "Quét mã QR bằng điện thoại, sao chép dãy số bắt đầu bằng 841 rồi dán vào đây. Máy quét cắm vào thì quét thẳng."
  static let scan = "Quét bằng máy ảnh"
  static let stop = "Dừng quét"
  static let noCamera = "Không mở được máy ảnh. Hãy dán dãy số vào ô."
  static let busy = "Đang kiểm tra"
  static let busyReason = "Vài giây, nếu có so số định danh."
  static let codeRight = "Mã đọc đúng, nhưng chưa kiểm tra được phiếu"
  static let codeRightReason =
    "Bốn nhóm số khớp số kiểm tra. Mã 16 số chỉ tra được ở máy đã cấp phiếu; ở đây cần mã QR."
  static let codeLength = "Mới có {0} số. Mã phiếu có 16 số."
  static let rulesVersion = "khung bản {0}, ma trận đề bản {1}"
  static let mangledReason = "Chữ số bị thiếu hoặc lẫn. Lau phẳng phiếu rồi quét lại mã QR."
  static let unknown = "Chưa kiểm tra được bằng trang này"
  static let unknownKey = "Trang này chưa có khóa của nơi cấp phiếu. Cần trang mới hơn, từ cán bộ phụ trách."
  static let otherVersion = "Phiếu thuộc phiên bản mới hơn. Cần trang mới hơn, từ cán bộ phụ trách."

  static let keysTitle = "Kiểm tra bằng khóa nào"
  static let listEdition = "Danh sách khóa số {0} của tỉnh, ngày {1}. Trang này được làm ngày {2}."
  static let ownKeysOnly = "Chỉ khóa của máy {0}; không có danh sách khóa của tỉnh. Trang này được làm ngày {1}."
  static let keysLimit = "Khóa bị thu hồi và phiếu bị hủy sau ngày đó thì trang này không biết."
  static let anchor = "Khóa của tỉnh, để so với công văn: {0}."
  static let privacy = "Trang không gửi gì đi và không lưu gì lại."
  static let broken =
    "Danh sách khóa trong trang này đã hỏng hoặc bị sửa. Đừng dùng trang này; hãy xin trang khác từ cán bộ phụ trách."
  static let tooOld =
    "Trình duyệt này chưa chạy được trang kiểm tra. Hãy bật JavaScript, hoặc mở bằng trình duyệt từ năm 2020 trở lại đây."
}
