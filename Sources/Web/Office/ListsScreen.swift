import UseCases

extension Site {
  func lists(_ visit: inout Visit) throws -> Response {
    visit.page(try ListsPage(&visit).page)
  }

  func listsPage(_ visit: inout Visit, again problem: StaffProblem, _ fields: FormFields) throws -> Page {
    var page = try ListsPage(&visit)
    page.told = ListsPage.Told(about: OfficeList(rawValue: fields.typed("list")), notice: problem.notice)
    page.typed = fields.typed("names", most: FormFields.mostBytes)
    return page.page
  }

  /// Names come one a line. Those that were there already are told, which is no reason to refuse the others.
  func addNames(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let text = try fields.text("list", most: 10)
    guard let list = OfficeList(rawValue: text) else { throw FormFault.unexpected("list", value: text) }
    let names = try fields.text("names", most: FormFields.mostBytes)
    let added =
      switch list {
      case .hamlets: try visit.kiosk.addHamlets(names)
      case .tags: try visit.kiosk.addTags(names)
      }
    var page = try ListsPage(&visit)
    page.told = ListsPage.Told(about: list, notice: ListsPage.notice(added))
    return visit.page(page.page)
  }

  func retireHamlet(_ visit: inout Visit, _ id: Hamlet.ID) throws -> Response {
    try visit.kiosk.retireHamlet(id)
    return visit.redirect(to: .office(.lists), at: "retired")
  }

  func retireTag(_ visit: inout Visit, _ id: Tag.ID) throws -> Response {
    try visit.kiosk.retireTag(id)
    return visit.redirect(to: .office(.lists), at: "retired")
  }
}

enum OfficeList: String {
  case hamlets
  case tags
}

struct ListsPage {
  struct Told {
    let about: OfficeList?
    let notice: Markup
  }

  let hamlets: [Hamlet]
  let tags: [Tag]
  let token: Markup
  var told: Told?
  /// Names that were refused, to be mended.
  var typed = ""

  init(_ visit: inout Visit) throws {
    hamlets = try visit.kiosk.store.hamlets()
    tags = try visit.kiosk.store.tags()
    token = try visit.tokenField()
  }

  static func notice(_ added: NamesAdded) -> Markup {
    let known: Markup = added.known.isEmpty ? "" : " \(OfficeWording.known(added.known))"
    return "<p class=\"done\" role=\"status\">\(OfficeWording.added(added.count))\(known)</p>\n"
  }

  var page: Page {
    Page(
      OfficeWording.listsTitle, kind: "lists", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(OfficeWording.listsTitle)</h1>
        \(AccountPage.told("retired", OfficeWording.retired))<div class="columns">
        \(column(.hamlets, OfficeWording.hamlets, OfficeWording.hamletsLead, rows(hamlets), OfficeWording.noHamlets))\
        \(column(.tags, OfficeWording.tags, OfficeWording.tagsLead, rows(tags), OfficeWording.noTags))</div>

        """)
  }

  private typealias Row = (name: String, retirement: Route)

  private func rows(_ hamlets: [Hamlet]) -> [Row] {
    hamlets.map { ($0.name, .office(.hamletRetirement($0.id))) }
  }

  private func rows(_ tags: [Tag]) -> [Row] {
    tags.map { ($0.name, .office(.tagRetirement($0.id))) }
  }

  private func column(
    _ list: OfficeList, _ title: String, _ lead: String, _ rows: [Row], _ nothing: String
  ) -> Markup {
    """
    <section>
    <h2>\(title)</h2>
    <p class="small">\(lead)</p>
    \(told?.about == list ? told?.notice ?? "" : "")\
    <form class="panel" method="post" action="\(Route.office(.lists))" autocomplete="off">\(token)
    <input type="hidden" name="list" value="\(list.rawValue)">
    <label for="\(list.rawValue)">\(OfficeWording.namesLabel)</label>
    <textarea id="\(list.rawValue)" name="names" rows="3" required>\(told?.about == list ? typed : "")</textarea>
    <button class="button\(" main", if: list == .hamlets)" type="submit">\(OfficeWording.addNames)</button>
    </form>
    \(entries(rows, nothing))</section>

    """
  }

  private func entries(_ rows: [Row], _ nothing: String) -> Markup {
    guard !rows.isEmpty else { return "<p class=\"empty\">\(nothing)</p>\n" }
    return """
      <p class="small">\(OfficeWording.count(rows.count))</p>
      <ul class="names">
      \(each: rows, { row in """
        <li><span>\(row.name)</span>\(retiring(row).markup(of: row.name))</li>

        """ })</ul>

      """
  }

  private func retiring(_ row: Row) -> Asking {
    Asking(OfficeWording.retire, OfficeWording.retireAsk, OfficeWording.retireDo, row.retirement, token)
  }
}
