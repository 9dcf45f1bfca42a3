import Assessment
import UseCases

extension Site {
  func privacyPage(_ visit: inout Visit, _ route: PrivacyRoute) throws -> Response {
    switch route {
    case .person(let id): try holding(&visit, id)
    case .erasure(let id): visit.page(try erasurePage(&visit, id).page)
    case .erasures: visit.page(try erasures(visit).page)
    case .disclosures(let id): visit.page(DisclosuresPage(register: try visit.kiosk.disclosures(before: id)).page)
    case .retention: visit.page(try retentionPage(&visit).page)
    case .keys: visit.page(try keysPage(&visit).page)
    case .number, .file, .paper, .withdrawal: throw Problem.methodNotAllowed
    }
  }

  func privacyWrite(_ visit: inout Visit, _ route: PrivacyRoute, _ fields: FormFields) throws -> Response {
    switch route {
    case .number(let id):
      _ = try visit.kiosk.showNumber(of: id, to: visit.account())
      var page = try holdingPage(&visit, id)
      page.showsNumber = true
      return visit.page(page.page)
    case .file(let id):
      let bytes = try visit.kiosk.exportPerson(id, by: visit.account())
      return .download(bytes, name: "du-lieu-ho-so-\(id).json", type: "application/json")
    case .paper(let id): return visit.page(try paper(visit, id).page)
    case .withdrawal(let id):
      try visit.kiosk.withdrawConsent(of: id, by: visit.account())
      return visit.redirect(to: .privacy(.person(id)))
    case .erasure(let id): return try erase(&visit, id, fields)
    case .retention: return try keepRetention(&visit, fields)
    case .keys: return try takeKeyList(&visit, fields)
    case .person, .erasures, .disclosures: throw Problem.methodNotAllowed
    }
  }

  /// A record that was merged leads to the one that speaks for it.
  private func holding(_ visit: inout Visit, _ id: Int64) throws -> Response {
    let page = try holdingPage(&visit, id)
    guard page.holding.id == id else { return visit.redirect(to: .privacy(.person(page.holding.id))) }
    return visit.page(page.page)
  }

  private func holdingPage(_ visit: inout Visit, _ id: Int64) throws -> HoldingPage {
    HoldingPage(
      holding: try visit.kiosk.holding(of: id), audiences: try visit.kiosk.store.audiences(),
      token: try visit.tokenField())
  }

  private func paper(_ visit: Visit, _ id: Int64) throws -> HoldingPaper {
    HoldingPaper(
      holding: try visit.kiosk.printPerson(id, by: visit.account()), audiences: try visit.kiosk.store.audiences(),
      office: visit.kiosk.office.name, madeAt: visit.kiosk.clock.now())
  }

  private func erasurePage(_ visit: inout Visit, _ id: Int64) throws -> ErasurePage {
    ErasurePage(holding: try visit.kiosk.holding(of: id), token: try visit.tokenField())
  }

  private func erase(_ visit: inout Visit, _ id: Int64, _ fields: FormFields) throws -> Response {
    var page = try erasurePage(&visit, id)
    page.reason = try fields.optional("reason", most: 40) ?? ""
    page.document = try fields.optional("document", most: 600) ?? ""
    do {
      try visit.kiosk.erasePerson(
        ErasureOrder(
          person: id, reason: page.reason, document: page.document, isConfirmed: fields.has("confirmed")),
        by: visit.account())
      return visit.redirect(to: .privacy(.erasures))
    } catch UseCaseError.privacy(let faults) {
      page.faults = faults.map(\.sentence)
      return visit.page(page.page, status: faults.first?.status ?? 422)
    }
  }

  private func erasures(_ visit: Visit) throws -> ErasuresPage {
    let erasures = try visit.kiosk.store.erasures(most: 200)
    return ErasuresPage(
      erasures: try erasures.map { erasure in
        (erasure, try erasure.account.flatMap { try visit.kiosk.store.account($0)?.name })
      })
  }

  private func retentionPage(_ visit: inout Visit) throws -> RetentionPage {
    RetentionPage(overview: try visit.kiosk.retentionOverview(), token: try visit.tokenField())
  }

  private func keepRetention(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    var months: [RetentionPlan.Kind: Int] = [:]
    for kind in RetentionPlan.Kind.allCases { months[kind] = Int(try fields.text(kind.rawValue, most: 12)) }
    let order = RetentionOrder(
      months: months, document: try fields.text("document", most: 600), date: try fields.text("date", most: 10),
      signer: try fields.text("signer", most: 600))
    do {
      try visit.kiosk.keepRetention(order, by: visit.account())
      return visit.redirect(to: .privacy(.retention))
    } catch UseCaseError.privacy(let faults) {
      var page = try retentionPage(&visit)
      page.typed = TypedFields(fields)
      page.faults = faults.map(\.sentence)
      return visit.page(page.page, status: faults.first?.status ?? 422)
    }
  }

  private func keysPage(_ visit: inout Visit) throws -> KeysPage {
    KeysPage(standing: try visit.kiosk.keyStanding(), token: try visit.tokenField())
  }

  private func takeKeyList(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    // Bytes that are no text are no list either, and come out of the reading as such.
    let text = String(decoding: fields.upload("file")?.bytes ?? [], as: UTF8.self)
    do {
      _ = try visit.kiosk.takeKeyList(text, by: visit.account())
      return visit.redirect(to: .privacy(.keys))
    } catch UseCaseError.keyList(let fault) {
      var page = try keysPage(&visit)
      page.fault = fault.sentence
      return visit.page(page.page, status: fault.status)
    }
  }
}
