import UseCases

extension Site {
  func officePage(_ visit: inout Visit, _ route: OfficeRoute) throws -> Response {
    switch route {
    case .plans(let route): try planPage(&visit, route)
    case .front: officeFront(visit)
    case .accounts: try accounts(&visit)
    case .lists: try lists(&visit)
    case .devices: try devices(&visit)
    case .reports: try reports(&visit)
    case .letterhead: try letterhead(&visit)
    case .statistics: try statistics(&visit)
    case .backups: try backups(&visit)
    case .bundles: try bundles(&visit)
    case .evidence: try evidence(&visit, nil)
    case .verifier: try verifierFile(visit)
    case .box: try box(&visit)
    case .voices(let route): try voicePage(&visit, route)
    case .privacy(let route): try privacyPage(&visit, route)
    case .disablement, .reset, .hamletRetirement, .tagRetirement, .deviceRetirement, .report, .namedAttempts,
      .helpers, .examination, .confirmations, .items, .statistic, .setup:
      throw Problem.methodNotAllowed
    }
  }

  func officeWrite(
    _ visit: inout Visit, _ route: OfficeRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .plans(let route): try planWrite(&visit, route, fields)
    case .confirmations(let route): try confirmationWrite(&visit, route, fields, preparation)
    case .items(let route): try itemsWrite(&visit, route, fields, preparation)
    case .voices(let route): try voiceWrite(&visit, route, fields, preparation)
    case .privacy(let route): try privacyWrite(&visit, route, fields)
    case .accounts: try createAccount(&visit, preparation)
    case .disablement(let id): try disableAccount(&visit, id)
    case .reset(let id): try resetAccount(&visit, id, preparation)
    case .lists: try addNames(&visit, fields)
    case .hamletRetirement(let id): try retireHamlet(&visit, id)
    case .tagRetirement(let id): try retireTag(&visit, id)
    case .devices: try draftDevice(&visit, fields)
    case .deviceRetirement(let id): try retireDevice(&visit, id)
    case .namedAttempts(let query, let form): try namedAttempts(&visit, query, form, preparation)
    case .letterhead: try letterhead(&visit, fields)
    case .backups: try requestBackup(&visit)
    case .bundles: try requestBundle(&visit)
    case .setup(nil): try finishSetup(&visit)
    case .setup(.clock): try settleClockOfSetup(&visit, fields)
    case .setup, .front, .helpers, .reports, .report, .evidence, .verifier, .box, .examination, .statistics, .statistic:
      throw Problem.methodNotAllowed
    }
  }

  func prepareForOffice(_ visit: Visit, _ route: OfficeRoute, _ fields: FormFields) throws -> Preparation {
    switch route {
    case .accounts: .staff(.account(try prepareAccount(visit, fields)))
    case .reset(let id): .staff(.reset(try visit.kiosk.prepareReset(of: id)))
    case .items(let route): try prepareItems(visit, route, fields)
    case .voices(.item(let language, let item)):
      .staff(.recording(try prepareRecording(visit, language, item, fields)))
    case .namedAttempts(let query, let form): try prepareNames(visit, query, form)
    case .confirmations(let route): try prepareConfirmation(visit, route, fields)
    default: .none
    }
  }
}
