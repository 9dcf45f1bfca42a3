import UseCases

/// The forms in which a report is given out, named by the ending of its address.
package enum ReportForm: Equatable, Sendable {
  case page
  case paper
  case csv(ReportText.Separator)
  case xlsx
  case json

  package static let all: [ReportForm] =
    [.page, .paper, .xlsx, .json] + ReportText.Separator.allCases.map(ReportForm.csv)

  /// With its dot; empty for the page.
  package var ending: String {
    switch self {
    case .page: ""
    case .paper: ".print"
    case .csv(.comma): ".csv"
    case .csv(let separator): ".\(separator.rawValue).csv"
    case .xlsx: ".xlsx"
    case .json: ".json"
    }
  }

  /// As it stands in the register of disclosures.
  var word: String {
    switch self {
    case .page: "screen"
    case .paper: "paper"
    case .csv: "csv"
    case .xlsx: "xlsx"
    case .json: "json"
    }
  }

  package var isFile: Bool { self != .page && self != .paper }

  package var contentType: String {
    switch self {
    case .page, .paper: "text/html; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .json: "application/json"
    }
  }

  /// Splits the last segment of an address into what stands before the ending, and the form.
  package static func split(_ segment: String) -> (name: String, form: ReportForm)? {
    let parts = segment.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let form = all.first(where: { $0.ending == (parts.count > 1 ? "." + parts[1] : "") }) else { return nil }
    return (parts[0], form)
  }
}
