import Assessment
import UseCases

extension Site {
  func batch(_ visit: inout Visit, _ id: ConfirmationBatch.ID) throws -> Response {
    guard let batch = try visit.kiosk.store.batch(id) else { throw UseCaseError.confirmation(.unknownBatch(id)) }
    let slips = try visit.kiosk.store.slips(in: id)
    return visit.page(ConfirmationBatchPage(batch: batch, slips: slips, token: try visit.tokenField()).page)
  }

  /// The list as a file, or the signature of such a file; either way the register of disclosures knows.
  func listFile(_ visit: Visit, _ id: ConfirmationBatch.ID, _ fields: FormFields) throws -> Response {
    guard let format = ListFormat(rawValue: try fields.text("format", most: 8)) else {
      throw FormFault.unexpected("format", value: try fields.text("format", most: 8))
    }
    let list = try visit.kiosk.confirmationList(id)
    let bytes = try visit.kiosk.file(list, as: format)
    let name = "vneid-\(visit.kiosk.office.issuer.text)-\(id)"
    guard !fields.has("signature") else {
      let text = try visit.kiosk.detachedSignature(of: bytes)
      return .download(Array(text.utf8), name: "\(name).\(format.rawValue).sig", type: "text/plain; charset=utf-8")
    }
    try visit.kiosk.noteDisclosure(of: id, rows: list.rows.count, format: format.rawValue, by: visit.account())
    return .download(bytes, name: "\(name).\(format.rawValue)", type: format.type)
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

struct ConfirmationBatchPage {
  let batch: ConfirmationBatch
  let slips: [ListedSlip]
  let token: Markup

  private var isSent: Bool { batch.sentAt != nil }

  var page: Page {
    Page(
      ConfirmationWording.batch(batch.id), kind: "confirmations",
      main: """
        <h1>\(ConfirmationWording.batch(batch.id))</h1>
        <p>\(ConfirmationWording.madeOn) \(Formatting.date(CivilDate(batch.madeAt))). \(sent)</p>
        <div class="columns">\(download)\(sending)</div>
        <div class="scroll"><table class="list"><thead><tr><th>\(ConfirmationWording.slip)</th>\
        <th>\(ConfirmationWording.name)</th><th>\(ConfirmationWording.state)</th><th>\(ConfirmationWording.reason)</th>\
        <th></th></tr></thead>
        <tbody>\(each: slips, row)</tbody></table></div>
        <p class="actions"><a class="button" href="\(Route.confirmation(.overview))">\(ConfirmationWording.title)</a></p>

        """)
  }

  private var sent: Markup {
    batch.sentAt.map { "\(ConfirmationWording.sentOn) \(Formatting.date(CivilDate($0)))." }
      ?? "<span class=\"badge care\">\(ConfirmationWording.notSent)</span>"
  }

  private var download: Markup {
    """
    <form class="panel" method="post" action="\(Route.confirmation(.files(batch.id)))">\(token)
    <h2>\(ConfirmationWording.download)</h2>
    <p>\(ConfirmationWording.downloadLead)</p>
    <label for="format">\(ConfirmationWording.format)</label>
    <select id="format" name="format">\
    \(each: ConfirmationWording.formats, { "<option value=\"\($0.value)\">\($0.name)</option>" })</select>
    <p class="actions"><button class="button" type="submit" name="signature" value="yes"\
     title="\(ConfirmationWording.signatureHelp)">\(ConfirmationWording.signature)</button>
    <button class="button \("main", if: !isSent)" type="submit">\(ConfirmationWording.download)</button></p>
    </form>

    """
  }

  private var sending: Markup {
    guard !isSent else { return "" }
    return """
      <form class="panel" method="post" action="\(Route.confirmation(.sending(batch.id)))">\(token)
      <h2>\(ConfirmationWording.markSent)</h2>
      <p>\(ConfirmationWording.markSentHelp)</p>
      <p class="actions"><button class="button" type="submit">\(ConfirmationWording.markSent)</button></p>
      </form>

      """
  }

  private func row(_ slip: ListedSlip) -> Markup {
    let withdraw: Markup = slip.entry.state == .listed
      ? """
        <form method="post" action="\(Route.confirmation(.withdrawal(slip.entry.id)))">\(token)\
        <button class="button" type="submit">\(ConfirmationWording.withdraw)</button></form>
        """ : ""
    return """
      <tr><td><a href="\(Route.desk(.slip(serial: slip.entry.serial)))">\(Int(slip.entry.serial))</a></td>\
      <td><a href="\(Route.desk(.person(slip.entry.person)))">\(slip.name)</a></td>\
      <td><span class="badge \(ConfirmationLook.kind(slip.entry.state))">\(ConfirmationWording.count(slip.entry.state))</span></td>\
      <td>\(slip.entry.reason ?? "")</td><td>\(withdraw)</td></tr>

      """
  }
}

enum ConfirmationLook {
  static func kind(_ state: ConfirmationState) -> Markup {
    switch state {
    case .listed, .withdrawn: ""
    case .sent: "calm"
    case .confirmed: "good"
    case .refused: "care"
    }
  }
}
