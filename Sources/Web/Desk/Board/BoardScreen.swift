import Assessment
import UseCases

extension Site {
  /// Who is where and who needs somebody. The script keeps it up to date; without one the page comes again by itself.
  func board(_ visit: inout Visit) throws -> Response {
    let markup = try boardMarkup(&visit)
    let tag = visit.part(markup).header("ETag") ?? ""
    return visit.page(BoardPage(part: markup, tag: tag).page)
  }

  /// The changing part alone, and no body where nothing has changed.
  func boardPart(_ visit: inout Visit) throws -> Response {
    visit.part(try boardMarkup(&visit))
  }

  private func boardMarkup(_ visit: inout Visit) throws -> Markup {
    let board = try visit.kiosk.board()
    var reasons: [Reason.ID: String] = [:]
    for row in board.open {
      if case .paused(let id) = row.stage, reasons[id] == nil { reasons[id] = try visit.kiosk.store.reason(id)?.text }
    }
    return BoardMarkup(
      board: board, reasons: reasons, now: visit.kiosk.clock.now(),
      decides: visit.colleague?.account.role.includes(.officer) ?? false, token: try visit.tokenField(),
      notices: BoardNotices(visit.kiosk)
    ).markup
  }
}

struct BoardPage {
  /// Seconds between two looks: of the script, and of a browser without one.
  static let every = 3
  static let everyWithoutScript = 15

  let part: Markup
  let tag: String

  var page: Page {
    Page(
      BoardWording.title, kind: "board", scripts: ["board.js"], styles: ["desk-board.css"],
      refresh: Self.everyWithoutScript,
      main: """
        <div class="heading"><h1>\(BoardWording.title)</h1>
        <a class="button" href="\(Route.desk(.seating))">\(BoardWording.seat)</a></div>
        <p id="board-news" class="unseen" role="status" aria-live="polite"></p>
        <p id="board-trouble" class="faults" role="alert" hidden>\(BoardWording.connectionLost)</p>
        <div id="board" data-url="\(Route.desk(.boardPart))" data-every="\(Self.every)" data-tag="\(tag)">
        \(part)</div>

        """)
  }
}
