/// What the desk's check says beside what every check says, and all that the camera can meet.
enum CameraWording {
  static let holder = "Thẻ căn cước hoặc 12 số của người cầm phiếu (không bắt buộc)"
  static let otherBox = "Phiếu do máy khác cấp. Máy này chỉ biết nội dung có chữ ký."
  static let compareName = "So tên trên giấy với tên người làm bài ở đây."
  static let openSlip = "Mở phiếu này"

  static let title = "Quét bằng máy ảnh"
  static let help = "Đưa mã QR trên phiếu vào trước máy ảnh; nếu cần xem đúng người thì đưa thẻ vào trước."
  static let picture = "Hình từ máy ảnh"
  static let open = "Mở máy ảnh"
  static let openAgain = "Quét phiếu tiếp theo"
  static let close = "Tắt máy ảnh"
  static let noScripts = "Trình duyệt đang tắt JavaScript nên không dùng được máy ảnh. Gõ mã, hoặc dùng máy quét."

  static let insecure =
    "Trình duyệt chỉ cho dùng máy ảnh ở địa chỉ https của máy chủ. Mở trang theo địa chỉ đó, hoặc gõ mã."
  static let forbidden =
    "Trình duyệt đang chặn máy ảnh. Bấm biểu tượng cạnh địa chỉ trang để cho phép, hoặc gõ mã."
  static let missing = "Không thấy máy ảnh nào. Cắm máy ảnh rồi bấm lại, hoặc gõ mã."
  static let taken = "Máy ảnh đang bận hoặc bị lỗi. Đóng chương trình khác rồi bấm lại, hoặc gõ mã."
  static let opening = "Đang mở máy ảnh. Nếu trình duyệt hỏi thì bấm Cho phép."
  static let looking = "Đang tìm mã QR. Giữ yên phiếu trước máy ảnh."
  static let nothing = "Chưa thấy mã QR nào. Đưa phiếu gần lại, đủ sáng và giữ yên."
  static let several = "Trong hình có hơn một mã. Để lại đúng một phiếu trước máy ảnh."
  static let foreign = "Mã này không phải của phiếu kết quả. Đưa mã QR trên phiếu vào."
  static let card = "Đã đọc số trên thẻ căn cước. Bây giờ đưa phiếu vào."
  static let slip = "Đã đọc được phiếu, đang kiểm tra."
  static let waiting = "Máy chủ đang bận, máy ảnh chờ một chút."
  static let ended = "Phiên làm việc đã hết nên máy ảnh dừng. Tải lại trang để đăng nhập."
  static let broken = "Máy chủ chưa đọc được hình. Gõ mã, và báo kỹ thuật viên."
  static let resting = "Máy ảnh đã tự tắt vì lâu không có phiếu. Bấm nút để mở lại."
}
