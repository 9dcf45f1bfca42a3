import Assessment
import UseCases

extension Site {
  /// Everything about one attempt, and everything that can be done to it.
  func deskAttempt(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response {
    visit.page(try attemptPage(&visit, id).page)
  }

  private func attemptPage(_ visit: inout Visit, _ id: Attempt.ID) throws -> DeskAttemptPage {
    guard let colleague = visit.colleague else { throw UseCaseError.staff(.notSignedIn) }
    return DeskAttemptPage(
      view: try visit.kiosk.deskView(of: id), account: colleague.account, token: try visit.tokenField())
  }

  /// What a slip needs that takes long; nothing where none can come of the act.
  func prepareSlip(_ visit: Visit, of id: Attempt.ID) throws -> Preparation {
    guard let record = try visit.kiosk.store.attempt(id), let slip = try visit.kiosk.prepareSlip(for: record) else {
      return .none
    }
    return .staff(.slip(slip))
  }

  func deskAct(
    _ visit: inout Visit, _ act: DeskRoute.Act, on id: Attempt.ID, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    let account = try visit.account()
    let choice = try DeskChoice(act, fields)
    var prepared: PreparedSlip?
    if case .staff(.slip(let slip)) = preparation { prepared = slip }
    let turn = DeskTurn(account, seen: choice.seen)
    let kiosk = visit.kiosk
    switch act {
    case .pause: try kiosk.pause(id, for: choice.reason, turn: turn)
    case .resumption: try kiosk.resume(id, turn: turn)
    case .minutes: try kiosk.addMinutes(choice.minutesToAdd, to: id, for: choice.reason, turn: turn)
    case .move:
      _ = try kiosk.move(id, for: choice.reason, turn: turn)
      return visit.redirect(to: .desk(.ticket(id)))
    case .end, .voidance:
      guard choice.isConfirmed else { return visit.page(try confirmation(&visit, choice, on: id).page) }
      if act == .end {
        try kiosk.endByStaff(id, for: choice.reason, turn: turn, prepared: prepared)
      } else {
        try kiosk.void(id, for: choice.reason, turn: turn)
      }
    case .help: try kiosk.recordHelp(try choice.help(), in: id, by: account)
    case .helpAnswer: try kiosk.answerHelp(id, by: account)
    case .decision:
      try kiosk.decideFlag(try choice.verdict(), on: id, for: choice.reason, turn: turn, prepared: prepared)
    case .slip: return visit.redirect(to: .desk(.slip(serial: try issue(visit, id, prepared))))
    }
    return visit.redirect(to: choice.comesFromBoard ? .desk(.board) : .desk(.attempt(id)))
  }

  private func issue(_ visit: Visit, _ id: Attempt.ID, _ prepared: PreparedSlip?) throws -> Int64 {
    guard let record = try visit.kiosk.store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    return try visit.kiosk.issueSlip(for: record, prepared: prepared).serial
  }

  /// Asked once more, with what it comes to. The reason is looked at first, so that nobody says yes to nothing.
  private func confirmation(_ visit: inout Visit, _ choice: DeskChoice, on id: Attempt.ID) throws -> DeskConfirmPage {
    let page = try attemptPage(&visit, id)
    let wanted: Reason.Act = choice.act == .end ? .end : .void
    guard let reason = page.view.reasons.first(where: { $0.id == choice.reason }) else {
      throw UseCaseError.desk(.unknownReason(choice.reason))
    }
    guard reason.acts.contains(wanted) else { throw UseCaseError.desk(.reasonNotFor(choice.reason, act: wanted)) }
    return DeskConfirmPage(view: page.view, choice: choice, reason: reason, token: page.token)
  }

  /// The attempt again, with what happened meanwhile or what is wrong, and with what the clerk had chosen. Nothing of the
  /// act stays.
  func refusedAct(_ error: any Error, _ visit: inout Visit, _ fields: FormFields?) throws -> Response? {
    guard case .desk(.act(let id, let act)) = visit.route, let fields, let account = visit.colleague?.account,
      DeskActRefusal.isShown(error), let choice = try? DeskChoice(act, fields),  // a form that is none has no page
      var page = try? attemptPage(&visit, id)  // as has an attempt that is none
    else { return nil }
    if case UseCaseError.desk(.changedMeanwhile(_, let acts)) = error,
      choice.isDone(in: acts, by: account.id, at: page.view.now)
    {
      return visit.redirect(to: .desk(.attempt(id)))
    }
    page.refusal = DeskActRefusal(error, view: page.view)
    page.choice = choice
    return visit.page(page.page, status: StaffProblem(error).status)
  }
}

/// What stands at the top of an attempt's page when an act was refused.
struct DeskActRefusal {
  let sentence: String
  let reference: String

  init(_ error: any Error, view: DeskView) {
    let problem = StaffProblem(error)
    reference = problem.reference
    switch error {
    case UseCaseError.desk(.changedMeanwhile(_, let acts)):
      let told = acts.map { DeskLogMarkup.sentence($0, view: view) }.joined(separator: "; ")
      sentence = DeskAttemptWording.changedMeanwhile(told)
    case AssessmentError.minutesOutOfBounds: sentence = DeskAttemptWording.minutesOutOfBounds
    case AssessmentError.warmUpUnfinished: sentence = DeskAttemptWording.warmUpUnfinished
    default: sentence = problem.sentence
    }
  }

  /// What a clerk can mend on that page, or should read there.
  static func isShown(_ error: any Error) -> Bool {
    switch error {
    case UseCaseError.desk(.notTested): false
    case is AssessmentError, UseCaseError.desk, UseCaseError.clockBehind, UseCaseError.notPassed,
      UseCaseError.tokenTaken:
      true
    default: false
    }
  }
}
