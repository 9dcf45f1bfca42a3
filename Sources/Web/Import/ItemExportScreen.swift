import Assessment
import Interchange
import UseCases

extension Site {
  /// Attempts that go out through the page in one file: a body is complete in memory before it is sent.
  static let mostResults = 5_000

  func itemTemplate(_ visit: Visit, _ format: ItemFormat) throws -> Response {
    Self.file(
      try visit.kiosk.itemTemplate(format), type: format.contentType, name: "mau-cau-hoi.\(format.ending)")
  }

  func itemExport(_ visit: inout Visit, _ format: ItemFormat) throws -> Response {
    visit.page(ItemExportPage(format: format, report: try visit.kiosk.exportItems(as: format).report).page)
  }

  func itemExportFile(_ visit: Visit, _ format: ItemFormat) throws -> Response {
    Self.file(
      try visit.kiosk.exportItems(as: format).bytes, type: format.contentType,
      name: "cau-hoi-\(format.rawValue).\(format.ending)")
  }

  func draftsFile(_ visit: Visit) throws -> Response {
    Self.file(
      try visit.kiosk.exportDrafts(as: .xlsx).bytes, type: ItemFormat.xlsx.contentType, name: "ban-nhap.xlsx")
  }

  func exportResults(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    func day(_ name: String) throws -> CivilDate? {
      let text = try fields.optional(name, most: 20) ?? ""
      if text.isEmpty { return nil }
      guard let date = CivilDate(iso: text), date.isReal else { throw FormFault.unexpected(name, value: text) }
      return date
    }
    var body: [UInt8] = []
    var count = 0
    try visit.kiosk.exportResults(
      from: try day("from"), to: try day("to"), withPractice: fields.has("practice"), withTyped: fields.has("typed")
    ) { attempt in
      count += 1
      guard count <= Self.mostResults else { throw UseCaseError.report(.tooManyRows(most: Self.mostResults)) }
      ResultLine(attempt).json.canonical(into: &body)
      body.append(0x0A)
    }
    return Self.file(body, type: "application/x-ndjson", name: "ket-qua.jsonl")
  }
}

/// What a format holds of the bank, and what it cannot hold, before it is taken out.
struct ItemExportPage {
  private static let mostNames = 12

  let format: ItemFormat
  let report: ExportReport

  var page: Page {
    Page(
      ImportWording.exportTitle(format), kind: "items", styles: ItemsPage.styles,
      main: """
        <h1>\(ImportWording.exportTitle(format))</h1>
        <p class="lead">\(ImportWording.written(report.written, of: report.written + report.leftOut.count))</p>
        <p class="actions start"><a class="button main" href="\(Route.items(.exportFile(format)))">\(ImportWording.takeFile)</a>
        <a class="button" href="\(Route.items(.front))">\(ImportWording.toItems)</a></p>
        <p class="notice">\(ImportWording.keysInside)</p>
        \(leftOut)\(besides)
        """)
  }

  private var leftOut: Markup {
    guard !report.leftOut.isEmpty else { return "<p class=\"done\">\(ImportWording.nothingLeftOut)</p>\n" }
    let groups = Dictionary(grouping: report.leftOut) { "\($0.kind.rawValue) \($0.cause.rawValue)" }
      .sorted { $0.key < $1.key }.map(\.value)
    return """
      <h2>\(ImportWording.leftOut)</h2>
      \(Components.scroll)<table class="list"><thead><tr>\(each: ImportWording.leftOutHead, { "<th>\($0)</th>" })</tr></thead>
      <tbody>\(each: groups, row)</tbody></table></div>

      """
  }

  private func row(_ group: [(id: Item.ID, kind: Item.Kind, cause: ExportReport.Cause)]) -> Markup {
    guard let first = group.first else { return "" }
    let rest = group.count - Self.mostNames
    return """
      <tr><td>\(ImportWording.name(first.kind))</td><td class="number">\(group.count)</td>\
      <td>\(ImportWording.cause(first.cause))</td>\
      <td>\(group.prefix(Self.mostNames).map(\.id.text).joined(separator: ", "))\(" \(ImportWording.andMore(rest))", if: rest > 0)</td></tr>

      """
  }

  private var besides: Markup {
    guard !report.besides.isEmpty else { return "" }
    return """
      <h2>\(ImportWording.besides)</h2>
      <p>\(ImportWording.besidesLead)</p>
      <ul>\(each: report.besides.sorted { $0.key < $1.key }, { member in
        "<li>\(DraftSentence.member(member.key)): \(ImportWording.items(member.value))</li>\n"
      })</ul>

      """
  }
}
