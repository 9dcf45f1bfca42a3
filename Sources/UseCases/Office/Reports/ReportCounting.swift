import Assessment

/// Where counts come from: kept ones where there are, else one pass over the attempts.
struct ReportCounting {
  let store: any Kiosk.Store
  let filter: ReportFilter

  func groups(in period: ReportPeriod) throws -> [ReportGroup: GroupCount] {
    if let scope = kept(period) { return try store.counts(in: scope) }
    var counts: [ReportGroup: GroupCount] = [:]
    try eachPerson(in: period) { attempts in
      for attempt in attempts {
        counts[attempt.group, default: GroupCount()].attempts += 1
        if attempt.isPassed { counts[attempt.group, default: GroupCount()].attemptsPassed += 1 }
      }
    } deciding: { attempt in
      counts[attempt.group, default: GroupCount()].people += 1
      if attempt.isPassed { counts[attempt.group, default: GroupCount()].passed += 1 }
    }
    return counts
  }

  func parts(in period: ReportPeriod) throws -> [ReportPart: PartCount] {
    if let scope = kept(period) { return try store.partCounts(in: scope) }
    var counts: [ReportPart: PartCount] = [:]
    try eachPerson(in: period) { _ in
    } deciding: { attempt in
      for score in try store.parts(of: attempt.id) {
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
    in period: ReportPeriod, attempts: ([Line]) throws -> Void, deciding: (Line) throws -> Void
  ) throws {
    let moments = period.moments
    var current: Int64?
    var lines: [Line] = []
    func close() throws {
      guard !lines.isEmpty else { return }
      var chosen = Deciding<Line>()
      for line in lines { chosen.add(line, isPassed: line.isPassed) }
      try attempts(lines)
      if let line = chosen.attempt { try deciding(line) }
      lines.removeAll(keepingCapacity: true)
    }
    try store.eachCounted { person, at, id, group, isPassed in
      if person != current {
        try close()
        current = person
      }
      guard moments.contains(at), filter.lets(group) else { return }
      lines.append(Line(id: id, group: group, isPassed: isPassed))
    }
    try close()
  }
}

extension [ReportGroup: GroupCount] {
  var total: GroupCount { values.reduce(GroupCount(), +) }
}
