import Assessment
import Measurement

/// Pass rates of a period, line by line, as they may be shown in the mode that was asked for.
package struct PassRates: Equatable, Sendable {
  /// What a line is about.
  package enum Subject: Equatable, Sendable {
    case all
    case audience(Audience.ID)
    case hamlet(Hamlet.ID?)
    case age(AgeBand)
    case sex(Sex?)
    case help(Bool)
    case turn(isLater: Bool)
    case month(ReportPeriod)
    case part(ReportPart)
  }

  package struct Line: Equatable, Sendable {
    package let subject: Subject
    /// What the office or the framework calls it, where it has a name of its own.
    package let name: String?
    /// Passed of people who took the test; of an area, people who reached its cut. Parts are nil where hidden.
    package let people: ShownRate
    /// Passed attempts of all; only in internal reports.
    package let attempts: Proportion?
    /// Only of areas and competences.
    package let points: Points?

    package init(
      subject: Subject, name: String?, people: ShownRate, attempts: Proportion? = nil, points: Points? = nil
    ) {
      self.subject = subject
      self.name = name
      self.people = people
      self.attempts = attempts
      self.points = points
    }
  }

  /// What was reached of all that could be, in hundredths of items.
  package struct Points: Equatable, Sendable {
    package let asked: Int
    package let credit: Int

    package var tenthsOfPercent: Int? { Rounding.tenthsOfPercent(credit, of: asked * 100) }
  }

  package let query: PassRateQuery
  package let lines: [Line]
  package let total: Line
  /// Practice handed in in the period: attempts only, for it knows nobody. Nil where hidden, or where a filter asks for
  /// something that practice does not know.
  package let practice: Int?
}

extension Kiosk {
  /// People who took the test in a period and those who passed, each counted once by the deciding attempt.
  ///
  /// Kept counts answer calendar periods, over all audiences or within one; whatever else is asked is counted on the spot
  /// from one pass over the attempts.
  package func passRates(_ query: PassRateQuery) throws -> PassRates {
    let counting = ReportCounting(store: store, filter: query.filter)
    let practice = try practiceCount(query)
    switch query.breakdown {
    case .area, .competence:
      return PartRates(query: query, names: try ReportNames(store: store), practice: practice).figures(
        total: try counting.groups(in: query.period), parts: try counting.parts(in: query.period))
    case .month:
      let months = try query.period.months.map { (PassRates.Subject.month($0), try counting.groups(in: $0)) }
      return GroupRates(query: query, names: try ReportNames(store: store), practice: practice).months(
        months.map { ($0.0, $0.1.total) }, total: try counting.groups(in: query.period).total)
    case .audience, .hamlet, .age, .sex, .help, .turn:
      return GroupRates(query: query, names: try ReportNames(store: store), practice: practice).figures(
        try counting.groups(in: query.period))
    }
  }

  private func practiceCount(_ query: PassRateQuery) throws -> Int? {
    guard query.filter.isKept else { return nil }
    let counts = try store.practiceCounts(in: query.period)
    let count = query.filter.audience.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
    return query.mode == .outside && SuppressionRule.sentOut.isSmall(count) ? nil : count
  }
}

/// What a report's form offers to choose from.
package struct ReportChoices: Equatable, Sendable {
  package let audiences: [Audience]
  package let hamlets: [Hamlet]
  package let tags: [Tag]
}

extension Kiosk {
  /// Hamlets and tags no longer on the list too: people were counted there.
  package func reportChoices() throws -> ReportChoices {
    ReportChoices(audiences: try store.audiences(), hamlets: try store.allHamlets(), tags: try store.allTags())
  }
}

extension Kiosk {
  /// As the framework in force lists them.
  package func competences() throws -> [Competence] { try ReportNames(store: store).competences }
}

/// Names of what reports break down by.
package struct ReportNames {
  package let audiences: [Audience]
  let hamlets: [Hamlet]
  /// Names of hamlets on the list and of those that were.
  let formerHamlets: [Hamlet]
  package let areas: [Area]
  package let competences: [Competence]

  /// For counts in which no hamlets are told apart.
  package init(_ framework: Framework) {
    audiences = framework.audiences
    hamlets = []
    formerHamlets = []
    areas = framework.areas
    competences = framework.competences
  }

  init(store: any Kiosk.Store) throws {
    audiences = try store.audiences()
    hamlets = try store.hamlets()
    formerHamlets = try store.allHamlets()
    let framework = try audiences.first.flatMap { try store.currentVersion(for: $0.id) }.map {
      try store.rules($0).framework
    }
    areas = framework?.areas ?? []
    competences = framework?.competences ?? []
  }

  func name(of subject: PassRates.Subject) -> String? {
    switch subject {
    case .audience(let id): audiences.first { $0.id == id }?.name ?? id.text
    case .hamlet(let id?): formerHamlets.first { $0.id == id }?.name ?? String(id)
    case .part(.area(let id)): areas.first { $0.id == id }?.name ?? id.text
    case .part(.competence(let id)): competences.first { $0.id == id }?.name ?? id.text
    case .all, .hamlet(nil), .age, .sex, .help, .turn, .month: nil
    }
  }
}
