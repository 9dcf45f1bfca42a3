import Assessment
import UseCases

extension Site {
  /// The slips that wait for paper, and a field to find every other one.
  func slipQueue(_ visit: inout Visit) throws -> Response {
    let page = SlipsPage(
      queue: try visit.kiosk.slipsToPrint(), token: try visit.tokenField(),
      isPrintedByBox: visit.kiosk.printer.size != nil)
    return visit.page(page.page)
  }

  /// Decides by what was typed. One slip, asked for by what only it has, is opened at once.
  func findSlips(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let text = try fields.text("query", most: Kiosk.longestCheck)
    var page = SlipsPage(
      queue: try visit.kiosk.slipsToPrint(), token: try visit.tokenField(),
      isPrintedByBox: visit.kiosk.printer.size != nil)
    page.typed = text
    guard let query = SlipQuery(typed: text) else {
      page.fault = SlipDeskWording.nothingTyped
      return visit.page(page.page, status: 422)
    }
    do {
      let found = try visit.kiosk.findRecords(query)
      if query.isOfOneSlip, let slip = found.slips.first {
        return visit.redirect(to: .desk(.slip(serial: slip.slip.serial)))
      }
      page.found = found
      return visit.page(page.page)
    } catch UseCaseError.desk(let refusal) {
      page.fault = refusal.sentence
      return visit.page(page.page, status: refusal.status)
    }
  }
}

extension SlipQuery {
  var isOfOneSlip: Bool {
    switch self {
    case .spokenCode, .serial, .scanned, .printed: true
    case .name, .number: false
    }
  }
}

struct SlipsPage {
  let queue: [FoundSlip]
  let token: Markup
  let isPrintedByBox: Bool
  var found: FoundRecords?
  var typed = ""
  var fault: String?

  init(queue: [FoundSlip], token: Markup, isPrintedByBox: Bool) {
    self.isPrintedByBox = isPrintedByBox
    self.queue = queue
    self.token = token
  }

  var page: Page {
    Page(
      SlipDeskWording.title, kind: "desk-slips", styles: ["desk-slips.css"],
      main: """
        <h1>\(SlipDeskWording.title)</h1>
        \(notice)<form class="panel find" method="post" action="\(Route.desk(.slips))" role="search" autocomplete="off">\(token)
        <label for="query">\(SlipDeskWording.findLabel)</label>
        <p id="query-help">\(SlipDeskWording.findHelp)</p>
        <div class="line-up"><input id="query" name="query" type="text" maxlength="4000" spellcheck="false" autofocus\
         aria-describedby="query-help" value="\(typed)">
        <button class="button main" type="submit">\(SlipDeskWording.find)</button></div>
        </form>
        \(found == nil ? waiting : results)
        """)
  }

  private var notice: Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
  }

  private var waiting: Markup {
    """
    <section><h2>\(SlipDeskWording.queue) (\(queue.count))</h2>
    \(QueueRows(slips: queue, token: token, isPrintedByBox: isPrintedByBox).markup)</section>

    """
  }

  private var results: Markup {
    guard let found else { return "" }
    return """
      <section aria-live="polite">\(slips(found))\(people(found))\
      \("<p class=\"notice\">\(SlipDeskWording.foundCut)</p>\n", if: found.isCut)</section>
      <p class="actions"><a class="button" href="\(Route.desk(.slips))">\(SlipDeskWording.toQueue)</a></p>

      """
  }

  private func slips(_ found: FoundRecords) -> Markup {
    if !found.slips.isEmpty { return SlipRows(slips: found.slips, caption: SlipDeskWording.found).markup }
    return
      "<p class=\"empty\">\(found.people.isEmpty ? SlipDeskWording.foundNothing : SlipDeskWording.foundNoSlip)</p>\n"
  }

  private func people(_ found: FoundRecords) -> Markup {
    found.people.isEmpty ? "" : PeopleRows(people: found.people).markup
  }
}
