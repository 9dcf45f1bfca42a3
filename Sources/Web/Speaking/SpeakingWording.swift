/// What residents read about hearing.
enum SpeakingWording {
  static let player = "Nghe đọc trang này"
  static let listen = "Nghe"
  static let again = "Nghe lại"
  static let stop = "Dừng"
  static let slower = "Đọc chậm"
  static let usual = "Đọc vừa"
  static let first = "Tự đọc mỗi trang"
  static let notFirst = "Thôi tự đọc"
  static let headphones = "Có thể cắm tai nghe."
  static let silent = "Máy chưa phát được tiếng. Mời đọc trên màn hình, hoặc gọi cán bộ."
  static let notPrepared = "Máy này chưa có tiếng đọc. Mời đọc trên màn hình, hoặc gọi cán bộ."
  static let languages = "Chọn tiếng"
}
