import Assessment
import UseCases

extension Site {
  /// A record that was merged leads to the one that speaks for it.
  func personFile(_ visit: inout Visit, _ id: Int64) throws -> Response {
    let file = try visit.kiosk.personFile(id)
    if let kept = file.standIn { return visit.redirect(to: .desk(.person(kept))) }
    return visit.page(try personPage(&visit, file).page)
  }

  private func personPage(_ visit: inout Visit, _ file: PersonFile) throws -> PersonPage {
    var page = PersonPage(
      file: file, audiences: try visit.kiosk.store.audiences(),
      certificates: try visit.kiosk.store.certificates(of: file.id),
      confirmation: try visit.kiosk.confirmationStanding(of: file.id), token: try visit.tokenField())
    page.showsPrivacy = visit.colleague?.account.role == .officer
    return page
  }

  func correctName(_ visit: inout Visit, _ id: Int64, _ fields: FormFields) throws -> Response {
    let name = try fields.text("name", most: 400)
    let account = try visit.account()
    do {
      try visit.kiosk.correctName(of: id, to: name, by: account)
      return visit.redirect(to: .desk(.person(id)))
    } catch let error as UseCaseError where error != .desk(.unknownPerson) {
      return try refused(error, &visit, id) { $0.typedName = name }
    }
  }

  /// Looks for another record of the same person: by anything a slip or a person is found by.
  func findOtherRecord(_ visit: inout Visit, _ id: Int64, _ fields: FormFields) throws -> Response {
    let text = try fields.text("query", most: Kiosk.longestCheck)
    do {
      var page = try personPage(&visit, try visit.kiosk.personFile(id))
      let found = try SlipQuery(typed: text).map { try visit.kiosk.findRecords($0).people } ?? []
      page.typedQuery = text
      page.found = found.filter { $0.id != id }
      return visit.page(page.page)
    } catch let error as UseCaseError where error != .desk(.unknownPerson) {
      return try refused(error, &visit, id) { $0.typedQuery = text }
    }
  }

  /// Shows both records side by side before they become one.
  func mergePeople(_ visit: inout Visit, _ id: Int64, _ fields: FormFields) throws -> Response {
    guard let other = Int64(try fields.text("other", most: 19)), other > 0 else {
      throw FormFault.unexpected("other", value: try fields.text("other", most: 19))
    }
    let account = try visit.account()
    let reason = try Self.reason(in: fields)
    var page = MergePage(
      kept: try visit.kiosk.personFile(id), goes: try visit.kiosk.personFile(other),
      reasons: try visit.kiosk.store.reasons(), token: try visit.tokenField())
    guard fields.has("confirmed") else { return visit.page(page.page) }
    do {
      try visit.kiosk.mergePeople(other, into: id, for: reason, by: account)
      return visit.redirect(to: .desk(.person(id)))
    } catch UseCaseError.desk(let refusal) {
      page.fault = refusal.sentence
      page.reason = reason?.text ?? ""
      return visit.page(page.page, status: refusal.status)
    }
  }

  func refused(
    _ error: UseCaseError, _ visit: inout Visit, _ id: Int64, _ change: (inout PersonPage) -> Void
  ) throws -> Response {
    var page = try personPage(&visit, try visit.kiosk.personFile(id))
    let problem = StaffProblem(error)
    // The one field of particulars there is here.
    page.fault = error == .particulars([.name]) ? ParticularsFault.name.sentence : problem.sentence
    change(&page)
    return visit.page(page.page, status: problem.status)
  }
}
