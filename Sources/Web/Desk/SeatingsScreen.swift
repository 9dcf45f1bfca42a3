import Assessment
import UseCases

extension Site {
  /// Seats the person, or shows the page again with what stands in the way and everything that was typed.
  func seatByClerk(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let account = try visit.account()
    let form = try SettleForm(settled: fields, visit.kiosk)
    do {
      switch try visit.kiosk.seatByClerk(try form.request(visit.kiosk), by: account) {
      case .seated(let id, _):
        try visit.kiosk.tally(form.tallies, of: Audience.ID(form.audience))
        return visit.redirect(to: .desk(.ticket(id)))
      case .alreadyOpen: return try settleAgain(&visit, form, by: account, nil)
      }
    } catch let error as UseCaseError {
      if case .particulars = error, !form.isOfCard {
        var page = SeatingPage(token: try visit.tokenField())
        try page.take(error, fields)
        throw Instead(response: visit.page(page.page, status: 422))
      }
      let page = try settleAgain(&visit, form, by: account, StaffProblem(error))
      throw Instead(response: page)
    }
  }

  /// What happened meanwhile, such as somebody else's seating of the same person, is on the page by itself.
  private func settleAgain(
    _ visit: inout Visit, _ form: SettleForm, by account: StaffID, _ fault: StaffProblem?
  ) throws -> Response {
    var known = form
    // A card's name that is none stays in its field; the rest is looked up without it.
    if form.isOfCard, PersonName.tidy(form.name) == nil { known.name = "" }
    let outlook = try visit.kiosk.outlook(for: try known.candidate(visit.kiosk), by: account)
    return try settle(&visit, form, outlook, fault: fault)
  }
}
