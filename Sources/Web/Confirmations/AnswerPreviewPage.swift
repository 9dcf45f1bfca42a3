import Assessment
import UseCases

/// Line by line what a file says, whom it is about, and what will be done. Only lines that need a look have a choice of
/// their own; the others are taken together, or not at all.
struct AnswerPreviewPage {
  static let size = 20

  let preview: AnswerPreview
  let number: Int
  let problem: StaffProblem?
  let token: Markup
  private let conflicts: [AnswerFinding]
  private let useless: [AnswerFinding]
  private let sure: [AnswerFinding]

  init(preview: AnswerPreview, number: Int, problem: StaffProblem?, token: Markup) {
    self.preview = preview
    self.number = number
    self.problem = problem
    self.token = token
    conflicts = preview.findings.filter { $0.proposed == nil && !$0.choices.isEmpty }
    useless = preview.findings.filter { $0.choices.isEmpty }
    sure = preview.findings.filter { $0.proposed != nil }
  }

  private var id: AnswerFile.ID { preview.file.id }
  var pageCount: Int { [conflicts, useless, sure].map { $0.pageCount(Self.size) }.max() ?? 1 }

  var page: Page {
    Page(
      ConfirmationWording.answerFile(id), kind: "confirmations", styles: ConfirmationParts.styles,
      main: """
        <h1>\(ConfirmationWording.answerFile(id)) <span class="badge care">\(ConfirmationWording.fileState(.previewed))</span></h1>
        \(ConfirmationParts.alert(problem))<p class="lead">\(ConfirmationWording.nothingDoneYet)</p>
        \(counts)\(headings)<form method="post" action="\(Route.confirmation(.application(id)))">\(token)
        <input type="hidden" name="seen" value="\(Hex.text(preview.digest))"><input type="hidden" name="page" value="\(number)">
        \(conflictTable)<p class="actions start">\(buttons)</p>
        </form>
        \(section(ConfirmationWording.uselessTitle, useless, uselessRow))\
        \(section(ConfirmationWording.sureTitle, sure, sureRow))\
        \(ConfirmationParts.pages(number, of: pageCount) { .confirmation(.answerFile(id, page: $0)) })\(dropping)
        """)
  }

  private var counts: Markup {
    let verdicts = Dictionary(grouping: sure, by: \.row.verdict).mapValues(\.count)
    let counts: [(String, Int)] = [
      (ConfirmationWording.lines, preview.findings.count),
      (ConfirmationWording.willConfirm, verdicts[.confirmed] ?? 0),
      (ConfirmationWording.willRefuse, verdicts[.refused] ?? 0), (ConfirmationWording.toDecide, conflicts.count),
      (ConfirmationWording.notTaken, useless.count),
    ]
    return """
      <dl class="tally">\(each: counts, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>

      """
  }

  private var headings: Markup {
    guard !preview.unknownHeadings.isEmpty else { return "" }
    let names = preview.unknownHeadings.prefix(20).map { String($0.prefix(60)) }.joined(separator: ", ")
    return "<p class=\"small\">\(ConfirmationWording.unknownHeadings(names))</p>\n"
  }

  private var buttons: Markup {
    let more: Markup =
      number < conflicts.pageCount(Self.size)
      ? "<button class=\"button main\" type=\"submit\" name=\"next\" value=\"yes\">\(ConfirmationWording.keepAndGoOn)</button>\n"
      : ""
    let isLast = number >= conflicts.pageCount(Self.size)
    guard !sure.isEmpty || !conflicts.isEmpty else { return "\(ConfirmationWording.nothingToApply)" }
    return
      "\(more)<button class=\"button\(" main", if: isLast)\" type=\"submit\">\(ConfirmationWording.apply(sure.count, hasChoices: !conflicts.isEmpty))</button>"
  }

  private var conflictTable: Markup {
    let shown = conflicts.page(number, of: Self.size)
    guard !shown.isEmpty else { return "" }
    return """
      <h2>\(ConfirmationWording.conflictTitle)</h2>
      \(Components.scroll)<table class="list conflicts"><thead><tr><th class="number">\(ConfirmationWording.line)</th>\
      <th>\(ConfirmationWording.theirs)</th><th>\(ConfirmationWording.ours)</th><th>\(ConfirmationWording.verdict)</th>\
      <th>\(ConfirmationWording.remark)</th><th>\(ConfirmationWording.choice)</th></tr></thead>
      <tbody>\(each: shown, conflictRow)</tbody></table></div>

      """
  }

  private func conflictRow(_ finding: AnswerFinding) -> Markup {
    """
    <tr><td class="number">\(finding.row.line)</td><td>\(theirs(finding))</td>\
    <td>\(each: ours(finding), { ours($0, of: finding) })</td><td>\(verdict(finding.row))</td>\
    <td>\(ConfirmationWording.remark(on: finding))</td><td>\(choice(finding))</td></tr>

    """
  }

  private func ours(_ finding: AnswerFinding) -> [ListedSlip] { finding.choices.compactMap { preview.slips[$0] } }

  /// So much of a number as tells it from the others on its line.
  private func masked(_ number: CitizenNumber?, of finding: AnswerFinding) -> String {
    number?.masked(beside: ours(finding).compactMap(\.number) + [finding.row.number].compactMap(\.self)) ?? ""
  }

  private func theirs(_ finding: AnswerFinding) -> Markup {
    let row = finding.row
    let facts = [row.name, masked(row.number, of: finding), row.birth.map(ConfirmationWording.birth) ?? ""]
    return "\(each: facts.filter { !$0.isEmpty }, { "<span class=\"fact\">\($0)</span>" })"
  }

  private func ours(_ slip: ListedSlip, of finding: AnswerFinding) -> Markup {
    let facts = [slip.name, masked(slip.number, of: finding), ConfirmationWording.birth(slip.birth)]
    return """
      <div class="ours"><span class="fact">\(ConfirmationWording.slipNumber(slip.entry.serial))</span>\
      \(each: facts.filter { !$0.isEmpty }, { "<span class=\"fact\">\($0)</span>" })</div>
      """
  }

  private func verdict(_ row: AnswerTable.Row) -> Markup {
    guard row.verdict != nil else { return "" }
    let reason: Markup = row.reason.isEmpty ? "" : "<br>\(row.reason)"
    return "\(ConfirmationParts.badge(row.verdict))\(reason)"
  }

  private func choice(_ finding: AnswerFinding) -> Markup {
    let line = finding.row.line
    let chosen = preview.chosen[line] ?? nil
    let slips = finding.choices.compactMap { preview.slips[$0] }
    return """
      <select name="line-\(line)" aria-label="\(ConfirmationWording.choiceLabel(line))">\
      <option value="">\(ConfirmationWording.leave)</option>\
      \(each: slips, { "<option value=\"\(String($0.entry.id))\"\(" selected", if: $0.entry.id == chosen)>\(ConfirmationWording.takeAs($0.entry.serial))</option>" })</select>
      """
  }
}

/// Lines on which nothing is decided: those that change nothing, and those that are taken as they stand.
extension AnswerPreviewPage {
  private func section(
    _ title: String, _ findings: [AnswerFinding], _ row: @escaping (AnswerFinding) -> Markup
  ) -> Markup {
    let shown = findings.page(number, of: Self.size)
    guard !shown.isEmpty else { return "" }
    return """
      <h2>\(title)</h2>
      \(Components.scroll)<table class="list"><thead><tr><th class="number">\(ConfirmationWording.line)</th>\
      <th>\(ConfirmationWording.theirs)</th><th>\(ConfirmationWording.verdict)</th><th>\(ConfirmationWording.remark)</th></tr></thead>
      <tbody>\(each: shown, row)</tbody></table></div>

      """
  }

  private func uselessRow(_ finding: AnswerFinding) -> Markup {
    """
    <tr><td class="number">\(finding.row.line)</td><td>\(theirs(finding))</td><td>\(verdict(finding.row))</td>\
    <td>\(ConfirmationWording.remark(on: finding))</td></tr>

    """
  }

  private func sureRow(_ finding: AnswerFinding) -> Markup {
    let slip = finding.proposed.flatMap { preview.slips[$0] }
    return """
      <tr><td class="number">\(finding.row.line)</td><td>\(slip.map { ConfirmationParts.person($0.entry.person, $0.name) } ?? "")</td>\
      <td>\(verdict(finding.row))</td><td>\(ConfirmationWording.remark(on: finding))</td></tr>

      """
  }

  private var dropping: Markup {
    """
    <form class="actions start" method="post" action="\(Route.confirmation(.dropping(id)))">\(token)
    <a class="button" href="\(Route.confirmation(.overview))">\(ConfirmationWording.back)</a>
    <button class="button danger" type="submit">\(ConfirmationWording.drop)</button></form>

    """
  }
}
