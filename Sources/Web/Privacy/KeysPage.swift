import Assessment
import Slip
import UseCases

/// The keys slips are checked with, and where the province's new list goes in.
struct KeysPage {
  let standing: KeyStanding
  let token: Markup
  var fault: String?

  init(standing: KeyStanding, token: Markup) {
    self.standing = standing
    self.token = token
  }

  var page: Page {
    Page(
      KeyWording.title, kind: "plan", styles: PlanParts.styles, hasFaults: fault != nil,
      main: """
        <h1>\(KeyWording.title)</h1>
        \(PlanParts.alert(fault.map { [$0] } ?? []))<div class="columns">\(own)\(province)</div>
        \(standing.anchor == nil ? "" : form)

        """)
  }

  private var own: Markup {
    let facts = standing.own.map {
      [
        (KeyWording.keyID, $0.kid.hex), (KeyWording.issuer, $0.issuer.text),
        (KeyWording.fromSerial, String($0.fromSerial)),
      ]
    }
    let former: Markup =
      standing.former.isEmpty
      ? ""
      : """
      <h3>\(KeyWording.former)</h3>
      <ul>\(each: standing.former, { "<li>\(KeyWording.formerKey($0.kid.hex, $0.issuer.text, $0.fromSerial))</li>\n" })</ul>

      """
    return """
      <section class="panel"><h2>\(KeyWording.own)</h2>
      \(PlanParts.facts(facts ?? []))\(former)<p class="small">\(KeyWording.rotate)</p></section>

      """
  }

  private var province: Markup {
    guard let anchor = standing.anchor else {
      return "<section class=\"panel\"><h2>\(KeyWording.province)</h2>\n<p>\(KeyWording.anchorNone)</p></section>\n"
    }
    return """
      <section class="panel"><h2>\(KeyWording.province)</h2>
      \(PlanParts.facts([(KeyWording.anchor, anchor)]))<p class="small">\(KeyWording.anchorHelp)</p>
      \(list)</section>

      """
  }

  private var list: Markup {
    guard let edition = standing.edition else { return "<p>\(KeyWording.listNone)</p>" }
    let issued = CivilDate(Moment(milliseconds: Int64(edition.issuedAt) * 1_000))
    return PlanParts.facts([
      (KeyWording.number, String(edition.number)), (KeyWording.issued, Formatting.date(issued)),
      (KeyWording.others, String(standing.others)), (KeyWording.revoked, String(standing.revoked)),
    ])
  }

  private var form: Markup {
    """
    <form class="panel" method="post" action="\(Route.privacy(.keys))" enctype="multipart/form-data">\(token)
    <h2>\(KeyWording.take)</h2>
    <p>\(KeyWording.takeHelp)</p>
    <label for="file">\(KeyWording.file)</label>
    <input id="file" name="file" type="file">
    <p class="actions start"><button class="button main" type="submit">\(KeyWording.takeDo)</button></p>
    </form>
    """
  }
}
