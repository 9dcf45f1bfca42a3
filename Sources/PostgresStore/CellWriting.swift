import Assessment
import Province
import UseCases

/// How kept counts follow the attempts; always in the transaction that changes these.
extension PostgresProvince {
  /// Held from here to the end of the transaction: whoever counts next sees what this one has counted, so that a person in
  /// two communes whose bundles come at once is counted once.
  static let countingLock: Int64 = 0x7361_7468_0000_0002

  /// - Parameter new: a commune of which nothing was counted before.
  func add(_ changes: [Commune: Contribution], new: Commune? = nil) throws {
    guard !changes.isEmpty else { return }
    try connection.emptyStaging(["changed_report_cell", "changed_report_part_cell"])
    let (first, changed) = (CellTables("", on: connection), CellTables("changed_", on: connection))
    for (commune, change) in changes {
      let scopes = change.scopes
      let kept = commune == new ? [] : try keptScopes(of: commune, among: Array(scopes.keys))
      for (scope, counts) in scopes { try (kept.contains(scope) ? changed : first).add(counts, in: scope, of: commune) }
    }
    try first.finish()
    try changed.finish()
    changed.noteStaged()
    if changed.hasRows { try addChanged() }
  }

  /// Those of the scopes in which anything is counted already. Of the others, cells are new: most of a year's are, as months
  /// go by.
  private func keptScopes(of commune: Commune, among scopes: [Contribution.Scope]) throws -> Set<Contribution.Scope> {
    var kept: Set<Contribution.Scope> = []
    try connection.each(
      """
      SELECT s.place FROM unnest($2::text[], $3::bigint[], $4::text[]) WITH ORDINALITY AS s (kind, start, scope, place)
      WHERE EXISTS (SELECT 1 FROM report_cell c
          WHERE c.kind = s.kind AND c.start = s.start AND c.scope = s.scope AND c.commune = $1 OFFSET 0)
        OR EXISTS (SELECT 1 FROM report_part_cell c
          WHERE c.kind = s.kind AND c.start = s.start AND c.scope = s.scope AND c.commune = $1 OFFSET 0)
      """,
      [
        .text(commune.code), .words(scopes.map(\.period.kind.rawValue)),
        .numbers(scopes.map { Int64($0.period.start) }),
        .words(scopes.map { $0.audience?.text ?? "" }),
      ]
    ) { kept.insert(scopes[$0.int(0) - 1]) }
    return kept
  }

  func add(_ practice: PracticeCounts) throws {
    let changed = practice.counts.filter { $0.value != 0 }
    guard !changed.isEmpty else { return }
    let cells = Array(changed.keys)
    try connection.run(
      """
      INSERT INTO practice_cell AS c (commune, kind, start, audience, attempts)
      SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[])
      ON CONFLICT (kind, start, commune, audience) DO UPDATE SET attempts = c.attempts + excluded.attempts
      """,
      [
        .words(cells.map(\.commune.code)), .words(cells.map(\.period.kind.rawValue)),
        .numbers(cells.map { Int64($0.period.start) }), .words(cells.map(\.audience.text)),
        .numbers(cells.map { Int64(changed[$0] ?? 0) }),
      ])
  }

  private func addChanged() throws {
    try connection.run(
      """
      INSERT INTO report_cell AS c SELECT * FROM changed_report_cell
      ON CONFLICT (kind, start, scope, commune, audience, age_band, sex, is_assisted, is_later) DO UPDATE SET
        people = c.people + excluded.people, passed = c.passed + excluded.passed,
        attempts = c.attempts + excluded.attempts, attempts_passed = c.attempts_passed + excluded.attempts_passed
      """)
    try connection.run(
      """
      INSERT INTO report_part_cell AS c SELECT * FROM changed_report_part_cell
      ON CONFLICT (kind, start, scope, commune, part) DO UPDATE SET
        people = c.people + excluded.people, reached = c.reached + excluded.reached,
        asked = c.asked + excluded.asked, credit = c.credit + excluded.credit
      """)
  }
}
