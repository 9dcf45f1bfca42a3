import Assessment
import UseCases

/// What a colleague is told when something is not done: what happened and what to do next, with a reference to name on
/// the telephone. The one place between errors and colleagues' wording.
struct StaffProblem: Equatable {
  let status: Int
  let sentence: String
  let reference: String
  /// Whether somebody must act: then the cause goes into the log.
  let incident: Problem?

  init(_ error: any Error) {
    switch error {
    case UseCaseError.desk(let refusal):
      self.init(status: refusal.status, sentence: refusal.sentence, reference: refusal.reference)
    case UseCaseError.rules(let faults):
      self.init(
        status: faults.first?.status ?? 422, sentence: faults.map { $0.sentence(in: nil) }.joined(separator: " "),
        reference: "T-301")
    case UseCaseError.plan(let faults):
      self.init(
        status: faults.first?.status ?? 422, sentence: faults.map(\.sentence).joined(separator: " "),
        reference: "T-302")
    case UseCaseError.confirmation(let fault):
      self.init(status: fault.status, sentence: fault.sentence, reference: fault.reference)
    case UseCaseError.report(let refusal):
      self.init(status: 422, sentence: refusal.sentence, reference: refusal.reference)
    case UseCaseError.staff(let fault):
      self.init(status: fault.status, sentence: fault.sentence, reference: fault.reference)
    case UseCaseError.particulars(let faults):
      self.init(
        status: 422, sentence: faults.first?.sentence ?? Problem.cardUnreadable.sentenceForStaff, reference: "Q-240")
    case UseCaseError.unconfirmed:
      self.init(status: 422, sentence: StaffWording.unconfirmed, reference: "Q-241")
    case UseCaseError.items(let fault):
      self.init(status: fault.status, sentence: fault.sentence, reference: "N-101")
    case UseCaseError.table(let fault):
      self.init(status: 422, sentence: fault.sentence, reference: "Q-239")
    case UseCaseError.recording(let refusal):
      self.init(status: refusal.status, sentence: refusal.sentence, reference: "G-401")
    case UseCaseError.privacy(let faults):
      self.init(
        status: faults.first?.status ?? 422, sentence: faults.map(\.sentence).joined(separator: " "),
        reference: "T-303")
    case UseCaseError.keyList(let fault):
      self.init(status: fault.status, sentence: fault.sentence, reference: "T-304")
    default:
      let problem = Problem(error)
      self.init(
        status: problem.status, sentence: problem.sentenceForStaff, reference: problem.reference,
        incident: problem.isLogged ? problem : nil)
    }
  }

  private init(status: Int, sentence: String, reference: String, incident: Problem? = nil) {
    self.status = status
    self.sentence = sentence
    self.reference = reference
    self.incident = incident
  }
}

/// What happened, and the way back.
struct StaffProblemPage {
  let problem: StaffProblem
  let exit: Route
  let label: String

  var page: Page {
    Page(
      StaffWording.problemTitle, kind: "problem",
      main: """
        <h1>\(StaffWording.problemTitle)</h1>
        <p class="lead">\(problem.sentence)</p>
        <p class="small">\(StaffWording.reference(problem.reference))</p>
        <p class="actions"><a class="button main" href="\(exit)">\(label)</a></p>

        """)
  }
}

extension Site {
  /// The page in place of what a colleague asked for: the way through the door where that is what is missing, else a
  /// sentence.
  func refusedColleague(_ error: any Error, _ visit: inout Visit, _ fields: FormFields?) -> Answer {
    do {
      let response =
        try doorPage(error, &visit, fields) ?? formAgain(error, &visit, fields) ?? refusedAct(error, &visit, fields)
        ?? problemPage(error, visit)
      let problem = StaffProblem(error).incident
      let incident = problem.map { Incident(problem: $0, cause: error) }
      return Answer(response: visit.finish(response), keepsWrites: false, incident: incident)
    } catch {
      return Answer(
        response: internalRefusal(visit.kiosk.office.name), keepsWrites: false,
        incident: Incident(problem: .internalError, cause: error))
    }
  }

  private func doorPage(_ error: any Error, _ visit: inout Visit, _ fields: FormFields?) throws -> Response? {
    guard case UseCaseError.staff(let fault) = error, visit.route.access.isStaff else { return nil }
    let kept = KeptForm(visit.route, fields)
    switch fault {
    case .notSignedIn, .sessionLocked(hasPIN: false):
      return visit.page(try signInPage(&visit, kept: kept).page, status: 401)
    case .sessionLocked(hasPIN: true):
      let owner = try visit.kiosk.staffSession(visit.staff).account.name
      return visit.page(
        UnlockPage(owner: owner, kept: kept, token: try visit.browserTokenField()).page, status: 401)
    case .owed(.secondFactor):
      return visit.page(CodePage(kept: kept, token: try visit.browserTokenField()).page, status: 401)
    case .owed(.newPassword), .owed(.enrolment): return visit.redirect(to: .staff(.account))
    default: return nil
    }
  }

  private func problemPage(_ error: any Error, _ visit: Visit) -> Response {
    let problem = StaffProblem(error)
    let (exit, label) = wayBack(from: visit)
    var response = visit.page(
      StaffProblemPage(problem: problem, exit: exit, label: label).page, status: problem.status)
    if problem.status == 405 {
      let allowed = visit.route.methods.map(\.rawValue).joined(separator: ", ")
      response.headers.append(Response.Header("Allow", allowed))
    }
    if problem.status == 503 { response.headers.append(Response.Header("Retry-After", "2")) }
    return response
  }

  private func wayBack(from visit: Visit) -> (Route, String) {
    guard let colleague = visit.colleague else { return (.staff(.session), StaffWording.toSignIn) }
    switch visit.route {
    case .office(.confirmations) where colleague.account.role == .officer:
      return (.confirmation(.overview), ConfirmationWording.title)
    case .desk(.act(let id, _)), .desk(.ticket(let id)): return (.desk(.attempt(id)), StaffWording.toAttempt)
    default:
      return colleague.account.role == .technician
        ? (.office(.devices), StaffWording.devices) : (.desk(.board), StaffWording.toBoard)
    }
  }
}
