import Assessment
import UseCases

/// What a file of answers has changed, and the way to take it back.
struct AppliedAnswersPage {
  static let mostLines = 60

  let applied: AppliedAnswers
  let problem: StaffProblem?
  let token: Markup

  private var file: AnswerFile { applied.file }

  var page: Page {
    Page(
      ConfirmationWording.answerFile(file.id), kind: "confirmations", styles: ConfirmationParts.styles,
      main: """
        <h1>\(ConfirmationWording.answerFile(file.id)) <span class="badge\(" good", if: file.state == .applied)">\
        \(ConfirmationWording.fileState(file.state))</span></h1>
        \(ConfirmationParts.alert(problem))<p class="lead">\(ConfirmationWording.applied(file))</p>
        \(table)<div class="columns">\(undoing)</div>
        <p class="actions start"><a class="button main" href="\(Route.confirmation(.overview))">\(ConfirmationWording.back)</a></p>

        """)
  }

  private var table: Markup {
    guard !applied.lines.isEmpty else { return "" }
    let rest: Markup =
      file.changed > applied.lines.count
      ? "<p>\(ConfirmationWording.andMore(file.changed - applied.lines.count))</p>\n" : ""
    return """
      \(Components.scroll)<table class="list"><thead><tr><th class="number">\(ConfirmationWording.line)</th>\
      <th>\(ConfirmationWording.name)</th><th>\(ConfirmationWording.before)</th><th>\(ConfirmationWording.after)</th></tr></thead>
      <tbody>\(each: applied.lines, row)</tbody></table></div>
      \(rest)
      """
  }

  private func row(_ line: AppliedAnswers.Line) -> Markup {
    let reason: Markup = line.change.reasonAfter.map { $0.isEmpty ? "" : "<br>\($0)" } ?? ""
    return """
      <tr><td class="number">\(line.change.line)</td><td>\(ConfirmationParts.person(line.entry.person, line.name))</td>\
      <td>\(ConfirmationParts.badge(line.change.before))</td><td>\(ConfirmationParts.badge(line.change.after))\(reason)</td></tr>

      """
  }

  private var undoing: Markup {
    guard file.state == .applied, file.changed > 0 else { return "" }
    return """
      <form class="panel" method="post" action="\(Route.confirmation(.undoing(file.id)))">\(token)
      <h2>\(ConfirmationWording.undo)</h2>
      <p>\(ConfirmationWording.undoHelp)</p>
      <p class="actions start"><button class="button danger" type="submit">\(ConfirmationWording.undo)</button></p>
      </form>
      """
  }
}
