import Assessment
import Slip
import UseCases

extension Site {
  /// Counts a sheet and shows it, ready to be printed.
  func printSheet(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    let result = try visit.kiosk.result(of: record)
    if let response = try printedByBox(&visit, result) { return response }
    guard let size = PaperSize(rawValue: try fields.text("size", most: 8)) else {
      throw FormFault.unexpected("size", value: try fields.text("size", most: 8))
    }
    let copy = result.outcome.isPassed ? try visit.kiosk.printSlip(of: record) : 0
    return visit.redirect(to: .sheet(id, copy: copy, size: size))
  }

  /// The page around a sheet: its picture at its true size. The sheet is drawn and read back here once, so that a page is
  /// offered only for a sheet that can be printed.
  func sheet(_ visit: Visit, _ id: Attempt.ID, copy: Int, size: PaperSize) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    let (paper, text) = try sheetContent(visit.kiosk, record, copy: copy)
    _ = try visit.kiosk.sheet(paper, on: size, text: text)
    return visit.page(
      SheetPage(
        picture: .sheetPicture(id, copy: copy, size: size), size: size, exit: .result(id), label: Wording.toResult
      ).page)
  }

  /// The sheet as a picture, drawn and read back beside the writer.
  func sheetPicture(_ visit: Visit, _ id: Attempt.ID, copy: Int, size: PaperSize) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    let (paper, text) = try sheetContent(visit.kiosk, record, copy: copy)
    let picture = try visit.kiosk.sheet(paper, on: size, text: text)
    return Self.picture(picture)
  }

  static func picture(_ bytes: [UInt8]) -> Response {
    Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", "image/png"), Response.Header("Cache-Control", "no-store"),
        Response.Header("X-Content-Type-Options", "nosniff"),
      ], body: bytes)
  }

  /// Copy 0 is the advice of who has not passed; every other number must be one that was counted.
  func sheetContent(
    _ kiosk: Kiosk, _ record: AttemptRecord, copy: Int
  ) throws -> (paper: Paper, text: String?) {
    let result = try kiosk.result(of: record)
    guard record.attempt.mode == .tested else { throw UseCaseError.practiceOnly }
    guard copy > 0 else {
      guard !result.outcome.isPassed else { throw Problem.notFound }
      return (AdvicePaper(result: result, office: kiosk.office, isSample: isSample).paper, nil)
    }
    guard let slip = result.slip else { throw Problem.notFound }
    guard result.revocation == nil else { throw UseCaseError.desk(.slipRevoked(serial: slip.serial)) }
    guard copy <= (try kiosk.store.printCount(of: slip.serial)) else { throw Problem.notFound }
    let text = SlipText.encode(slip.bytes)
    let paper = SlipPaper(
      result: result, slip: slip, office: kiosk.office, symbol: try kiosk.drawing.symbol(for: text), copy: copy,
      isSample: isSample)
    return (paper.paper, text)
  }
}

struct SheetPage {
  let picture: Route
  let size: PaperSize
  /// Where to go once the sheet is printed.
  let exit: Route
  let label: String
  /// At the desk nobody scrolls past a roll's length to print it.
  var isAtDesk = false

  var page: Page {
    Page(
      Wording.sheetTitle, kind: "sheet", scripts: ["print.js"],
      main: """
        <div class="screen-only">
        <h1>\(Wording.sheetTitle)</h1>
        <p class="lead">\(Wording.sheetHelp)</p>
        </div>
        \(actions, if: isAtDesk)<p class="sheet \(kind)"><img src="\(picture)" alt="\(Wording.sheetAlt)"></p>
        \(actions, if: !isAtDesk)
        """)
  }

  private var actions: Markup {
    """
    <p class="actions screen-only">
    <button class="button\(" main", if: isAtDesk)" type="button" id="print" hidden>\(Wording.printButton)</button>
    <a class="button\(" main", if: !isAtDesk)" href="\(exit)">\(label)</a></p>

    """
  }

  private var kind: Markup {
    switch size {
    case .roll80: "roll80"
    case .roll58: "roll58"
    case .a5: "a5"
    }
  }
}
