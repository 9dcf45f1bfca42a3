import Assessment
import Province
import UseCases
import Web

extension ProvinceSite {
  func confirmations(_ visit: ProvinceVisit, fault: String? = nil, status: Int = 200) throws -> Response {
    let store = visit.office.store
    let lists = try store.lists().prefix(50).map { ($0, try store.counts(of: $0.id)) }
    let page = ConfirmationsPage(
      tally: try store.tally(isWhole: true), lists: Array(lists), boxes: try store.boxesWithAnswers().count,
      fault: fault,
      token: visit.tokenField)
    return visit.page(page.page, status: status)
  }

  func makeList(_ visit: ProvinceVisit) throws -> Response {
    do {
      return visit.redirect(to: .list(try visit.office.listForConfirmation(by: visit.officer?.id)))
    } catch OfficeFault.confirmation(let fault) {
      return try confirmations(visit, fault: fault.sentence, status: fault.status)
    }
  }

  func list(_ visit: ProvinceVisit, _ id: ConfirmationBatch.ID) throws -> Response {
    let store = visit.office.store
    guard let batch = try store.list(id) else { throw OfficeFault.confirmation(.unknownBatch(id)) }
    return visit.page(ListPage(batch: batch, counts: try store.counts(of: id), token: visit.tokenField).page)
  }

  func listFile(_ visit: ProvinceVisit, _ id: ConfirmationBatch.ID) throws -> Response {
    guard let form = ListForm(word: try visit.fields().text("format", most: 20)) else {
      throw ProvinceProblem.unreadableForm
    }
    let bytes = try visit.office.listFile(id, as: form, by: visit.officer?.id).bytes
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", "application/octet-stream"),
        Response.Header("Content-Disposition", "attachment; filename=\"vneid-\(id).\(form.ending)\""),
        Response.Header("Cache-Control", "no-store"),
      ], body: bytes)
  }

  func handOver(_ visit: ProvinceVisit, _ id: ConfirmationBatch.ID) throws -> Response {
    try visit.office.markSent(id)
    return visit.redirect(to: .list(id))
  }
}

struct ConfirmationsPage {
  let tally: ConfirmationTally
  let lists: [(batch: ConfirmationBatch, counts: [ConfirmationState: Int])]
  let boxes: Int
  let fault: String?
  let token: Markup

  private var entries: [(String, Int)] {
    [(ConfirmationWording.passed, tally.passed), (ConfirmationWording.state(nil), tally.unlisted)]
      + Self.onTheirWay(tally)
  }

  /// Without those whom no list names yet: they are counted on the page of lists only.
  static func onTheirWay(_ tally: ConfirmationTally) -> [(String, Int)] {
    [
      (ConfirmationWording.state(.listed), tally.listed), (ConfirmationWording.state(.sent), tally.sent),
      (ConfirmationWording.state(.confirmed), tally.confirmed), (ConfirmationWording.state(.refused), tally.refused),
    ]
  }

  var page: ProvincePage {
    ProvincePage(
      ProvinceWording.confirmations, kind: "confirmations", styles: ["office-confirmations.css"],
      main: """
        <h1>\(ProvinceWording.confirmations)</h1>
        \(ProvinceParts.alert(fault))<p class="lead">\(ProvinceWording.lead)</p>
        \(ProvinceParts.tally(entries))<div class="columns">
        <form class="panel" method="post" action="\(ProvinceRoute.confirmations)">\(token)
        <h2>\(ConfirmationWording.newList)</h2>
        <p>\(ProvinceWording.newListHelp)</p>
        <button class="button main" type="submit">\(ProvinceWording.newList)</button></form>
        \(AnswersForm(token: token).markup)</div>
        <p class="done told" id="applied" role="status">\(ProvinceWording.done)</p>
        <h2>\(ProvinceWording.routed)</h2>
        <p>\(ProvinceWording.routedBoxes(boxes))</p>
        <h2>\(ConfirmationWording.batches)</h2>
        \(table)
        """)
  }

  private var table: Markup {
    guard !lists.isEmpty else { return "<p class=\"empty\">\(ConfirmationWording.noBatches)</p>" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(ConfirmationWording.list)</th><th>\(ConfirmationWording.madeOn)</th>\
      <th>\(ConfirmationWording.sentOn)</th><th>\(ConfirmationWording.standing)</th></tr></thead>
      <tbody>\(each: lists, row)</tbody></table></div>
      """
  }

  private func row(_ entry: (batch: ConfirmationBatch, counts: [ConfirmationState: Int])) -> Markup {
    let sent = entry.batch.sentAt.map { Formatting.date(CivilDate($0)) } ?? ConfirmationWording.notSent
    return """
      <tr><td><a href="\(ProvinceRoute.list(entry.batch.id))">\(ConfirmationWording.batch(entry.batch.id))</a></td>\
      <td>\(Formatting.date(CivilDate(entry.batch.madeAt)))</td><td>\(sent)</td><td>\(ListPage.words(entry.counts))</td></tr>

      """
  }
}

/// Where a file of answers is chosen.
struct AnswersForm {
  let token: Markup

  var markup: Markup {
    """
    <form class="panel" method="post" action="\(ProvinceRoute.answers)" enctype="multipart/form-data">\(token)
    <h2>\(ConfirmationWording.answers)</h2>
    <p>\(ConfirmationWording.answersLead)</p>
    <label for="file">\(ConfirmationWording.file)</label>
    <input id="file" name="file" type="file" accept=".csv,.xlsx" required>
    <button class="button" type="submit">\(ConfirmationWording.look)</button></form>

    """
  }
}

/// One list: how many stand where, the file, and that it was handed over.
struct ListPage {
  let batch: ConfirmationBatch
  let counts: [ConfirmationState: Int]
  let token: Markup

  static func words(_ counts: [ConfirmationState: Int]) -> String {
    let states = ConfirmationState.allCases.compactMap { state in
      counts[state].map { "\(ConfirmationWording.state(state)) \($0)" }
    }
    return ConfirmationWording.counts(counts.values.reduce(0, +), states)
  }

  var page: ProvincePage {
    let title = ConfirmationWording.batch(batch.id)
    return ProvincePage(
      title, kind: "confirmations", styles: ["office-confirmations.css"],
      main: """
        <h1>\(title) <span class="badge \(batch.sentAt == nil ? "calm" : "good")">\(sent)</span></h1>
        <p class="lead">\(Self.words(counts))</p>
        <p>\(ProvinceWording.listLead)</p>
        <div class="columns">
        <form class="panel" method="post" action="\(ProvinceRoute.listFile(batch.id))">\(token)
        <h2>\(ConfirmationWording.download)</h2>
        <p>\(ConfirmationWording.downloadLead)</p>
        \(Components.menu("format", ConfirmationWording.format, ListForm.all.map { ($0.word, ConfirmationWording.form($0)) }, chosen: ListForm.xlsx.word))\
        <button class="button main" type="submit">\(ConfirmationWording.download)</button></form>
        \(handover)</div>
        <p class="actions start"><a class="button" href="\(ProvinceRoute.confirmations)">\(ConfirmationWording.back)</a></p>
        """)
  }

  private var sent: String {
    batch.sentAt.map { ConfirmationWording.sent(Formatting.date(CivilDate($0))) } ?? ConfirmationWording.notSent
  }

  private var handover: Markup {
    guard batch.sentAt == nil else { return "" }
    return """
      <form class="panel" method="post" action="\(ProvinceRoute.handover(batch.id))">\(token)
      <h2>\(ConfirmationWording.markSent)</h2>
      <p>\(ConfirmationWording.markSentHelp)</p>
      <button class="button" type="submit">\(ConfirmationWording.markSent)</button></form>

      """
  }
}
