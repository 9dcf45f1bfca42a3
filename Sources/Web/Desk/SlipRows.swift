import Assessment
import Slip
import UseCases

/// Tables of slips and people, as a search or the queue gives them.
struct SlipRows {
  let slips: [FoundSlip]
  let caption: String

  var markup: Markup {
    """
    \(Components.scroll)<table class="list slips"><caption>\(caption)</caption>
    <thead><tr><th class="first">\(SlipDeskWording.columnSerial)</th><th>\(SlipDeskWording.columnName)</th>\
    <th>\(SlipDeskWording.columnOutcome)</th><th>\(SlipDeskWording.columnIssued)</th>\
    <th class="number">\(SlipDeskWording.columnCopies)</th><th>\(SlipDeskWording.columnState)</th></tr></thead>
    <tbody>
    \(each: slips, row)</tbody></table></div>

    """
  }

  private func row(_ found: FoundSlip) -> Markup {
    """
    <tr><td><a class="button" href="\(Route.desk(.slip(serial: found.slip.serial)))">\
    \(SlipDeskWording.slipTitle(found.slip.serial))</a></td><td><strong>\(found.name ?? "")</strong></td>\
    <td>\(SlipDeskWording.outcome(found.claims.right, found.claims.asked))</td>\
    <td>\(Formatting.dateAndTime(found.slip.issuedAt))</td><td class="number">\(found.prints)</td>\
    <td>\(SlipState(found).badge)</td></tr>

    """
  }
}

/// Slips that never came on paper: two taps to the sheet.
struct QueueRows {
  let slips: [FoundSlip]
  let token: Markup
  /// Whether the box has a printer of its own, with one paper.
  let isPrintedByBox: Bool

  var markup: Markup {
    guard !slips.isEmpty else { return "<p class=\"empty\">\(SlipDeskWording.queueEmpty)</p>\n" }
    return """
      \(Components.scroll)<table class="list slips"><thead><tr><th class="first">\(SlipDeskWording.columnSerial)</th>\
      <th>\(SlipDeskWording.columnName)</th><th>\(SlipDeskWording.columnOutcome)</th>\
      <th>\(SlipDeskWording.columnIssued)</th><th>\(SlipDeskWording.columnPrint)</th></tr></thead>
      <tbody>
      \(each: slips, row)</tbody></table></div>

      """
  }

  private func row(_ found: FoundSlip) -> Markup {
    let serial = found.slip.serial
    return """
      <tr><td><a class="button" href="\(Route.desk(.slip(serial: serial)))">\
      \(SlipDeskWording.slipTitle(serial))</a></td>\
      <td><strong>\(found.name ?? "")</strong></td><td>\(SlipDeskWording.outcome(found.claims.right, found.claims.asked))</td>\
      <td>\(Formatting.dateAndTime(found.slip.issuedAt))</td>\
      <td><form class="row-actions" method="post" action="\(Route.desk(.prints(serial: serial)))">\(token)\
      <input type="hidden" name="copies" value="0">\
      \(isPrintedByBox ? oneButton(serial) : papers(serial))</form></td></tr>

      """
  }

  private func oneButton(_ serial: Int64) -> Markup {
    """
    <button class="button" type="submit" aria-label="\(PrinterDeskWording.print): \(SlipDeskWording.slipTitle(serial))">\
    \(PrinterDeskWording.print)</button>
    """
  }

  private func papers(_ serial: Int64) -> Markup {
    """
    <button class="button" type="submit" name="size" value="80mm"\
     aria-label="\(SlipDeskWording.printLabel(serial, SlipDeskWording.sizeRoll))">\(SlipDeskWording.printRoll)</button>\
    <button class="button" type="submit" name="size" value="a5"\
     aria-label="\(SlipDeskWording.printLabel(serial, SlipDeskWording.sizeA5))">\(SlipDeskWording.printA5)</button>
    """
  }
}

/// People whom a search has found, with or without slips.
struct PeopleRows {
  let people: [FoundPerson]

  var markup: Markup {
    """
    \(Components.scroll)<table class="list people"><caption>\(SlipDeskWording.foundPeople)</caption>
    <thead><tr><th>\(SlipDeskWording.columnName)</th><th>\(SlipDeskWording.columnNumber)</th>\
    <th class="number">\(SlipDeskWording.columnBirth)</th><th class="number">\(SlipDeskWording.columnAttempts)</th>\
    \(Components.actionColumn)</tr></thead>
    <tbody>
    \(each: people, row)</tbody></table></div>

    """
  }

  private func row(_ person: FoundPerson) -> Markup {
    """
    <tr><td><strong>\(person.name)</strong></td><td>\(SlipDeskWording.numberEnding(person.number.lastThree))</td>\
    <td class="number">\(person.birthYear.map(String.init) ?? "")</td><td class="number">\(person.attempts)</td>\
    <td><a class="button" href="\(Route.desk(.person(person.id)))" aria-label="\(SlipDeskWording.openPerson): \(person.name)">\
    \(SlipDeskWording.openPerson)</a></td></tr>

    """
  }
}

/// How a slip stands, in one word.
enum SlipState {
  case toPrint
  case printing(PrinterTrouble?)
  case failed
  case printed
  case revoked

  init(_ found: FoundSlip) {
    self.init(isRevoked: found.revocation != nil, prints: found.prints, printing: found.printing)
  }

  init(isRevoked: Bool, prints: Int, printing: PrintStanding?) {
    switch printing {
    case _ where isRevoked: self = .revoked
    case _ where prints == 0: self = .toPrint
    case .waiting(let trouble): self = .printing(trouble)
    case .failed: self = .failed
    case .printed, nil: self = .printed
    }
  }

  var badge: Markup {
    switch self {
    case .toPrint: "<span class=\"badge calm\">\(SlipDeskWording.stateToPrint)</span>"
    case .printing(nil): "<span class=\"badge calm\">\(PrinterDeskWording.statePrinting)</span>"
    case .printing(let trouble?): "<span class=\"badge care\">\(PrinterDeskWording.state(trouble))</span>"
    case .failed: "<span class=\"badge care\">\(PrinterDeskWording.stateFailed)</span>"
    case .printed: "<span class=\"badge good\">\(SlipDeskWording.statePrinted)</span>"
    case .revoked: "<span class=\"badge care\">\(SlipDeskWording.stateRevoked)</span>"
    }
  }
}
