import Assessment
import UseCases

extension Site {
  func confirmationLayout(_ visit: inout Visit) throws -> Response {
    let (number, layout) = try visit.kiosk.confirmationLayout()
    return visit.page(
      ConfirmationLayoutPage(number: number, form: LayoutForm(layout), token: try visit.tokenField()).page)
  }

  func keepLayout(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let form = try LayoutForm(fields)
    do {
      _ = try visit.kiosk.keepConfirmationLayout(form.layout.text, by: visit.account())
      return visit.redirect(to: .confirmation(.layout), at: "kept")
    } catch let error as UseCaseError {
      let number = try visit.kiosk.store.confirmationLayout()?.number ?? 0
      let problem = StaffProblem(error)
      let page = ConfirmationLayoutPage(
        number: number, form: form, problem: problem, token: try visit.tokenField())
      throw Instead(response: visit.page(page.page, status: problem.status))
    }
  }
}

/// A layout as its form has it: what stands in the fields, right or wrong.
struct LayoutForm {
  /// The place of a column, from 1; empty for one that is not on the list.
  var places: [ConfirmationLayout.Field: String] = [:]
  var headings: [ConfirmationLayout.Field: String] = [:]
  var answers: [ConfirmationLayout.AnswerField: String] = [:]
  var confirmed = ""
  var refused = ""

  init(_ layout: ConfirmationLayout) {
    for (index, column) in layout.columns.enumerated() {
      places[column.field] = String(index + 1)
      headings[column.field] = column.heading
    }
    answers = layout.answerHeadings.mapValues(Self.joined)
    confirmed = Self.joined(layout.confirmedWords)
    refused = Self.joined(layout.refusedWords)
  }

  init(_ fields: FormFields) throws {
    for field in ConfirmationLayout.Field.allCases {
      places[field] = try fields.optional("place-\(field.rawValue)", most: 6) ?? ""
      headings[field] = try fields.optional("heading-\(field.rawValue)", most: 400) ?? ""
    }
    for field in ConfirmationLayout.AnswerField.allCases {
      answers[field] = try fields.optional("answer-\(field.rawValue)", most: 1_000) ?? ""
    }
    confirmed = try fields.optional("confirmed", most: 1_000) ?? ""
    refused = try fields.optional("refused", most: 1_000) ?? ""
  }

  /// Not checked: that is for whoever keeps it.
  var layout: ConfirmationLayout {
    let placed = ConfirmationLayout.Field.allCases.compactMap { field in
      Int(Self.tidy(places[field] ?? "")).map { (field, $0) }
    }
    // Of two at one place the one that is named first here stands first.
    let columns = placed.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
    return ConfirmationLayout(
      columns: columns.map { ConfirmationLayout.Column($0.element.0, Self.tidy(headings[$0.element.0] ?? "")) },
      answerHeadings: answers.mapValues(Self.words), confirmedWords: Self.words(confirmed),
      refusedWords: Self.words(refused))
  }

  private static func joined(_ words: [String]) -> String { words.joined(separator: "; ") }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == ";" || $0.isNewline }.map { tidy(String($0)) }.filter { !Spelling.folded($0).isEmpty }
  }

  private static func tidy(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

struct ConfirmationLayoutPage {
  let number: Int
  let form: LayoutForm
  var problem: StaffProblem?
  let token: Markup

  init(number: Int, form: LayoutForm, problem: StaffProblem? = nil, token: Markup) {
    self.number = number
    self.form = form
    self.problem = problem
    self.token = token
  }

  var page: Page {
    Page(
      ConfirmationWording.layoutTitle, kind: "confirmations", styles: ConfirmationParts.styles,
      main: """
        <h1>\(ConfirmationWording.layoutTitle)</h1>
        <p class="done told" id="kept" role="status">\(ConfirmationWording.layoutKept)</p>
        \(ConfirmationParts.alert(problem))<p>\(ConfirmationWording.layoutLead) \(ConfirmationWording.layoutNumber(number))</p>
        <form method="post" action="\(Route.confirmation(.layout))">\(token)
        <h2>\(ConfirmationWording.layoutColumns)</h2>
        <p>\(ConfirmationWording.layoutColumnsHelp)</p>
        \(Components.scroll)<table class="list layout"><thead><tr><th>\(ConfirmationWording.layoutPlace)</th>\
        <th>\(ConfirmationWording.layoutField)</th><th>\(ConfirmationWording.layoutHeading)</th></tr></thead>
        <tbody>\(each: ConfirmationLayout.Field.allCases, column)</tbody></table></div>
        <h2>\(ConfirmationWording.layoutAnswers)</h2>
        <p>\(ConfirmationWording.layoutAnswersHelp)</p>
        <div class="words">\(each: ConfirmationLayout.AnswerField.allCases, answer)\
        \(words("confirmed", ConfirmationWording.layoutConfirmed, form.confirmed))\
        \(words("refused", ConfirmationWording.layoutRefused, form.refused))</div>
        <p class="actions start"><a class="button" href="\(Route.confirmation(.overview))">\(ConfirmationWording.back)</a>
        <button class="button main" type="submit">\(ConfirmationWording.layoutKeep)</button></p>
        </form>

        """)
  }

  private func column(_ field: ConfirmationLayout.Field) -> Markup {
    """
    <tr><td><input name="place-\(field.rawValue)" type="text" inputmode="numeric" maxlength="2"\
     aria-label="\(ConfirmationWording.layoutPlaceOf(field.label))" value="\(form.places[field] ?? "")"></td>\
    <td>\(field.label)</td><td><input name="heading-\(field.rawValue)" type="text"\
     aria-label="\(ConfirmationWording.layoutHeadingOf(field.label))" value="\(form.headings[field] ?? "")"></td></tr>

    """
  }

  private func answer(_ field: ConfirmationLayout.AnswerField) -> Markup {
    words("answer-\(field.rawValue)", ConfirmationWording.layoutAnswer(field.label), form.answers[field] ?? "")
  }

  private func words(_ name: String, _ label: String, _ value: String) -> Markup {
    """
    <div><label for="\(name)">\(label)</label><input id="\(name)" name="\(name)" type="text" value="\(value)"></div>

    """
  }
}
