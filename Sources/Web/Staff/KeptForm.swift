import UseCases

/// What somebody had typed, or asked for, when their session was found to be over: shown again once they are back.
struct KeptForm {
  /// More is not carried from page to page.
  static let mostBytes = 8_192

  /// Never shown again, and typed anew.
  static let secrets: Set<String> = ["password", "again", "present", "pin", "code"]

  let route: Route
  /// Empty where a page was asked for.
  let fields: [(name: String, value: String)]

  init(_ route: Route, _ fields: FormFields?) {
    self.route = route
    let kept = (fields?.kept ?? []).filter { !Self.secrets.contains($0.name) }
    let size = kept.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    self.fields = size <= Self.mostBytes ? kept : []
  }

  /// As a sign-in form brings it back: only addresses of our own are taken.
  init?(from form: FormFields) throws {
    guard let path = try form.optional("kept-route", most: 200), let route = Route(path: path),
      route.access.isStaff
    else { return nil }
    self.route = route
    fields = try form.all("kept-", most: FormFields.mostBytes).filter { $0.key != "route" }
      .map { (name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  var hasFields: Bool { !fields.isEmpty }

  /// Carried inside a form for something else.
  var hidden: Markup {
    """
    <input type="hidden" name="kept-route" value="\(route)">
    \(each: fields, { "<input type=\"hidden\" name=\"kept-\($0.name)\" value=\"\($0.value)\">\n" })
    """
  }

  /// The form itself, as it would have been sent.
  var inputs: Markup {
    "\(each: fields, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" })"
  }
}

/// Offers what was typed to be sent after all. One look lies between, for the form may be of somebody who was here before.
struct KeptPage {
  let kept: KeptForm
  let token: Markup

  var page: Page {
    Page(
      StaffWording.keptTitle, kind: "staff",
      main: """
        <h1>\(StaffWording.keptTitle)</h1>
        <p class="lead">\(StaffWording.keptLead)</p>
        <dl class="facts">\(each: shown, { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" })</dl>
        <form class="actions" method="post" action="\(kept.route)">\(token)
        \(kept.inputs)<a class="button" href="\(Route.desk(.board))">\(StaffWording.keptDrop)</a>
        <button class="button main" type="submit">\(StaffWording.keptSend)</button>
        </form>

        """)
  }

  /// Enough to know the form again.
  private var shown: [(name: String, value: String)] {
    kept.fields.filter { !$0.value.isEmpty }.map { (StaffWording.fieldName($0.name), $0.value) }
  }
}
