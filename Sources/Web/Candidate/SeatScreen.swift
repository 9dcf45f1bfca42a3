import Assessment
import UseCases

extension Site {
  /// Asks who sits here: by card, or typed.
  func seat(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response? {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    guard record.attempt.state == .seating, !record.awaitsConsent else {
      return visit.redirect(to: Self.standing(of: record))
    }
    var page = SeatPage(attempt: id, token: try visit.tokenField())
    page.call = try visit.helpCall(for: record, from: .seat(id))
    return visit.page(page.page)
  }

  /// First shows what was read, so that nobody sits under another's name; then, once confirmed, seats the person.
  func seat(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    let session = try visit.ensureSession()
    let particulars = try particulars(fields)
    let candidate: Candidate
    do {
      candidate = try visit.kiosk.candidate(from: particulars)
    } catch let error as UseCaseError {
      return try seatAgain(&visit, id, particulars, error)
    }
    guard fields.has("confirmed") else {
      let record = try visit.kiosk.attempt(id, of: session)
      let page = ConfirmationPage(
        attempt: id, candidate: candidate, token: try visit.tokenField(),
        call: try visit.helpCall(for: record, from: .seat(id)))
      return visit.page(page.page)
    }
    do {
      let seated = try visit.kiosk.seat(candidate, at: id, isConfirmed: true, session: session)
      return visit.redirect(to: .attempt(seated))
    } catch UseCaseError.tooEarly(let earliest) {
      return visit.page(TooEarlyPage(earliest: earliest).page, status: 422)
    }
  }

  private func particulars(_ fields: FormFields) throws -> Particulars {
    if let card = try fields.optional("card", most: CitizenCard.longestText) { return .card(card) }
    return .typed(
      name: try fields.text("name", most: 320), birthYear: try fields.text("birthYear", most: 48),
      number: try fields.text("number", most: 96))
  }

  private func seatAgain(
    _ visit: inout Visit, _ id: Attempt.ID, _ particulars: Particulars, _ error: UseCaseError
  ) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    var page = SeatPage(attempt: id, token: try visit.tokenField())
    page.call = try visit.helpCall(for: record, from: .seat(id))
    switch error {
    case .card(let fault): page.cardFault = fault
    case .particulars(let faults): page.faults = faults
    default: throw error
    }
    if case .typed(let name, let birthYear, let number) = particulars { page.typed = (name, birthYear, number) }
    return visit.page(page.page, status: 422)
  }
}

struct SeatPage {
  let attempt: Attempt.ID
  let token: Markup
  var cardFault: CitizenCardFault?
  var faults: [ParticularsFault] = []
  var typed = (name: "", birthYear: "", number: "")
  var call = HelpCall.none

  init(attempt: Attempt.ID, token: Markup) {
    self.attempt = attempt
    self.token = token
  }

  var page: Page {
    Page(
      Wording.seatTitle, kind: "seat", scripts: Keyboard.scripts + call.scripts, styles: [Keyboard.style] + call.styles,
      hasFaults: cardFault != nil || !faults.isEmpty,
      main: """
        <h1>\(Wording.seatTitle)</h1>
        \(summary)<div class="pair">
        <form class="panel" method="post" action="\(Route.seat(attempt))" autocomplete="off">\(token)
        <h2>\(Wording.seatCardTitle)</h2>
        <p>\(Wording.seatCardHelp)</p>
        \(cardField)<button class="button main" type="submit">\(Wording.seatCardButton)</button>
        </form>
        <form class="panel" method="post" action="\(Route.seat(attempt))" autocomplete="off">\(token)
        <h2>\(Wording.seatTypedTitle)</h2>
        \(field(.name, name: "name", label: Wording.seatName, value: typed.name, keys: .name))\
        \(field(.birthYear, name: "birthYear", label: Wording.seatBirthYear, value: typed.birthYear, keys: .year))\
        \(field(.number, name: "number", label: Wording.seatNumber, value: typed.number, keys: .citizen))\
        <button class="button main" type="submit">\(Wording.seatTypedButton)</button>
        </form>
        </div>
        <p>\(Wording.seatHelp)</p>
        \(Keyboard.markup)\(call.markup)
        """)
  }

  /// After a card that was not read the scanner's field keeps the focus.
  private var summary: Markup {
    if let cardFault { return Components.faults([("card", cardFault.sentence)], isFocused: false) }
    return Components.faults(faults.map { ($0.fieldName, $0.sentence) })
  }

  private var cardField: Markup {
    let fault: Markup = cardFault.map { "<span class=\"fault\" id=\"card-fault\">\($0.sentence)</span>" } ?? ""
    return """
      <label for="card">\(Wording.seatCardLabel)</label>\(fault)
      <input id="card" name="card" type="text" maxlength="1000" lang="vi" spellcheck="false"\
      \(" autofocus", if: faults.isEmpty)\(" aria-invalid=\"true\" aria-describedby=\"card-fault\"", if: cardFault != nil)>

      """
  }

  private func field(
    _ field: ParticularsFault, name: StaticString, label: String, value: String, keys: Keyboard.Keys
  ) -> Markup {
    let isFaulty = faults.contains(field)
    let id = Markup(stringLiteral: name)
    let inputMode = keys == .name ? "text" : "numeric"
    let fault: Markup = isFaulty ? "<span class=\"fault\" id=\"\(id)-fault\">\(field.sentence)</span>" : ""
    return """
      <label for="\(id)">\(label)</label>\(fault)
      <input id="\(id)" name="\(id)" type="text" inputmode="\(inputMode)" value="\(value)" spellcheck="false"\
      \(Keyboard.keys(keys))\(" aria-invalid=\"true\" aria-describedby=\"\(id)-fault\"", if: isFaulty)>

      """
  }
}

/// What was read, for the person to say yes or no to.
struct ConfirmationPage {
  let attempt: Attempt.ID
  let candidate: Candidate
  let token: Markup
  let call: HelpCall

  var page: Page {
    Page(
      Wording.confirmTitle, kind: "seat", scripts: call.scripts,
      styles: call.styles,
      main: """
        <h1>\(Wording.confirmTitle)</h1>
        <dl class="facts big">
        <dt>\(Wording.seatName)</dt><dd>\(candidate.name)</dd>
        <dt>\(Wording.confirmBirthYear)</dt><dd>\(candidate.birthYear)</dd>
        <dt>\(Wording.slipNumber)</dt><dd>… \(candidate.number.lastThree)</dd>
        </dl>
        \(warnings)<form class="actions equal" method="post" action="\(Route.seat(attempt))">\(token)
        \(hiddenFields)<input type="hidden" name="confirmed" value="yes">
        <a class="button" href="\(Route.seat(attempt))">\(Wording.confirmNo)</a>
        <button class="button main" type="submit">\(Wording.confirmYes)</button>
        </form>
        \(call.markup)
        """)
  }

  private var warnings: Markup {
    guard !candidate.disagreements.isEmpty else { return "" }
    return """
      <div class="notice" role="status"><p>\(Wording.confirmCheck)</p>
      <ul>\(each: candidate.disagreements, { "<li>\($0.sentence(about: candidate))</li>" })</ul></div>

      """
  }

  /// Of a card only what is kept goes back into the page: the other fields are other people's.
  private var hiddenFields: Markup {
    guard candidate.identity == .cardString, let date = candidate.birthDate else {
      return """
        <input type="hidden" name="name" value="\(candidate.name)">
        <input type="hidden" name="birthYear" value="\(candidate.birthYear)">
        <input type="hidden" name="number" value="\(candidate.number.digits)">

        """
    }
    let sex = candidate.sex == .male ? CitizenCard.male : CitizenCard.female
    let day = Formatting.padded(date.day) + Formatting.padded(date.month) + String(date.year)
    let card = "\(candidate.number.digits)||\(candidate.name)|\(day)|\(sex)||"
    return "<input type=\"hidden\" name=\"card\" value=\"\(card)\">\n"
  }
}

struct TooEarlyPage {
  let earliest: CivilDate

  var page: Page {
    Page(
      Wording.problemTitle, kind: "problem",
      main: """
        <h1>\(Wording.tooEarlyTitle)</h1>
        <p class="lead">\(Wording.tooEarly(Formatting.date(earliest)))</p>
        <p class="actions"><a class="button main" href="\(Route.welcome)">\(Wording.toWelcome)</a></p>

        """)
  }
}
