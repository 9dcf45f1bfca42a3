import Assessment
import Slip
import UseCases

/// One slip: what it says, what was done with it, and what can be done.
struct SlipPage {
  let file: SlipFile
  let reasons: [Reason]
  /// Nil where the slip is nobody's on record.
  let confirmation: ConfirmationStanding?
  let token: Markup
  /// Of the box's own printer; nil where the browser prints.
  let progress: SheetProgress?
  var fault: String?
  var printReason = ""
  var isRevoking = false

  init(
    file: SlipFile, reasons: [Reason], confirmation: ConfirmationStanding?, token: Markup, progress: SheetProgress?
  ) {
    self.progress = progress
    self.file = file
    self.reasons = reasons
    self.confirmation = confirmation
    self.token = token
  }

  private var serial: Int64 { file.slip.serial }
  private var copies: Int { file.sheets.count }

  var page: Page {
    Page(
      SlipDeskWording.slipTitle(serial), kind: "desk-slip",
      scripts: awaited == nil ? [] : ["await.js"], styles: ["desk-slips.css"],
      refresh: awaited.map { _ in SheetProgress.every }, state: awaited,
      main: """
        <h1>\(SlipDeskWording.slipTitle(serial)) \(SlipState(isRevoked: file.revocation != nil, prints: copies, printing: progress?.standing).badge)</h1>
        \(notice)<div class="columns">
        <div><section class="panel">\(SlipFileFacts(file: file).markup)</section>
        \(onVNeID)\(revoking)</div>
        <div>\(revoked)\(printing)\(history)</div>
        </div>

        """)
  }

  /// What the printer is at; nil where there is nothing to wait for, or something is being typed.
  private var awaited: String? { fault == nil && file.revocation == nil ? progress?.state : nil }

  private var notice: Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
  }

  private var onVNeID: Markup {
    guard let confirmation, file.revocation == nil else { return "" }
    return """
      <section class="panel"><h2>\(ConfirmationWording.title)</h2>
      <p>\(StandingPanel.markup(confirmation))</p></section>

      """
  }

  private var revoked: Markup {
    guard let entry = file.revocation else { return "" }
    return """
      <section class="panel revoked"><h2>\(SlipDeskWording.revoked)</h2>
      <p>\(entry.revocationSentence)</p></section>

      """
  }

  /// Two papers, so that choosing the size and printing are one tap.
  private var printing: Markup {
    guard file.revocation == nil else { return "" }
    let isFirst = copies == 0
    // What comes by itself is not asked for a second time.
    if let progress, progress.isOpen {
      return """
        <section class="panel"><h2>\(SlipDeskWording.printTitle)</h2>
        \(progress.deskNotice)</section>

        """
    }
    let choice: Markup =
      isFirst || progress?.hasFailed == true
      ? ""
      : ReasonChoice(
        reasons: reasons, act: .reprintSlip, id: "print-reason", label: SlipDeskWording.reprintReason,
        chosen: printReason
      ).markup
    return """
      <section class="panel"><h2>\(SlipDeskWording.printTitle)</h2>
      \(progress.markup { $0.deskNotice })\
      <p>\(isFirst ? SlipDeskWording.printFirst : SlipDeskWording.printedSoFar(copies))</p>
      <form method="post" action="\(Route.desk(.prints(serial: serial)))">\(token)
      <input type="hidden" name="copies" value="\(copies)">
      \(choice)<div class="line-up">\(progress == nil ? papers(isFirst) : oneButton(isFirst))</div>
      </form></section>

      """
  }

  private func papers(_ isFirst: Bool) -> Markup {
    """
    <button class="button\(" main", if: isFirst)" type="submit" name="size" value="80mm">\
    \(SlipDeskWording.printOn(SlipDeskWording.sizeRoll, isFirst: isFirst))</button>
    <button class="button" type="submit" name="size" value="a5">\
    \(SlipDeskWording.printOn(SlipDeskWording.sizeA5, isFirst: isFirst))</button>
    """
  }

  private func oneButton(_ isFirst: Bool) -> Markup {
    """
    <button class="button\(" main", if: isFirst)" type="submit">\
    \(isFirst ? PrinterDeskWording.print : PrinterDeskWording.printAgain)</button>
    """
  }

  private var revoking: Markup {
    guard file.revocation == nil else { return "" }
    let choice = ReasonChoice(
      reasons: reasons, act: .revokeSlip, id: "revoke-reason", label: SlipDeskWording.revokeReason)
    return """
      <details class="panel"\(" open", if: isRevoking)><summary>\(SlipDeskWording.revokeTitle)</summary>
      <p>\(SlipDeskWording.revokeHelp)</p>
      <form method="post" action="\(Route.desk(.revocation(serial: serial)))">\(token)
      \(choice.markup)<button class="button danger" type="submit">\(SlipDeskWording.revoke)</button>
      </form></details>

      """
  }

  private var history: Markup {
    """
    <section><h2>\(SlipDeskWording.historyTitle)</h2>
    \(Components.scroll)<table class="list history"><thead><tr><th>\(SlipDeskWording.historyAt)</th>\
    <th>\(SlipDeskWording.historyWhat)</th><th>\(SlipDeskWording.historyWho)</th><th>\(SlipDeskWording.historyWhy)</th></tr></thead>
    <tbody>
    \(row(SlipDeskWording.historyIssued, file.slip.issuedAt, SlipDeskWording.byBox, nil))\
    \(each: file.sheets, sheet)\(revocation)</tbody></table></div></section>

    """
  }

  private func sheet(_ sheet: PrintedSheet) -> Markup {
    row(
      SlipDeskWording.historyPrinted(sheet.copy), sheet.entry.at, sheet.entry.who ?? SlipDeskWording.atKiosk,
      sheet.entry.why)
  }

  private var revocation: Markup {
    guard let entry = file.revocation else { return "" }
    return row(SlipDeskWording.historyRevoked, entry.at, entry.who ?? SlipDeskWording.somebody, entry.why)
  }

  private func row(_ what: String, _ at: Moment, _ who: String, _ why: String?) -> Markup {
    "<tr><td>\(Formatting.dateAndTime(at))</td><td>\(what)</td><td>\(who)</td><td>\(why ?? "")</td></tr>\n"
  }
}

/// What a slip says, and whose it is.
struct SlipFileFacts {
  let file: SlipFile

  var markup: Markup {
    """
    <dl class="facts">\(holder)\
    \(each: said, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })\
    <dt>\(SlipDeskWording.attempt)</dt><dd><a href="\(Route.desk(.attempt(file.slip.attempt)))">\
    \(SlipDeskWording.toAttempt(file.slip.attempt))</a></dd></dl>
    """
  }

  private var holder: Markup {
    if file.isHolderErased { return "<dt>\(SlipDeskWording.holder)</dt><dd>\(SlipDeskWording.holderErased)</dd>\n" }
    guard let person = file.person, let holder = file.holder else { return "" }
    return """
      <dt>\(SlipDeskWording.holder)</dt><dd><a href="\(Route.desk(.person(person)))">\(holder.name)</a></dd>
      <dt>\(SlipDeskWording.columnNumber)</dt><dd>\(SlipDeskWording.numberEnding(holder.number.lastThree))</dd>

      """
  }

  private var said: [(String, String)] {
    let claims = file.claims
    return [
      (SlipDeskWording.columnOutcome, SlipDeskWording.outcome(claims.right, claims.asked)),
      (SlipDeskWording.issued, Formatting.dateAndTime(file.slip.issuedAt)),
      (Wording.slipCode, SpokenCode(file.slip.token).text),
      (Wording.slipSerial, "\(claims.issuer.text) · \(claims.serial)"),
      (Wording.slipIdentity, Wording.slipIdentities[claims.identity.rawValue]),
      (Wording.slipHelp, Wording.slipHelpKinds[claims.help.rawValue]),
    ]
  }
}

/// Asked before a slip is void for good: the second look.
struct RevocationPage {
  let file: SlipFile
  let reason: Reason
  let token: Markup

  var page: Page {
    Page(
      SlipDeskWording.revokeTitle, kind: "desk-revocation", styles: ["desk-slips.css"],
      main: """
        <h1>\(SlipDeskWording.revokeQuestion(file.slip.serial))</h1>
        <p class="lead">\(SlipDeskWording.revokeWarning)</p>
        <section class="panel">\(SlipFileFacts(file: file).markup)
        <dl class="facts"><dt>\(SlipDeskWording.reason)</dt><dd>\(reason.text)</dd></dl></section>
        <form class="actions" method="post" action="\(Route.desk(.revocation(serial: file.slip.serial)))">\(token)
        <input type="hidden" name="reason" value="\(reason.id.text)"><input type="hidden" name="confirmed" value="yes">
        <a class="button main" href="\(Route.desk(.slip(serial: file.slip.serial)))">\(SlipDeskWording.revokeNo)</a>
        <button class="button danger" type="submit">\(SlipDeskWording.revokeYes)</button>
        </form>

        """)
  }
}

extension DeskEntry {
  /// When, by whom and why a slip was revoked.
  var revocationSentence: String {
    SlipDeskWording.revokedBy(
      Formatting.dateAndTime(at), who ?? SlipDeskWording.somebody, why ?? SlipDeskWording.somebody)
  }
}
