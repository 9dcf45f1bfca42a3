import Glibc
import Printing
import QRSymbols
import Testing
import UseCases

/// Papers, faces and programs the printing tests share.
enum World {
  static let noto = FacePair.debian[0]

  /// The slip of bà Hoa, with a symbol of so many digits as a real one.
  static func slip(symbol: QRMatrix) -> Paper {
    Paper(blocks: [
      .text("UBND phường Sa Pa, tỉnh Lào Cai"),
      .title("PHIẾU BÁO KẾT QUẢ SÁT HẠCH KỸ NĂNG SỐ"),
      .emphasis("ĐẠT 17/20"),
      .fact(label: "Họ và tên", value: "Nguyễn Thị Hoa, ba số cuối 846"),
      .fact(label: "Ngày sát hạch", value: "21/11/2026"),
      .fact(label: "Xác nhận danh tính", value: "Cán bộ đã đối chiếu mặt và thẻ"),
      .code(label: "Mã đọc", groups: ["1234", "5678", "9012", "3456"]),
      .symbol(symbol),
      .small("Mã QR này đọc tại UBND hoặc trang kiểm tra phiếu"),
      .heading("Việc tiếp theo"),
      .text("Mang phiếu này đến bộ phận một cửa."),
      .line,
      .small("Phiếu này ghi kết quả sát hạch tại chỗ; không thay thế xác nhận trên VNeID."),
    ])
  }

  /// Where `sathach-symbols` is: as `SATHACH_SYMBOLS` says, else beside the program that runs the tests.
  static func readerProgram() throws -> String {
    if let path = getenv("SATHACH_SYMBOLS") { return String(cString: path) }
    let own = try #require(realpath("/proc/self/exe", nil))
    defer { free(own) }
    let folder = String(cString: own).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + ["sathach-symbols"]).joined(separator: "/")
  }
}

/// Chance that is the same in every run, by Knuth's MMIX generator.
struct SeededChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number below `limit`.
  mutating func roll(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(roll(10)) }.joined()
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(roll(256)) }
  }
}
