import Assessment
import UseCases

/// What the pages about the office's rules say.
enum RuleWording {
  static let title = "Quy tắc sát hạch"
  static let lead =
    "Thời gian, số câu, điểm đạt và căn cứ đang dùng cho từng đối tượng. Bấm vào một đối tượng để xem và sửa."
  static let frontLead = "Số câu, số phút, điểm đạt: xem, sửa và ban hành."
  static func title(_ audience: String) -> String { "Quy tắc sát hạch: \(audience)" }
  static let audience = "Đối tượng"
  static let version = "Phiên bản"
  static let items = "Số câu"
  static let minutes = "Số phút"
  static let cut = "Điểm đạt"
  static let retake = "Thi lại sau (ngày)"
  static let standing = "Tình trạng"
  static let proposed = "đề xuất, chưa ban hành"
  static let adopted = "đã ban hành"
  static func adoptedBy(_ act: RuleAct) -> String {
    "\(act.document) ngày \(Formatting.date(act.date)), \(act.signer) ký"
  }
  static let differs = "ngân hàng câu hỏi đề xuất khác"
  static let open = "Xem và sửa"
  static func cutOf(_ needed: Int, _ items: Int) -> String { "\(needed)/\(items)" }

  static let nowInForce = "Đang dùng"
  static let proposalLead =
    "Đây là đề xuất của phần mềm. Phiếu ghi “đề xuất” cho đến khi cơ quan ban hành."
  static let adoptedLead = "Phiếu ghi tên cơ quan và số văn bản này."
  static let change = "Sửa và ban hành"
  static let changeLead = "Lượt làm bài mới theo ngay quy tắc mới. Lượt đang làm giữ quy tắc cũ."
  static let draws = "Số câu rút cho mỗi đề"
  static let area = "Phần"
  static let areaCut = "Đúng ít nhất"
  static func supply(_ count: Int) -> String { "có \(count)" }
  static func proposal(_ text: String) -> String { "đề xuất \(text)" }
  static let overall = "Tổng số câu đúng để đạt"
  static let legalBasis = "Căn cứ pháp lý (mỗi dòng một văn bản)"
  static let document = "Số, ký hiệu văn bản"
  static let documentHelp = "Ví dụ: 12/QĐ-UBND"
  static let date = "Ngày ký"
  static let signer = "Người ký"
  static let adopt = "Ban hành"
  static let toProposal = "Bỏ quy tắc riêng, dùng đề xuất của ngân hàng"
  static let toProposalLead = "Phiếu từ nay lại ghi “đề xuất”. Lịch sử vẫn còn."
  static let differsLead =
    "Ngân hàng câu hỏi đề xuất khác quy tắc đang dùng. Quy tắc của cơ quan vẫn giữ nguyên cho đến khi sửa."
  static let history = "Lịch sử"
  static let noHistory = "Chưa có lần ban hành nào."
  static let when = "Lúc"
  static let what = "Việc"
  static let paper = "Văn bản"
  static let back = "Các đối tượng"
  static func reason(_ document: String) -> String { "Ban hành theo \(document)." }
  static func origin(_ origin: RuleAdoption.Origin) -> String {
    switch origin {
    case .office: "ban hành"
    case .carried: "chuyển sang khung mới của ngân hàng, nội dung giữ nguyên"
    case .proposal: "trở về đề xuất"
    }
  }

  static func cell(_ area: String, _ band: String) -> String { "\(area), mức \(band): số câu" }
  static func cutCell(_ area: String) -> String { "\(area): đúng ít nhất" }
}

extension RuleFault {
  /// - Parameter overview: for the names of areas and bands; nil where there are none to name.
  func sentence(in overview: RuleOverview?) -> String {
    func name(_ area: Area.ID) -> String { overview?.framework.area(area)?.short ?? area.text }
    switch self {
    case .unknownAudience: return "Không có đối tượng này. Về danh sách để chọn lại."
    case .document: return "Chưa ghi số, ký hiệu văn bản. Ghi rồi bấm lại."
    case .signer: return "Chưa ghi người ký. Ghi rồi bấm lại."
    case .date: return "Ngày ký chưa đúng hoặc ở tương lai. Chọn lại ngày."
    case .legalBasis: return "Chưa ghi căn cứ pháp lý, hoặc có dòng dài quá 500 chữ."
    case .minutes(let range): return "Số phút từ \(range.lowerBound) đến \(range.upperBound)."
    case .retakeDelay(let range): return "Số ngày chờ thi lại từ \(range.lowerBound) đến \(range.upperBound)."
    case .nothingDrawn: return "Đề chưa có câu nào. Ghi số câu cho ít nhất một phần."
    case .count(let area, _, let most): return "\(name(area)): mỗi mức rút nhiều nhất \(most) câu."
    case .text: return "Có chữ không dùng được trong căn cứ hoặc tên văn bản. Gõ lại bằng chữ thường, không dán mã."
    case .nothingChanged: return "Quy tắc này đang được dùng với đúng văn bản này. Không có gì để ban hành."
    case .alreadyProposal: return "Đang dùng đề xuất của ngân hàng câu hỏi rồi."
    case .tooManyVersions: return "Đã hết số phiên bản. Báo người hỗ trợ kỹ thuật."
    case .changedMeanwhile: return "Người khác vừa sửa quy tắc này. Xem lại số đang dùng rồi làm lại."
    case .blueprint(let fault): return fault.sentence(in: overview, name)
    }
  }

  var status: Int {
    switch self {
    case .unknownAudience: 404
    case .nothingChanged, .alreadyProposal, .changedMeanwhile, .tooManyVersions: 409
    default: 422
    }
  }
}

extension BlueprintFault {
  fileprivate func sentence(in overview: RuleOverview?, _ name: (Area.ID) -> String) -> String {
    func band(_ id: Blueprint.Band.ID) -> String { overview?.inForce.band(id)?.name ?? id.text }
    switch self {
    case .unknownAudience, .otherFramework, .unknownArea, .unknownBand:
      return "Ngân hàng câu hỏi vừa đổi. Mở lại trang này rồi làm lại."
    case .cutWithoutDraw(let area), .noCut(let area): return "\(name(area)): số câu và điểm đạt chưa khớp nhau."
    case .areaCutAboveDrawn(let area, let needed, let drawn):
      return "\(name(area)): cần đúng \(needed) câu nhưng chỉ rút \(drawn) câu."
    case .cutAboveDrawn(let needed, let drawn): return "Cần đúng \(needed) câu nhưng cả đề chỉ có \(drawn) câu."
    case .tooManyItems(let count): return "Đề có \(count) câu, nhiều nhất là \(Blueprint.mostItems)."
    case .tooFewTested(let area, let id, let needed, let available):
      return "\(name(area)), mức \(band(id)): muốn rút \(needed) câu, ngân hàng chỉ có \(available)."
    case .tooFewPractice(let area, let needed, let available):
      return "\(name(area)): làm thử cần \(needed) câu, ngân hàng chỉ có \(available)."
    case .tooFewWarmUps(let needed, let available): return "Làm quen cần \(needed) câu, ngân hàng chỉ có \(available)."
    }
  }
}
