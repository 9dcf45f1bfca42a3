import UseCases

extension Site {
  func letterhead(_ visit: inout Visit) throws -> Response {
    let page = LetterheadPage(
      letterhead: try visit.kiosk.letterhead(), fault: nil, token: try visit.tokenField())
    return visit.page(page.page)
  }

  func letterhead(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    func line(_ name: String) throws -> String {
      try fields.text(name, most: 600).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let recipients = try fields.text("recipients", most: 6_000).split(whereSeparator: \.isNewline)
    let letterhead = Letterhead(
      superior: try line("superior"), office: try line("office"), symbol: try line("symbol"), place: try line("place"),
      authority: try line("authority"), position: try line("position"), signer: try line("signer"),
      recipients: recipients.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        .filter { !$0.isEmpty })
    do {
      try visit.kiosk.keep(letterhead, by: try visit.account())
    } catch UseCaseError.report(let refusal) {
      let page = LetterheadPage(letterhead: letterhead, fault: refusal, token: try visit.tokenField())
      return visit.page(page.page, status: 422)
    }
    return visit.redirect(to: .office(.reports))
  }
}

struct LetterheadPage {
  let letterhead: Letterhead
  let fault: ReportRefusal?
  let token: Markup

  var page: Page {
    Page(
      ReportWording.letterhead, kind: "letterhead", styles: ["office-reports.css"],
      main: """
        <h1>\(ReportWording.letterhead)</h1>
        \(faults)<form class="panel" method="post" action="\(Route.office(.letterhead))">\(token)
        <div class="fields">
        \(each: lines, { "<label>\($0.label)<input type=\"text\" name=\"\($0.name)\" value=\"\($0.value)\" maxlength=\"\(Letterhead.longestLine)\"></label>\n" })\
        <label class="wide">\(ReportWording.recipientLines)<textarea name="recipients" rows="4">\(letterhead.recipients.joined(separator: "\n"))</textarea></label>
        </div>
        <p class="actions"><button class="button main" type="submit">\(ReportWording.keep)</button>
        <a class="button" href="\(Route.office(.reports))">\(ReportWording.back)</a></p>
        </form>

        """)
  }

  private var faults: Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0.sentence)</p>\n" } ?? ""
  }

  private var lines: [(name: String, label: String, value: String)] {
    [
      ("superior", ReportWording.superiorLine, letterhead.superior),
      ("office", ReportWording.officeLine, letterhead.office),
      ("symbol", ReportWording.symbolLine, letterhead.symbol), ("place", ReportWording.placeLine, letterhead.place),
      ("authority", ReportWording.authorityLine, letterhead.authority),
      ("position", ReportWording.positionLine, letterhead.position),
      ("signer", ReportWording.signerLine, letterhead.signer),
    ]
  }
}
