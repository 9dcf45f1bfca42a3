import Assessment
import UseCases

enum BoxWording {
  static let title = "Tình trạng máy"
  static let frontLead = "Ổ đĩa, ngày giờ, bản sao lưu, kiểm tra dữ liệu."
  static let lead = "Máy tự xem các mục này. Mục nào cần người làm thì có ghi việc phải làm."
  static let disk = "Ổ đĩa"
  static let clock = "Ngày giờ"
  static let check = "Kiểm tra dữ liệu"
  static let backup = "Bản sao lưu"
  static let mirror = "Bản chép song song"
  static let clockSure = "Không có gì đáng ngờ"
  static let noBackup = "Chưa có. Cắm ổ sao lưu hoặc hỏi kỹ thuật viên."
  static let rebuilt = "Dữ liệu đã dựng lại"

  static func word(_ room: DiskRoom, _ trouble: StorageTrouble?) -> String {
    switch trouble {
    case .full: return "Đã đầy, câu trả lời chưa lưu được. Báo kỹ thuật viên ngay."
    case .unwritable: return "Không ghi được. Báo kỹ thuật viên ngay."
    case .damaged: return "Đọc lại không đúng. Máy sẽ tự kiểm tra và dựng lại dữ liệu."
    case nil:
      let free = "Còn trống \(room.freeBytes >> 20) MB"
      return room.isTight ? "\(free), chỉ đủ cho bài đang làm. Cần dọn ổ đĩa." : free
    }
  }

  static func word(_ check: CheckRun?) -> String {
    guard let check else { return "Chưa chạy; máy chạy mỗi ngày khi rảnh" }
    let day = Formatting.dateAndTime(check.at)
    return check.finding.isEmpty
      ? "Nguyên vẹn, xem ngày \(day)" : "Có chỗ bị đổi, xem ngày \(day). Báo kỹ thuật viên."
  }

  static func backup(_ day: String, isOld: Bool) -> String {
    isOld ? "Lần cuối \(day), đã cũ. Sao lưu lại." : "Lần cuối \(day)"
  }

  static func word(mirror isWriting: Bool?) -> String {
    switch isWriting {
    case nil: "Không dùng"
    case true?: "Đang ghi"
    case false?: "Không ghi được. Cắm lại ổ hoặc hỏi kỹ thuật viên."
    }
  }

  static func folder(_ name: String) -> String { "Tệp hỏng được giữ nguyên trong thư mục \(name)." }

  static let tight = "Ổ đĩa sắp đầy: chỉ bài đang làm được làm tiếp."
  static let trouble = "Máy không ghi được vào ổ đĩa. Báo kỹ thuật viên ngay."
}
