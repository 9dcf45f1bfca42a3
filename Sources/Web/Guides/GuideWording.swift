/// What leads to the guides and out of them.
enum GuideWording {
  static let title = "Hướng dẫn"
  static let forResidents = "Cách làm bài"
  static let toWelcome = "Về màn hình đầu"
  static let toBoard = "Về bảng theo dõi"
  static let toOffice = "Về văn phòng"
  static let toBox = "Về tình trạng máy"

  static func name(_ guide: Guide.Name) -> String {
    switch guide {
    case .resident: "Tờ dán tường"
    case .desk: "Cán bộ một cửa"
    case .officer: "Cán bộ phụ trách"
    case .technician: "Kỹ thuật viên"
    }
  }
}
