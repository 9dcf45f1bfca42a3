import Assessment
import UseCases

extension Site {
  /// The seat number, to be shown or printed. It names nobody: it lies on desks and in hands.
  func ticket(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response {
    let kiosk = visit.kiosk
    guard let record = try kiosk.store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    guard let seat = try kiosk.store.seatNumber(of: id) else { throw Problem.notFound }
    let device = try kiosk.store.assignedDevice(of: id).flatMap { try kiosk.store.device($0) }
    let standing: TicketPage.Standing =
      !record.attempt.isOpen ? .over : try kiosk.store.isBound(id) ? .taken : .waiting
    return visit.page(
      TicketPage(seat: seat, device: device?.number, standing: standing, token: try visit.tokenField()).page)
  }
}

struct TicketPage {
  enum Standing {
    case waiting
    case taken
    case over
  }

  let seat: SeatNumber
  let device: Int?
  let standing: Standing
  let token: Markup

  /// The next person's card can be scanned at once.
  var page: Page {
    Page(
      SeatingWording.ticketTitle, kind: "desk-ticket", scripts: ["print-page.js"], styles: ["desk-seating.css"],
      main: """
        <section class="ticket">
        <h1>\(SeatingWording.invite(device))</h1>
        \(note)<p class="ticket-label">\(SeatingWording.ticketSeat)</p>
        <p class="number-big">\(seat.description)</p>
        <p>\(device == nil ? SeatingWording.ticketHelpAnywhere : SeatingWording.ticketHelp)</p>
        </section>
        <form class="panel scan screen-only" method="post" action="\(Route.desk(.seating))" autocomplete="off">\(token)
        <h2>\(SeatingWording.nextPerson)</h2>
        \(SeatingPage.cardField(isFocused: true))\
        <p class="actions"><a class="button" href="\(Route.desk(.board))">\(SeatingWording.toBoard)</a>
        <button class="button" type="button" id="print" hidden>\(SeatingWording.print)</button>
        <a class="button" href="\(Route.desk(.seating))">\(SeatingWording.typedTitle)</a>
        <button class="button main" type="submit">\(SeatingWording.cardButton)</button></p>
        </form>

        """)
  }

  private var note: Markup {
    switch standing {
    case .waiting: ""
    case .taken: "<p class=\"notice\" role=\"status\">\(SeatingWording.ticketTaken)</p>\n"
    case .over: "<p class=\"notice\" role=\"status\">\(SeatingWording.ticketOver)</p>\n"
    }
  }
}
