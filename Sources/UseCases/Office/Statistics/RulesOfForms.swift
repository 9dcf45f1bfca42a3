import Assessment

/// The rules that most recently counted in a period. Forms of another length or line are other tests and stay apart.
struct RulesOfForms {
  /// Nil where nobody was tested.
  let blueprint: Blueprint?
  /// Rows that say the same.
  private let rows: Set<ContentVersion>

  init(store: any Kiosk.Store, query: StatisticsQuery) throws {
    var seen: Set<ContentVersion> = []
    if let audience = query.audience {
      try store.eachAreaCredit(of: audience, in: query.period.moments) { seen.insert($0.content) }
    }
    let known = try seen.map { (row: $0, blueprint: try store.rules($0).blueprint) }
    let newest = known.max { ($0.row.blueprint, $0.row.bank) < ($1.row.blueprint, $1.row.bank) }?.blueprint
    blueprint = newest
    rows = Set(
      known.filter { one in
        one.blueprint.itemCount == newest?.itemCount && one.blueprint.cutScore == newest?.cutScore
      }.map(\.row))
  }

  func hold(_ content: ContentVersion) -> Bool { rows.contains(content) }
}
