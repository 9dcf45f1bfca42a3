import UseCases

/// What officers' pages say about the office's people, names and lists.
enum OfficeWording {
  static let title = "Văn phòng"
  static let lead = "Việc của cán bộ phụ trách. Mỗi việc một trang."

  static let accountsTitle = "Tài khoản"
  static let accountsLead = "Ai được đăng nhập, với vai trò gì. Tạo, cấp lại mật khẩu, khóa."
  static let listsTitle = "Danh sách của xã, phường"
  static let listsLead = "Thôn, tổ dân phố, ấp, khóm, bản; và các nhóm dùng cho báo cáo."
  static let reportsLead = "Số người dự, số người đạt theo nhóm, thôn, tuổi; danh sách lượt; mẫu văn bản."
  static let helpersLead = "Người được từng cán bộ giúp đạt nhiều hay ít hơn chung."
  static let devicesLead = "Máy và máy tính bảng được làm bài qua mạng của văn phòng."

  static let accountsCaption = "Tài khoản đang có"
  static let columnRole = "Vai trò"
  static let columnState = "Tình trạng"
  static let columnAct = "Việc"
  static let isSelf = "Trang của mình"
  static let stateOpen = "đang dùng"
  static let stateOwesPassword = "mật khẩu tạm"
  static let stateOwesFactor = "thiếu mã xác thực"
  static let stateDisabled = "đã khóa"
  static let newAccount = "Tạo tài khoản mới"
  static let makeAccount = "Tạo tài khoản"
  static let roleClerk = "Cán bộ một cửa: mời vào máy, trợ giúp, in và kiểm tra phiếu"
  static let roleOfficer = "Cán bộ phụ trách: thêm tài khoản, danh sách, báo cáo"
  static let roleTechnician = "Kỹ thuật viên: chỉ ghi nhận máy, không xem người và kết quả"
  static let reset = "Cấp lại"
  static let resetAsk = "Mật khẩu, mã PIN và mã xác thực cũ mất hiệu lực; phiên đang mở kết thúc."
  static let resetDo = "Cấp mật khẩu tạm"
  static let disable = "Khóa"
  static let disableAsk = "Người này không đăng nhập được nữa; việc đã làm vẫn còn trong sổ."
  static let disableDo = "Khóa tài khoản"
  static let disabled = "Đã khóa tài khoản."

  static let oneTimeTitle = "Mật khẩu tạm"
  static func oneTimeLead(_ name: String) -> String { "Trao cho \(name). Chỉ hiện một lần này." }
  static let oneTimeUse = "Đăng nhập lần đầu bằng mật khẩu này rồi đặt mật khẩu riêng."
  static func oneTimeAt(_ url: String) -> String { "Mở trang \(url)" }
  static let oneTimePrint = "In tờ này"
  static let oneTimeDone = "Xong, về danh sách tài khoản"

  static let hamlets = "Thôn, tổ dân phố, ấp, khóm, bản"
  static let hamletsLead = "Nơi ở để chọn khi mời người vào máy, gõ đúng như trong sổ của xã, phường."
  static let tags = "Nhóm của văn phòng"
  static let tagsLead = "Ví dụ đoàn viên, lãnh đạo, nông dân. Không ghi hộ nghèo, dân tộc, khuyết tật ở đây."
  static let namesLabel = "Thêm tên, mỗi dòng một tên"
  static let addNames = "Thêm vào danh sách"
  static func added(_ count: Int) -> String { "Đã thêm \(count) tên." }
  static func known(_ names: [String]) -> String { "Đã có từ trước: \(names.joined(separator: ", "))." }
  static let noHamlets = "Chưa có tên nào. Thêm thôn, tổ để báo cáo theo nơi ở."
  static let noTags = "Chưa có nhóm nào. Không bắt buộc."
  static let retire = "Bỏ"
  static let retireAsk = "Không chọn được nữa; kết quả đã ghi vẫn giữ tên này."
  static let retireDo = "Bỏ khỏi danh sách"
  static let retired = "Đã bỏ khỏi danh sách."
  static func count(_ count: Int) -> String { "\(count) tên" }
}
