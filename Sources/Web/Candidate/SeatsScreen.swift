import Assessment
import UseCases

extension Site {
  func seats(_ visit: inout Visit) throws -> Response {
    visit.page(SeatsPage(token: try visit.tokenField()).page)
  }

  /// Leads whoever has the number to what a clerk has opened.
  func takeSeat(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let typed = try fields.text("seat", most: 40)
    var page = SeatsPage(token: try visit.tokenField())
    page.typed = typed
    guard let seat = SeatNumber(typed) else {
      page.fault = SeatWording.seatDigits
      return visit.page(page.page, status: 422)
    }
    let session = try visit.ensureSession()
    do {
      let record = try visit.kiosk.takeSeat(
        seat, session: session, device: visit.device?.id, peer: visit.request.peer)
      return visit.redirect(to: .attempt(record.attempt.id))
    } catch let error as UseCaseError {
      switch error {
      case .tooManyLookups(let seconds): page.fault = SeatWording.seatWait(seconds)
      case .desk(.unknownSeatNumber), .desk(.seatTaken): page.fault = Problem(error).sentence
      default: throw error
      }
      throw Instead(response: visit.page(page.page, status: Problem(error).status))
    }
  }
}

/// Four digits: typed, or tapped on the big keys that a script draws beside the field.
struct SeatsPage {
  let token: Markup
  var typed = ""
  var fault: String?

  init(token: Markup) {
    self.token = token
  }

  var page: Page {
    Page(
      SeatWording.seatsTitle, kind: "seats", scripts: ["seats.js"], styles: ["seat.css"],
      main: """
        <h1>\(SeatWording.seatsTitle)</h1>
        <p class="lead">\(SeatWording.seatsLead)</p>
        \(warning)<form method="post" action="\(Route.seats)" autocomplete="off" class="seat-form">\(token)
        <div><label for="seat">\(SeatWording.seatsLabel)</label>
        <input id="seat" name="seat" type="text" inputmode="numeric" maxlength="7" value="\(typed)" autofocus\
        \(" aria-invalid=\"true\" aria-describedby=\"seat-fault\"", if: fault != nil)>
        <div id="pad" class="pad" role="group" aria-label="\(SeatWording.pad)" data-erase="\(SeatWording.erase)" hidden></div>
        </div>
        <p class="actions"><a class="button" href="\(Route.welcome)">\(Wording.toWelcome)</a>
        <button class="button main" type="submit">\(SeatWording.seatsButton)</button></p>
        </form>

        """)
  }

  private var warning: Markup {
    fault.map { "<p class=\"faults\" id=\"seat-fault\" role=\"alert\">\($0)</p>\n" } ?? ""
  }
}
