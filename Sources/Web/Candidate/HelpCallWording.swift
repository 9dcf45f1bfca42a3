/// The button that calls somebody, and what stands in its place.
enum HelpCallWording {
  static let call = "Gọi cán bộ"
  static let coming = "Đã gọi, cán bộ đang đến."
  static let lost = "Máy đang mất kết nối. Câu trả lời trước đã được lưu, chờ một chút."
}
