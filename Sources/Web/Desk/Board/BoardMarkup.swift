import Assessment
import UseCases

/// The changing part of the board. Whoever needs somebody has a line with the one next thing to do; whoever does not is a
/// small tile, so that forty fit on a screen. Every line has an id of its own, by which the script keeps focus and place.
struct BoardMarkup {
  /// Finished attempts for which nothing is to be done: enough to find the last people again.
  static let mostSettled = 6

  let board: Board
  let reasons: [Reason.ID: String]
  let now: Moment
  /// Whether whoever looks may decide about help that is not allowed.
  let decides: Bool
  let token: Markup
  var notices = BoardNotices()

  var markup: Markup {
    """
    \(notices.markup)\(counts)\(calls)<div class="board-columns" id="board-columns">
    <div id="board-main">
    \(screens)\(left)</div>
    <div id="board-side">
    \(waiting)\(finished)\(devices)</div>
    </div>

    """
  }

  private var counts: Markup {
    let todo = board.finished.filter { $0.need != .nothing }.count
    let counts = [
      (board.calling.count, BoardWording.countCalling), (board.atScreens.count, BoardWording.countAtScreens),
      (board.waiting.count, BoardWording.countWaiting), (todo, BoardWording.countToDo),
    ]
    return """
      <p class="counts" id="counts">\(each: counts, { "<span>\(BoardWording.count($0.0, $0.1))</span> " })</p>

      """
  }

  private var calls: Markup {
    guard !board.calling.isEmpty else { return "" }
    return section("calls", BoardWording.calling, lines(board.calling, "calls-lines"))
  }

  private var screens: Markup {
    let people = board.atScreens
    let needy = people.filter { $0.need != .nothing || $0.isFlagged }
    let calm = people.filter { $0.need == .nothing && !$0.isFlagged }
    guard !people.isEmpty else {
      return section(
        "screens", BoardWording.atScreens, "<p class=\"empty\" id=\"screens-none\">\(BoardWording.nobody)</p>\n")
    }
    return section(
      "screens", BoardWording.atScreens,
      """
      \(needy.isEmpty ? "" : lines(needy, "screens-lines"))\(calm.isEmpty ? "" : tiles(calm, "screens-tiles"))
      """)
  }

  private var waiting: Markup {
    guard !board.waiting.isEmpty else {
      return section(
        "waiting", BoardWording.waiting, "<p class=\"small\" id=\"waiting-none\">\(BoardWording.nobodyWaits)</p>\n")
    }
    return section("waiting", BoardWording.waiting, lines(board.waiting, "waiting-lines"))
  }

  private var finished: Markup {
    let todo = board.finished.filter { $0.need != .nothing }.sorted { one, other in
      (one.need.rawValue, one.submittedAt) < (other.need.rawValue, other.submittedAt)
    }
    let settled = board.finished.filter { $0.need == .nothing }
    let shown = todo + settled.prefix(Self.mostSettled)
    let hidden = board.finished.count - shown.count
    let rest: Markup =
      hidden > 0
      ? "<p class=\"small\" id=\"finished-more\">\(BoardWording.more(hidden)) · <a href=\"\(Route.desk(.slips))\">\(BoardWording.findSlips)</a></p>\n"
      : ""
    guard !shown.isEmpty else {
      return section(
        "finished", BoardWording.finished,
        "<p class=\"small\" id=\"finished-none\">\(BoardWording.nothingFinished)</p>\n")
    }
    let rows = shown.map { FinishedLine(row: $0, today: CivilDate(now), decides: decides, token: token).markup }
    return section(
      "finished", BoardWording.finished,
      "<ul class=\"lines-list\" id=\"finished-lines\">\n\(each: rows, { $0 })</ul>\n\(rest)")
  }

  private var devices: Markup {
    guard !board.devices.isEmpty else {
      return section(
        "devices", BoardWording.devices, "<p class=\"small\" id=\"devices-none\">\(BoardWording.noDevices)</p>\n")
    }
    let used = board.devices.filter { $0.attempt != nil }
    let idle = board.devices.filter { $0.attempt == nil }
    return section(
      "devices", BoardWording.devices,
      """
      <dl class="machines" id="machines">
      \(machines(BoardWording.free, "free", idle.filter { !$0.isSilent }))\
      \(machines(BoardWording.inUse, "used", used))\
      \(machines(BoardWording.silent, "silent", idle.filter(\.isSilent)))</dl>

      """)
  }

  private func machines(_ word: String, _ kind: StaticString, _ devices: [BoardDevice]) -> Markup {
    guard !devices.isEmpty else { return "" }
    let kind = Markup(stringLiteral: kind)
    return """
      <div class="\(kind)" id="machines-\(kind)"><dt>\(word)</dt>\
      <dd>\(each: devices, { "<span title=\"\($0.device.name)\">\($0.device.number)</span> " })</dd></div>

      """
  }

  private var left: Markup {
    guard !board.left.isEmpty else { return "" }
    return """
      <details id="left"><summary id="left-title">\(BoardWording.left) (\(min(board.left.count, Kiosk.mostLeft))\("+", if: board.left.count > Kiosk.mostLeft))</summary>
      \(tiles(Array(board.left.prefix(Kiosk.mostLeft)), "left-tiles"))</details>

      """
  }

  private func lines(_ rows: [BoardRow], _ id: StaticString) -> Markup {
    let lines = rows.map { BoardLine(row: $0, reasons: reasons, now: now, decides: decides, token: token).markup }
    return "<ul class=\"lines-list\" id=\"\(Markup(stringLiteral: id))\">\n\(each: lines, { $0 })</ul>\n"
  }

  private func tiles(_ rows: [BoardRow], _ id: StaticString) -> Markup {
    "<ul class=\"tiles\" id=\"\(Markup(stringLiteral: id))\">\n\(each: rows, tile)</ul>\n"
  }

  private func tile(_ row: BoardRow) -> Markup {
    let left = row.minutesLeft.map { " · \(BoardWording.minutesLeft($0))" } ?? ""
    return """
      <li id="row-\(Int(row.attempt))"><a href="\(Route.desk(.attempt(row.attempt)))">\
      <b class="machine"><span class="unseen">\(BoardWording.devices) </span>\(BoardWording.deviceNumber(row.device))</b>\
      <span class="who">\(row.name ?? BoardWording.noName)</span>\
      <span class="facts-line">\(BoardWording.place(row.place, row.count))\(left)</span></a></li>

      """
  }

  private func section(_ id: StaticString, _ title: String, _ content: Markup) -> Markup {
    let id = Markup(stringLiteral: id)
    return
      "<section class=\"\(id)\" id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h2 id=\"\(id)-title\">\(title)</h2>\n\(content)</section>\n"
  }
}
