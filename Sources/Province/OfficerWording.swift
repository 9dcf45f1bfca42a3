/// What an officer of the province reads about a bundle, and what is to be done; the one place.
package enum OfficerWording {
  package struct Advice: Equatable, Sendable {
    package let what: String
    package let whatToDo: String
  }

  package static func advice(_ wait: BundleWait) -> Advice {
    switch wait {
    case .gap(let missing):
      Advice(
        what: "Gói này đang chờ: gói số \(missing) của máy chưa đến.",
        whatToDo:
          "Nhờ xã ghi lại gói số \(missing) vào USB (trang “Gửi số liệu lên tỉnh”, hoặc lệnh sathach bundle again \(missing)) "
          + "rồi nhập vào đây. Các gói đang chờ sẽ tự được nhập theo.")
    case .withdrawnKey:
      Advice(
        what: "Gói này ký bằng khóa đã thu hồi, nên chưa được tính.",
        whatToDo:
          "Nhờ xã gửi gói tiếp theo, ký bằng khóa mới. Gói mới xác nhận gói này thì cả hai tự được nhập. "
          + "Nếu khóa bị mất cắp và xã không làm ra gói này thì để nguyên, không cần làm gì.")
    }
  }

  package static func advice(_ refusal: BundleRefusal) -> Advice {
    switch refusal {
    case .damaged:
      Advice(what: "Tệp bị hỏng hoặc bị cắt cụt, chưa nhập gì.", whatToDo: again)
    case .unknownKey:
      Advice(
        what: "Tỉnh chưa có khóa của máy này.",
        whatToDo:
          "Nhờ xã gửi tệp khóa công khai của máy (sathach keys export), thêm vào danh sách khóa, rồi nhập lại gói.")
    case .keyOfAnotherBox(let owner):
      Advice(
        what: "Gói ký bằng khóa của máy \(owner), không phải khóa của máy ghi trên gói.",
        whatToDo: "Gọi cho xã để hỏi máy có bị đổi số hay bị sao chép không. Không nhập gói này.")
    case .forged:
      Advice(
        what: "Chữ ký không đúng: gói bị sửa, hoặc do người khác làm ra.",
        whatToDo: "Không nhập. Gọi cho xã, nhờ ghi lại gói từ máy; nếu vẫn vậy, báo người phụ trách an toàn thông tin.")
    case .otherProvince:
      Advice(
        what: "Gói được niêm phong cho tỉnh khác, tỉnh mình không mở được.",
        whatToDo: "Gửi tệp khóa nhận gói của tỉnh (bundle.pub) cho xã, nhờ đặt lại nơi nhận rồi xuất gói mới.")
    case .laterVersion:
      Advice(
        what: "Gói do phiên bản mới hơn làm ra, chương trình ở tỉnh chưa đọc được.",
        whatToDo: "Cập nhật chương trình ở tỉnh, rồi nhập lại gói này.")
    case .tooLarge:
      Advice(
        what: "Tệp quá lớn, không phải gói của máy.",
        whatToDo: "Xem lại USB có đúng tệp không. " + again)
    case .otherOfThisNumber:
      Advice(
        what: "Đã nhập một gói khác có cùng số của máy này.",
        whatToDo: copied)
    case .otherPast:
      Advice(
        what: "Gói này nối tiếp một gói khác với gói đã nhập trước đó.",
        whatToDo: copied)
    case .sample:
      Advice(what: "Đây là dữ liệu mẫu.", whatToDo: "Không cần làm gì: dữ liệu mẫu không được tính.")
    case .unreadable:
      Advice(
        what: "Nội dung gói mâu thuẫn, chưa nhập gì.",
        whatToDo: again + " Nếu vẫn vậy, gửi gói cho bộ phận hỗ trợ kỹ thuật.")
    }
  }

  private static let again = "Nhờ xã ghi lại gói này vào một USB khác (lệnh sathach bundle again) rồi nhập lại."
  private static let copied =
    "Máy có thể đã bị sao chép hoặc phục hồi mà giữ số cũ. Gọi cho xã; máy phục hồi phải mang số máy mới, rồi xuất gói mới."
}
