import Assessment
import UseCases

/// One person: particulars, attempts, what was put right, and what can be.
struct PersonPage {
  let file: PersonFile
  let audiences: [Audience]
  let certificates: [CourseCertificate]
  let confirmation: ConfirmationStanding
  let token: Markup
  /// An officer reads here what the person may ask for.
  var showsPrivacy = false
  var fault: String?
  /// Nil where the field shows the name on record.
  var typedName: String?
  var typedQuery: String?
  var found: [FoundPerson]?

  init(
    file: PersonFile, audiences: [Audience], certificates: [CourseCertificate], confirmation: ConfirmationStanding,
    token: Markup
  ) {
    self.file = file
    self.audiences = audiences
    self.certificates = certificates
    self.confirmation = confirmation
    self.token = token
  }

  var page: Page {
    Page(
      file.name, kind: "desk-person", styles: ["desk-slips.css"],
      main: """
        <h1>\(file.name)</h1>
        \(notice)<div class="columns">
        <div><section class="panel"><dl class="facts">
        <dt>\(PersonWording.number)</dt><dd>\(SlipDeskWording.numberEnding(file.number.lastThree))</dd>
        \(birth)</dl>\(privacy)</section>
        \(StandingPanel(file: file, certificates: certificates.count, confirmation: confirmation).markup)\
        \(attempts)\(merged)\(CertificateForm(person: file.id, known: certificates, token: token).markup)</div>
        <div>\(correcting)\(merging)</div>
        </div>

        """)
  }

  private var notice: Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
  }

  private var privacy: Markup {
    guard showsPrivacy else { return "" }
    return """
      <p><a class="button" href="\(Route.privacy(.person(file.id)))">\(PersonWording.privacy)</a></p>
      """
  }

  private var birth: Markup {
    file.birthYear.map { "<dt>\(PersonWording.birthYear)</dt><dd>\(String($0))</dd>" } ?? ""
  }

  private var attempts: Markup {
    guard !file.attempts.isEmpty else { return "<p class=\"empty\">\(PersonWording.attemptsNone)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><caption>\(PersonWording.attempts)</caption>
      <thead><tr><th>\(PersonWording.columnAttempt)</th><th>\(PersonWording.columnDate)</th>\
      <th>\(PersonWording.columnAudience)</th><th>\(PersonWording.columnOutcome)</th><th>\(PersonWording.columnSlip)</th></tr></thead>
      <tbody>
      \(each: file.attempts, { AttemptRow(attempt: $0, audiences: audiences).markup })</tbody></table></div>

      """
  }

  private var correcting: Markup {
    """
    <section class="panel"><h2>\(PersonWording.correctTitle)</h2>
    <p>\(PersonWording.correctHelp)</p>
    <form method="post" action="\(Route.desk(.name(file.id)))" autocomplete="off">\(token)
    <label for="name">\(PersonWording.name)</label>
    <input id="name" name="name" type="text" maxlength="100" spellcheck="false" value="\(typedName ?? file.name)">
    <button class="button main" type="submit">\(PersonWording.correct)</button>
    </form>\(former)</section>

    """
  }

  private var former: Markup {
    guard !file.formerNames.isEmpty else { return "" }
    return """
      <h3>\(PersonWording.former)</h3>
      <ul class="former">\(each: file.formerNames, { "<li>\($0.name)<br><span class=\"small\">\(said($0.entry))</span></li>" })</ul>
      """
  }

  private func said(_ entry: DeskEntry) -> String {
    PersonWording.formerBy(Formatting.dateAndTime(entry.at), entry.who ?? SlipDeskWording.somebody)
  }

  private var merging: Markup {
    """
    <section class="panel" id="merge"><h2>\(PersonWording.mergeTitle)</h2>
    <p>\(PersonWording.mergeHelp)</p>
    <form method="post" action="\(Route.desk(.person(file.id)))#merge" autocomplete="off">\(token)
    <label for="query">\(PersonWording.mergeFind)</label>
    <input id="query" name="query" type="text" maxlength="1000" spellcheck="false" value="\(typedQuery ?? "")">
    <button class="button" type="submit">\(PersonWording.find)</button>
    </form>\(others)</section>

    """
  }

  private var others: Markup {
    guard let found else { return "" }
    guard !found.isEmpty else { return "<p class=\"empty\" role=\"status\">\(PersonWording.foundNothing)</p>" }
    return """
      <h3>\(PersonWording.found)</h3>
      <ul class="others">\(each: found, other)</ul>
      """
  }

  private func other(_ person: FoundPerson) -> Markup {
    """
    <li><form method="post" action="\(Route.desk(.merge(file.id)))">\(token)
    <input type="hidden" name="other" value="\(String(person.id))">
    <span>\(person.name)<br><span class="small">\(SlipDeskWording.numberEnding(person.number.lastThree)) · \
    \(person.birthYear.map(String.init) ?? "") · \(PersonWording.attemptCount(person.attempts))</span></span>
    <button class="button" type="submit" aria-label="\(PersonWording.chooseLabel(person.name, person.number.lastThree))">\
    \(PersonWording.choose)</button></form></li>

    """
  }

  private var merged: Markup {
    guard !file.merged.isEmpty else { return "" }
    return """
      <section class="panel"><h2>\(PersonWording.mergedTitle)</h2>
      <ul class="former">\(each: file.merged, { "<li>\($0.name), \(SlipDeskWording.numberEnding($0.number.lastThree))<br><span class=\"small\">\(said($0))</span></li>" })</ul></section>

      """
  }

  private func said(_ record: MergedRecord) -> String {
    PersonWording.mergedBy(
      Formatting.dateAndTime(record.entry.at), record.entry.who ?? SlipDeskWording.somebody, record.entry.why)
  }
}

/// One line of a person's attempts.
private struct AttemptRow {
  let attempt: PersonAttempt
  let audiences: [Audience]

  var markup: Markup {
    """
    <tr><td><a href="\(Route.desk(.attempt(attempt.id)))">\(PersonWording.attempt(attempt.id))</a>\(handedOver)</td>\
    <td>\(Formatting.date(CivilDate(attempt.submittedAt ?? attempt.beganAt)))</td>\
    <td>\(audiences.first { $0.id == attempt.audience }?.name ?? attempt.audience.text)</td><td>\(outcome)</td>\
    <td>\(slip)</td></tr>

    """
  }

  private var handedOver: Markup {
    attempt.isHandedOver ? "<br><span class=\"small\">\(PersonWording.handedOver)</span>" : ""
  }

  private var outcome: String {
    switch attempt.state {
    case .voided: return PersonWording.voided
    case .seating, .inProgress, .paused: return PersonWording.open
    case .submitted:
      guard let right = attempt.right, let asked = attempt.asked, let isPassed = attempt.isPassed else {
        return PersonWording.notJudged
      }
      return isPassed ? PersonWording.passed(right, asked) : PersonWording.notPassed(right, asked)
    }
  }

  private var slip: Markup {
    guard let serial = attempt.slip else { return "" }
    let state: Markup = attempt.isRevoked ? " <span class=\"badge care\">\(PersonWording.slipRevoked)</span>" : ""
    return "<a href=\"\(Route.desk(.slip(serial: serial)))\">\(PersonWording.slip(serial))</a>\(state)"
  }
}

/// The second look before two records become one.
struct MergePage {
  let kept: PersonFile
  let goes: PersonFile
  let reasons: [Reason]
  let token: Markup
  var fault: String?
  var reason = ""

  init(kept: PersonFile, goes: PersonFile, reasons: [Reason], token: Markup) {
    self.kept = kept
    self.goes = goes
    self.reasons = reasons
    self.token = token
  }

  var page: Page {
    Page(
      PersonWording.mergeTitle, kind: "desk-merge", styles: ["desk-slips.css"],
      main: """
        <h1>\(PersonWording.mergeQuestion)</h1>
        \(notice)<p class="lead">\(PersonWording.mergeWarning)</p>
        <div class="pair-of-records">\(record(PersonWording.kept, kept))\(record(PersonWording.goes, goes))</div>
        <form method="post" action="\(Route.desk(.merge(kept.id)))">\(token)
        <input type="hidden" name="other" value="\(String(goes.id))"><input type="hidden" name="confirmed" value="yes">
        \(ReasonChoice(reasons: reasons, act: .mergePeople, chosen: reason, isRequired: false).markup)<div class="actions">
        <a class="button main" href="\(Route.desk(.person(kept.id)))">\(PersonWording.mergeNo)</a>
        <button class="button danger" type="submit">\(PersonWording.mergeYes)</button></div>
        </form>
        <form method="post" action="\(Route.desk(.merge(goes.id)))">\(token)
        <input type="hidden" name="other" value="\(String(kept.id))">
        <button class="button" type="submit">\(PersonWording.mergeSwap)</button></form>

        """)
  }

  private var notice: Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
  }

  private func record(_ role: String, _ file: PersonFile) -> Markup {
    """
    <section class="panel"><h2>\(role)</h2><p><strong>\(file.name)</strong></p>
    <p>\(SlipDeskWording.numberEnding(file.number.lastThree)) · \(file.birthYear.map(String.init) ?? "")</p>
    <p>\(PersonWording.attemptCount(file.attempts.count))</p></section>

    """
  }
}
