import Assessment
import UseCases

/// A list as it was read beside the writer, or why it was not.
package enum RosterReading: Sendable {
  case lines([RosterLine])
  /// Practice needs none.
  case none
  case refused(UseCaseError)
}

extension Site {
  func classes(_ visit: inout Visit) throws -> Response {
    visit.page(try classesPage(&visit).page)
  }

  private func classesPage(_ visit: inout Visit) throws -> ClassesPage {
    ClassesPage(
      classrooms: try visit.kiosk.classrooms(), audiences: try visit.kiosk.store.audiences(),
      token: try visit.tokenField())
  }

  /// Reads what was brought: a file, or lines pasted into the field, by the same reader.
  func readRoster(_ visit: Visit, _ fields: FormFields) throws -> RosterReading {
    guard try fields.text("mode", most: 10) == Attempt.Mode.tested.rawValue else { return .none }
    do {
      return .lines(try visit.kiosk.roster(in: try Self.brought(fields)))
    } catch let error as UseCaseError {
      return .refused(error)
    }
  }

  private static func brought(_ fields: FormFields) throws -> [UInt8] {
    if let upload = fields.upload("file"), !upload.bytes.isEmpty { return upload.bytes }
    let pasted = Array((try fields.optional("list", most: ClassesPage.longestPaste) ?? "").utf8)
    guard pasted.contains(where: { $0 > 0x20 }) else { throw UseCaseError.table(.empty) }
    return pasted
  }

  func openClass(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    guard case .staff(.roster(let reading)) = preparation else { throw Problem.tryAgain }
    let account = try visit.account()
    let title = try fields.text("title", most: 320)
    let audience = Audience.ID(try fields.text("audience", most: 40))
    do {
      switch reading {
      case .lines(let lines):
        return visit.redirect(
          to: .desk(.classroom(try visit.kiosk.openClass(title, for: audience, lines: lines, by: account))))
      case .none:
        return visit.redirect(
          to: .desk(.classroom(try visit.kiosk.openPracticeClass(title, for: audience, by: account))))
      case .refused(let error): throw error
      }
    } catch let error as UseCaseError {
      var page = try classesPage(&visit)
      page.fault = StaffProblem(error)
      page.typed = (title, audience.text, try fields.optional("list", most: ClassesPage.longestPaste) ?? "")
      throw Instead(response: visit.page(page.page, status: StaffProblem(error).status))
    }
  }

  func seatClass(_ visit: inout Visit, _ id: Int64, _ fields: FormFields) throws -> Response {
    _ = try visit.kiosk.seatClass(
      id, isFaceCompared: fields.has("face"), isConfirmed: fields.has("confirmed"), by: try visit.account())
    return visit.redirect(to: .desk(.classroom(id)))
  }

  func closeClass(_ visit: inout Visit, _ id: Int64) throws -> Response {
    try visit.kiosk.closeClass(id, by: try visit.account())
    return visit.redirect(to: .desk(.classes))
  }
}

struct ClassesPage {
  /// Some hundreds of lines.
  static let longestPaste = 65_536

  let classrooms: [Classroom]
  let audiences: [Audience]
  let token: Markup
  var fault: StaffProblem?
  var typed = (title: "", audience: "", list: "")

  init(classrooms: [Classroom], audiences: [Audience], token: Markup) {
    self.classrooms = classrooms
    self.audiences = audiences
    self.token = token
  }

  var page: Page {
    Page(
      ClassWording.title, kind: "desk-classes", styles: ["desk-seating.css"],
      main: """
        <h1>\(ClassWording.title)</h1>
        \(faultNote)<div class="columns">
        \(testedForm)\(practiceForm)</div>
        <h2>\(ClassWording.recent)</h2>
        \(list)
        """)
  }

  private var faultNote: Markup {
    guard let fault else { return "" }
    return
      "<p class=\"faults\" role=\"alert\">\(fault.sentence) <small>\(StaffWording.reference(fault.reference))</small></p>\n"
  }

  private var testedForm: Markup {
    """
    <form class="panel" method="post" action="\(Route.desk(.classes))" enctype="multipart/form-data">\(token)
    <h2>\(ClassWording.openTitle)</h2>
    <input type="hidden" name="mode" value="\(Attempt.Mode.tested.rawValue)">
    \(common("title", "audience"))\
    <p class="small">\(ClassWording.listHelp)</p>
    <label for="file">\(ClassWording.file)</label>
    <input id="file" name="file" type="file" accept=".csv,.xlsx,.txt,text/csv">
    <label for="list">\(ClassWording.paste)</label>
    <textarea id="list" name="list" class="class-text" lang="vi" spellcheck="false">\(typed.list)</textarea>
    <button class="button main" type="submit">\(ClassWording.look)</button>
    </form>

    """
  }

  private var practiceForm: Markup {
    """
    <form class="panel" method="post" action="\(Route.desk(.classes))" enctype="multipart/form-data">\(token)
    <h2>\(ClassWording.practiceTitle)</h2>
    <input type="hidden" name="mode" value="\(Attempt.Mode.practice.rawValue)">
    <p>\(ClassWording.practiceHelp)</p>
    \(common("practice-title", "practice-audience"))\
    <button class="button" type="submit">\(ClassWording.practiceButton)</button>
    </form>

    """
  }

  private func common(_ title: StaticString, _ audience: StaticString) -> Markup {
    let (titleID, audienceID) = (Markup(stringLiteral: title), Markup(stringLiteral: audience))
    return """
      <label for="\(titleID)">\(ClassWording.name)</label>
      <input id="\(titleID)" name="title" type="text" maxlength="\(Kiosk.longestClassTitle)" required value="\(typed.title)">
      <label for="\(audienceID)">\(ClassWording.audience)</label>
      <select id="\(audienceID)" name="audience">
      \(each: audiences, { "<option value=\"\($0.id.text)\"\(" selected", if: $0.id.text == typed.audience)>\($0.name)</option>\n" })</select>

      """
  }

  private var list: Markup {
    guard !classrooms.isEmpty else { return "<p class=\"empty\">\(ClassWording.noClasses)</p>\n" }
    return """
      \(Components.scroll)<table class="list">
      <thead><tr><th>\(ClassWording.name)</th><th>\(ClassWording.kind)</th><th>\(ClassWording.opened)</th><th>\(ClassWording.state)</th></tr></thead>
      <tbody>
      \(each: classrooms, row)</tbody></table></div>

      """
  }

  private func row(_ classroom: Classroom) -> Markup {
    let isOpen = classroom.closedAt == nil
    return """
      <tr><td><a href="\(Route.desk(.classroom(classroom.id)))">\(classroom.title)</a></td>
      <td>\(classroom.mode == .practice ? ClassWording.practice : ClassWording.tested)</td>
      <td>\(Formatting.date(CivilDate(classroom.openedAt)))</td>
      <td><span class="badge\(" good", if: isOpen)">\(isOpen ? ClassWording.isOpen : ClassWording.isClosed)</span></td></tr>

      """
  }
}
