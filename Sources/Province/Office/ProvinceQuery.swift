import Assessment
import UseCases

/// What a report of the province is asked about.
package struct ProvinceQuery: Equatable, Sendable {
  package enum Breakdown: String, Sendable, CaseIterable {
    case commune
    case audience
    case area
    case competence
    case age
    case sex
    case month

    /// The office's own breakdown; nil for communes, which an office does not tell apart.
    package var office: PassRateQuery.Breakdown? {
      switch self {
      case .commune: nil
      case .audience: .audience
      case .area: .area
      case .competence: .competence
      case .age: .age
      case .sex: .sex
      case .month: .month
      }
    }
  }

  package var period: CalendarPeriod
  package var breakdown: Breakdown
  /// Nil for the whole province.
  package var commune: Commune?
  package var audience: Audience.ID?
  /// Of communes: how many reached this area.
  package var area: Area.ID?
  package var mode: ReportMode

  package init(
    period: CalendarPeriod, breakdown: Breakdown, commune: Commune? = nil, audience: Audience.ID? = nil,
    area: Area.ID? = nil, mode: ReportMode
  ) {
    self.period = period
    self.breakdown = breakdown
    self.commune = commune
    self.audience = audience
    self.area = area
    self.mode = mode
  }

  package var scope: Contribution.Scope { Contribution.Scope(period, audience: audience) }
}

/// As in addresses: `quarter-2026-4/by-commune/commune-02215/audience-nguoi-dan/area-1/internal`.
extension ProvinceQuery {
  package var words: [String] {
    var words = [ReportPeriod.calendar(period).text, "by-\(breakdown.rawValue)"]
    if let commune { words.append("commune-\(commune)") }
    if let audience { words.append("audience-\(audience)") }
    if let area { words.append("area-\(area)") }
    return words + [mode.rawValue]
  }

  /// Nil for words that ``words`` never gives.
  package init?(words: [String]) {
    guard words.count >= 3, case .calendar(let period)? = ReportPeriod(words[0]), words[1].hasPrefix("by-"),
      let breakdown = Breakdown(rawValue: String(words[1].dropFirst(3))),
      let mode = words.last.flatMap(ReportMode.init(rawValue:))
    else { return nil }
    self.init(period: period, breakdown: breakdown, mode: mode)
    for word in words.dropFirst(2).dropLast() {
      let parts = word.split(separator: "-", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      switch parts[0] {
      case "commune" where Commune.isWellFormed(parts[1]): commune = Commune(code: parts[1])
      case "audience" where Audience.ID.isWellFormed(parts[1]): audience = Audience.ID(parts[1])
      case "area" where Area.ID.isWellFormed(parts[1]): area = Area.ID(parts[1])
      default: return nil
      }
    }
    guard self.words == words else { return nil }
  }
}

extension Commune {
  /// Five digits, not all of them zero.
  package static func isWellFormed(_ text: String) -> Bool {
    text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text != Commune.whole.code
  }
}
