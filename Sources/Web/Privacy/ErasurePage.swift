import Assessment
import UseCases

/// The second look before somebody is erased: what goes, what stays, why and by what paper.
struct ErasurePage {
  let holding: PersonHolding
  let token: Markup
  var faults: [String] = []
  var reason = ""
  var document = ""

  init(holding: PersonHolding, token: Markup) {
    self.holding = holding
    self.token = token
  }

  private var title: String { PrivacyWording.eraseQuestion(holding.file.name) }

  var page: Page {
    Page(
      title, kind: "plan", styles: PlanParts.styles, hasFaults: !faults.isEmpty,
      main: """
        <h1>\(title)</h1>
        <p>\(SlipDeskWording.numberEnding(holding.file.number.lastThree)) · \
        \(PersonWording.attemptCount(holding.attempts.count))</p>
        \(PlanParts.alert(faults))<div class="columns">\(list(PrivacyWording.eraseGoes, PrivacyWording.eraseGoesList))\
        \(list(PrivacyWording.eraseStays, PrivacyWording.eraseStaysList))</div>
        \(form)

        """)
  }

  private func list(_ title: String, _ lines: [String]) -> Markup {
    """
    <section class="panel"><h2>\(title)</h2>
    <ul>\(each: lines, { "<li>\($0)</li>\n" })</ul></section>

    """
  }

  private var form: Markup {
    let reasons =
      [(value: "", name: PrivacyWording.reasonChoose)]
      + Kiosk.erasureReasons.map { (value: $0.rawValue, name: PrivacyWording.reason($0)) }
    return """
      <form class="panel" method="post" action="\(Route.privacy(.erasure(holding.id)))" autocomplete="off">\(token)
      <div class="fields">
      \(PlanParts.select("reason", PrivacyWording.reason, reasons, chosen: reason))\
      \(PlanParts.text("document", PrivacyWording.document, document, help: PrivacyWording.documentHelp))</div>
      <label class="check-line"><input type="checkbox" name="confirmed" value="yes">\(PrivacyWording.eraseConfirm)</label>
      <p class="actions start"><a class="button main" href="\(Route.privacy(.person(holding.id)))">\(PrivacyWording.eraseNo)</a>
      <button class="button danger" type="submit">\(PrivacyWording.eraseDo)</button></p>
      </form>
      """
  }
}

/// Every erasure, without a name.
struct ErasuresPage {
  let erasures: [(erasure: Erasure, who: String?)]

  var page: Page {
    Page(
      PrivacyWording.erasuresTitle, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(PrivacyWording.erasuresTitle)</h1>
        <p>\(PrivacyWording.erasuresLead)</p>
        \(erasures.isEmpty ? "<p class=\"empty\">\(PrivacyWording.erasuresNone)</p>\n" : table)\(PrivacyParts.links(but: .erasures))

        """)
  }

  private var table: Markup {
    """
    \(Components.scroll)<table class="list"><thead><tr><th>\(PrivacyWording.columnRecord)</th>\
    <th>\(PrivacyWording.columnWhen)</th><th>\(PrivacyWording.columnWho)</th><th>\(PrivacyWording.columnReason)</th>\
    <th>\(PrivacyWording.columnDocument)</th></tr></thead>
    <tbody>\(each: erasures, row)</tbody></table></div>

    """
  }

  private func row(_ line: (erasure: Erasure, who: String?)) -> Markup {
    """
    <tr><th scope="row">\(PrivacyWording.record(line.erasure.person))</th>\
    <td>\(Formatting.dateAndTime(line.erasure.at))</td><td>\(line.who ?? PrivacyWording.nobody)</td>\
    <td>\(PrivacyWording.reason(line.erasure.reason))</td><td>\(line.erasure.document ?? "")</td></tr>

    """
  }
}

/// Who took names out, or saw a whole number.
struct DisclosuresPage {
  let register: DisclosurePage

  var page: Page {
    Page(
      PrivacyWording.disclosuresTitle, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(PrivacyWording.disclosuresTitle)</h1>
        <p>\(PrivacyWording.disclosuresLead)</p>
        \(register.lines.isEmpty ? "<p class=\"empty\">\(PrivacyWording.disclosuresNone)</p>\n" : table)\(older)\
        \(PrivacyParts.links(but: .disclosures(before: nil)))

        """)
  }

  private var older: Markup {
    guard let next = register.next else { return "" }
    return """
      <p class="actions start"><a class="button" href="\(Route.privacy(.disclosures(before: next)))">\(PrivacyWording.older)</a></p>

      """
  }

  private var table: Markup {
    """
    \(Components.scroll)<table class="list"><thead><tr><th>\(PrivacyWording.columnWhen)</th>\
    <th>\(PrivacyWording.columnWho)</th><th>\(PrivacyWording.columnWhat)</th>\
    <th class="number">\(PrivacyWording.columnRows)</th><th>\(PrivacyWording.columnFormat)</th>\
    <th>\(PrivacyWording.columnDigest)</th></tr></thead>
    <tbody>\(each: register.lines, row)</tbody></table></div>

    """
  }

  private func row(_ line: DisclosurePage.Line) -> Markup {
    let disclosure = line.disclosure
    let digest = Hex.text(Array(disclosure.digest.prefix(8)))
    return """
      <tr><td>\(Formatting.dateAndTime(disclosure.at))</td><td>\(line.who ?? PrivacyWording.console)</td>\
      <td>\(PrivacyWording.what(line))</td><td class="number">\(disclosure.rows)</td>\
      <td>\(PrivacyWording.format(disclosure.format))</td><td>\(digest)</td></tr>

      """
  }
}

/// From each of these pages to the others.
enum PrivacyParts {
  private static let pages: [(route: PrivacyRoute, name: String)] = [
    (.retention, RetentionWording.title), (.erasures, PrivacyWording.erasuresTitle),
    (.disclosures(before: nil), PrivacyWording.disclosuresTitle),
  ]

  static func links(but route: PrivacyRoute) -> Markup {
    """
    <p class="actions start">\(each: pages.filter { $0.route != route }, { "<a class=\"button\" href=\"\(Route.privacy($0.route))\">\($0.name)</a>\n" })</p>
    """
  }
}
