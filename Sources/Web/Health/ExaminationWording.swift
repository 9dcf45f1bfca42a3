import UseCases

/// What is wrong with a box, and what to do about it, for officers and technicians.
package enum ExaminationWording {
  static let title = "Khám máy"
  static let frontLead = "Từng bộ phận của máy: đúng, sai, và cách sửa."
  static let lead = "Máy vừa tự xem các bộ phận dưới đây. Chỗ nào sai thì có ghi cách sửa."
  static let again = "Khám lại"
  static let cure = "Cách sửa:"
  static let open = "Khám máy và xem cách sửa"

  package static func summary(wrong: Int, remarks: Int) -> String {
    switch (wrong, remarks) {
    case (0, 0): "Mọi bộ phận đều tốt."
    case (0, let remarks): "Không có gì sai; \(remarks) điều nên biết."
    case (let wrong, 0): "\(wrong) chỗ sai cần sửa."
    case (let wrong, let remarks): "\(wrong) chỗ sai cần sửa; \(remarks) điều nên biết."
    }
  }

  package static func state(_ finding: ExaminedFinding) -> String {
    if finding.isWrong { return "Sai" }
    return finding.complaints.isEmpty ? "Tốt" : "Nên biết"
  }

  package static func name(_ part: ExaminedPart) -> String {
    switch part {
    case .folder: "Thư mục dữ liệu"
    case .settings: "Cài đặt"
    case .disk: "Ổ đĩa"
    case .clock: "Ngày giờ"
    case .keys: "Khóa"
    case .database: "Cơ sở dữ liệu"
    case .log: "Sổ ghi"
    case .staff: "Tài khoản"
    case .backups: "Bản sao lưu"
    case .mirror: "Bản chép song song"
    case .bank: "Ngân hàng câu hỏi"
    case .door: "Cửa mạng nội bộ"
    case .fonts: "Phông chữ in phiếu"
    case .printer: "Máy in"
    case .sound: "Giọng đọc"
    case .programs: "Chương trình đi kèm"
    case .units: "Dịch vụ hệ thống"
    case .updates: "Cập nhật"
    }
  }

  package static func text(_ complaint: BoxComplaint) -> String {
    switch complaint {
    case .folderMissing(let path): "Không có thư mục \(path)."
    case .openToOthers(let path): "Người dùng khác của máy đọc được \(path)."
    case .foreignOwner(let path): "\(path) thuộc về người dùng khác của máy, dịch vụ không dùng được."
    case .settingsUnreadable(let cause): "Cài đặt không đọc được: \(cause)."
    case .neverSetUp: "Chưa khai báo tên cơ quan và mã xã."
    case .diskTight(let free): "Ổ đĩa chỉ còn \(free) MB, không nhận bài mới."
    case .reserveGone: "Phần ổ đĩa dự phòng không còn."
    case .clockBehind(let day): "Đồng hồ chỉ trước ngày \(day), là ngày máy đã qua."
    case .clockUnsynchronised: "Đồng hồ không được chỉnh qua mạng."
    case .keyUnreadable(let cause): "Khóa không đọc được: \(cause)."
    case .provinceListMissing: "Chưa nạp danh sách khóa của tỉnh."
    case .provinceListUnreadable(let cause): "Danh sách khóa của tỉnh không dùng được: \(cause)."
    case .databaseMissing: "Chưa có cơ sở dữ liệu."
    case .databaseDamaged(let finding): "Cơ sở dữ liệu hỏng: \(finding)."
    case .databaseUnreadable(let cause): "Cơ sở dữ liệu không mở được: \(cause)."
    case .logBroken(let entry): "Sổ ghi bị sửa từ mục \(entry)."
    case .slipUnlogged(let serial): "Phiếu số \(serial) không khớp sổ ghi."
    case .noOfficer: "Chưa có tài khoản cán bộ phụ trách."
    case .noBackupPlace: "Chưa chọn nơi sao lưu."
    case .noRecoveryKey: "Chưa có khóa khôi phục nên không sao lưu được."
    case .backupPlaceMissing(let path): "Không thấy nơi sao lưu \(path)."
    case .backupOnSameDisk(let path): "Nơi sao lưu \(path) nằm cùng ổ đĩa với dữ liệu."
    case .backupOld(let days): "Bản sao lưu cuối đã \(days) ngày."
    case .neverBackedUp: "Chưa có bản sao lưu nào."
    case .mirrorPlaceMissing(let path): "Không thấy ổ chép song song \(path)."
    case .bankUnreadable(let cause): "Ngân hàng câu hỏi không đọc được: \(cause)."
    case .bankFaulty(let problems, let first): "Ngân hàng câu hỏi có \(problems) lỗi; lỗi đầu: \(first)."
    case .webFilesMissing(let names): "Thiếu tệp của trang: \(names)."
    case .certificate(let cause): "Chứng chỉ của cửa mạng nội bộ: \(cause)."
    case .faceMissing(let cause): "Không có phông chữ để in phiếu: \(cause)."
    case .printerTrouble(let trouble): PrinterWording.trouble(trouble)
    case .doorShut(let port): "Không có gì lắng nghe ở cổng \(port) của mạng nội bộ."
    case .printerProgramMissing: "Máy chưa có hệ thống in (CUPS)."
    case .speechMissing: "Không có espeak-ng: câu hỏi mới không có giọng đọc."
    case .programMissing(let name): "Thiếu chương trình \(name)."
    case .unitNotRunning(let name, let state): "Dịch vụ \(name) không chạy (\(state))."
    case .unitMissing(let name): "Dịch vụ \(name) chưa được cài."
    case .updateCut: "Lần cập nhật trước bị ngắt giữa chừng."
    }
  }
}
