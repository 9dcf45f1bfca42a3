import Assessment
import UseCases

/// Statistics by their address, below `/office/statistics`:
///
///     items/year-2026/audience-nguoi-dan/competence-an-toan.lua-dao/by-facility/internal.xlsx
///     item/lua-dao-07/options/year-2026/audience-nguoi-dan/internal
///     test/year-2026/audience-nguoi-dan/internal.csv
///     cut/year-2026/audience-nguoi-dan/cut-14/internal
package enum StatisticsRoute: Equatable, Sendable {
  /// Which table of an item a file holds; the page has them all.
  package enum Part: String, Sendable, CaseIterable {
    case figures
    case options
    case differences
  }

  /// Pages of a long table count from 1; files have all of it.
  case items(StatisticsQuery, competence: Competence.ID?, by: ItemOrder, page: Int, ReportForm)
  case item(Item.ID, Part, StatisticsQuery, ReportForm)
  case test(StatisticsQuery, ReportForm)
  /// With the line that is asked about, if any.
  case cut(StatisticsQuery, asked: Int?, ReportForm)

  package var path: String {
    let words: [String]
    switch self {
    case .items(let query, let competence, let order, let page, _):
      words =
        ["items", query.period.text] + audience(query) + (competence.map { ["competence-\($0)"] } ?? [])
        + ["by-\(order.rawValue)"] + (page > 1 ? ["page-\(page)"] : [])
    case .item(let id, let part, let query, _):
      words = ["item", id.text, part.rawValue, query.period.text] + audience(query)
    case .test(let query, _): words = ["test", query.period.text] + audience(query)
    case .cut(let query, let asked, _):
      words = ["cut", query.period.text] + audience(query) + (asked.map { ["cut-\($0)"] } ?? [])
    }
    return (words + [query.mode.rawValue + form.ending]).joined(separator: "/")
  }

  private func audience(_ query: StatisticsQuery) -> [String] { query.audience.map { ["audience-\($0)"] } ?? [] }

  package init?(_ parts: [String]) {
    guard let last = parts.last, let (name, form) = ReportForm.split(last), let mode = ReportMode(rawValue: name),
      let noun = parts.first
    else { return nil }
    var words = AddressWords(parts.dropFirst().dropLast())
    let found: StatisticsRoute?
    switch noun {
    case "items": found = Self.items(&words, mode, form)
    case "item": found = Self.item(&words, mode, form)
    case "test": found = words.query(mode).map { .test($0, form) }
    case "cut":
      found = words.query(mode).map { .cut($0, asked: words.number(after: "cut-"), form) }
    default: found = nil
    }
    // One address for one question: what is printed must be what was read.
    guard let found, found.path == parts.joined(separator: "/") else { return nil }
    self = found
  }

  private static func items(_ words: inout AddressWords, _ mode: ReportMode, _ form: ReportForm) -> StatisticsRoute? {
    guard let query = words.query(mode) else { return nil }
    let competence = words.rest(after: "competence-")
    if let competence, !Competence.ID.isWellFormed(competence) { return nil }
    guard let order = words.rest(after: "by-").flatMap(ItemOrder.init(rawValue:)) else { return nil }
    let page = words.number(after: "page-") ?? 1
    return .items(query, competence: competence.map { Competence.ID($0) }, by: order, page: page, form)
  }

  private static func item(_ words: inout AddressWords, _ mode: ReportMode, _ form: ReportForm) -> StatisticsRoute? {
    guard let id = words.next(), Item.ID.isWellFormed(id), let part = words.next().flatMap(Part.init(rawValue:)),
      let query = words.query(mode)
    else { return nil }
    return .item(Item.ID(id), part, query, form)
  }

  package var query: StatisticsQuery {
    switch self {
    case .items(let query, _, _, _, _), .item(_, _, let query, _), .test(let query, _), .cut(let query, _, _): query
    }
  }

  package var form: ReportForm {
    switch self {
    case .items(_, _, _, _, let form), .item(_, _, _, let form), .test(_, let form), .cut(_, _, let form): form
    }
  }

  package func with(_ form: ReportForm) -> StatisticsRoute {
    switch self {
    case .items(let query, let competence, let order, let page, _):
      .items(query, competence: competence, by: order, page: form == .page ? page : 1, form)
    case .item(let id, let part, let query, _): .item(id, part, query, form)
    case .test(let query, _): .test(query, form)
    case .cut(let query, let asked, _): .cut(query, asked: asked, form)
    }
  }

  package static let samples: [StatisticsRoute] = {
    guard let year = ReportPeriod("year-2026"), let days = ReportPeriod("dates-2026-10-02-2026-11-15") else {
      return []
    }
    let all = StatisticsQuery(period: year, audience: nil, mode: .internal)
    let own = StatisticsQuery(period: days, audience: Audience.ID("nguoi-dan"), mode: .outside)
    return [
      .items(all, competence: nil, by: .item, page: 1, .page),
      .items(own, competence: Competence.ID("an-toan.lua-dao"), by: .facility, page: 2, .page),
      .items(own, competence: nil, by: .flags, page: 1, .xlsx), .item(Item.ID("lua-dao-07"), .figures, own, .page),
      .item(Item.ID("lua-dao-07"), .options, all, .csv(.comma)), .test(own, .page), .test(own, .json),
      .cut(own, asked: nil, .page), .cut(own, asked: 14, .paper),
    ]
  }()
}

/// The words of an address, taken one after the other.
private struct AddressWords {
  private var words: ArraySlice<String>

  init(_ words: ArraySlice<String>) {
    self.words = words
  }

  mutating func next() -> String? { words.popFirst() }

  mutating func rest(after prefix: String) -> String? {
    guard let word = words.first, word.hasPrefix(prefix) else { return nil }
    words.removeFirst()
    return String(word.dropFirst(prefix.count))
  }

  mutating func number(after prefix: String) -> Int? {
    rest(after: prefix).flatMap { Int($0) }.flatMap { (0...999).contains($0) ? $0 : nil }
  }

  mutating func query(_ mode: ReportMode) -> StatisticsQuery? {
    guard let period = next().flatMap({ ReportPeriod($0) }) else { return nil }
    let audience = rest(after: "audience-")
    if let audience, !Audience.ID.isWellFormed(audience) { return nil }
    return StatisticsQuery(period: period, audience: audience.map { Audience.ID($0) }, mode: mode)
  }
}
