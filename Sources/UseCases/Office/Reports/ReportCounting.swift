import Assessment

/// Where counts come from: kept ones where there are, else one pass over the attempts.
struct ReportCounting {
  let store: any Kiosk.Store
  let filter: ReportFilter

  func groups(in period: ReportPeriod) throws -> [ReportGroup: GroupCount] {
    if let scope = kept(period) { return try store.counts(in: scope) }
    var counts: [ReportGroup: GroupCount] = [:]
    try eachPerson(in: period) { attempts, deciding in
      for attempt in attempts {
        let (one, passed) = (attempt.id == deciding.id ? 1 : 0, attempt.isPassed ? 1 : 0)
        counts[attempt.group, default: GroupCount()].add(
          GroupCount(people: one, passed: one * passed, attempts: 1, attemptsPassed: passed))
      }
    }
    return counts
  }

  func parts(in period: ReportPeriod) throws -> [ReportPart: PartCount] {
    if let scope = kept(period) { return try store.partCounts(in: scope) }
    var counts: [ReportPart: PartCount] = [:]
    try eachPerson(in: period) { _, deciding in
      for score in try store.parts(of: deciding.id) {
        counts[score.part] = (counts[score.part] ?? PartCount()) + PartCount(score)
      }
    }
    return counts
  }

  private func kept(_ period: ReportPeriod) -> Contribution.Scope? {
    guard filter.isKept, case .calendar(let period) = period else { return nil }
    return Contribution.Scope(period, audience: filter.audience)
  }

  private struct Line {
    let id: Attempt.ID
    let group: ReportGroup
    let isPassed: Bool
  }

  private func eachPerson(
    in period: ReportPeriod, _ body: (_ attempts: [Line], _ deciding: Line) throws -> Void
  ) throws {
    let tagged = try filter.tag.map { try store.attempts(tagged: $0) }
    var current: Int64?
    var lines: [Line] = []
    func close() throws {
      guard !lines.isEmpty else { return }
      var chosen = Deciding<Line>()
      for line in lines { chosen.add(line, isPassed: line.isPassed) }
      if let line = chosen.attempt { try body(lines, line) }
      lines.removeAll(keepingCapacity: true)
    }
    try store.eachCounted(in: period.moments) { person, id, group, isPassed in
      if person != current {
        try close()
        current = person
      }
      guard filter.lets(group), tagged?.contains(id) ?? true else { return }
      lines.append(Line(id: id, group: group, isPassed: isPassed))
    }
    try close()
  }
}

extension [ReportGroup: GroupCount] {
  package var total: GroupCount { values.reduce(GroupCount(), +) }
}
