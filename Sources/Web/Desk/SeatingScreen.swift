import Assessment
import UseCases

extension Site {
  /// One field for the scanner; beside it the same by hand, and for people without papers.
  func seating(_ visit: inout Visit) throws -> Response {
    visit.page(SeatingPage(token: try visit.tokenField()).page)
  }

  /// Reads who it is and shows it with everything that is to be settled. Nothing is written.
  func readSeating(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let kiosk = visit.kiosk
    do {
      var form = try SettleForm(reading: fields, kiosk)
      let outlook = try kiosk.outlook(for: try form.candidate(kiosk), by: try visit.account())
      form.suggest(from: outlook, devices: try kiosk.seatingDevices())
      return try settle(&visit, form, outlook)
    } catch let error as UseCaseError {
      var page = SeatingPage(token: try visit.tokenField())
      try page.take(error, fields)
      return visit.page(page.page, status: 422)
    }
  }

  /// The page on which a clerk settles the rest.
  func settle(
    _ visit: inout Visit, _ form: SettleForm, _ outlook: SeatingOutlook, fault: StaffProblem? = nil
  ) throws -> Response {
    let kiosk = visit.kiosk
    let choices = SettleChoices(
      audiences: try kiosk.store.audiences(), devices: try kiosk.seatingDevices(), hamlets: try kiosk.store.hamlets(),
      tags: try kiosk.store.tags(), languages: try kiosk.store.languages())
    let page = SettlePage(
      form: form, outlook: outlook, choices: choices, today: CivilDate(kiosk.clock.now()), fault: fault,
      token: try visit.tokenField())
    return visit.page(page.page, status: fault?.status ?? 200)
  }
}

struct SeatingPage {
  let token: Markup
  private var cardFault: CitizenCardFault?
  private var faults: [ParticularsFault] = []
  private var isUnnumbered = false
  private var typed = (name: "", birthYear: "", number: "", sex: "")

  init(token: Markup) {
    self.token = token
  }

  /// - Throws: the error where it is about something else.
  mutating func take(_ error: UseCaseError, _ fields: FormFields) throws {
    switch error {
    case .card(let fault): cardFault = fault
    case .particulars(let found): faults = found
    default: throw error
    }
    isUnnumbered = fields.has("unnumbered")
    typed = (
      try fields.optional("name", most: 320) ?? "", try fields.optional("birthYear", most: 16) ?? "",
      try fields.optional("number", most: 32) ?? "", try fields.optional("sex", most: 8) ?? ""
    )
  }

  var page: Page {
    Page(
      SeatingWording.title, kind: "desk-seating", styles: ["desk-seating.css"],
      hasFaults: cardFault != nil || !faults.isEmpty,
      main: """
        <h1>\(SeatingWording.title)</h1>
        \(summary)<div class="seating">
        <form class="panel scan" method="post" action="\(Route.desk(.seating))" autocomplete="off">\(token)
        <h2>\(SeatingWording.cardTitle)</h2>
        <p>\(SeatingWording.cardHelp)</p>
        \(SeatingPage.cardField(isFocused: faults.isEmpty))\
        <button class="button main" type="submit">\(SeatingWording.cardButton)</button>
        </form>
        \(typedForm)\(unnumberedForm)</div>
        <p><a class="button quiet" href="\(Route.desk(.tallies))">\(ClassWording.talliesTitle)</a></p>

        """)
  }

  /// What the scanner types into. Nothing in it is to be spelled, completed or remembered.
  static func cardField(isFocused: Bool) -> Markup {
    """
    <label for="card">\(SeatingWording.cardLabel)</label>
    <input id="card" name="card" type="text" maxlength="\(CitizenCard.longestText)" autocomplete="off" spellcheck="false"\
    \(" autofocus", if: isFocused)>

    """
  }

  private var summary: Markup {
    if let cardFault { return Components.faults([("card", cardFault.sentence)], isFocused: false) }
    return Components.faults(faults.map { (fieldID($0), $0.sentence) })
  }

  private func fieldID(_ fault: ParticularsFault) -> String {
    switch fault {
    case .name where isUnnumbered: "other-name"
    case .birthYear where isUnnumbered: "other-year"
    case .sex: "other-sex"
    case .name, .birthYear, .number: fault.fieldName
    }
  }

  private var typedForm: Markup {
    """
    <form class="panel" method="post" action="\(Route.desk(.seating))" autocomplete="off">\(token)
    <h2>\(SeatingWording.typedTitle)</h2>
    \(field("number", .number, SeatingWording.number, typed.number, "numeric", isHere: !isUnnumbered))\
    \(field("name", .name, SeatingWording.name, typed.name, "text", isHere: !isUnnumbered))\
    \(field("birthYear", .birthYear, SeatingWording.birthYear, typed.birthYear, "numeric", isHere: !isUnnumbered))\
    <button class="button" type="submit">\(SeatingWording.typedButton)</button>
    </form>

    """
  }

  private var unnumberedForm: Markup {
    """
    <details class="panel"\(" open", if: isUnnumbered)><summary>\(SeatingWording.unnumberedTitle)</summary>
    <p class="small">\(SeatingWording.unnumberedHelp)</p>
    <form method="post" action="\(Route.desk(.seating))" autocomplete="off">\(token)
    <input type="hidden" name="unnumbered" value="yes">
    \(field("name", .name, SeatingWording.name, typed.name, "text", isHere: isUnnumbered, id: "other-name"))\
    \(field("birthYear", .birthYear, SeatingWording.birthYear, typed.birthYear, "numeric", isHere: isUnnumbered, id: "other-year"))\
    <fieldset class="one-of" id="other-sex" tabindex="-1"><legend>\(SeatingWording.sex)</legend>
    \(choice("male", SeatingWording.male))\(choice("female", SeatingWording.female))</fieldset>
    <button class="button" type="submit">\(SeatingWording.typedButton)</button>
    </form></details>

    """
  }

  private func choice(_ value: StaticString, _ label: String) -> Markup {
    """
    <label class="check-line"><input type="radio" name="sex" value="\(Markup(stringLiteral: value))"\
    \(" checked", if: isUnnumbered && typed.sex == value.description)>\(label)</label>

    """
  }

  private func field(
    _ name: StaticString, _ fault: ParticularsFault, _ label: String, _ value: String, _ mode: StaticString,
    isHere: Bool, id: StaticString? = nil
  ) -> Markup {
    let field = Markup(stringLiteral: id ?? name)
    let isFaulty = isHere && faults.contains(fault)
    return """
      <label for="\(field)">\(label)</label>
      <input id="\(field)" name="\(Markup(stringLiteral: name))" type="text" inputmode="\(Markup(stringLiteral: mode))" \
      value="\(isHere ? value : "")" spellcheck="false"\
      \(" aria-invalid=\"true\"", if: isFaulty)>

      """
  }
}
