import Assessment
import UseCases

/// One attempt on one screen: who, where and what helped on the left, what can be and what was done on the right.
struct DeskAttemptPage {
  let view: DeskView
  let account: Account
  let token: Markup
  var refusal: DeskActRefusal?
  var choice: DeskChoice?

  init(view: DeskView, account: Account, token: Markup) {
    self.view = view
    self.account = account
    self.token = token
  }

  var page: Page {
    Page(
      name, kind: "attempt", styles: ["desk-board.css"],
      main: """
        <div class="heading"><h1>\(name)</h1>\(state)<a class="button" href="\(Route.desk(.board))">\(DeskAttemptWording.toBoard)</a></div>
        \(notice)\(call)\(decision)<div class="attempt-columns">
        <div>
        \(facts)\(result)\(ledger)</div>
        <div>
        \(DeskActForms(view: view, choice: choice, token: token).markup)\(DeskLogMarkup(view: view).markup)</div>
        </div>

        """)
  }

  private var attempt: Attempt { view.record.attempt }
  private var name: String { view.person?.name ?? BoardWording.noName }

  /// What was refused, or what this colleague has just done.
  private var notice: Markup {
    if let refusal {
      return """
        <p class="faults" role="alert">\(refusal.sentence) <span class="small">\(StaffWording.reference(refusal.reference))</span></p>

        """
    }
    guard let deed = DeskLogMarkup(view: view).justDone(by: account.id) else { return "" }
    return "<p class=\"done\" role=\"status\">\(DeskAttemptWording.justNow(deed))</p>\n"
  }

  private var state: Markup {
    let (word, kind) = stateWord
    return "<span class=\"badge \(kind)\">\(word)</span>\n"
  }

  private var stateWord: (String, Markup) {
    switch attempt.state {
    case .seating where view.row?.isOnScreen != true: (DeskAttemptWording.waiting, "calm")
    case .seating: (view.person == nil ? DeskAttemptWording.filling : DeskAttemptWording.seated, "calm")
    case .inProgress where view.row?.isOnScreen != true: (DeskAttemptWording.moving, "care")
    case .inProgress: (DeskAttemptWording.running, "good")
    case .paused:
      (DeskAttemptWording.paused(attempt.pause.flatMap { view.reasonTexts[$0] } ?? ""), "calm")
    case .submitted:
      switch attempt.ending {
      case .staff: (DeskAttemptWording.endedByStaff, "")
      case .timeUp: (DeskAttemptWording.timeUp, "")
      case .candidate, nil: (DeskAttemptWording.submitted, "")
      }
    case .voided: (DeskAttemptWording.voided, "care")
    }
  }

  private var call: Markup {
    guard let since = view.helpCalledAt, attempt.isOpen else { return "" }
    return """
      <form class="calling" method="post" action="\(Route.desk(.act(attempt.id, .helpAnswer)))">\(token)
      <strong>\(DeskAttemptWording.calls(Formatting.time(since)))</strong>
      <button class="button main" type="submit">\(DeskAttemptWording.go)</button>
      </form>

      """
  }

  private var decision: Markup {
    guard view.help.standing == .awaitsOfficer, attempt.state != .voided else { return "" }
    guard account.role.includes(.officer) else {
      return "<p class=\"notice\">\(DeskAttemptWording.decisionElse)</p>\n"
    }
    return DecisionMarkup(view: view, choice: choice, token: token).markup
  }

  private var ledger: Markup {
    switch attempt.state {
    case .inProgress, .paused, .submitted: HelpLedgerMarkup(view: view, token: token).markup
    case .seating, .voided: ""
    }
  }

  private var facts: Markup {
    let shown = DeskFacts(view: view).facts.map { (label: $0.0, value: $0.1) }
    let person: Markup =
      view.record.person.map {
        "<p class=\"small\"><a href=\"\(Route.desk(.person($0)))\">\(DeskAttemptWording.toPerson)</a></p>\n"
      } ?? ""
    return """
      <section class="panel"><h2>\(DeskAttemptWording.person)</h2>
      <dl class="pairs">
      \(each: shown, { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>
      \(person)</section>

      """
  }

  private var result: Markup {
    guard let result = view.result else { return "" }
    return DeskResultMarkup(result: result, prints: view.prints, token: token).markup
  }
}

/// What is known of the person and the attempt, in pairs.
struct DeskFacts {
  let view: DeskView

  var facts: [(String, String)] {
    var facts: [(String, String)] = []
    func add(_ label: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append((label, value)) }
    }
    add(DeskAttemptWording.number, view.person.map { "… \($0.number.lastThree)" })
    add(DeskAttemptWording.audience, view.audience)
    add(DeskAttemptWording.machine, machine)
    if let row = view.row, row.stage != .waiting, row.stage != .seated {
      add(DeskAttemptWording.place, BoardWording.place(row.place, row.count))
    }
    if view.asked > 0 { add(DeskAttemptWording.progress, DeskAttemptWording.answered(view.answered, view.asked)) }
    add(DeskAttemptWording.timeLeft, time)
    add(DeskAttemptWording.began, Formatting.time(view.record.beganAt, today: CivilDate(view.now)))
    if view.record.person != nil {
      add(DeskAttemptWording.identity, Wording.slipIdentities[view.record.identity.rawValue])
    }
    add(DeskAttemptWording.hamlet, view.settled?.hamlet)
    add(DeskAttemptWording.tags, view.settled?.tags.joined(separator: ", "))
    add(DeskAttemptWording.accommodations, accommodations)
    add(
      DeskAttemptWording.guardian,
      view.settled?.guardian.map { "\($0.name), \(DeskAttemptWording.relation($0.relation))" })
    return facts
  }

  private var machine: String? {
    guard let row = view.row else { return nil }
    let seat = row.seat.map(DeskAttemptWording.seat)
    guard row.isOnScreen else { return seat ?? BoardWording.noSeatNumber }
    let machine = BoardWording.device(row.device) + (view.deviceName.map { " (\($0))" } ?? "")
    return [machine, seat].compactMap(\.self).joined(separator: " · ")
  }

  private var time: String? {
    guard let left = view.row?.minutesLeft, let allowed = view.record.attempt.allowed else { return nil }
    return DeskAttemptWording.minutes(left, of: allowed / 60_000)
  }

  private var accommodations: String? {
    guard let chosen = view.settled?.accommodations else { return nil }
    let needs = Need.allCases.filter(chosen.needs.contains).map(DeskAttemptWording.need)
    return ([DeskAttemptWording.time(chosen.time)].compactMap(\.self) + needs).joined(separator: ", ")
  }
}
