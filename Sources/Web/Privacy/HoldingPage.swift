import Assessment
import UseCases

/// Everything held on one person, and what that person may ask for: one page for an officer.
struct HoldingPage {
  let holding: PersonHolding
  let audiences: [Audience]
  let token: Markup
  var showsNumber = false

  init(holding: PersonHolding, audiences: [Audience], token: Markup) {
    self.holding = holding
    self.audiences = audiences
    self.token = token
  }

  private var facts: HoldingFacts { HoldingFacts(holding: holding, audiences: audiences) }
  private var id: Int64 { holding.id }

  var page: Page {
    Page(
      PrivacyWording.personTitle, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(holding.file.name)</h1>
        <p>\(PrivacyWording.lead(holding.file.name))</p>
        \(withdrawn)<section class="panel"><h2>\(PrivacyWording.heldTitle)</h2>
        \(PlanParts.facts(facts.particulars(isWhole: showsNumber)))\(number)</section>
        \(attempts)\(list(PrivacyWording.entries, facts.entries))\
        \(list(PrivacyWording.looks, facts.looks, none: PrivacyWording.looksNone))\
        <div class="columns">\(taking)\(withdrawing)\(erasing)</div>
        <p class="actions start"><a class="button" href="\(Route.desk(.person(id)))">\(PrivacyWording.toDesk)</a></p>

        """)
  }

  private var withdrawn: Markup {
    guard let entry = holding.withdrawal else { return "" }
    let sentence = PrivacyWording.withdrawn(Formatting.dateAndTime(entry.at), entry.who ?? SlipDeskWording.somebody)
    return "<p><span class=\"badge care\">\(PrivacyWording.withdrawTitle)</span> \(sentence)</p>\n"
  }

  private var number: Markup {
    guard !showsNumber else { return "<p role=\"status\">\(PrivacyWording.shownNumber)</p>\n" }
    return form(.number(id), PrivacyWording.showNumber, help: PrivacyWording.showNumberHelp)
  }

  private func form(_ route: PrivacyRoute, _ label: String, help: String? = nil, isMain: Bool = false) -> Markup {
    let said: Markup = help.map { " <span class=\"small\">\($0)</span>" } ?? ""
    return """
      <form method="post" action="\(Route.privacy(route))">\(token)
      <p class="actions start"><button class="button\(" main", if: isMain)" type="submit">\(label)</button>\(said)</p></form>

      """
  }

  private var attempts: Markup {
    guard !holding.attempts.isEmpty else { return "<p class=\"empty\">\(PrivacyWording.attemptsNone)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><caption>\(PrivacyWording.attempts)</caption>
      <thead><tr><th>\(PrivacyWording.columnAttempt)</th><th>\(PrivacyWording.columnConsent)</th>\
      <th>\(PrivacyWording.columnAnswers)</th><th>\(PrivacyWording.columnSettled)</th><th>\(PrivacyWording.columnSlip)</th></tr></thead>
      <tbody>\(each: holding.attempts, row)</tbody></table></div>

      """
  }

  private func row(_ held: HeldAttempt) -> Markup {
    """
    <tr><td>\(facts.attempt(held))</td><td>\(facts.consent(held))</td><td>\(PrivacyWording.answers(held.answered))</td>\
    <td>\(facts.settled(held).joined(separator: "; "))</td><td>\(facts.slip(held))</td></tr>

    """
  }

  private func list(_ title: String, _ lines: [String], none: String? = nil) -> Markup {
    guard !lines.isEmpty else { return none.map { "<h2>\(title)</h2>\n<p class=\"empty\">\($0)</p>\n" } ?? "" }
    return "<h2>\(title)</h2>\n<ul>\(each: lines, { "<li>\($0)</li>\n" })</ul>\n"
  }

  private var taking: Markup {
    """
    <section class="panel"><h2>\(PrivacyWording.takeTitle)</h2>
    <p>\(PrivacyWording.takeLead)</p>
    \(form(.paper(id), PrivacyWording.print, isMain: true))\(form(.file(id), PrivacyWording.download))</section>

    """
  }

  private var withdrawing: Markup {
    guard holding.withdrawal == nil else { return "" }
    return """
      <section class="panel"><h2>\(PrivacyWording.withdrawTitle)</h2>
      <p>\(PrivacyWording.withdrawLead)</p>
      \(form(.withdrawal(id), PrivacyWording.withdrawDo))</section>

      """
  }

  private var erasing: Markup {
    """
    <section class="panel"><h2>\(PrivacyWording.eraseTitle)</h2>
    <p>\(PrivacyWording.eraseLead)</p>
    <p class="actions start"><a class="button" href="\(Route.privacy(.erasure(id)))">\(PrivacyWording.eraseOpen)</a></p></section>

    """
  }
}

/// The same on paper, to be handed to the person.
struct HoldingPaper {
  let holding: PersonHolding
  let audiences: [Audience]
  let office: String
  let madeAt: Moment

  private var facts: HoldingFacts { HoldingFacts(holding: holding, audiences: audiences) }

  var page: Page {
    Page(
      PrivacyWording.paperTitle, kind: "privacy-paper", scripts: ["print-page.js"], styles: PlanParts.styles,
      main: """
        <p class="actions start tools"><a class="button" href="\(Route.privacy(.person(holding.id)))">\(PrivacyWording.back)</a>
        <button class="button main" type="button" id="print" hidden>\(PrivacyWording.printNow)</button></p>
        <h1>\(PrivacyWording.paperTitle)</h1>
        <p>\(PrivacyWording.paperOf(office, Formatting.dateAndTime(madeAt)))</p>
        \(PlanParts.facts(facts.particulars(isWhole: true)))<h2>\(PrivacyWording.attempts)</h2>
        <ul>\(each: holding.attempts, attempt)</ul>
        \(list(PrivacyWording.entries, facts.entries))\(list(PrivacyWording.looks, facts.looks))\
        <p class="small">\(PrivacyWording.paperBasis)</p>

        """)
  }

  private func attempt(_ held: HeldAttempt) -> Markup {
    let said =
      [
        facts.attempt(held), "\(PrivacyWording.columnConsent): \(facts.consent(held))",
        "\(PrivacyWording.columnAnswers): \(PrivacyWording.answers(held.answered))",
      ] + facts.settled(held) + [facts.slip(held)]
    return "<li>\(said.filter { !$0.isEmpty }.joined(separator: ". ")).</li>\n"
  }

  private func list(_ title: String, _ lines: [String]) -> Markup {
    lines.isEmpty ? "" : "<h2>\(title)</h2>\n<ul>\(each: lines, { "<li>\($0)</li>\n" })</ul>\n"
  }
}
