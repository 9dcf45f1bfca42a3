/// What the keyboards on the screen say. "{n}" and "{m}" are put in by the script.
enum KeyboardWording {
  static let name = "Bàn phím trên màn hình"
  static let openLetters = "Mở bàn phím"
  static let openDigits = "Mở bàn phím số"
  static let close = "Xong"
  static let erase = "Xóa"
  static let space = "Dấu cách"
  static let shift = "Chữ hoa"
  static let methods = "Cách gõ dấu"
  static let tapped = "Chạm dấu"
  static let telex = "Telex"
  static let vni = "VNI"
  static let telexHelp = "aa â, aw ă, ee ê, oo ô, ow ơ, uw ư, dd đ; s sắc, f huyền, r hỏi, x ngã, j nặng, z bỏ dấu."
  static let vniHelp = "6 â ê ô, 7 ơ ư, 8 ă, 9 đ; 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, 0 bỏ dấu."
  /// In the order of the keys: grave, hook, tilde, acute, dot.
  static let tones = ["à huyền", "ả hỏi", "ã ngã", "á sắc", "ạ nặng"]
  static let empty = "Chưa có chữ nào"

  static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
  static func reading(_ words: String) -> String { "Đọc lại: \(words)" }
  static func numberPlace(_ place: String) -> String { "Ba số đầu \(place) không phải mã tỉnh, thành thường gặp." }
  static func numberYear(_ inNumber: String, _ typed: String) -> String {
    "Số định danh ghi năm sinh \(inNumber), ở trên là \(typed)."
  }
  static let numberCentury = "Số thứ tư chỉ là 0, 1, 2 hoặc 3. Xem lại trên thẻ căn cước."
  static let numberLong = "Nhiều hơn 12 số. Xóa bớt số thừa."
  static let numberLetters = "Chỗ này chỉ điền chữ số."
}
