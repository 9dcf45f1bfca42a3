import Assessment
import UseCases

extension Site {
  func takeAnswers(_ visit: inout Visit, _ preparation: Preparation) throws -> Response {
    guard case .staff(.table(let table)) = preparation else { throw FormFault.missing("file") }
    let id = try visit.kiosk.takeAnswers(file: table.file, rows: table.rows, by: visit.account())
    return visit.redirect(to: .confirmation(.answerFile(id)))
  }

  func answerFile(_ visit: inout Visit, _ id: AnswerFile.ID) throws -> Response {
    visit.page(try preview(&visit, id, fault: nil).page)
  }

  private func preview(_ visit: inout Visit, _ id: AnswerFile.ID, fault: String?) throws -> AnswerFilePage {
    let preview = try visit.kiosk.previewAnswers(id)
    let slips = try visit.kiosk.store.slipsSent()
    return AnswerFilePage(
      preview: preview, slips: Dictionary(uniqueKeysWithValues: slips.map { ($0.entry.id, $0) }), fault: fault,
      token: try visit.tokenField())
  }

  func applyAnswers(_ visit: inout Visit, _ id: AnswerFile.ID, _ fields: FormFields) throws -> Response {
    guard let seen = Hex.bytes(try fields.text("seen", most: 64).utf8) else {
      throw FormFault.unexpected("seen", value: "")
    }
    let lines = try fields.all("line-", most: 20)
    let chosen = lines.reduce(into: [Int: Int64]()) { chosen, field in
      if let line = Int(field.key), let entry = Int64(field.value) { chosen[line] = entry }
    }
    do {
      _ = try visit.kiosk.applyAnswers(
        id, choices: AnswerChoices(chosen: chosen), seen: seen, by: visit.account())
      return visit.redirect(to: .confirmation(.overview))
    } catch UseCaseError.confirmation(.changedMeanwhile(let id)) {
      let fault = ConfirmationFault.changedMeanwhile(id)
      return visit.page(try preview(&visit, id, fault: fault.sentence).page, status: fault.status)
    }
  }
}

/// Line by line what a file says, whom it is about, and what will be done. Only lines that need a look have a choice of
/// their own; the others are taken together, or not at all.
struct AnswerFilePage {
  /// Lines that need a look are decided some at a time, so that a form stays small.
  static let mostChoices = 40

  let preview: AnswerPreview
  let slips: [ConfirmationEntry.ID: ListedSlip]
  let fault: String?
  let token: Markup

  private var sure: [AnswerFinding] { preview.findings.filter { $0.proposed != nil } }
  private var doubtful: [AnswerFinding] { preview.findings.filter { $0.proposed == nil && !$0.choices.isEmpty } }
  private var useless: [AnswerFinding] { preview.findings.filter { $0.choices.isEmpty } }

  var page: Page {
    let alert: Markup = fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
    return Page(
      ConfirmationWording.answerFile(preview.file.id), kind: "confirmations",
      main: """
        <h1>\(ConfirmationWording.answerFile(preview.file.id))</h1>
        \(alert)<p class="lead">\(ConfirmationWording.summary(sure: sure.count, look: doubtful.count, wrong: useless.count))</p>
        \(headings)<form method="post" action="\(Route.confirmation(.application(preview.file.id)))">\(token)
        <input type="hidden" name="seen" value="\(Hex.text(preview.digest))">
        <div class="scroll"><table class="list"><thead><tr><th class="number">\(ConfirmationWording.line)</th>\
        <th>\(ConfirmationWording.theirs)</th><th>\(ConfirmationWording.ours)</th><th>\(ConfirmationWording.verdict)</th>\
        <th>\(ConfirmationWording.finding)</th><th>\(ConfirmationWording.choice)</th></tr></thead>
        <tbody>\(each: doubtful.prefix(Self.mostChoices), row)\(each: useless, row)\(each: sure, row)</tbody></table></div>
        <p class="actions"><a class="button" href="\(Route.confirmation(.overview))">\(ConfirmationWording.title)</a>
        <button class="button main" type="submit">\(ConfirmationWording.apply)</button></p>
        </form>

        """)
  }

  private var headings: Markup {
    guard !preview.unknownHeadings.isEmpty else { return "" }
    let names = preview.unknownHeadings.prefix(20).joined(separator: ", ")
    return "<p class=\"small\">\(ConfirmationWording.unknownHeadings(names))</p>\n"
  }

  private func row(_ finding: AnswerFinding) -> Markup {
    """
    <tr><td class="number">\(finding.row.line)</td><td>\(theirs(finding.row))</td><td>\(ours(finding))</td>\
    <td>\(verdict(finding.row))</td><td>\(remark(finding))</td><td>\(choice(finding))</td></tr>

    """
  }

  private func theirs(_ row: AnswerTable.Row) -> String {
    [row.name, row.number.map(\.digits) ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func ours(_ finding: AnswerFinding) -> String {
    guard let entry = finding.choices.first, let slip = slips[entry], finding.choices.count == 1 else { return "" }
    return "\(slip.name), \(slip.number?.digits ?? "")"
  }

  private func verdict(_ row: AnswerTable.Row) -> Markup {
    guard let verdict = row.verdict else { return "" }
    let reason: Markup = row.reason.isEmpty ? "" : "<br>\(row.reason)"
    return "<span class=\"badge \(ConfirmationLook.kind(verdict))\">\(ConfirmationWording.count(verdict))</span>\(reason)"
  }

  private func remark(_ finding: AnswerFinding) -> String {
    let faults = finding.row.faults.map(ConfirmationWording.fault)
    switch finding.match {
    case .sure(_, let how), .doubtful(_, let how, _): return ([ConfirmationWording.how(how)] + faults).joined(separator: ". ")
    case .several: return ConfirmationWording.several
    case .unknown: return ConfirmationWording.unknown
    case .doubled(let line): return ConfirmationWording.doubled(line)
    case .already: return ConfirmationWording.already
    case .unreadable: return faults.isEmpty ? ConfirmationWording.noVerdict : faults.joined(separator: ". ")
    }
  }

  private func choice(_ finding: AnswerFinding) -> Markup {
    if finding.proposed != nil { return "<strong>\(ConfirmationWording.take)</strong>" }
    guard !finding.choices.isEmpty else { return "\(ConfirmationWording.leave)" }
    let options = finding.choices.compactMap { slips[$0] }
    return """
      <label class="visually-hidden" for="line-\(finding.row.line)">\(ConfirmationWording.choice) \(finding.row.line)</label>
      <select id="line-\(finding.row.line)" name="line-\(finding.row.line)"><option value="">\(ConfirmationWording.leave)</option>\
      \(each: options, { "<option value=\"\(Int($0.entry.id))\">\(ConfirmationWording.takeAs($0.entry.serial, $0.name))</option>" })</select>
      """
  }
}
