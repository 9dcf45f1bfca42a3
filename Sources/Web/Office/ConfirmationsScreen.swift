import Assessment
import UseCases

extension Site {
  func confirmationPage(_ visit: inout Visit, _ route: ConfirmationRoute) throws -> Response {
    switch route {
    case .overview: try confirmations(&visit)
    case .layout: try confirmationLayout(&visit)
    case .batch(let id): try batch(&visit, id)
    case .answerFile(let id): try answerFile(&visit, id)
    case .files, .sending, .withdrawal, .answers, .application, .undoing: throw Problem.methodNotAllowed
    }
  }

  func confirmationWrite(
    _ visit: inout Visit, _ route: ConfirmationRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    let account = try visit.account()
    switch route {
    case .overview: return try makeList(&visit, fields)
    case .sending(let id):
      try visit.kiosk.markSent(id, by: account)
      return visit.redirect(to: .confirmation(.batch(id)))
    case .withdrawal(let id):
      try visit.kiosk.withdraw(id, by: account)
      let batch = try visit.kiosk.store.entry(id)?.batch ?? 0
      return visit.redirect(to: .confirmation(.batch(batch)))
    case .files(let id): return try listFile(visit, id, fields)
    case .answers: return try takeAnswers(&visit, preparation)
    case .application(let id): return try applyAnswers(&visit, id, fields)
    case .undoing(let id):
      try visit.kiosk.undoAnswers(id, by: account)
      return visit.redirect(to: .confirmation(.overview))
    case .layout: return try keepLayout(&visit, fields)
    case .batch, .answerFile: throw Problem.methodNotAllowed
    }
  }

  private func confirmations(_ visit: inout Visit) throws -> Response {
    let kiosk = visit.kiosk
    let page = ConfirmationsPage(
      listable: try kiosk.store.listableSlips(most: Kiosk.mostListed).count, audiences: try kiosk.store.audiences(),
      batches: try kiosk.store.batches().map { ($0, try kiosk.store.counts(of: $0.id)) },
      files: try kiosk.store.answerFiles(), waiting: try kiosk.waitingForConfirmation(),
      token: try visit.tokenField())
    return visit.page(page.page)
  }

  private func makeList(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let audience = try fields.optional("audience", most: 40).flatMap { $0.isEmpty ? nil : Audience.ID($0) }
    let until = try fields.optional("until", most: 10).flatMap { $0.isEmpty ? nil : $0 }
    guard until.map({ CivilDate(iso: $0) != nil }) ?? true else {
      throw FormFault.unexpected("until", value: until ?? "")
    }
    let batch = try visit.kiosk.listForConfirmation(
      audience: audience, until: until.flatMap(CivilDate.init(iso:)), by: visit.account())
    return visit.redirect(to: .confirmation(.batch(batch)))
  }

  private func confirmationLayout(_ visit: inout Visit) throws -> Response {
    let (number, text) = try visit.kiosk.store.confirmationLayout() ?? (0, "")
    return visit.page(ConfirmationLayoutPage(number: number, text: text, token: try visit.tokenField()).page)
  }

  private func keepLayout(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    // Text areas send line ends as the network has them.
    let sent = try fields.text("layout", most: 16_384)
    let text = sent.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    do {
      _ = try visit.kiosk.keepConfirmationLayout(text, by: visit.account())
      return visit.redirect(to: .confirmation(.layout))
    } catch UseCaseError.confirmation(let fault) {
      let number = try visit.kiosk.store.confirmationLayout()?.number ?? 0
      let page = ConfirmationLayoutPage(
        number: number, text: text, fault: fault.sentence, token: try visit.tokenField())
      return visit.page(page.page, status: fault.status)
    }
  }
}

extension Route {
  static func confirmation(_ route: ConfirmationRoute) -> Route { .office(.confirmations(route)) }
}

struct ConfirmationsPage {
  let listable: Int
  let audiences: [Audience]
  let batches: [(batch: ConfirmationBatch, counts: [ConfirmationState: Int])]
  let files: [AnswerFile]
  let waiting: [WaitingForConfirmation]
  let token: Markup

  var page: Page {
    Page(
      ConfirmationWording.title, kind: "confirmations",
      main: """
        <h1>\(ConfirmationWording.title)</h1>
        <p>\(ConfirmationWording.lead)</p>
        <p class="small">\(ConfirmationWording.steps)</p>
        <div class="columns">
        \(newList)\(upload)</div>
        <h2>\(ConfirmationWording.batches)</h2>
        \(batchTable)<h2>\(ConfirmationWording.answers)</h2>
        \(fileTable)\(reminders)<p class="actions"><a class="button" href="\(Route.confirmation(.layout))">\(ConfirmationWording.toLayout)</a></p>

        """)
  }

  private var newList: Markup {
    """
    <form class="panel" method="post" action="\(Route.confirmation(.overview))">\(token)
    <h2>\(ConfirmationWording.makeList)</h2>
    <p>\(ConfirmationWording.listable(listable))</p>
    <label for="audience">\(ConfirmationWording.audience)</label>
    <select id="audience" name="audience"><option value="">\(ConfirmationWording.everyone)</option>\
    \(each: audiences, { "<option value=\"\($0.id.text)\">\($0.name)</option>" })</select>
    <label for="until">\(ConfirmationWording.until)</label>
    <input id="until" name="until" type="date">
    <button class="button main" type="submit"\(" disabled", if: listable == 0)>\(ConfirmationWording.makeList)</button>
    </form>

    """
  }

  private var upload: Markup {
    """
    <form class="panel" method="post" action="\(Route.confirmation(.answers))" enctype="multipart/form-data">\(token)
    <h2>\(ConfirmationWording.answers)</h2>
    <p>\(ConfirmationWording.answersLead)</p>
    <label for="file">\(ConfirmationWording.file)</label>
    <input id="file" name="file" type="file" accept=".csv,.xlsx,.tsv,.txt" required>
    <button class="button" type="submit">\(ConfirmationWording.look)</button>
    </form>

    """
  }

  private var batchTable: Markup {
    guard !batches.isEmpty else { return "<p class=\"empty\">\(ConfirmationWording.noBatches)</p>\n" }
    return """
      <div class="scroll"><table class="list"><thead><tr><th>\(ConfirmationWording.batches)</th>\
      <th>\(ConfirmationWording.madeOn)</th><th>\(ConfirmationWording.sentOn)</th>\
      \(each: Self.states, { "<th class=\"number\">\(ConfirmationWording.count($0))</th>" })</tr></thead>
      <tbody>\(each: batches, row)</tbody></table></div>

      """
  }

  private static let states: [ConfirmationState] = [.listed, .sent, .confirmed, .refused, .withdrawn]

  private func row(_ line: (batch: ConfirmationBatch, counts: [ConfirmationState: Int])) -> Markup {
    let sent: Markup = line.batch.sentAt.map { "\(Formatting.date(CivilDate($0)))" }
      ?? "<span class=\"badge care\">\(ConfirmationWording.notSent)</span>"
    return """
      <tr><td><a href="\(Route.confirmation(.batch(line.batch.id)))">\(ConfirmationWording.batch(line.batch.id))</a></td>\
      <td>\(Formatting.date(CivilDate(line.batch.madeAt)))</td><td>\(sent)</td>\
      \(each: Self.states, { "<td class=\"number\">\(line.counts[$0] ?? 0)</td>" })</tr>

      """
  }

  private var fileTable: Markup {
    guard !files.isEmpty else { return "<p class=\"empty\">\(ConfirmationWording.noAnswers)</p>\n" }
    return """
      <div class="scroll"><table class="list"><tbody>\(each: files, file)</tbody></table></div>

      """
  }

  private func file(_ file: AnswerFile) -> Markup {
    let open: Markup = file.state == .previewed
      ? "<a class=\"button main\" href=\"\(Route.confirmation(.answerFile(file.id)))\">\(ConfirmationWording.look)</a>" : ""
    let undo: Markup = file.state == .applied
      ? """
        <form method="post" action="\(Route.confirmation(.undoing(file.id)))">\(token)\
        <button class="button danger" type="submit" title="\(ConfirmationWording.undoHelp)">\(ConfirmationWording.undo)</button></form>
        """ : ""
    return """
      <tr><td>\(ConfirmationWording.answerFile(file.id))</td><td>\(Formatting.date(CivilDate(file.at)))</td>\
      <td>\(ConfirmationWording.fileState(file.state))</td><td>\(ConfirmationWording.applied(file.changed, file.rows))</td>\
      <td>\(open)\(undo)</td></tr>

      """
  }

  private var reminders: Markup {
    guard !waiting.isEmpty else { return "" }
    return """
      <h2>\(ConfirmationWording.reminders)</h2>
      <div class="scroll"><table class="list"><thead><tr><th>\(ConfirmationWording.name)</th>\
      <th>\(ConfirmationWording.passedOn)</th><th class="number">\(ConfirmationWording.since)</th>\
      <th>\(ConfirmationWording.state)</th><th>\(ConfirmationWording.reason)</th></tr></thead>
      <tbody>\(each: waiting, reminder)</tbody></table></div>

      """
  }

  private func reminder(_ who: WaitingForConfirmation) -> Markup {
    """
    <tr><td><a href="\(Route.desk(.person(who.person)))">\(who.name ?? "")</a></td><td>\(Formatting.date(who.passedOn))</td>\
    <td class="number">\(ConfirmationWording.reminder(who.daysSince))</td>\
    <td>\(who.state.map(ConfirmationWording.count) ?? ConfirmationWording.notListed)</td><td>\(who.reason ?? "")</td></tr>

    """
  }
}

struct ConfirmationLayoutPage {
  let number: Int
  let text: String
  var fault: String?
  let token: Markup

  init(number: Int, text: String, fault: String? = nil, token: Markup) {
    self.number = number
    self.text = text
    self.fault = fault
    self.token = token
  }

  var page: Page {
    let alert: Markup = fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
    return Page(
      ConfirmationWording.layoutTitle, kind: "confirmations",
      main: """
        <h1>\(ConfirmationWording.layoutTitle)</h1>
        \(alert)<p>\(ConfirmationWording.layoutLead)</p>
        <p class="small">\(ConfirmationWording.layoutNumber(number))</p>
        <form class="panel" method="post" action="\(Route.confirmation(.layout))">\(token)
        <label for="layout">\(ConfirmationWording.layoutText)</label>
        <textarea id="layout" name="layout" rows="24" spellcheck="false">\(text)</textarea>
        <p class="actions"><a class="button" href="\(Route.confirmation(.overview))">\(ConfirmationWording.title)</a>
        <button class="button main" type="submit">\(ConfirmationWording.layoutKeep)</button></p>
        </form>

        """)
  }
}
