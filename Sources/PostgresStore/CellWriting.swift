import Assessment
import Province
import UseCases

/// How kept counts follow the attempts; always in the transaction that changes these.
extension PostgresProvince {
  /// Held from here to the end of the transaction: whoever counts next sees what this one has counted, so that a person in
  /// two communes whose bundles come at once is counted once.
  static let countingLock: Int64 = 0x7361_7468_0000_0002

  func add(_ changes: [Commune: Contribution]) throws {
    guard !changes.isEmpty else { return }
    try connection.emptyStaging(["changed_cell", "changed_part_cell"])
    let cells = CopyBuffer(
      into: "changed_cell",
      columns: [
        "commune", "kind", "start", "scope", "audience", "age_band", "sex", "is_assisted", "is_later", "people",
        "passed",
        "attempts", "attempts_passed",
      ], on: connection)
    try Self.each(changes) { commune, scope, counts in
      for (group, count) in counts.groups {
        try cells.row { Self.write(count, of: group, in: scope, of: commune, to: $0) }
      }
    }
    try cells.finish()
    connection.noteStaged(cells.rows, in: cells.name)
    let parts = CopyBuffer(
      into: "changed_part_cell",
      columns: ["commune", "kind", "start", "scope", "part", "people", "reached", "asked", "credit"], on: connection)
    try Self.each(changes) { commune, scope, counts in
      for (part, count) in counts.parts {
        try parts.row { Self.write(count, of: part, in: scope, of: commune, to: $0) }
      }
    }
    try parts.finish()
    connection.noteStaged(parts.rows, in: parts.name)
    try connection.execute(Self.addChanged)
  }

  private static func each(
    _ changes: [Commune: Contribution],
    _ body: (Commune, Contribution.Scope, Contribution.Counts) throws -> Void
  ) rethrows {
    for (commune, change) in changes {
      for (scope, counts) in change.scopes { try body(commune, scope, counts) }
    }
  }

  func add(_ practice: PracticeCounts) throws {
    for (cell, count) in practice.counts where count != 0 {
      try connection.run(
        """
        INSERT INTO practice_cell AS c (commune, kind, start, audience, attempts) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (kind, start, commune, audience) DO UPDATE SET attempts = c.attempts + excluded.attempts
        """,
        [
          .text(cell.commune.code), .text(cell.period.kind.rawValue), PostgresValue(cell.period.start),
          .text(cell.audience.text), PostgresValue(count),
        ])
    }
  }

  private static func write(
    _ count: GroupCount, of group: ReportGroup, in scope: Contribution.Scope, of commune: Commune, to row: CopyBuffer
  ) {
    write(scope, of: commune, to: row)
    row.add(group.audience.text)
    row.add(group.age.rawValue)
    row.add(group.sex?.rawValue ?? "")
    row.add(group.isAssisted)
    row.add(group.isLater)
    for number in [count.people, count.passed, count.attempts, count.attemptsPassed] { row.add(number) }
  }

  private static func write(
    _ count: PartCount, of part: ReportPart, in scope: Contribution.Scope, of commune: Commune, to row: CopyBuffer
  ) {
    write(scope, of: commune, to: row)
    row.add(PartText.text(of: part))
    for number in [count.people, count.reached, count.asked, count.credit] { row.add(number) }
  }

  private static func write(_ scope: Contribution.Scope, of commune: Commune, to row: CopyBuffer) {
    row.add(commune.code)
    row.add(scope.period.kind.rawValue)
    row.add(scope.period.start)
    row.add(scope.audience?.text ?? "")
  }

  private static let addChanged = """
    INSERT INTO report_cell AS c SELECT * FROM changed_cell
    ON CONFLICT (kind, start, scope, commune, audience, age_band, sex, is_assisted, is_later) DO UPDATE SET
      people = c.people + excluded.people, passed = c.passed + excluded.passed,
      attempts = c.attempts + excluded.attempts, attempts_passed = c.attempts_passed + excluded.attempts_passed;
    INSERT INTO report_part_cell AS c SELECT * FROM changed_part_cell
    ON CONFLICT (kind, start, scope, commune, part) DO UPDATE SET
      people = c.people + excluded.people, reached = c.reached + excluded.reached,
      asked = c.asked + excluded.asked, credit = c.credit + excluded.credit
    """
}
