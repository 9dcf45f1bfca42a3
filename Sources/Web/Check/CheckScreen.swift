import Assessment
import Slip
import UseCases

extension Site {
  /// Asks for a scanned text or a spoken code.
  func check(_ visit: inout Visit) throws -> Response {
    visit.page(CheckPage(token: try visit.tokenField(), answer: nil, form: CheckForm()).page)
  }

  /// Answers what a slip is worth, with the reason and the date of the keys it was checked with.
  func check(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let (kiosk, peer) = (visit.kiosk, visit.request.peer)
    let outcome = try CheckOutcome(fields) { text, holder in
      VerdictWording(try kiosk.checkSlip(text, holder: holder, peer: peer))
    }
    let page = CheckPage(token: try visit.tokenField(), answer: outcome.answer, form: outcome.form)
    return outcome.response(visit.page(page.page, status: outcome.status))
  }
}

/// What a check came to, on whatever page it is shown.
struct CheckOutcome {
  let answer: VerdictWording
  /// The fields to go on with: what is to be mended stays in them.
  let form: CheckForm
  let status: Int
  private let wait: Int?

  init(_ fields: FormFields, _ check: (String, CitizenNumber?) throws -> VerdictWording) throws {
    let text = TypedDigits.plain(try fields.text("slip", most: Kiosk.longestCheck))
    let card = try fields.optional("holder", most: CitizenCard.longestText) ?? ""
    do {
      let holder = try card.isEmpty ? nil : Self.holder(card)
      answer = try check(text, holder)
      form = CheckForm(slip: answer.keepsText ? text : "", hasAnswer: true)
      (status, wait) = (200, nil)
    } catch UseCaseError.tooManyLookups(let seconds) {
      answer = VerdictWording(waiting: seconds)
      form = CheckForm(slip: text, hasAnswer: true)
      (status, wait) = (429, seconds)
    } catch let error as UseCaseError {
      guard case .card = error else { throw error }
      answer = .holderUnreadable
      form = CheckForm(slip: text, hasAnswer: true)
      (status, wait) = (422, nil)
    }
  }

  /// A number alone, or the text of a card, of which only the number is looked at.
  private static func holder(_ text: String) throws -> CitizenNumber {
    if let number = CitizenNumber(text) { return number }
    let isCard = text.contains { !$0.isNumber && !$0.isWhitespace }
    guard isCard, let number = CitizenCard.number(in: text) else { throw UseCaseError.card(.number) }
    return number
  }

  func response(_ page: Response) -> Response {
    guard let wait else { return page }
    var response = page
    response.headers.append(Response.Header("Retry-After", String(wait)))
    return response
  }
}

/// The two fields of a check.
struct CheckForm {
  var slip = ""
  var hasAnswer = false
  /// A scanner types into the field that has the focus: at the desk always this one.
  var isFocused: Bool { !hasAnswer || isAtDesk }
  var isAtDesk = false

  var markup: Markup {
    """
    <label for="slip">\(Wording.checkLabel)</label>
    <p>\(Wording.checkHelp)</p>
    <input id="slip" name="slip" type="text" inputmode="numeric" maxlength="4000" spellcheck="false"\(" autofocus", if: isFocused)\
    \(Keyboard.keys(.digits)) value="\(slip)" aria-describedby="groups">
    <p id="groups" class="groups" role="status" data-wrong="\(Wording.checkGroupPattern)"></p>
    <label for="holder">\(isAtDesk ? CameraWording.holder : Wording.checkHolderLabel)</label>
    <input id="holder" name="holder" type="text" maxlength="1000" spellcheck="false"\
    \(Keyboard.keys(.digits))>
    <button class="button main" type="submit">\(Wording.checkButton)</button>
    """
  }
}

struct CheckPage {
  let token: Markup
  let answer: VerdictWording?
  let form: CheckForm

  var page: Page {
    Page(
      Wording.checkTitle, kind: "check", scripts: ["check.js"] + Keyboard.scripts, styles: [Keyboard.style],
      main: """
        <h1>\(Wording.checkTitle)</h1>
        \(answer?.section ?? "")<form class="panel" method="post" action="\(Route.check)" autocomplete="off" id="check">\(token)
        \(form.markup)
        </form>
        \(Keyboard.markup)<p class="actions"><a class="button quiet" href="\(Route.welcome)">\(Wording.toWelcome)</a></p>

        """)
  }
}
