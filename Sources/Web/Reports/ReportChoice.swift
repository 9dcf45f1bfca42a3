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
  private static let otherDates = "dates"

  var form: Markup {
    """
    <form class="panel report-choice" method="get" action="\(Route.office(.reports))">
    <div class="fields">
    \(menu("period", ReportWording.period, periods, chosen: chosenPeriod))\
    \(day("from", ReportWording.from, route.period.first))\
    \(day("to", ReportWording.to, route.period.last))\
    \(menu("by", ReportWording.by, subjects, chosen: subject))\
    \(menu("mode", ReportWording.mode, ReportMode.allCases.map { ($0.rawValue, ReportWording.mode($0)) }, chosen: mode.rawValue))\
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
      \(menu("audience", ReportWording.breakdown(.audience), any(choices.audiences.map { ($0.id.text, $0.name) }), chosen: filter.audience?.text ?? ""))\
      \(menu("hamlet", ReportWording.breakdown(.hamlet), any(choices.hamlets.map { (String($0.id), $0.name) }), chosen: filter.hamlet.map(String.init) ?? ""))\
      \(menu("age", ReportWording.breakdown(.age), any(AgeBand.allCases.map { (String($0.rawValue), ReportWording.age($0)) }), chosen: filter.age.map { String($0.rawValue) } ?? ""))\
      \(menu("sex", ReportWording.breakdown(.sex), any(Sex.allCases.map { ($0.rawValue, ReportWording.sex($0)) }), chosen: filter.sex?.rawValue ?? ""))\
      \(menu("help", ReportWording.breakdown(.help), any([("yes", ReportWording.help(true)), ("no", ReportWording.help(false))]), chosen: yes(filter.isAssisted, "yes", "no")))\
      \(menu("turn", ReportWording.breakdown(.turn), any([("first", ReportWording.turn(false)), ("later", ReportWording.turn(true))]), chosen: yes(filter.isLater, "later", "first")))
      """
  }

  private func any(_ entries: [(String, String)]) -> [(String, String)] { [("", ReportWording.any)] + entries }

  private func menu(
    _ name: StaticString, _ label: String, _ entries: [(value: String, text: String)], chosen: String
  ) -> Markup {
    let name = Markup(stringLiteral: name)
    return """
      <label>\(label)<select name="\(name)">\(each: entries, { "<option value=\"\($0.value)\"\(" selected", if: $0.value == chosen)>\($0.text)</option>" })</select></label>

      """
  }

  private func day(_ name: StaticString, _ label: String, _ day: CivilDate) -> Markup {
    """
    <label>\(label)<input type="date" name="\(Markup(stringLiteral: name))" value="\(day.iso)"></label>

    """
  }

  private var subjects: [(String, String)] {
    PassRateQuery.Breakdown.allCases.map { ($0.rawValue, ReportWording.subject($0)) } + [
      (Self.list, ReportWording.attempts)
    ]
  }

  /// This one and those before it: a year of months, two years of quarters and half years, three years; and, where the
  /// report at hand is older, its own.
  private var periods: [(String, String)] {
    var periods: [ReportPeriod] = []
    for (kind, count) in [(CalendarPeriod.Kind.quarter, 8), (.month, 12), (.half, 4), (.year, 3)] {
      var period = CalendarPeriod(kind, containing: today)
      for _ in 0..<count where ReportPeriod.years.contains(period.year) {
        periods.append(.calendar(period))
        period = period.previous
      }
    }
    if case .calendar = route.period, !periods.contains(route.period) { periods.append(route.period) }
    return periods.map { ($0.text, ReportWording.period($0)) } + [(Self.otherDates, ReportWording.otherDates)]
  }

  private var chosenPeriod: String {
    if case .calendar = route.period { return route.period.text }
    return Self.otherDates
  }
}

extension ReportChoice {
  /// Reads what the form sends.
  ///
  /// - Throws: ``UseCaseError/report(_:)`` for days that make no period, ``FormFault`` for what the form cannot send.
  static func route(from fields: FormFields) throws -> ReportRoute {
    let period = try period(from: fields)
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

  private static func period(from fields: FormFields) throws -> ReportPeriod {
    let text = try fields.text("period", most: 40)
    guard text == otherDates else {
      guard let period = ReportPeriod(text) else { throw FormFault.unexpected("period", value: text) }
      return period
    }
    let (from, to) = (try fields.text("from", most: 20), try fields.text("to", most: 20))
    guard let first = CivilDate(iso: from), let last = CivilDate(iso: to) else {
      throw UseCaseError.report(.period(.outOfRange))
    }
    do {
      return try ReportPeriod.from(first, to: last).get()
    } catch {
      throw UseCaseError.report(.period(error))
    }
  }

  private static func words(from fields: FormFields) throws -> [String] {
    try ["audience", "hamlet", "age", "sex", "help", "turn"].compactMap { name in
      let value = try fields.optional(name, most: 40) ?? ""
      return value.isEmpty ? nil : "\(name)-\(value)"
    }
  }
}
