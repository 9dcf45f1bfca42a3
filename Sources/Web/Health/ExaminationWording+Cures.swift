import UseCases

extension ExaminationWording {
  /// What to do, in one or two sentences.
  package static func cure(_ complaint: BoxComplaint) -> String {
    switch complaint {
    case .folderMissing: "Xem lại tham số --data; nếu dữ liệu đã mất, khôi phục bằng sathach restore."
    case .openToOthers(let path): "Chạy: chmod go-rwx \(path)"
    case .foreignOwner(let path): "Chạy: chown -h --reference=THƯ-MỤC-DỮ-LIỆU \(path)"
    case .settingsUnreadable: "Sửa đúng dòng đã nêu trong sathach.conf; sathach settings in ra mọi dòng có thể có."
    case .neverSetUp: "Bấm Thiết lập máy ở màn hình chào của máy này, hoặc chạy sathach setup --from site.conf."
    case .diskTight: "Xóa tệp không cần trên ổ đĩa này; không xóa gì trong thư mục dữ liệu."
    case .reserveGone: "Dọn ổ đĩa; khi đủ chỗ, máy tự đặt lại."
    case .clockBehind: "Chỉnh ngày giờ của máy (timedatectl set-time), rồi xem trang Ngày giờ ở bàn tiếp nhận."
    case .clockUnsynchronised:
      "Máy không nối mạng thì mỗi tuần so đồng hồ một lần; có mạng thì bật timedatectl set-ntp true."
    case .keyUnreadable:
      "Khởi động lại dịch vụ: máy tự lấy lại khóa từ bản chép. Không được thì khôi phục từ bản sao lưu."
    case .provinceListMissing: "Xin tỉnh danh sách khóa, rồi chạy sathach keys anchor và sathach keys import."
    case .provinceListUnreadable: "Xin tỉnh danh sách mới và nạp lại bằng sathach keys import."
    case .databaseMissing: "Khởi động dịch vụ một lần, hoặc khôi phục bằng sathach restore."
    case .databaseDamaged: "Khởi động lại dịch vụ: máy tự dựng lại, giữ tệp hỏng trong thư mục damaged."
    case .databaseUnreadable: "Khởi động lại dịch vụ; nếu vẫn vậy, xem nhật ký: journalctl -u sathach."
    case .logBroken: "Giữ nguyên máy, báo cán bộ phụ trách và tỉnh; xem sathach audit verify."
    case .slipUnlogged: "Giữ nguyên máy, báo cán bộ phụ trách và tỉnh; xem sathach audit verify."
    case .noOfficer:
      "Bấm Thiết lập máy ở màn hình chào (hoặc mở /staff/first-officer) với mã trong journalctl -u sathach, hoặc chạy "
        + "sathach user add."
    case .noBackupPlace: "Cắm ổ sao lưu và điền backup-to trong sathach.conf."
    case .noRecoveryKey: "Chạy sathach recovery-key new và cất bản in vào két."
    case .backupPlaceMissing: "Cắm ổ sao lưu và gắn (mount) đúng chỗ."
    case .backupOnSameDisk: "Điền một thư mục trên ổ khác vào backup-to."
    case .backupOld: "Cắm ổ sao lưu, rồi bấm Sao lưu ngay hoặc chạy sathach backup --now."
    case .neverBackedUp: "Cắm ổ sao lưu, rồi bấm Sao lưu ngay hoặc chạy sathach backup --now."
    case .mirrorPlaceMissing: "Cắm lại ổ chép song song; máy tự chép tiếp."
    case .bankUnreadable: "Cài lại gói sathach."
    case .bankFaulty: "Chạy sathach check để xem mọi lỗi; cài lại gói hoặc bản ngân hàng trước."
    case .webFilesMissing: "Cài lại gói sathach."
    case .certificate: "Xem trang Certificates của tài liệu; máy tự làm lại chứng chỉ của mình khi khởi động."
    case .faceMissing: "Cài gói fonts-noto-core."
    case .printerTrouble(.offline):
      "Bật máy in, xem dây nối và dòng printer trong sathach.conf; dịch vụ đóng gói cần printer-usb.conf hoặc "
        + "printer-cups.conf."
    case .printerTrouble(let trouble): PrinterDeskWording.cure(trouble)
    case .doorShut: "Xem journalctl -u sathach; thường là chương trình khác đang giữ cổng ấy (office-port)."
    case .printerProgramMissing: "Nếu in bằng máy in của máy này, cài gói cups."
    case .speechMissing: "Cài gói espeak-ng."
    case .programMissing: "Cài lại gói sathach."
    case .unitNotRunning(let name, _): "Chạy: systemctl restart \(name); nếu vẫn vậy, journalctl -u \(name)."
    case .unitMissing: "Cài gói sathach, nếu máy này chạy như một dịch vụ."
    case .updateCut: "Cắm lại ổ cập nhật và chạy lại sathach update."
    }
  }
}
