import Assessment
import UseCases

/// What can be done now, each with its own reasons: a line for what is done often, folded away what ends the attempt.
struct DeskActForms {
  let view: DeskView
  let choice: DeskChoice?
  let token: Markup

  var markup: Markup {
    let lines: Markup = "\(pauseOrResume)\(minutes)\(move)\(ending)"
    guard !lines.bytes.isEmpty else { return "" }
    return """
      <section class="panel acts"><h2>\(DeskAttemptWording.acts)</h2>
      \(lines)</section>

      """
  }

  private var attempt: Attempt { view.record.attempt }

  private var pauseOrResume: Markup {
    switch attempt.state {
    case .inProgress: form(.pause, DeskAttemptWording.pause, reasonsFor: .pause)
    case .paused:
      """
      <form class="act" method="post" action="\(address(.resumption))">\(hidden)
      <p class="small">\(DeskAttemptWording.resumeHelp)</p>
      <button class="button main" type="submit">\(DeskAttemptWording.resume)</button></form>

      """
    case .seating, .submitted, .voided: ""
    }
  }

  private var minutes: Markup {
    guard attempt.state == .inProgress || attempt.state == .paused else { return "" }
    let chosen = choice?.act == .minutes ? choice : nil
    let picked = chosen.map(\.minutes) ?? "\(DeskChoice.offeredMinutes[0])"
    return form(
      .minutes, DeskAttemptWording.addMinutes, reasonsFor: .addMinutes,
      before: """
        <fieldset class="minutes"><legend class="unseen">\(DeskAttemptWording.minutesLegend)</legend>
        \(each: DeskChoice.offeredMinutes, { "<label class=\"check-line\"><input type=\"radio\" name=\"minutes\" value=\"\($0)\"\(" checked", if: picked == "\($0)")>\($0)</label>\n" })\
        <label class="check-line"><input type="radio" name="minutes" value="other"\(" checked", if: picked == "other")>\(DeskAttemptWording.otherMinutes)</label>
        <input type="text" name="other" inputmode="numeric" maxlength="3" aria-label="\(DeskAttemptWording.otherMinutes)" value="\(chosen?.otherMinutes ?? "")"></fieldset>

        """)
  }

  private var move: Markup {
    if attempt.isOpen, view.row?.isOnScreen == false, view.row?.seat != nil {
      return """
        <p class="actions"><a class="button main" href="\(Route.desk(.ticket(attempt.id)))">\(DeskAttemptWording.ticket)</a></p>

        """
    }
    guard attempt.isOpen, view.person != nil else { return "" }
    return form(.move, DeskAttemptWording.move, reasonsFor: .move)
  }

  private var ending: Markup {
    guard attempt.state != .voided else { return "" }
    let canEnd = (attempt.state == .inProgress || attempt.state == .paused) && attempt.place.part == .scored
    let isChosen = choice?.act == .end || choice?.act == .voidance
    let end: Markup =
      canEnd
      ? form(.end, DeskAttemptWording.end, reasonsFor: .end, help: DeskAttemptWording.endHelp, isDanger: true) : ""
    return """
      <details\(" open", if: isChosen)><summary>\(DeskAttemptWording.more)</summary>
      \(end)\(form(.voidance, DeskAttemptWording.void, reasonsFor: .void, help: DeskAttemptWording.voidHelp, isDanger: true))</details>

      """
  }

  private func form(
    _ act: DeskRoute.Act, _ label: String, reasonsFor reasonAct: Reason.Act, before: Markup = "", help: String = "",
    isDanger: Bool = false
  ) -> Markup {
    let chosen = choice?.act == act ? choice?.reason : nil
    let note: Markup = help.isEmpty ? "" : "<p class=\"small\">\(help)</p>\n"
    return """
      <form class="act" method="post" action="\(address(act))">\(hidden)
      \(note)\(before)\(ReasonChoice(reasons: view.reasons, act: reasonAct, id: "reason-\(act.rawValue)", isLabelSeen: false, chosen: chosen?.text ?? "").markup)\
      <button class="button\(" danger", if: isDanger)" type="submit">\(label)</button></form>

      """
  }

  private func address(_ act: DeskRoute.Act) -> Route { .desk(.act(attempt.id, act)) }

  private var hidden: Markup {
    "\(token)<input type=\"hidden\" name=\"seen\" value=\"\(view.version)\">"
  }
}

/// The question before what cannot be taken back.
struct DeskConfirmPage {
  let view: DeskView
  let choice: DeskChoice
  let reason: Reason
  let token: Markup

  var page: Page {
    let id = view.record.attempt.id
    let help = choice.act == .end ? DeskAttemptWording.endHelp : DeskAttemptWording.voidHelp
    return Page(
      DeskAttemptWording.confirmTitle(choice.act), kind: "confirm", styles: ["desk-board.css"],
      main: """
        <h1>\(DeskAttemptWording.confirmTitle(choice.act))</h1>
        <p class="lead">\(view.person?.name ?? BoardWording.noName)</p>
        <p>\(help) \(DeskAttemptWording.confirmNoReturn)</p>
        <p>\(DeskAttemptWording.reason): \(reason.text)</p>
        <form class="actions" method="post" action="\(Route.desk(.act(id, choice.act)))">\(token)
        <input type="hidden" name="seen" value="\(choice.seen)">
        <input type="hidden" name="reason" value="\(reason.id.text)">
        <a class="button main" href="\(Route.desk(.attempt(id)))">\(DeskAttemptWording.confirmNo)</a>
        <button class="button danger" type="submit" name="confirmed" value="yes">\(DeskAttemptWording.confirmYes(choice.act))</button>
        </form>

        """)
  }
}
