import Assessment
import UseCases

/// What can be chosen for somebody.
struct SettleChoices {
  let audiences: [Audience]
  let devices: [SeatingDevice]
  let hamlets: [Hamlet]
  let tags: [Tag]
  let languages: [Language]
}

/// Who it is, what stands against it, where to sit; the rest folded away. One button for the usual case.
struct SettlePage {
  let form: SettleForm
  let outlook: SeatingOutlook
  let choices: SettleChoices
  let today: CivilDate
  let fault: StaffProblem?
  let token: Markup

  var page: Page {
    Page(
      SeatingWording.settleTitle, kind: "desk-seating", styles: ["desk-seating.css"],
      main: """
        <h1>\(SeatingWording.settleTitle)</h1>
        \(faultNote)\(standing)<form method="post" action="\(Route.desk(.seatings))" autocomplete="off">\(token)
        \(form.hiddenFields)<div class="settle">
        <section class="panel">\(identity)</section>
        \(isBlocked ? "" : place)</div>
        \(isBlocked ? "" : settlement)</form>

        """)
  }

  private var candidate: Candidate { outlook.candidate }
  /// Nothing is to be seated: the person has an attempt open, or comes too early for everything.
  private var isBlocked: Bool {
    outlook.open != nil || (!choices.audiences.isEmpty && outlook.earliest.count == choices.audiences.count)
  }

  private var faultNote: Markup {
    guard let fault else { return "" }
    return
      "<p class=\"faults\" role=\"alert\">\(fault.sentence) <small>\(StaffWording.reference(fault.reference))</small></p>\n"
  }

  private var identity: Markup {
    """
    \(nameField)<dl class="facts">
    \(fact(SeatingWording.papers, candidate.number.isMade ? SeatingWording.noPapers : grouped))\
    \(candidate.birthDate.map { fact(SeatingWording.bornOn, Formatting.date($0)) }
      ?? fact(SeatingWording.bornIn, String(candidate.birthYear)))\
    \(fact(SeatingWording.sex, candidate.sex == .male ? SeatingWording.male : SeatingWording.female))\
    \(fact(SeatingWording.age, String(candidate.age(on: today))))</dl>
    <p><a class="button quiet" href="\(Route.desk(.seating))">\(SeatingWording.again)</a></p>
    """
  }

  /// "008 158 999 003", as one reads it off a card.
  private var grouped: String {
    let digits = Array(candidate.number.digits)
    return stride(from: 0, to: digits.count, by: 3).map { String(digits[$0..<min($0 + 3, digits.count)]) }
      .joined(separator: " ")
  }

  private func fact(_ label: String, _ value: String) -> Markup {
    "<div><dt>\(label)</dt><dd>\(value)</dd></div>\n"
  }

  private var nameField: Markup {
    var note: Markup = ""
    var isDoubtful = form.name.isEmpty
    if case .card(let reading) = form.source, reading.isNameDoubtful {
      isDoubtful = true
      note =
        reading.name.isEmpty
        ? "<span class=\"fault\" id=\"name-note\">\(SeatingWording.nameLost)</span>"
        : "<span class=\"fault\" id=\"name-note\">\(SeatingWording.doubtful(reading.name))</span>"
    }
    return """
      <label for="name">\(SeatingWording.name)</label>\(note)
      <input id="name" name="name" type="text" class="name" lang="vi" spellcheck="false" required value="\(form.name)"\
      \(" aria-describedby=\"name-note\"", if: !note.bytes.isEmpty)\(" autofocus", if: isDoubtful)>

      """
  }

  private var settlement: Markup {
    "\(warnings)\(guardian)\(buttons)\(SettleExtras(form: form, choices: choices).markup)"
  }

  private var place: Markup {
    """
    <section class="panel"><fieldset class="one-of"><legend>\(SeatingWording.audience)</legend>
    \(each: choices.audiences, { audience in """
      <label class="check-line"><input type="radio" name="audience" value="\(audience.id.text)" required\
      \(" checked", if: audience.id.text == form.audience)>\(audience.name)</label>

      """ })</fieldset>
    \(devices)</section>

    """
  }

  private var devices: Markup {
    guard !choices.devices.isEmpty else { return "" }
    return """
      <label for="device">\(SeatingWording.device)</label>
      <select id="device" name="device">
      \(each: choices.devices.filter(\.isFree), { device in
        let number = device.device.number
        let text = device.isThere ? SeatingWording.deviceNumber(number) : SeatingWording.deviceSilent(number)
        return "<option value=\"\(Int(device.device.id))\"\(" selected", if: String(device.device.id) == form.device)>\(text)</option>\n"
      })<option value=""\(" selected", if: form.device.isEmpty)>\(SeatingWording.anyDevice)</option>
      </select>

      """
  }

  private var standing: Markup {
    var notes: Markup = ""
    if let open = outlook.open {
      let isWaiting = open.isWaiting && open.seat != nil
      notes += """
        <p class="notice" role="status">\(isWaiting ? SeatingWording.openWaiting(open.seat?.description ?? "") : SeatingWording.openRunning)
        <a class="button main" href="\(Route.desk(isWaiting ? .ticket(open.attempt) : .attempt(open.attempt)))">\
        \(isWaiting ? SeatingWording.toTicket : SeatingWording.toAttempt)</a></p>

        """
    }
    notes += early
    if let slip = outlook.lastSlip {
      notes += "<p class=\"notice\">\(SeatingWording.hasSlip(Formatting.date(slip)))</p>\n"
    }
    return notes
  }

  private var early: Markup {
    guard let last = outlook.earliest.values.max() else { return "" }
    guard !isBlocked else {
      return "<p class=\"notice\" role=\"status\">\(SeatingWording.tooEarly(Formatting.date(last)))</p>\n"
    }
    let lines = choices.audiences.compactMap { audience in
      outlook.earliest[audience.id].map { SeatingWording.tooEarlyFor(audience.name, Formatting.date($0)) }
    }
    return "<p class=\"notice\">\(lines.joined(separator: " "))</p>\n"
  }

  private var warnings: Markup {
    var lines = candidate.disagreements.map { $0.sentence(about: candidate) }
    if let name = outlook.nameOnRecord, !candidate.name.isEmpty { lines.append(SeatingWording.otherName(name)) }
    guard !lines.isEmpty else { return "" }
    let box: Markup = """
      <label class="check-line"><input type="checkbox" name="confirmed" value="yes" required\
      \(" checked", if: form.isConfirmed)>\(SeatingWording.confirmed)</label>

      """
    return """
      <div class="notice care" role="status"><p><strong>\(SeatingWording.warningsTitle)</strong></p>
      <ul>\(each: lines, { "<li>\($0)</li>" })</ul>
      \(box, if: !candidate.disagreements.isEmpty)</div>

      """
  }

  private var guardian: Markup {
    guard outlook.needsGuardian else { return "" }
    return """
      <section class="panel guardian"><h2>\(SeatingWording.guardianTitle)</h2><p>\(SeatingWording.guardianHelp)</p>
      <div class="fields"><div><label for="guardian">\(SeatingWording.guardianName)</label>
      <input id="guardian" name="guardian" type="text" lang="vi" spellcheck="false" required value="\(form.guardian)"></div>
      <fieldset class="one-of"><legend>\(SeatingWording.guardianRelation)</legend>
      \(each: GuardianAgreement.Relation.allCases, { relation in """
        <label class="check-line"><input type="radio" name="relation" value="\(relation.rawValue)" required\
        \(" checked", if: relation.rawValue == form.relation)>\(SeatingWording.relation(relation))</label>

        """ })</fieldset></div></section>

      """
  }

  private var buttons: Markup {
    guard !candidate.number.isMade else {
      return
        "<p class=\"actions\"><button class=\"button main\" type=\"submit\">\(SeatingWording.unnumberedButton)</button></p>\n"
    }
    return """
      <p class="actions seat-actions"><button class="button main" type="submit" name="face" value="yes">\(SeatingWording.faceButton)</button>
      <button class="button" type="submit">\(SeatingWording.plainButton)</button></p>

      """
  }
}
