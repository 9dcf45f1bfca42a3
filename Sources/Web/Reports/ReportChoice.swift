import Assessment
import UseCases

/// The form in which a report is chosen; it stands above every report too, with that report's choice in it.
struct ReportChoice {
  let route: ReportRoute
  let choices: ReportChoices
  let today: CivilDate

  private var filter: ReportFilter {
    switch route {
    case .passRates(let query, _): query.filter
    case .attempts(let query, _): query.filter
    }
  }

  private var mode: ReportMode {
    switch route {
    case .passRates(let query, _): query.mode
    case .attempts(let query, _): query.mode
    }
  }

  private var subject: String {
    switch route {
    case .passRates(let query, _): query.breakdown.rawValue
    case .attempts: Self.list
    }
  }

  /// In place of a breakdown: the list of attempts.
  private static let list = "list"

  var form: Markup {
    let period = PeriodFields(period: route.period, today: today)
    return """
      <form class="panel report-choice" method="get" action="\(Route.office(.reports))">
      <div class="fields">
      \(period.menu)\(period.days)\
      \(Components.menu("by", ReportWording.by, subjects, chosen: subject))\
      \(Components.menu("mode", ReportWording.mode, ReportMode.allCases.map { ($0.rawValue, ReportWording.mode($0)) }, chosen: mode.rawValue))\
      </div>
      <details\(" open", if: filter != ReportFilter())><summary>\(ReportWording.filters)</summary><div class="fields">
      \(filters)</div></details>
      <p class="actions"><button class="button main" type="submit">\(ReportWording.show)</button></p>
      </form>

      """
  }

  private var filters: Markup {
    let yes = { (flag: Bool?, on: String, off: String) -> String in flag.map { $0 ? on : off } ?? "" }
    return """
      \(Components.menu("audience", ReportWording.breakdown(.audience), any(choices.audiences.map { ($0.id.text, $0.name) }), chosen: filter.audience?.text ?? ""))\
      \(Components.menu("hamlet", ReportWording.breakdown(.hamlet), any(choices.hamlets.map { (String($0.id), $0.name) }), chosen: filter.hamlet.map(String.init) ?? ""))\
      \(Components.menu("age", ReportWording.breakdown(.age), any(AgeBand.allCases.map { (String($0.rawValue), ReportWording.age($0)) }), chosen: filter.age.map { String($0.rawValue) } ?? ""))\
      \(Components.menu("sex", ReportWording.breakdown(.sex), any(Sex.allCases.map { ($0.rawValue, ReportWording.sex($0)) }), chosen: filter.sex?.rawValue ?? ""))\
      \(Components.menu("help", ReportWording.breakdown(.help), any([("yes", ReportWording.help(true)), ("no", ReportWording.help(false))]), chosen: yes(filter.isAssisted, "yes", "no")))\
      \(Components.menu("turn", ReportWording.breakdown(.turn), any([("first", ReportWording.turn(false)), ("later", ReportWording.turn(true))]), chosen: yes(filter.isLater, "later", "first")))\
      \(choices.tags.isEmpty ? "" : Components.menu("tag", ReportWording.tag, any(choices.tags.map { (String($0.id), $0.name) }), chosen: filter.tag.map(String.init) ?? ""))
      """
  }

  private func any(_ entries: [(String, String)]) -> [(String, String)] { [("", ReportWording.any)] + entries }

  private var subjects: [(String, String)] {
    PassRateQuery.Breakdown.allCases.map { ($0.rawValue, ReportWording.subject($0)) } + [
      (Self.list, ReportWording.attempts)
    ]
  }
}

extension ReportChoice {
  /// Reads what the form sends.
  ///
  /// - Throws: ``UseCaseError/report(_:)`` for days that make no period, ``FormFault`` for what the form cannot send.
  static func route(from fields: FormFields) throws -> ReportRoute {
    let period = try PeriodFields.period(from: fields)
    guard let filter = ReportFilter(words: try words(from: fields)) else {
      throw FormFault.unexpected("filter", value: "")
    }
    let modeText = try fields.text("mode", most: 20)
    guard let mode = ReportMode(rawValue: modeText) else { throw FormFault.unexpected("mode", value: modeText) }
    let subject = try fields.text("by", most: 20)
    if subject == list { return .attempts(AttemptQuery(period: period, filter: filter, mode: mode), .page) }
    guard let breakdown = PassRateQuery.Breakdown(rawValue: subject) else {
      throw FormFault.unexpected("by", value: subject)
    }
    return .passRates(PassRateQuery(period: period, breakdown: breakdown, filter: filter, mode: mode), .page)
  }

  private static func words(from fields: FormFields) throws -> [String] {
    try ["audience", "hamlet", "age", "sex", "help", "turn", "tag"].compactMap { name in
      let value = try fields.optional(name, most: 40) ?? ""
      return value.isEmpty ? nil : "\(name)-\(value)"
    }
  }
}
