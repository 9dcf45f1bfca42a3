import Assessment
import UseCases

/// Answers every request: finds the route, checks method, session and form token, calls the screen, and turns whatever
/// goes wrong into a page with a sentence. Knows nothing of sockets, threads or tables.
package struct Site: Sendable {
  let assets: Assets
  let isSample: Bool
  package let doors: DoorRules
  let idle: IdleRule
  /// Nil where its files are not beside the program.
  let verifier: VerifierTemplate?
  let tongues: [Tongue]
  let guides: [Guide.Name: Guide]

  package init(
    assets: Assets, isSample: Bool, doors: DoorRules = DoorRules(), idle: IdleRule = IdleRule(), tongues: [Tongue] = [],
    verifier: VerifierTemplate? = nil, guides: [Guide.Name: Guide] = [:]
  ) {
    self.guides = guides
    self.verifier = verifier
    self.idle = idle
    self.tongues = tongues
    self.assets = assets
    self.isSample = isSample
    self.doors = doors
  }

  /// What is computed beside the writer because it takes long.
  package enum Preparation: Sendable {
    case none
    case slip(PreparedSlip)
    case staff(StaffPreparation)
    /// To be thrown in the write's place.
    case refused(any Error)
  }

  /// What is answered in a screen's place: a form again with what is wrong in it, or the way to elsewhere. Nothing that was
  /// written until then stays.
  struct Instead: Error {
    let response: Response
  }

  package struct Incident: Sendable {
    package let problem: Problem
    package let cause: any Error
  }

  package struct Answer: Sendable {
    package let response: Response
    /// False where nothing of the request's writes may stay.
    package let keepsWrites: Bool
    /// What somebody must act on, for the log.
    package let incident: Incident?
    /// For the printer, once all is on the disk.
    package var order: SheetOrder?
  }

  /// Pages and assets, on a reader's kiosk. Nil where the answer takes long or must write.
  package func answerNow(_ admission: Admission, kiosk: Kiosk) -> Answer? {
    guard case .inPlace = admission.turn else { return nil }
    return answer(admission, kiosk: kiosk, keepsWrites: false) { visit, _ in try page(&visit) }
  }

  /// What takes long and only reads, on a reader's kiosk beside the writer.
  package func answerBeside(_ admission: Admission, kiosk: Kiosk) -> Answer {
    answer(admission, kiosk: kiosk, keepsWrites: false) { visit, fields in try beside(&visit, fields) }
      ?? refused(Problem.internalError, admission.request, kiosk)
  }

  /// Writes, on the writer's kiosk inside a savepoint.
  package func answer(_ admission: Admission, with preparation: Preparation, kiosk: Kiosk) -> Answer {
    answer(admission, kiosk: kiosk, keepsWrites: true) { visit, fields in
      if case .refused(let error) = preparation { throw error }
      return try write(&visit, fields, preparation)
    } ?? refused(Problem.internalError, admission.request, kiosk)
  }

  private func answer(
    _ admission: Admission, kiosk: Kiosk, keepsWrites: Bool,
    _ screen: (inout Visit, FormFields?) throws -> Response?
  ) -> Answer? {
    let reading: Admission.Reading
    do { reading = try admission.reading.get() } catch { return refused(error, admission.request, kiosk) }
    var visit = Visit(admission.request, reading, site: self, kiosk: kiosk)
    do {
      try visit.admit()
      if visit.isStale, let fields = reading.fields {
        let page = KeptPage(kept: KeptForm(visit.route, fields), token: try visit.tokenField()).page
        return Answer(response: visit.finish(visit.page(page)), keepsWrites: false, incident: nil)
      }
      guard let response = try screen(&visit, reading.fields) else { return nil }
      visit.notePresence()
      return Answer(
        response: visit.finish(response), keepsWrites: keepsWrites, incident: nil, order: visit.order)
    } catch let instead as Instead {
      return Answer(response: visit.finish(instead.response), keepsWrites: false, incident: nil)
    } catch {
      // Nothing of an attempt that staff hold is shown, whatever was asked for.
      if Problem(error) == .pausedAttempt, !visit.route.isColleagues, let id = visit.route.attempt {
        return Answer(response: visit.finish(visit.redirect(to: .pause(id))), keepsWrites: false, incident: nil)
      }
      guard visit.route.isColleagues else { return refused(error, admission.request, kiosk) }
      return refusedColleague(error, &visit, reading.fields)
    }
  }

  /// The page for a request that could not even be begun, such as when too many wait, or whose write did not reach the disk.
  /// A form that may be sent again is sent again: by a script, or by its button.
  package func refusal(_ problem: Problem, to admission: Admission, officeName: String) -> Response {
    let reading = try? admission.reading.get()
    if reading?.route == .health { return Site.health(failing: problem) }
    let layout = Layout(assets: assets, officeName: officeName, isSample: isSample)
    let exit = ProblemPage.exit(of: problem, from: reading?.route)
    let page =
      reading.flatMap { AgainPage(problem: problem, $0)?.page } ?? ProblemPage(problem: problem, exit: exit).page
    var response = Response.page(layout.render(page), status: problem.status)
    if problem.status == 503 { response.headers.append(Response.Header("Retry-After", "2")) }
    return response
  }

  func internalRefusal(_ officeName: String) -> Response {
    let layout = Layout(assets: assets, officeName: officeName, isSample: isSample)
    let page = ProblemPage(problem: .internalError, exit: .welcome).page
    return Response.page(layout.render(page), status: Problem.internalError.status)
  }

  private func refused(_ error: any Error, _ request: Request, _ kiosk: Kiosk) -> Answer {
    let problem = Problem(error)
    let layout = Layout(
      assets: assets, officeName: kiosk.office.name, isSample: isSample,
      appearance: Cookies(request.cookie, at: request.door).appearance)
    let route = Route(path: request.path)
    var response = Response.page(
      layout.render(ProblemPage(problem: problem, exit: ProblemPage.exit(of: problem, from: route)).page),
      status: problem.status)
    if problem == .methodNotAllowed, let route {
      let allowed = route.methods.map(\.rawValue).joined(separator: ", ")
      response.headers.append(Response.Header("Allow", allowed))
    }
    if problem.status == 503 { response.headers.append(Response.Header("Retry-After", "2")) }
    let incident = problem.isLogged ? Incident(problem: problem, cause: error) : nil
    return Answer(response: response, keepsWrites: false, incident: incident)
  }
}
