import Assessment
import UseCases

/// Somebody who needs somebody, or waits: where, who, what is the matter, and the one next thing to do.
struct BoardLine {
  let row: BoardRow
  let reasons: [Reason.ID: String]
  let now: Moment
  let decides: Bool
  let token: Markup

  var markup: Markup {
    """
    <li id="row-\(Int(row.attempt))" class="need-\(kind)"\(news)>
    <b class="machine">\(machine)</b>
    <a class="who" id="who-\(Int(row.attempt))" href="\(Route.desk(.attempt(row.attempt)))">\(who)</a>
    <span class="facts-line">\(facts)</span>
    <span class="badges">\(each: badges, badge)</span>
    \(action)</li>

    """
  }

  private var who: String { row.name ?? BoardWording.noName }

  private var machine: String {
    guard !row.isOnScreen else { return BoardWording.device(row.device) }
    return row.seat.map(BoardWording.seatNumber) ?? BoardWording.noSeatNumber
  }

  private var kind: Markup {
    switch row.need {
    case .calls: "calls"
    case .isLost where row.isOnScreen: "lost"
    case .isStuck: "stuck"
    default: "calm"
    }
  }

  /// What the script says aloud when the line is new.
  private var news: Markup {
    row.need == .calls ? " data-news=\"\(BoardWording.news(who, machine))\"" : ""
  }

  private var facts: String {
    switch row.stage {
    case .waiting, .seated: return ""
    case .running, .paused:
      return [BoardWording.place(row.place, row.count), row.minutesLeft.map(BoardWording.minutesLeft)]
        .compactMap(\.self).joined(separator: " · ")
    }
  }

  private var still: Int { Int(max(0, now.milliseconds - row.since.milliseconds)) }

  /// Words with their colour; the colour alone says nothing.
  private var badges: [(word: String, kind: Markup)] {
    var badges: [(String, Markup)] = []
    if let since = row.asksForHelpSince {
      badges.append((BoardWording.called(Int(max(0, now.milliseconds - since.milliseconds))), "care"))
    }
    switch row.stage {
    case .waiting: break
    case .seated: badges.append((row.name == nil ? BoardWording.waitsForName : BoardWording.waitsForConsent, "calm"))
    case .paused(let reason): badges.append((BoardWording.paused(reasons[reason] ?? "", still), "calm"))
    case .running:
      if !row.isOnScreen {
        badges.append((BoardWording.moving, "calm"))
      } else if row.isLost {
        badges.append((BoardWording.lost(row.silentFor ?? 0), "care"))
      }
    }
    if row.isOnScreen, !row.isLost, row.pace != .steady, row.stage == .running || row.stage == .seated {
      badges.append(row.pace == .stuck ? (BoardWording.stuck(still), "care") : (BoardWording.slow(still), ""))
    }
    if row.isFlagged { badges.append((BoardWording.flagged, "care")) }
    return badges
  }

  private func badge(_ badge: (word: String, kind: Markup)) -> Markup {
    "<span class=\"badge \(badge.kind)\">\(badge.word)</span> "
  }

  private var action: Markup {
    if row.need == .calls { return form(.helpAnswer, BoardWording.go, isMain: true) }
    if case .paused = row.stage { return form(.resumption, BoardWording.resume) }
    if !row.isOnScreen {
      return row.seat == nil
        ? link(.attempt(row.attempt), BoardWording.move) : link(.ticket(row.attempt), BoardWording.ticket)
    }
    return link(.attempt(row.attempt), row.isLost ? BoardWording.move : BoardWording.look)
  }

  private func form(_ act: DeskRoute.Act, _ label: String, isMain: Bool = false) -> Markup {
    """
    <form method="post" action="\(Route.desk(.act(row.attempt, act)))">\(token)\
    <input type="hidden" name="seen" value="\(row.version)"><input type="hidden" name="from" value="\(from(act))">\
    <button class="button\(" main", if: isMain)" id="act-\(Int(row.attempt))" type="submit" aria-label="\(label): \(who)">\(label)</button></form>

    """
  }

  /// Whoever goes to somebody writes down afterwards what the help was; whoever lets people go on stays at the board.
  private func from(_ act: DeskRoute.Act) -> Markup {
    act == .resumption ? "board" : "attempt"
  }

  private func link(_ route: DeskRoute, _ label: String) -> Markup {
    """
    <a class="button" id="act-\(Int(row.attempt))" href="\(Route.desk(route))" aria-label="\(label): \(who)">\(label)</a>

    """
  }
}

/// Somebody who has handed in, and what is still to be done.
struct FinishedLine {
  let row: FinishedRow
  let today: CivilDate
  let decides: Bool
  let token: Markup

  var markup: Markup {
    """
    <li id="done-\(Int(row.attempt))"\(" class=\"settled\"", if: row.need == .nothing)>
    <span class="machine">\(Formatting.time(row.submittedAt, today: today))</span>
    <a class="who" id="whose-\(Int(row.attempt))" href="\(Route.desk(.attempt(row.attempt)))">\(who)</a>
    <span class="badges"><span class="badge \(badge.kind)">\(badge.word)</span></span>
    \(action)</li>

    """
  }

  private var who: String { row.name ?? BoardWording.noName }

  private var badge: (word: String, kind: Markup) {
    switch row.need {
    case .print: (BoardWording.toPrint, "calm")
    case .issue: (BoardWording.toIssue, "calm")
    case .decide: (BoardWording.toDecide, "care")
    case .nothing where row.isRevoked: (BoardWording.revoked, "care")
    case .nothing where row.standing == .refused: (BoardWording.refused, "care")
    case .nothing where !row.isPassed: (BoardWording.notPassed, "")
    case .nothing: printing
    }
  }

  /// Nothing is called printed while it waits at the printer.
  private var printing: (word: String, kind: Markup) {
    switch row.printing {
    case .waiting(let trouble?): (PrinterDeskWording.state(trouble), "care")
    case .waiting(nil): (PrinterDeskWording.statePrinting, "calm")
    case .printed, .failed, nil: (BoardWording.printed, "good")
    }
  }

  private var action: Markup {
    switch row.need {
    case .print: row.slip.map { link(.slip(serial: $0), BoardWording.print) } ?? ""
    case .issue: issue
    case .decide: link(.attempt(row.attempt), decides ? BoardWording.decide : BoardWording.look)
    case .nothing: ""
    }
  }

  private var issue: Markup {
    """
    <form method="post" action="\(Route.desk(.act(row.attempt, .slip)))">\(token)\
    <button class="button" id="act-\(Int(row.attempt))" type="submit" aria-label="\(BoardWording.issue): \(who)">\(BoardWording.issue)</button></form>

    """
  }

  private func link(_ route: DeskRoute, _ label: String) -> Markup {
    """
    <a class="button" id="act-\(Int(row.attempt))" href="\(Route.desk(route))" aria-label="\(label): \(who)">\(label)</a>

    """
  }
}
