import Province
import Slip
import UseCases
import Web

/// What an officer is told when something is not done: what happened and what to do next. The one place between errors and
/// the pages' wording.
package struct ProvinceProblem: Error, Equatable, Sendable {
  package let status: Int
  package let sentence: String
  /// Somebody must act: the cause goes into the log.
  package let isIncident: Bool

  package init(status: Int, sentence: String, isIncident: Bool = false) {
    self.status = status
    self.sentence = sentence
    self.isIncident = isIncident
  }

  package static let notFound = ProvinceProblem(status: 404, sentence: "Không có trang này. Về trang tổng quan.")
  package static let methodNotAllowed = ProvinceProblem(
    status: 405, sentence: "Trang này không mở được bằng cách đó. Về trang tổng quan.")
  package static let formExpired = ProvinceProblem(
    status: 403, sentence: "Trang này mở từ nơi khác hoặc quá lâu. Mở lại trang rồi làm lại.")
  package static let unreadableForm = ProvinceProblem(
    status: 400, sentence: "Chưa đọc được nội dung vừa gửi. Quay lại trang trước rồi gửi lại.")
  package static let overloaded = ProvinceProblem(status: 503, sentence: "Máy chủ đang bận. Chờ một phút rồi bấm lại.")
  package static let databaseDown = ProvinceProblem(
    status: 503,
    sentence: "Cơ sở dữ liệu đang nghỉ. Chờ vài phút rồi thử lại, vẫn không được thì báo người quản máy chủ.",
    isIncident: true)
  package static let internalError = ProvinceProblem(
    status: 500, sentence: "Máy chủ gặp trục trặc, việc vừa rồi chưa được ghi. Thử lại, hoặc báo người quản máy chủ.",
    isIncident: true)
  static let noSuchPeriod = ProvinceProblem(
    status: 422, sentence: "Số liệu của tỉnh được giữ theo tháng, quý, nửa năm và năm. Chọn một kỳ như vậy.")
  static let noPending = ProvinceProblem(status: 409, sentence: ProvinceWording.noPending)

  /// - Parameter isPassing: whether the database's error is one that goes by itself.
  package init(_ error: any Error, isPassing: (any Error) -> Bool = { _ in false }) {
    switch error {
    case let problem as ProvinceProblem: self = problem
    case OfficeFault.staff(let fault): self.init(status: fault.status, sentence: fault.sentence)
    case OfficeFault.confirmation(let fault): self.init(status: fault.status, sentence: fault.sentence)
    case OfficeFault.table(let fault): self.init(status: 422, sentence: fault.sentence)
    case OfficeFault.period: self = .noSuchPeriod
    case is FormFault: self = .unreadableForm
    default: self = isPassing(error) ? .databaseDown : .internalError
    }
  }
}
