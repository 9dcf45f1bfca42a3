import Assessment
import UseCases

/// A full office for the board: people with cards of their own, at numbered tablets.
extension TestBox {
  /// The card of somebody invented, the same for the same number.
  package static func card(_ number: Int, _ name: String? = nil) -> String {
    let family = ["Nguyễn", "Trần", "Lê", "Hoàng", "Vi", "Đỗ", "Bàn", "Lý"][number % 8]
    let middle = number % 2 == 0 ? "Thị" : "Văn"
    let given = ["Hoa", "Dũng", "Mận", "Páo", "Sương", "Nam", "Liên", "Bích", "Khôi", "Thắm"][number % 10]
    return "008158999\(100 + number)||\(name ?? "\(family) \(middle) \(given)")|02091958|Nữ|T|15082021"
  }

  @discardableResult
  package func tablet(_ number: Int) throws -> Device.ID {
    try kiosk.enrolDevice(
      number: number, name: "Máy tính bảng \(number)", token: [UInt8](repeating: UInt8(number), count: 16),
      by: TestBox.minh)
  }

  /// Somebody at a tablet of their own, before the first item that counts, heard from just now.
  @discardableResult
  package func sit(_ number: Int, _ name: String? = nil, answered: Int = 0) throws -> Attempt.ID {
    let device = try tablet(number)
    let id = try atFirstItem(TestBox.card(number, name), session: session(UInt8(100 + number)), device: device)
    for place in 0..<answered { try answer(place + 1, of: id) }
    kiosk.notePresence(device, attempt: id)
    return id
  }

  package func answer(_ number: Int, of id: Attempt.ID) throws {
    _ = try kiosk.recordResponse(
      SampleBank.page(SampleBank.key), isMarked: false, at: FormPlace(.scored, number), step: .next, of: record(id))
  }
}
