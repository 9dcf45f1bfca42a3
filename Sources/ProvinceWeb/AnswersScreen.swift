import Assessment
import Province
import UseCases
import Web

extension ProvinceSite {
  /// Takes a file to be looked at; nothing changes.
  func takeAnswers(_ visit: ProvinceVisit) throws -> Response {
    do {
      guard let session = visit.session, let upload = try visit.fields().upload("file"), !upload.bytes.isEmpty else {
        throw OfficeFault.table(.empty)
      }
      let digest = visit.office.parts.digest(upload.bytes)
      if let applied = try visit.office.store.answersApplied(digest: digest) {
        throw ProvinceProblem(status: 409, sentence: ProvinceWording.applied(Formatting.dateAndTime(applied)))
      }
      let file = PendingAnswers(digest: digest, rows: try visit.office.answerRows(in: upload.bytes))
      _ = try visit.office.preview(file.rows)
      visit.office.parts.sessions.keep(file, for: session)
      return visit.redirect(to: .answers)
    } catch let error where error is OfficeFault || error is ProvinceProblem {
      let problem = ProvinceProblem(error)
      return try confirmations(visit, fault: problem.sentence, status: problem.status)
    }
  }

  func answersPage(_ visit: ProvinceVisit, fault: String? = nil, status: Int = 200) throws -> Response {
    guard let session = visit.session, let file = visit.office.parts.sessions.pending(for: session) else {
      throw ProvinceProblem.noPending
    }
    let preview = try visit.office.preview(file.rows)
    return visit.page(AnswersPage(preview: preview, fault: fault, token: visit.tokenField).page, status: status)
  }

  func applyAnswers(_ visit: ProvinceVisit) throws -> Response {
    guard let session = visit.session, let file = visit.office.parts.sessions.pending(for: session) else {
      throw ProvinceProblem.noPending
    }
    let fields = try visit.fields()
    guard let seen = Hex.bytes(try fields.text("seen", most: 64).utf8) else { throw ProvinceProblem.unreadableForm }
    let chosen = try fields.all("line-", most: 19).compactMap { name, value in
      Int(name).flatMap { line in ConfirmationEntry.ID(value).map { (line, $0) } }
    }
    do {
      _ = try visit.office.apply(
        file, chosen: Dictionary(chosen, uniquingKeysWith: { first, _ in first }), seen: seen, by: visit.officer?.id)
    } catch OfficeFault.confirmation(.changedMeanwhile(let id)) {
      let fault = ConfirmationFault.changedMeanwhile(id)
      return try answersPage(visit, fault: fault.sentence, status: fault.status)
    }
    visit.office.parts.sessions.keep(nil, for: session)
    return visit.redirect(to: .confirmations, at: "applied")
  }
}

/// Line by line what needs a look; what is sure is taken together. Names stand here only where somebody must compare them.
struct AnswersPage {
  /// A form has at most so many fields.
  private static let mostChoices = 50
  let preview: ProvinceAnswers
  let fault: String?
  let token: Markup

  var page: ProvincePage {
    ProvincePage(
      ConfirmationWording.answers, kind: "confirmations", styles: ["office-confirmations.css"],
      main: """
        <h1>\(ConfirmationWording.answers)</h1>
        \(ProvinceParts.alert(fault))<p class="lead">\(ConfirmationWording.nothingDoneYet)</p>
        \(ProvinceParts.tally(counts))\(headings)
        <form method="post" action="\(ProvinceRoute.application)">\(token)
        <input type="hidden" name="seen" value="\(Hex.text(preview.digest))">
        \(conflicts)<p class="actions start">\(button)
        <a class="button" href="\(ProvinceRoute.confirmations)">\(ConfirmationWording.back)</a></p></form>
        \(useless)
        """)
  }

  private var counts: [(String, Int)] {
    let verdicts = Dictionary(grouping: preview.sure, by: \.row.verdict).mapValues(\.count)
    return [
      (ConfirmationWording.lines, preview.findings.count),
      (ConfirmationWording.willConfirm, verdicts[.confirmed] ?? 0),
      (ConfirmationWording.willRefuse, verdicts[.refused] ?? 0),
      (ConfirmationWording.toDecide, preview.doubtful.count), (ConfirmationWording.notTaken, preview.useless.count),
    ]
  }

  private var headings: Markup {
    guard !preview.unknownHeadings.isEmpty else { return "" }
    let names = preview.unknownHeadings.prefix(20).map { String($0.prefix(60)) }.joined(separator: ", ")
    return "<p class=\"small\">\(ConfirmationWording.unknownHeadings(names))</p>\n"
  }

  private var button: Markup {
    guard !preview.sure.isEmpty || !preview.doubtful.isEmpty else { return "\(ConfirmationWording.nothingToApply)" }
    let label = ConfirmationWording.apply(preview.sure.count, hasChoices: !preview.doubtful.isEmpty)
    return "<button class=\"button main\" type=\"submit\">\(label)</button>"
  }

  private var conflicts: Markup {
    let shown = preview.doubtful.prefix(Self.mostChoices)
    guard !shown.isEmpty else { return "" }
    return """
      <h2>\(ConfirmationWording.conflictTitle)</h2>
      \(Components.scroll)<table class="list conflicts"><thead><tr><th class="number">\(ConfirmationWording.line)</th>\
      <th>\(ConfirmationWording.theirs)</th><th>\(ProvinceWording.ours)</th><th>\(ConfirmationWording.verdict)</th>\
      <th>\(ConfirmationWording.remark)</th><th>\(ConfirmationWording.choice)</th></tr></thead>
      <tbody>\(each: shown, row)</tbody></table></div>

      """
  }

  private func row(_ finding: AnswerFinding) -> Markup {
    let slips = finding.choices.compactMap { preview.slips[$0] }
    return """
      <tr><td class="number">\(finding.row.line)</td><td>\(theirs(finding.row))</td>\
      <td>\(each: slips, ours)</td>\
      <td>\(ConfirmationWording.state(finding.row.verdict))</td><td>\(ConfirmationWording.remark(on: finding))</td>\
      <td><select name="line-\(finding.row.line)" aria-label="\(ConfirmationWording.choiceLabel(finding.row.line))">\
      <option value="">\(ConfirmationWording.leave)</option>\
      \(each: slips, { "<option value=\"\(String($0.slip.entry.id))\">\(Self.label($0))</option>" })</select></td></tr>

      """
  }

  private func theirs(_ row: AnswerTable.Row) -> Markup {
    facts([row.name, row.number?.digits ?? "", row.birth.map(ConfirmationWording.birth) ?? ""])
  }

  private func ours(_ slip: ProvinceSlip) -> Markup {
    facts([
      Self.label(slip), slip.slip.name, slip.slip.number?.digits ?? "", ConfirmationWording.birth(slip.slip.birth),
    ])
  }

  private func facts(_ facts: [String]) -> Markup {
    "\(each: facts.filter { !$0.isEmpty }, { "<span class=\"fact\">\($0)</span>" })"
  }

  private static func label(_ slip: ProvinceSlip) -> String {
    "\(ProvinceWording.slipOf) \(slip.issuer.text)/\(slip.slip.entry.serial)"
  }

  private var useless: Markup {
    let shown = preview.useless.prefix(Self.mostChoices)
    guard !shown.isEmpty else { return "" }
    return """
      <h2>\(ConfirmationWording.uselessTitle)</h2>
      \(Components.scroll)<table class="list"><thead><tr><th class="number">\(ConfirmationWording.line)</th>\
      <th>\(ConfirmationWording.remark)</th></tr></thead>
      <tbody>\(each: shown, { "<tr><td class=\"number\">\($0.row.line)</td><td>\(ConfirmationWording.remark(on: $0))</td></tr>\n" })</tbody></table></div>
      """
  }
}
