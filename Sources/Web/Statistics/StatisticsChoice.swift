import Assessment
import UseCases

/// The form in which statistics are chosen; it stands above them too, with that choice in it.
struct StatisticsChoice {
  enum Fault: Error {
    /// The test and its cut are one audience's.
    case audienceMissing
    case cutOutOfRange

    var sentence: String {
      switch self {
      case .audienceMissing: StatisticsWording.audienceMissing
      case .cutOutOfRange: StatisticsWording.cutOutOfRange
      }
    }
  }

  let route: StatisticsRoute
  let choices: ReportChoices
  let competences: [Competence]
  let today: CivilDate

  private enum Subject: String, CaseIterable {
    case items, test, cut

    var name: String {
      switch self {
      case .items: StatisticsWording.items
      case .test: StatisticsWording.test
      case .cut: StatisticsWording.cut
      }
    }
  }

  private var subject: Subject {
    switch route {
    case .items, .item: .items
    case .test: .test
    case .cut: .cut
    }
  }

  private var competence: Competence.ID? {
    if case .items(_, let competence, _, _, _) = route { return competence }
    return nil
  }

  private var order: ItemOrder {
    if case .items(_, _, let order, _, _) = route { return order }
    return .flags
  }

  private var asked: Int? {
    if case .cut(_, let asked, _) = route { return asked }
    return nil
  }

  var form: Markup {
    let period = PeriodFields(period: route.query.period, today: today)
    return """
      <form class="panel report-choice" method="get" action="\(Route.office(.statistics))">
      <div class="fields">
      \(Components.menu("subject", StatisticsWording.subject, Subject.allCases.map { ($0.rawValue, $0.name) }, chosen: subject.rawValue))\
      \(Components.menu("audience", StatisticsWording.audience, [("", ReportWording.any)] + choices.audiences.map { ($0.id.text, $0.name) }, chosen: route.query.audience?.text ?? ""))\
      \(period.menu)\(period.days)\
      \(Components.menu("mode", ReportWording.mode, ReportMode.allCases.map { ($0.rawValue, ReportWording.mode($0)) }, chosen: route.query.mode.rawValue))\
      \(Components.menu("competence", StatisticsWording.competence, [("", ReportWording.any)] + competences.map { ($0.id.text, $0.name) }, chosen: competence?.text ?? ""))\
      \(Components.menu("order", StatisticsWording.order, ItemOrder.allCases.map { ($0.rawValue, StatisticsWording.order($0)) }, chosen: order.rawValue))\
      <label>\(StatisticsWording.asked)<input type="text" name="cut" inputmode="numeric" maxlength="3" value="\(asked.map(String.init) ?? "")"></label>
      </div>
      <p class="actions"><button class="button main" type="submit">\(StatisticsWording.show)</button></p>
      </form>

      """
  }

  /// Reads what the form sends.
  ///
  /// - Throws: ``Fault``, ``UseCaseError/report(_:)`` for days that make no period, ``FormFault`` for what it cannot send.
  static func route(from fields: FormFields) throws -> StatisticsRoute {
    func word<Word: RawRepresentable>(_ name: String, _: Word.Type) throws -> Word where Word.RawValue == String {
      let text = try fields.text(name, most: 20)
      guard let word = Word(rawValue: text) else { throw FormFault.unexpected(name, value: text) }
      return word
    }
    let subject = try word("subject", Subject.self)
    let audience = try id("audience", in: fields, Audience.ID.self)
    let query = StatisticsQuery(
      period: try PeriodFields.period(from: fields), audience: audience, mode: try word("mode", ReportMode.self))
    switch subject {
    case .items:
      return .items(
        query, competence: try id("competence", in: fields, Competence.ID.self),
        by: try word("order", ItemOrder.self), page: 1, .page)
    case .test, .cut:
      guard audience != nil else { throw Fault.audienceMissing }
      return subject == .test ? .test(query, .page) : .cut(query, asked: try cut(in: fields), .page)
    }
  }

  private static func id<Of>(_ name: String, in fields: FormFields, _: ContentID<Of>.Type) throws -> ContentID<Of>? {
    let text = try fields.optional(name, most: 40) ?? ""
    if text.isEmpty { return nil }
    guard ContentID<Of>.isWellFormed(text) else { throw FormFault.unexpected(name, value: text) }
    return ContentID<Of>(text)
  }

  private static func cut(in fields: FormFields) throws -> Int? {
    let text = (try fields.optional("cut", most: 20) ?? "").filter { $0 != " " }
    if text.isEmpty { return nil }
    guard let cut = Int(text), (0...999).contains(cut) else { throw Fault.cutOutOfRange }
    return cut
  }
}
