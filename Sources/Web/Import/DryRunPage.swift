import Assessment
import Interchange
import UseCases

/// One line of a dry run: an item with what is to be mended, or what was found elsewhere in the file.
struct DryRunRow {
  enum State {
    /// Comes in, and could be released.
    case ready
    /// Comes in, and something must be mended before it is released.
    case lacking
    case same
    case refused
    case note
  }

  let place: String
  let item: String
  let kind: String
  let stem: String
  let state: State
  /// How it stands to what is here already.
  let standing: String
  let sentences: [String]

  /// Of the whole file: items, then what was refused and noted, each in the order of the file.
  static func all(of report: ImportReport) -> [DryRunRow] {
    report.items.map(DryRunRow.init) + report.findings.map(DryRunRow.init)
  }

  init(_ item: ReviewedItem) {
    place = Self.place(item.file, item.line)
    self.item = item.id.text
    kind = item.kind.map(ImportWording.name) ?? ""
    stem = item.stem
    state = item.standing == .same ? .same : item.isReady ? .ready : .lacking
    standing = DraftSentence.standing(item.standing)
    sentences = item.problems.map(DraftSentence.text) + item.remarks.map { DraftSentence.text($0, of: item.id.text) }
  }

  init(_ finding: Finding) {
    place = FindingSentence.place(finding)
    item = finding.subject
    (kind, stem, standing) = ("", "", "")
    state = finding.reason.weight == .note ? .note : .refused
    sentences = [FindingSentence.text(finding)]
  }

  private static func place(_ file: String, _ line: Int) -> String {
    FindingSentence.place(Finding(.noItems, file: file, line: line))
  }

  var cells: [String] {
    [place, item, kind, stem, ImportWording.state(state), standing, sentences.joined(separator: " ")].map {
      // A text that would be a formula in a worksheet.
      $0.first.map { "=+-@\t\r".contains($0) } == true ? "'" + $0 : $0
    }
  }
}

/// What would come in of a file, and what is to be mended in it, by line. Nothing is stored yet.
struct DryRunPage {
  /// Rows of each table that the page shows; the table to be taken out has them all.
  static let mostRows = 30
  private static let mostSentences = 6
  private static let longestText = 240

  let file: BroughtItems
  let report: ImportReport
  let token: Markup

  var page: Page {
    let rows = DryRunRow.all(of: report)
    let faulty = rows.filter { !$0.sentences.isEmpty }.sorted { $0.state == .refused && $1.state != .refused }
    let sound = rows.filter(\.sentences.isEmpty)
    return Page(
      ImportWording.dryRunTitle, kind: "items", styles: ItemsPage.styles,
      main: """
        <h1>\(ImportWording.dryRunTitle)</h1>
        <p class="lead">\(file.name)</p>
        \(counts)\(intake)\(table(ImportWording.toMend, faulty))\(table(ImportWording.comingIn, sound))
        <p class="actions start"><a class="button" href="\(Route.items(.report(mark: file.mark)))">\(ImportWording.wholeTable)</a>
        <a class="button" href="\(Route.items(.front))">\(ImportWording.otherFile)</a></p>

        """)
  }

  private var counts: Markup {
    let lacking = report.drafts.count - report.ready
    let same = report.items.count - report.drafts.count
    return """
      <ul class="counts-line">
      <li><strong>\(report.ready)</strong> <span class="badge good">\(ImportWording.state(.ready))</span></li>
      <li><strong>\(lacking)</strong> <span class="badge calm">\(ImportWording.state(.lacking))</span></li>
      <li><strong>\(same)</strong> <span class="badge">\(ImportWording.state(.same))</span></li>
      <li><strong>\(report.refused.count)</strong> <span class="badge care">\(ImportWording.state(.refused))</span></li>
      </ul>

      """
  }

  private var intake: Markup {
    guard !report.drafts.isEmpty else { return "<p class=\"empty\">\(ImportWording.nothingComesIn)</p>\n" }
    return """
      <form class="panel" method="post" action="\(Route.items(.intake))">\(token)
      <input type="hidden" name="mark" value="\(file.mark)">
      <p>\(ImportWording.intakeLead(minutes: Kiosk.keptMinutes))</p>
      <p class="actions start"><button class="button main" type="submit">\(ImportWording.takeIn(report.drafts.count))</button></p>
      </form>

      """
  }

  private func table(_ title: String, _ rows: [DryRunRow]) -> Markup {
    guard !rows.isEmpty else { return "" }
    let rest = rows.count - Self.mostRows
    let more: Markup = "<p class=\"small\">\(ImportWording.more(rest))</p>\n"
    return """
      <h2>\(title)</h2>
      \(Components.scroll)<table class="list dry-run">
      <thead><tr>\(each: ImportWording.dryRunHead, { "<th>\($0)</th>" })</tr></thead>
      <tbody>
      \(each: rows.prefix(Self.mostRows), row)</tbody></table></div>
      \(more, if: rest > 0)
      """
  }

  private func row(_ row: DryRunRow) -> Markup {
    let rest = row.sentences.count - Self.mostSentences
    return """
      <tr><td>\(row.place)</td><td>\(Self.short(row.item))</td><td>\(row.kind)</td><td>\(Self.short(row.stem))</td>\
      <td><span class="badge \(Self.look(row.state))">\(ImportWording.state(row.state))</span>\
      \("<span class=\"hint\">\(row.standing)</span>", if: !row.standing.isEmpty && row.state != .same)\
      \(sentences(row.sentences))\("<span class=\"hint\">\(ImportWording.moreToMend(rest))</span>", if: rest > 0)</td></tr>

      """
  }

  private func sentences(_ sentences: [String]) -> Markup {
    guard !sentences.isEmpty else { return "" }
    return "<ul class=\"flat\">\(each: sentences.prefix(Self.mostSentences), { "<li>\(Self.short($0))</li>" })</ul>"
  }

  private static func look(_ state: DryRunRow.State) -> Markup {
    switch state {
    case .ready: "good"
    case .lacking: "calm"
    case .refused: "care"
    case .same, .note: ""
    }
  }

  private static func short(_ text: String) -> String {
    text.count <= longestText ? text : text.prefix(longestText) + "…"
  }
}
