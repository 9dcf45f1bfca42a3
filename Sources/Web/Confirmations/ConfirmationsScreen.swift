import Assessment
import UseCases

extension Site {
  func confirmations(_ visit: inout Visit) throws -> Response {
    visit.page(try confirmationsPage(&visit).page)
  }

  func confirmationsPage(_ visit: inout Visit, again problem: StaffProblem? = nil) throws -> ConfirmationsPage {
    let store = visit.kiosk.store
    return ConfirmationsPage(
      tally: try store.confirmationTally(), listable: try store.listableSlips(most: Kiosk.mostListed).count,
      audiences: try store.audiences(),
      batches: try store.batches().prefix(ConfirmationsPage.mostBatches).map { ($0, try store.counts(of: $0.id)) },
      files: Array(try store.answerFiles().prefix(ConfirmationsPage.mostFiles)),
      refused: try visit.kiosk.refusedPeople(most: ConfirmationsPage.mostPeople),
      waiting: try visit.kiosk.waitingForConfirmation(most: ConfirmationsPage.mostPeople), problem: problem,
      token: try visit.tokenField())
  }

  func markCorrected(_ visit: inout Visit, _ id: ConfirmationEntry.ID) throws -> Response {
    try visit.kiosk.markCorrected(id, by: visit.account())
    return visit.redirect(to: .confirmation(.overview), at: "refused")
  }
}

/// Where everybody stands, and everything that can be done about it.
struct ConfirmationsPage {
  static let mostBatches = 12
  static let mostFiles = 12
  static let mostPeople = 20

  let tally: ConfirmationTally
  let listable: Int
  let audiences: [Audience]
  let batches: [(batch: ConfirmationBatch, counts: [ConfirmationState: Int])]
  let files: [AnswerFile]
  let refused: [RefusedPerson]
  let waiting: [WaitingForConfirmation]
  let problem: StaffProblem?
  let token: Markup

  var page: Page {
    Page(
      ConfirmationWording.title, kind: "confirmations", styles: ConfirmationParts.styles,
      main: """
        <h1>\(ConfirmationWording.title)</h1>
        \(ConfirmationParts.alert(problem))<p>\(ConfirmationWording.lead)</p>
        \(tallies)<div class="columns">
        \(newList)\(upload)</div>
        <h2>\(ConfirmationWording.batches)</h2>
        \(batchTable)<h2>\(ConfirmationWording.files)</h2>
        \(fileTable)\(refusals)\(reminders)\
        <p class="actions start"><a class="button" href="\(Route.confirmation(.layout))">\(ConfirmationWording.toLayout)</a></p>

        """)
  }

  private var tallies: Markup {
    let counts: [(String, Int)] = [
      (ConfirmationWording.passed, tally.passed), (ConfirmationWording.state(nil), tally.unlisted),
      (ConfirmationWording.state(.listed), tally.listed), (ConfirmationWording.state(.sent), tally.sent),
      (ConfirmationWording.state(.confirmed), tally.confirmed), (ConfirmationWording.state(.refused), tally.refused),
    ]
    return """
      <dl class="tally">\(each: counts, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>

      """
  }

  private var newList: Markup {
    let form: Markup = """
      <div class="fields"><div><label for="audience">\(ConfirmationWording.audience)</label>
      <select id="audience" name="audience"><option value="">\(ConfirmationWording.everyone)</option>\
      \(each: audiences, { "<option value=\"\($0.id.text)\">\($0.name)</option>" })</select></div>
      <div><label for="until">\(ConfirmationWording.until)</label>
      <input id="until" name="until" type="date"></div></div>
      <button class="button main" type="submit">\(ConfirmationWording.lookAtList)</button>

      """
    return """
      <form class="panel" method="post" action="\(Route.confirmation(.draft))">\(token)
      <h2>\(ConfirmationWording.newList)</h2>
      <p>\(ConfirmationWording.listable(listable))</p>
      \(listable > 0 ? form : "")</form>

      """
  }

  private var upload: Markup {
    """
    <form class="panel" method="post" action="\(Route.confirmation(.answers))" enctype="multipart/form-data">\(token)
    <h2>\(ConfirmationWording.answers)</h2>
    <p>\(ConfirmationWording.answersLead)</p>
    <label for="file">\(ConfirmationWording.file)</label>
    <input id="file" name="file" type="file" accept=".csv,.xlsx,.tsv,.txt" required>
    <button class="button main" type="submit">\(ConfirmationWording.look)</button>
    </form>

    """
  }

  private var batchTable: Markup {
    guard !batches.isEmpty else { return "<p class=\"empty\">\(ConfirmationWording.noBatches)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(ConfirmationWording.list)</th>\
      <th>\(ConfirmationWording.madeOn)</th><th>\(ConfirmationWording.sentOn)</th>\
      \(each: Self.states, { "<th class=\"number\">\(ConfirmationWording.state($0))</th>" })</tr></thead>
      <tbody>\(each: batches, row)</tbody></table></div>

      """
  }

  private static let states: [ConfirmationState] = [.listed, .sent, .confirmed, .refused, .withdrawn]

  private func row(_ line: (batch: ConfirmationBatch, counts: [ConfirmationState: Int])) -> Markup {
    let sent: Markup =
      line.batch.sentAt.map { "\(Formatting.date(CivilDate($0)))" }
      ?? "<span class=\"badge care\">\(ConfirmationWording.notSent)</span>"
    return """
      <tr><td><a href="\(Route.confirmation(.batch(line.batch.id, page: 1)))">\(ConfirmationWording.batch(line.batch.id))</a></td>\
      <td>\(Formatting.date(CivilDate(line.batch.madeAt)))</td><td>\(sent)</td>\
      \(each: Self.states, { "<td class=\"number\">\(line.counts[$0] ?? 0)</td>" })</tr>

      """
  }

  private var fileTable: Markup {
    guard !files.isEmpty else { return "<p class=\"empty\">\(ConfirmationWording.noAnswers)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(ConfirmationWording.file)</th><th>\(ConfirmationWording.takenOn)</th>\
      <th>\(ConfirmationWording.fileStanding)</th><th class="number">\(ConfirmationWording.lines)</th>\
      <th class="number">\(ConfirmationWording.changed)</th></tr></thead>
      <tbody>\(each: files, row)</tbody></table></div>

      """
  }

  private func row(_ file: AnswerFile) -> Markup {
    let kind: Markup = file.state == .previewed ? " care" : file.state == .applied ? " good" : ""
    return """
      <tr><td><a href="\(Route.confirmation(.answerFile(file.id, page: 1)))">\(ConfirmationWording.answerFile(file.id))</a></td>\
      <td>\(Formatting.dateAndTime(file.at))</td>\
      <td><span class="badge\(kind)">\(ConfirmationWording.fileState(file.state))</span></td>\
      <td class="number">\(file.rows)</td><td class="number">\(file.changed)</td></tr>

      """
  }
}
