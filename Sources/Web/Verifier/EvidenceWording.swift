import Assessment
import UseCases

/// What the office's page about the log as evidence says.
enum EvidenceWording {
  static let title = "Sổ ghi và phiếu"
  static let frontLead = "Đối chiếu máy này với một tờ phiếu; tải trang kiểm tra phiếu cho điện thoại."
  static let lead = "Mỗi tờ phiếu đã trao là một nhân chứng: sổ của máy bị sửa, cắt hay thay thì phiếu cho thấy."
  static let verifier = "Trang kiểm tra phiếu cho điện thoại"
  static let verifierLead =
    "Một tệp duy nhất, mở được khi không có mạng. Trong tệp có danh sách khóa đang dùng ở máy này, không có tên hay số của ai. Nạp danh sách khóa mới thì tải lại và phát lại."
  static let download = "Tải trang kiểm tra"
  static let against = "Đối chiếu sổ với phiếu"
  static let slipLabel = "Mã QR của tờ phiếu do máy này cấp"
  static let againstHelp = "Quét mã QR vào ô. Máy đọc lại cả sổ, có thể mất vài giây."
  static let compare = "Đối chiếu"

  static let agrees = "Sổ khớp với phiếu"
  static func agreesReason(_ serial: Int, _ entries: Int64) -> String {
    "Phiếu số \(serial) nằm đúng chỗ trong sổ; cả \(entries) dòng nối nhau không đứt."
  }
  static let contradicts = "Sổ không khớp với phiếu"
  static let contradictsReason =
    "Đừng tắt máy, đừng sửa gì. Chép cả thư mục dữ liệu ra USB, giữ tờ phiếu và báo cấp tỉnh."
  static let notEvidence = "Chưa đối chiếu được"
  static let notEvidenceReason = "Mã này không phải phiếu do một khóa đã biết ký, nên không làm chứng được."
  static func otherBox(_ issuer: String) -> String {
    "Phiếu này do máy \(issuer) cấp. Hãy đối chiếu ở máy đó."
  }

  static func contradiction(_ found: SlipContradiction) -> String {
    switch found {
    case .chainBroken(let entry): "Sổ bị sửa hoặc mất ở dòng \(entry)."
    case .headUnknown: "Dòng đứng trước phiếu không còn trong sổ: phần trước đó đã bị thay, hoặc đã mất."
    case .entryReplaced(let entry): "Dòng \(entry) phải ghi việc cấp phiếu này, nhưng ghi việc khác."
    case .entryMissing(let entry): "Sổ dừng ở dòng \(entry), trước dòng cấp phiếu này."
    case .slipReplaced: "Máy lưu một phiếu khác mang cùng số."
    case .slipMissing: "Máy không lưu phiếu này, dù có phiếu mang số lớn hơn."
    case .olderThanSlip(let serial): "Máy mới cấp đến phiếu số \(serial): dữ liệu cũ hơn tờ phiếu."
    case .fewerStarts(let count): "Máy mới khởi động \(count) lần, ít hơn số ghi trên phiếu."
    case .endsBefore(let moment):
      "Dòng cuối của sổ ghi lúc \(Formatting.dateAndTime(moment)), trước khi phiếu được cấp."
    }
  }

  static func between(_ witness: SlipWitness?, _ dissent: Int64) -> String {
    guard let witness else { return "Ngay phiếu đầu tiên trong máy (số \(dissent)) đã không khớp sổ." }
    return
      "Các phiếu trong máy khớp sổ đến phiếu số \(witness.serial) (dòng \(witness.entry)); từ phiếu số \(dissent) thì không."
  }
}
