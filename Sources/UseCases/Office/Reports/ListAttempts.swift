import Assessment

/// Which attempts are listed.
package struct AttemptQuery: Equatable, Sendable {
  package var period: ReportPeriod
  package var filter: ReportFilter
  package var mode: ReportMode

  package init(period: ReportPeriod, filter: ReportFilter = ReportFilter(), mode: ReportMode) {
    self.period = period
    self.filter = filter
    self.mode = mode
  }
}

/// Attempts one after the other, as they were handed in.
package struct AttemptList {
  package struct Line {
    package let attempt: ReportedAttempt
    package let audience: String
    package let hamlet: String?
    /// The same for the same person within this list and, in internal ones, within all of this box.
    package let person: String
    package let name: String?
  }

  package let query: AttemptQuery
  /// Nil where the list names nobody.
  package let names: ((Int64) throws -> String?)?
  let store: any Kiosk.Store

  package func each(_ body: (Line) throws -> Void) throws {
    let names = try ReportNames(store: store)
    let audiences = Dictionary(names.audiences.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let hamlets = Dictionary(names.formerHamlets.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let tagged = try query.filter.tag.map { try store.attempts(tagged: $0) }
    var numbers: [Int64: Int] = [:]
    try store.eachReported(in: query.period) { attempt in
      guard query.filter.lets(attempt.group), tagged?.contains(attempt.id) ?? true else { return }
      if query.mode == .outside, numbers[attempt.person] == nil { numbers[attempt.person] = numbers.count + 1 }
      try body(
        Line(
          attempt: attempt, audience: audiences[attempt.group.audience] ?? attempt.group.audience.text,
          hamlet: attempt.group.hamlet.flatMap { hamlets[$0] },
          person: "N\(numbers[attempt.person] ?? Int(attempt.person))", name: try self.names?(attempt.person)))
    }
  }
}

extension Kiosk {
  /// The attempts of a period under pseudonyms, or with names for an officer: then ``discloseNames(_:rows:format:digest:by:)`` comes first.
  package func attemptList(_ query: AttemptQuery, withNames: Bool = false) -> AttemptList {
    let isNamed = withNames && query.mode == .internal
    let store = store
    return AttemptList(
      query: query, names: isNamed ? { try store.withdrawal(of: $0) == nil ? store.candidate($0)?.name : nil } : nil,
      store: store)
  }

  /// Writes down that an officer took a list with names out of the store.
  ///
  /// - Parameter digest: SHA-256 of the file.
  package func discloseNames(
    _ query: AttemptQuery, rows: Int, format: String, digest: [UInt8], by account: Account.ID
  ) throws {
    try disclose(
      Disclosure(
        kind: .attempts, subject: query.period.text, rows: rows, format: format, digest: digest, account: account,
        at: clock.now()),
      note: "attempts period=\(query.period.text) rows=\(rows) format=\(format)")
  }
}
