import Assessment
import UseCases

extension Site {
  func classroom(_ visit: inout Visit, _ id: Int64) throws -> Response {
    visit.page(ClassPage(view: try visit.kiosk.classView(id), token: try visit.tokenField()).page)
  }

  func classCards(_ visit: inout Visit, _ id: Int64) throws -> Response {
    visit.page(ClassCardsPage(view: try visit.kiosk.classView(id)).page)
  }
}

/// A class: who was seated, and of the list what is in the way of the rest.
struct ClassPage {
  let view: ClassView
  let token: Markup

  var page: Page {
    Page(
      view.classroom.title, kind: "desk-class", scripts: ["print-page.js"], styles: ["desk-seating.css"],
      main: """
        <h1>\(view.classroom.title)</h1>
        \(isClosed ? closedNote : "")\(view.classroom.mode == .practice ? practice : "")\
        \(members)\(waiting)\(actions)
        """)
  }

  private var isClosed: Bool { view.classroom.closedAt != nil }

  private var closedNote: Markup {
    "<p class=\"notice\">\(ClassWording.closed)</p>\n"
  }

  private var practice: Markup {
    """
    <p class="lead">\(ClassWording.practiceIsOpen)</p>
    <p class="done">\(ClassWording.practised(view.practised))</p>

    """
  }

  private var waiting: Markup {
    guard !view.waiting.isEmpty else { return "" }
    return """
      <div class="screen-only"><p class="lead">\(ClassWording.ready(view.ready.count, view.waiting.count))</p>
      \(seatForm)\(Components.scroll)<table class="list">
      <thead><tr><th class="number">\(ClassWording.line)</th><th>\(ClassWording.person)</th><th>\(ClassWording.birth)</th>\
      <th>\(ClassWording.number)</th><th>\(ClassWording.findings)</th></tr></thead>
      <tbody>
      \(each: view.waiting, row)</tbody></table></div></div>

      """
  }

  private func row(_ entry: RosterEntry) -> Markup {
    let remarks = entry.candidate.map { candidate in
      entry.remarks.map { ClassWording.remark($0, about: candidate) }
    }
    let isFine = entry.problems.isEmpty && (remarks ?? []).isEmpty
    return """
      <tr\(" class=\"faulty\"", if: !entry.problems.isEmpty)><td class="number">\(entry.line.line)</td>
      <td>\(entry.line.name)</td><td>\(entry.line.birth)</td><td>\(shown(entry))</td>
      <td>\("<span class=\"badge good\">\(ClassWording.fine)</span>", if: isFine)<ul class="flat">\
      \(each: entry.problems, { "<li>\(ClassWording.problem($0))</li>" })\
      \(each: remarks ?? [], { "<li class=\"remark\">\($0)</li>" })</ul></td></tr>

      """
  }

  /// What is wrong with a number can only be mended by who sees it whole.
  private func shown(_ entry: RosterEntry) -> String {
    guard let number = entry.candidate?.number, entry.problems.isEmpty else { return entry.line.number }
    return SlipDeskWording.numberEnding(number.lastThree)
  }

  private var seatForm: Markup {
    guard !isClosed, !view.ready.isEmpty else { return "" }
    let doubtfulCount = view.ready.count(where: \.isDoubtful)
    let sureCount = view.ready.count - doubtfulCount
    let doubtful: Markup = """
      <label class="check-line"><input type="checkbox" name="confirmed" value="yes"\(" required", if: sureCount == 0)>\
      \(ClassWording.doubtful(doubtfulCount))</label>

      """
    return """
      <form class="panel" method="post" action="\(Route.desk(.classSeats(view.classroom.id)))">\(token)
      <label class="check-line"><input type="checkbox" name="face" value="yes">\(ClassWording.face)</label>
      \(doubtful, if: doubtfulCount > 0)<p class="small">\(ClassWording.leftOut)</p>
      <button class="button main" type="submit">\(ClassWording.seatAll(sureCount))</button>
      </form>

      """
  }

  private var members: Markup {
    guard !view.members.isEmpty else { return "" }
    return """
      <h2>\(ClassWording.seated(view.members.count))</h2>
      <p class="actions"><a class="button" href="\(Route.desk(.classCards(view.classroom.id)))">\(ClassWording.cards)</a>
      <button class="button" type="button" id="print" hidden>\(ClassWording.print)</button></p>
      \(Components.scroll)<table class="list">
      <thead><tr><th class="number">\(ClassWording.line)</th><th>\(ClassWording.person)</th>\
      <th>\(ClassWording.number)</th><th class="number">\(ClassWording.seat)</th><th>\(ClassWording.state)</th></tr></thead>
      <tbody>
      \(each: view.members, member)</tbody></table></div>

      """
  }

  /// On paper, which leaves the desk, stands only so much of a name that its owner knows it.
  private func member(_ member: ClassMember) -> Markup {
    """
    <tr><td class="number">\(member.line)</td>
    <td><a class="screen-only" href="\(Route.desk(.attempt(member.attempt)))">\(member.name)</a>\
    <span class="paper-only">\(PersonName.masked(member.name))</span></td>
    <td>\(member.number.map { SlipDeskWording.numberEnding($0.lastThree) } ?? "")</td>
    <td class="number"><strong>\(member.seat?.description ?? "")</strong></td>
    <td class="state-cell"><span class="badge\(tone(member.state))">\(ClassWording.state(member.state))</span></td></tr>

    """
  }

  private func tone(_ state: ClassMember.State) -> Markup {
    switch state {
    case .waiting, .sitting, .running: " calm"
    case .paused, .voided: " care"
    case .passed: " good"
    case .notPassed: ""
    }
  }

  private var actions: Markup {
    let close: Markup = """
      <button class="button danger" type="submit">\
      \(view.classroom.mode == .practice ? ClassWording.closePractice : ClassWording.close)</button>

      """
    return """
      <form class="actions" method="post" action="\(Route.desk(.classClosing(view.classroom.id)))">\(token)
      <a class="button" href="\(Route.desk(.classes))">\(ClassWording.toClasses)</a>
      \(close, if: !isClosed)</form>

      """
  }
}

/// A card for each member who has not sat down: the seat number large, and so much of the name that it reaches its owner.
struct ClassCardsPage {
  let view: ClassView

  var page: Page {
    Page(
      ClassWording.cardsTitle, kind: "desk-cards", scripts: ["print-page.js"], styles: ["desk-seating.css"],
      main: """
        <div class="screen-only"><h1>\(ClassWording.cardsTitle)</h1><p>\(ClassWording.cardsHelp)</p>
        <p class="actions"><a class="button" href="\(Route.desk(.classroom(view.classroom.id)))">\(ClassWording.toClass)</a>
        <button class="button main" type="button" id="print" hidden>\(ClassWording.printCards)</button></p></div>
        <div class="cards">
        \(each: view.members.filter { $0.state == .waiting }, card)</div>

        """)
  }

  private func card(_ member: ClassMember) -> Markup {
    """
    <section class="card"><p>\(view.classroom.title)</p><p class="number-big">\(member.seat?.description ?? "")</p>
    <p>\(PersonName.masked(member.name)) · \(ClassWording.line) \(member.line)</p></section>

    """
  }
}
