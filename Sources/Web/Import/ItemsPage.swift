import Assessment
import Interchange
import UseCases

/// Where items come in and go out: the file to look at, the template, the drafts that wait, what can be taken out.
struct ItemsPage {
  static let styles = ["staff.css", "desk-accounts.css", "office-plan.css", "office-items.css"]

  let framework: Framework?
  let waiting: Int
  let token: Markup
  var fault: StaffProblem?
  var typed = TypedFields()

  init(_ visit: inout Visit) throws {
    framework = try visit.kiosk.store.frameworkInForce()
    waiting = try visit.kiosk.store.drafts().count
    token = try visit.tokenField()
  }

  var page: Page {
    Page(
      ImportWording.title, kind: "items", styles: Self.styles,
      main: """
        <h1>\(ImportWording.title)</h1>
        \(fault?.notice ?? "")<div class="columns">
        \(upload)<div>
        \(drafts)\(exports)</div></div>
        \(guide)\(results)
        """)
  }

  private var upload: Markup {
    """
    <form class="panel" method="post" action="\(Route.items(.front))" enctype="multipart/form-data">\(token)
    <h2>\(ImportWording.uploadTitle)</h2>
    <p>\(ImportWording.uploadLead)</p>
    <label for="file">\(ImportWording.file(megabytes: Kiosk.largestItemUpload >> 20))</label>
    <input id="file" name="file" type="file" accept=".csv,.xlsx,.gift,.txt,.xml,.zip" required>
    <details\(" open", if: !typed.isEmpty)><summary>\(ImportWording.defaults)</summary>
    \(PlanParts.select("competence", ImportWording.competence, competences, chosen: typed["competence"]))\
    \(PlanParts.select("use", ImportWording.use, uses, chosen: typed["use"]))\
    \(PlanParts.select("difficulty", ImportWording.difficulty, difficulties, chosen: typed["difficulty"]))\
    <p>\(ImportWording.audiences)</p>
    \(each: framework?.audiences ?? [], audience)</details>
    <p class="actions"><button class="button main" type="submit">\(ImportWording.look)</button></p>
    <p class="small">\(ImportWording.nothingYet)</p>
    </form>

    """
  }

  private var competences: [(value: String, name: String)] {
    [("", ImportWording.none)] + (framework?.competences ?? []).map { ($0.id.text, $0.name) }
  }

  private var uses: [(value: String, name: String)] {
    [("", ImportWording.none)] + ItemWords.uses.map { ($0.0.rawValue, $0.1) }
  }

  private var difficulties: [(value: String, name: String)] {
    [("", ImportWording.none)] + (1...5).map { (String($0), String($0)) }
  }

  private func audience(_ audience: Audience) -> Markup {
    """
    <label class="check-line"><input type="checkbox" name="audience-\(audience.id.text)" value="yes"\
    \(" checked", if: !typed["audience-\(audience.id.text)"].isEmpty)>\(audience.name)</label>

    """
  }

  private var drafts: Markup {
    """
    <section class="panel"><h2>\(ImportWording.draftsTitle)</h2>
    <p>\(ImportWording.waiting(waiting))</p>
    <p class="actions start"><a class="button" href="\(Route.items(.drafts(page: 1)))">\(ImportWording.toDrafts)</a></p></section>

    """
  }

  private var exports: Markup {
    """
    <section class="panel"><h2>\(ImportWording.exportsTitle)</h2>
    <p>\(ImportWording.exportsLead)</p>
    <p class="actions start">\(each: ItemFormat.allCases, { format in
      "<a class=\"button\" href=\"\(Route.items(.export(format)))\">\(ImportWording.name(format))</a>\n"
    })</p></section>

    """
  }

  private var guide: Markup {
    guard let framework else { return "" }
    return """
      <section class="panel"><h2>\(ImportWording.templateTitle)</h2>
      <p>\(ImportWording.templateLead)</p>
      <p class="actions start">\(each: ItemRoute.templates, { format in
        "<a class=\"button\" href=\"\(Route.items(.template(format)))\">\(ImportWording.template(format))</a>\n"
      })</p>
      <details><summary>\(ImportWording.guide)</summary>
      \(Components.scroll)<table class="list"><tbody>
      \(each: ItemTemplate(framework).guide, { row in
        "<tr><th scope=\"row\">\(row[0])</th><td>\(row[1])</td><td>\(row[2])</td></tr>\n"
      })</tbody></table></div></details></section>

      """
  }

  private var results: Markup {
    """
    <form class="panel" method="post" action="\(Route.items(.results))">\(token)
    <h2>\(ImportWording.resultsTitle)</h2>
    <p>\(ImportWording.resultsLead)</p>
    <div class="fields short">\(PlanParts.text("from", ImportWording.from, "", type: "date"))\
    \(PlanParts.text("to", ImportWording.to, "", type: "date"))</div>
    <label class="check-line"><input type="checkbox" name="practice" value="yes">\(ImportWording.practice)</label>
    <label class="check-line"><input type="checkbox" name="typed" value="yes">\(ImportWording.typed)</label>
    <p class="actions start"><button class="button" type="submit">\(ImportWording.takeResults)</button></p>
    </form>

    """
  }
}
