import Assessment
import Slip
import UseCases

extension Site {
  /// Asks for a scanned text or a spoken code.
  func check(_ visit: inout Visit) throws -> Response {
    visit.page(CheckPage(token: try visit.tokenField(), answer: nil, typed: "").page)
  }

  /// Answers what a slip is worth, with the reason and the date of the keys it was checked with.
  func check(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let text = try fields.text("slip", most: Kiosk.longestCheck)
    let card = try fields.optional("holder", most: CitizenCard.longestText) ?? ""
    let token = try visit.tokenField()
    do {
      let holder = try card.isEmpty ? nil : Self.holder(card)
      let check = try visit.kiosk.checkSlip(text, holder: holder, peer: visit.request.peer)
      let answer = VerdictWording(check)
      return visit.page(CheckPage(token: token, answer: answer, typed: answer.keepsText ? text : "").page)
    } catch UseCaseError.tooManyLookups(let seconds) {
      var response = visit.page(
        CheckPage(token: token, answer: VerdictWording(waiting: seconds), typed: text).page, status: 429)
      response.headers.append(Response.Header("Retry-After", String(seconds)))
      return response
    } catch let error as UseCaseError {
      guard case .card = error else { throw error }
      return visit.page(CheckPage(token: token, answer: .holderUnreadable, typed: text).page, status: 422)
    }
  }

  /// A number alone, or the text of a card, of which only the number is looked at.
  private static func holder(_ text: String) throws -> CitizenNumber {
    if let number = CitizenNumber(text) { return number }
    let field = text.split(separator: "|", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    guard let number = CitizenNumber(field) else { throw UseCaseError.card(.number) }
    return number
  }
}

struct CheckPage {
  let token: Markup
  let answer: VerdictWording?
  let typed: String

  var page: Page {
    Page(
      Wording.checkTitle, kind: "check", scripts: ["check.js"],
      main: """
        <h1>\(Wording.checkTitle)</h1>
        \(verdict)<form class="panel" method="post" action="\(Route.check)" autocomplete="off" id="check">\(token)
        <label for="slip">\(Wording.checkLabel)</label>
        <p>\(Wording.checkHelp)</p>
        <input id="slip" name="slip" type="text" inputmode="numeric" maxlength="4000" spellcheck="false"\(" autofocus", if: answer == nil)\
         value="\(typed)" aria-describedby="groups">
        <p id="groups" class="groups" role="status" data-wrong="\(Wording.checkGroupPattern)"></p>
        <label for="holder">\(Wording.checkHolderLabel)</label>
        <input id="holder" name="holder" type="text" maxlength="1000" spellcheck="false">
        <button class="button main" type="submit">\(Wording.checkButton)</button>
        </form>
        <p class="actions"><a class="button quiet" href="\(Route.welcome)">\(Wording.toWelcome)</a></p>

        """)
  }

  private var verdict: Markup {
    guard let answer else { return "" }
    return """
      <section class="outcome \(answer.kind)" role="status">
      <h2>\(answer.title)</h2>
      <p>\(answer.reason)</p>
      \(each: answer.notes, { "<p class=\"holder\">\($0)</p>" })\
      <dl class="facts">\(each: answer.facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
      <p class="small">\(answer.edition)</p>
      </section>

      """
  }
}
