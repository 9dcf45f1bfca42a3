import Assessment
import UseCases

/// One tap for what was done to help, what is allowed apart from what is not.
struct HelpLedgerMarkup {
  let view: DeskView
  let token: Markup

  var markup: Markup {
    """
    <section class="panel help"><h2>\(DeskAttemptWording.help)</h2>
    <p class="small">\(DeskAttemptWording.helpHint)</p>
    <form method="post" action="\(Route.desk(.act(view.record.attempt.id, .help)))">\(token)
    <fieldset class="kinds"><legend>\(DeskAttemptWording.allowedHelp)</legend>
    \(each: HelpAct.Kind.allCases.filter(\.isAllowed), { button($0) })</fieldset>
    <fieldset class="kinds coaching"><legend>\(DeskAttemptWording.coaching)</legend>
    <p class="small">\(DeskAttemptWording.coachingHint)</p>
    \(each: HelpAct.Kind.allCases.filter { !$0.isAllowed }, { button($0) })</fieldset>
    </form>
    </section>

    """
  }

  private func button(_ kind: HelpAct.Kind) -> Markup {
    """
    <button class="button\(" danger", if: !kind.isAllowed)" type="submit" name="kind" value="\(kind.rawValue)">\(DeskAttemptWording.help(kind))</button>

    """
  }
}

/// The officer's word about help that is not allowed.
struct DecisionMarkup {
  let view: DeskView
  let choice: DeskChoice?
  let token: Markup

  var markup: Markup {
    let undecided = view.help.acts.filter { !$0.kind.isAllowed && $0.number > view.help.decisions.last?.upTo ?? 0 }
    let chosen = choice?.act == .decision ? choice : nil
    return """
      <section class="panel decision" id="decision"><h2>\(DeskAttemptWording.decision)</h2>
      <p>\(DeskAttemptWording.decisionLead(undecided.count))</p>
      <form class="act" method="post" action="\(Route.desk(.act(view.record.attempt.id, .decision)))">\(token)
      <input type="hidden" name="seen" value="\(view.version)">
      <fieldset class="verdicts"><legend class="unseen">\(DeskAttemptWording.decision)</legend>
      \(each: FlagDecision.Verdict.allCases, { "<label class=\"check-line\"><input type=\"radio\" name=\"kind\" value=\"\($0.rawValue)\" required\(" checked", if: chosen?.chosenWord == $0.rawValue)>\(DeskAttemptWording.verdict($0))</label>\n" })</fieldset>
      \(ReasonChoice(reasons: view.reasons, act: .decideFlag, id: "reason-decision", isLabelSeen: false, chosen: chosen?.reason.text ?? "").markup)\
      <button class="button main" type="submit">\(DeskAttemptWording.decide)</button>
      </form></section>

      """
  }
}

/// What was done, by whom and when, oldest first.
struct DeskLogMarkup {
  /// Milliseconds for which what somebody did is told at the top of the page.
  static let news: Int64 = 30_000

  let view: DeskView

  private struct Entry {
    let at: Moment
    let account: StaffID
    let text: String
    let isCoaching: Bool
  }

  var markup: Markup {
    guard !entries.isEmpty else {
      return
        "<section><h2>\(DeskAttemptWording.log)</h2><p class=\"small\">\(DeskAttemptWording.nothingDone)</p></section>\n"
    }
    return """
      <section><h2>\(DeskAttemptWording.log)</h2>
      <ol class="log">
      \(each: entries, { "<li\(" class=\"coached\"", if: $0.isCoaching)><span class=\"when\">\(time($0.at))</span> <b>\(Self.name($0.account, view))</b>: \($0.text)</li>\n" })</ol></section>

      """
  }

  private var entries: [Entry] {
    let acts = view.acts.map {
      Entry(at: $0.at, account: $0.account, text: Self.text($0, view), isCoaching: false)
    }
    let help = view.help.acts.map {
      Entry(
        at: $0.at, account: $0.account, text: DeskAttemptWording.helped($0.kind, $0.place),
        isCoaching: !$0.kind.isAllowed)
    }
    let answer = view.lastAnswer.map {
      Entry(at: $0.at, account: $0.account, text: DeskAttemptWording.answeredCall, isCoaching: false)
    }
    // Stable: what happened at the same moment stays in the order of its kind.
    return (acts + help + [answer].compactMap(\.self)).enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// What this colleague did last, while it is news and nobody has done anything since.
  func justDone(by account: StaffID) -> String? {
    guard let last = entries.last, last.account == account,
      (0..<Self.news).contains(view.now.milliseconds - last.at.milliseconds)
    else { return nil }
    return last.text
  }

  /// As told to a colleague who was about to do something else.
  static func sentence(_ act: DeskAct, view: DeskView) -> String {
    "\(name(act.account, view)) đã \(text(act, view)) lúc \(Formatting.time(act.at))"
  }

  private static func text(_ act: DeskAct, _ view: DeskView) -> String {
    let deed = DeskAttemptWording.done(act.kind, minutes: act.minutes)
    let verdict =
      act.kind == .decideFlag
      ? view.help.decisions.first { $0.at == act.at }.map { ": \(DeskAttemptWording.verdict($0.verdict))" } ?? "" : ""
    let reason = act.reason.flatMap { view.reasonTexts[$0] }.map { " (\($0))" } ?? ""
    return deed + verdict + reason
  }

  private static func name(_ account: StaffID, _ view: DeskView) -> String {
    view.colleagues[account] ?? DeskAttemptWording.unknownColleague
  }

  private func time(_ moment: Moment) -> String {
    Formatting.time(moment, today: CivilDate(view.now))
  }
}
