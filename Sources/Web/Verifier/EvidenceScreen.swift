import Assessment
import Slip
import UseCases

extension Site {
  /// Where the log is held against a slip, and the page that checks slips elsewhere is handed out.
  func evidence(_ visit: inout Visit, _ fields: FormFields?) throws -> Response {
    var page = EvidencePage(token: try visit.tokenField())
    if let fields {
      let text = TypedDigits.plain(try fields.text("slip", most: Kiosk.longestCheck))
      page.confrontation = try visit.kiosk.holdAgainst(slip: text)
    }
    return visit.page(page.page)
  }

  /// The page itself, as a file to be kept.
  func verifierFile(_ visit: Visit) throws -> Response {
    guard let verifier else { throw Problem.notFound }
    let kiosk = visit.kiosk
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", "text/html; charset=utf-8"),
        Response.Header("Content-Disposition", "attachment; filename=\"kiem-tra-phieu.html\""),
        Response.Header("X-Content-Type-Options", "nosniff"), Response.Header("Cache-Control", "no-store"),
      ], body: verifier.html(try kiosk.publishKeys(), sha256: kiosk.secrets.sha256))
  }
}

struct EvidencePage {
  let token: Markup
  var confrontation: SlipConfrontation?

  var page: Page {
    Page(
      EvidenceWording.title, kind: "evidence", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(EvidenceWording.title)</h1>
        <p class="lead">\(EvidenceWording.lead)</p>
        \(confrontation.map(Self.outcome) ?? "")<div class="columns">
        <section class="panel"><h2>\(EvidenceWording.against)</h2>
        <form method="post" action="\(Route.office(.evidence))" autocomplete="off">\(token)
        <label for="slip">\(EvidenceWording.slipLabel)</label>
        <input id="slip" name="slip" type="text" inputmode="numeric" maxlength="4000" spellcheck="false" autofocus>
        <p class="small">\(EvidenceWording.againstHelp)</p>
        <button class="button main" type="submit">\(EvidenceWording.compare)</button>
        </form></section>
        <section class="panel"><h2>\(EvidenceWording.verifier)</h2>
        <p>\(EvidenceWording.verifierLead)</p>
        <p><a class="button" href="\(Route.office(.verifier))">\(EvidenceWording.download)</a></p></section>
        </div>

        """)
  }

  private static func outcome(_ seen: SlipConfrontation) -> Markup {
    switch seen.finding {
    case .agrees:
      section(
        "passed", EvidenceWording.agrees,
        EvidenceWording.agreesReason(seen.claims?.serial ?? 0, seen.evidence?.lastEntry ?? 0))
    case .contradicts(let found):
      section(
        "refused", EvidenceWording.contradicts, EvidenceWording.contradictsReason,
        found.map(EvidenceWording.contradiction) + dissent(seen.evidence))
    case .notEvidence: section("not-passed", EvidenceWording.notEvidence, EvidenceWording.notEvidenceReason)
    case .ofAnotherBox(let issuer):
      section("not-passed", EvidenceWording.notEvidence, EvidenceWording.otherBox(issuer.text))
    }
  }

  private static func dissent(_ evidence: SlipEvidence?) -> [String] {
    guard let evidence, let dissent = evidence.firstDissent else { return [] }
    return [EvidenceWording.between(evidence.lastWitness, dissent)]
  }

  private static func section(_ kind: Markup, _ title: String, _ reason: String, _ found: [String] = []) -> Markup {
    let list: Markup = found.isEmpty ? "" : "<ul>\(each: found, { "<li>\($0)</li>\n" })</ul>\n"
    return """
      <section class="outcome \(kind)" role="status">
      <h2>\(title)</h2>
      \(list)<p>\(reason)</p>
      </section>

      """
  }
}
