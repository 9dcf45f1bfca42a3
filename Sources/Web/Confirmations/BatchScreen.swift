import Assessment
import UseCases

extension Site {
  func batch(_ visit: inout Visit, _ id: ConfirmationBatch.ID, page: Int) throws -> Response {
    guard let batch = try visit.kiosk.store.batch(id) else { throw UseCaseError.confirmation(.unknownBatch(id)) }
    let slips = try visit.kiosk.store.slips(in: id)
    guard page == 1 || page <= slips.pageCount(BatchPage.size) else { throw Problem.notFound }
    return visit.page(
      BatchPage(
        batch: batch, slips: slips, number: page,
        maker: try batch.account.flatMap { try visit.kiosk.store.account($0)?.name }, token: try visit.tokenField()
      ).page)
  }

  func markSent(_ visit: inout Visit, _ id: ConfirmationBatch.ID) throws -> Response {
    try visit.kiosk.markSent(id, by: visit.account())
    return visit.redirect(to: .confirmation(.batch(id, page: 1)))
  }

  func withdraw(_ visit: inout Visit, from id: ConfirmationBatch.ID, _ fields: FormFields) throws -> Response {
    let entry = Int64(try fields.integer("entry"))
    guard try visit.kiosk.store.entry(entry)?.batch == id else {
      throw UseCaseError.confirmation(.unknownEntry(entry))
    }
    try visit.kiosk.withdraw(entry, by: visit.account())
    return visit.redirect(to: .confirmation(.batch(id, page: 1)))
  }

  /// The list as a file, or the signature of that file, made beside the writer.
  func prepareListFile(_ visit: Visit, _ id: ConfirmationBatch.ID, _ fields: FormFields) throws -> Response {
    _ = try visit.kiosk.colleague(visit.staff, asAnyOf: [.officer], isActive: true)
    let form = try Self.listForm(in: fields)
    let bytes = try visit.kiosk.file(of: try visit.kiosk.confirmationList(id), as: form)
    let name = "\(visit.kiosk.listFileName(id)).\(form.ending)"
    guard fields.has("signature") else { return .download(bytes, name: name, type: form.contentType) }
    let signature = try visit.kiosk.detachedSignature(of: bytes)
    return .download(Array(signature.utf8), name: "\(name).sig", type: "text/plain; charset=utf-8")
  }

  /// Who took names out is written down before they leave: what the write does not keep is not sent.
  func listFile(
    _ visit: Visit, _ id: ConfirmationBatch.ID, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    guard case .staff(.download(let response)) = preparation else { throw Problem.tryAgain }
    if !fields.has("signature") {
      let rows = try visit.kiosk.store.counts(of: id).filter { $0.key != .withdrawn }.values.reduce(0, +)
      try visit.kiosk.noteDisclosure(
        of: id, rows: rows, format: try Self.listForm(in: fields).word,
        digest: visit.kiosk.secrets.sha256(response.body), by: visit.account())
    }
    return response
  }

  private static func listForm(in fields: FormFields) throws -> ListForm {
    let word = try fields.text("format", most: 20)
    guard let form = ListForm(word: word) else { throw FormFault.unexpected("format", value: word) }
    return form
  }
}

extension ListForm {
  var contentType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: ReportForm.xlsx.contentType
    case .jsonLines: "application/jsonl; charset=utf-8"
    }
  }
}

extension Response {
  /// A file to be kept, not shown.
  static func download(_ bytes: [UInt8], name: String, type: String) -> Response {
    Response(
      status: 200,
      headers: [
        Header("Content-Type", type), Header("Content-Disposition", "attachment; filename=\"\(name)\""),
        Header("Cache-Control", "no-store"), Header("X-Content-Type-Options", "nosniff"),
      ], body: bytes)
  }
}

struct BatchPage {
  static let size = 50

  let batch: ConfirmationBatch
  let slips: [ListedSlip]
  let number: Int
  /// Nil for the command line.
  let maker: String?
  let token: Markup

  private var isSent: Bool { batch.sentAt != nil }
  private var isEmpty: Bool { slips.allSatisfy { $0.entry.state == .withdrawn } }

  var page: Page {
    Page(
      ConfirmationWording.batch(batch.id), kind: "confirmations", styles: ConfirmationParts.styles,
      main: """
        <h1>\(ConfirmationWording.batch(batch.id))\(state)</h1>
        <p>\(ConfirmationWording.made(Formatting.dateAndTime(batch.madeAt), maker)) \(counts)</p>
        <div class="columns">\(isEmpty ? "" : download)\(sending)</div>
        \(table)\(ConfirmationParts.pages(number, of: slips.pageCount(Self.size)) { .confirmation(.batch(batch.id, page: $0)) })\
        <p class="actions start"><a class="button" href="\(Route.confirmation(.overview))">\(ConfirmationWording.back)</a></p>

        """)
  }

  private var state: Markup {
    batch.sentAt.map {
      " <span class=\"badge calm\">\(ConfirmationWording.sent(Formatting.date(CivilDate($0))))</span>"
    }
      ?? " <span class=\"badge care\">\(ConfirmationWording.notSent)</span>"
  }

  private var counts: String {
    let found = Dictionary(grouping: slips, by: \.entry.state).mapValues(\.count)
    let words = ConfirmationState.allCases.compactMap { state in
      found[state].map { "\($0) \(ConfirmationWording.state(state))" }
    }
    return ConfirmationWording.counts(slips.count, words)
  }

  private var download: Markup {
    """
    <form class="panel" method="post" action="\(Route.confirmation(.files(batch.id)))">\(token)
    <h2>\(ConfirmationWording.download)</h2>
    <p>\(ConfirmationWording.downloadLead)</p>
    <label for="format">\(ConfirmationWording.format)</label>
    <select id="format" name="format">\
    \(each: ListForm.all, { "<option value=\"\($0.word)\">\(ConfirmationWording.form($0))</option>" })</select>
    <p class="actions start"><button class="button\(" main", if: !isSent)" type="submit">\(ConfirmationWording.download)</button>
    <button class="button" type="submit" name="signature" value="yes">\(ConfirmationWording.signature)</button></p>
    <p class="small">\(ConfirmationWording.signatureHelp)</p>
    </form>

    """
  }

  private var sending: Markup {
    guard !isSent, !isEmpty else { return "" }
    return """
      <form class="panel" method="post" action="\(Route.confirmation(.sending(batch.id)))">\(token)
      <h2>\(ConfirmationWording.markSent)</h2>
      <p>\(ConfirmationWording.markSentHelp)</p>
      <p class="actions start"><button class="button" type="submit">\(ConfirmationWording.markSent)</button></p>
      </form>

      """
  }

  private var table: Markup {
    let acts: Markup = isSent ? "" : "<th>\(ConfirmationWording.act)</th>"
    let rows: Markup = """
      \(Components.scroll)<table class="list"><thead><tr><th class="number">\(ConfirmationWording.slip)</th>\
      <th>\(ConfirmationWording.name)</th><th>\(ConfirmationWording.number)</th><th>\(ConfirmationWording.birth)</th>\
      <th>\(ConfirmationWording.standing)</th>\(acts)</tr></thead>
      <tbody>\(each: slips.page(number, of: Self.size), row)</tbody></table></div>

      """
    guard !isSent else { return rows }
    return """
      <form method="post" action="\(Route.confirmation(.withdrawal(batch.id)))">\(token)
      \(rows)</form>

      """
  }

  private func row(_ slip: ListedSlip) -> Markup {
    let withdraw: Markup =
      slip.entry.state == .listed
      ? """
      <td><button class="button" type="submit" name="entry" value="\(String(slip.entry.id))"\
       aria-label="\(ConfirmationWording.withdrawLabel(slip.name))">\(ConfirmationWording.withdraw)</button></td>
      """ : isSent ? "" : "<td></td>"
    return """
      <tr><td class="number"><a href="\(Route.desk(.slip(serial: slip.entry.serial)))">\(String(slip.entry.serial))</a></td>\
      <td>\(ConfirmationParts.person(slip.entry.person, slip.name))</td>\
      <td>\(slip.number.map { SlipDeskWording.numberEnding($0.lastThree) } ?? "")</td>\
      <td>\(ConfirmationWording.birth(slip.birth))</td>\
      <td>\(ConfirmationParts.badge(of: slip.entry))</td>\(withdraw)</tr>

      """
  }
}
