/// The few words on a simulated screen that are the device's own and not the task's.
enum ScreenWording {
  /// An hour on the status bar that no task speaks of.
  static let hour = "9:30"
  static let address = "Địa chỉ trang: "
  static let on = "Bật"
  static let off = "Tắt"
  static let ownMessage = "Bạn viết: "
  static let information = "Thông tin: "
  static let fine = "Ổn: "
  static let care = "Chú ý: "
}
