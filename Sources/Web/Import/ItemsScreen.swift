import Assessment
import Interchange
import UseCases

extension Site {
  /// What is read, whether it takes seconds or not.
  func itemsBeside(_ visit: inout Visit, _ route: ItemRoute, _ fields: FormFields?) throws -> Response {
    switch (route, fields) {
    case (.front, nil): try itemsFront(&visit)
    case (.front, let fields?): try lookAtItems(&visit, fields)
    case (.report(let mark), nil): try dryRunTable(&visit, mark)
    case (.drafts(let page), nil): try drafts(&visit, page: page)
    case (.draftsFile, nil): try draftsFile(visit)
    case (.draft(let id), nil): try draft(&visit, id)
    case (.template(let format), nil): try itemTemplate(visit, format)
    case (.export(let format), nil): try itemExport(&visit, format)
    case (.exportFile(let format), nil): try itemExportFile(visit, format)
    case (.results, let fields?): try exportResults(&visit, fields)
    default: throw Problem.methodNotAllowed
    }
  }

  func prepareItems(_ visit: Visit, _ route: ItemRoute, _ fields: FormFields) throws -> Preparation {
    let account = try visit.kiosk.colleague(visit.staff, asAnyOf: [.officer], isActive: true).account.id
    switch route {
    case .intake:
      let mark = try fields.text("mark", most: 16)
      return .staff(.items(try visit.kiosk.lookAgain(atItems: mark, by: account).report))
    case .releases: return .staff(.ready(try visit.kiosk.readyDrafts()))
    default: return .none
    }
  }

  func itemsWrite(
    _ visit: inout Visit, _ route: ItemRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch (route, preparation) {
    case (.intake, .staff(.items(let report))):
      try visit.kiosk.takeIn(report, by: try visit.account())
      return visit.redirect(to: .items(.drafts(page: 1)), at: "taken")
    case (.releases, .staff(.ready(let ids))): return try releaseDrafts(&visit, ids, fields)
    case (.release(let id), _): return try releaseDrafts(&visit, [id], fields)
    case (.discard(let id), _):
      try visit.kiosk.discardDraft(of: id, by: .account(try visit.account()))
      return visit.redirect(to: .items(.drafts(page: 1)), at: "discarded")
    default: throw Problem.methodNotAllowed
    }
  }

  private func itemsFront(_ visit: inout Visit) throws -> Response {
    visit.page(try ItemsPage(&visit).page)
  }

  /// The dry run. A file that is refused leads back to where it was chosen, with its sentence.
  private func lookAtItems(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let upload = fields.upload("file")
    let name = upload.map { String($0.fileName.prefix(120)) } ?? ""
    do {
      let (file, report) = try visit.kiosk.lookAtItems(
        in: upload?.bytes ?? [], named: name.isEmpty ? ImportWording.unnamed : name,
        defaults: try Self.defaults(fields), by: try visit.account())
      return visit.page(DryRunPage(file: file, report: report, token: try visit.tokenField()).page)
    } catch let error as UseCaseError {
      var page = try ItemsPage(&visit)
      page.fault = StaffProblem(error)
      page.typed = TypedFields(fields)
      throw Instead(response: visit.page(page.page, status: StaffProblem(error).status))
    }
  }

  private static func defaults(_ fields: FormFields) throws -> ImportDefaults {
    func chosen(_ name: String) throws -> String? {
      let text = try fields.optional(name, most: 80) ?? ""
      return text.isEmpty ? nil : text
    }
    var defaults = ImportDefaults()
    defaults.competence = try chosen("competence").map { Competence.ID($0) }
    defaults.audiences = try fields.all("audience-", most: 3).keys.sorted().map { Audience.ID($0) }
    defaults.use = try chosen("use").flatMap { Item.Use(rawValue: $0) }
    defaults.difficulty = try chosen("difficulty").flatMap { Int($0) }.flatMap { (1...5).contains($0) ? $0 : nil }
    return defaults
  }

  private func dryRunTable(_ visit: inout Visit, _ mark: String) throws -> Response {
    let report = try visit.kiosk.lookAgain(atItems: mark, by: try visit.account()).report
    var csv = CSVWriter(separator: .semicolon)
    csv.add(ImportWording.tableHead)
    for row in DryRunRow.all(of: report) { csv.add(row.cells) }
    return Self.file(csv.bytes, type: ItemFormat.csv.contentType, name: "xem-truoc.csv")
  }

  static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
    Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", type),
        Response.Header("Content-Disposition", "attachment; filename=\"\(name)\""),
        Response.Header("X-Content-Type-Options", "nosniff"), Response.Header("Cache-Control", "no-store"),
      ], body: bytes)
  }
}
