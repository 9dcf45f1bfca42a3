import Assessment
import UseCases

/// Answers every request: finds the route, checks method, session and form token, calls the screen, and turns whatever
/// goes wrong into a page with a sentence. Knows nothing of sockets, threads or tables.
package struct Site: Sendable {
  let assets: Assets
  let isSample: Bool

  package init(assets: Assets, isSample: Bool) {
    self.assets = assets
    self.isSample = isSample
  }

  /// What is computed beside the writer because it takes long.
  package enum Preparation: Sendable {
    case none
    case slip(PreparedSlip)
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
  }

  /// Pages and assets, on a reader's kiosk. Nil where the answer takes long or must write.
  package func answerNow(_ admission: Admission, kiosk: Kiosk) -> Answer? {
    guard case .inPlace = admission.turn else { return nil }
    do {
      var visit = Visit(admission.request, try admission.reading.get(), site: self, kiosk: kiosk)
      guard let response = try page(&visit) else { return nil }
      return Answer(response: visit.finish(response), keepsWrites: false, incident: nil)
    } catch {
      return problem(error, request: admission.request, kiosk: kiosk)
    }
  }

  /// What takes long and only reads, on a reader's kiosk beside the writer.
  package func answerBeside(_ admission: Admission, kiosk: Kiosk) -> Answer {
    do {
      let reading = try admission.reading.get()
      var visit = Visit(admission.request, reading, site: self, kiosk: kiosk)
      let response: Response
      switch (visit.route, reading.fields) {
      case (.sheet(let id, let copy, let size), _):
        response = try sheet(visit, id, copy: copy, size: size)
      case (.sheetPicture(let id, let copy, let size), _):
        response = try sheetPicture(visit, id, copy: copy, size: size)
      case (.check, let fields?): response = try check(&visit, fields)
      default: throw Problem.methodNotAllowed
      }
      return Answer(response: visit.finish(response), keepsWrites: false, incident: nil)
    } catch {
      return problem(error, request: admission.request, kiosk: kiosk)
    }
  }

  /// The slow part of a write, on a reader's kiosk, before the write waits for its turn.
  package func prepare(_ admission: Admission, kiosk: Kiosk) -> Preparation {
    // A failure here shows again, with its sentence, when the write itself is answered.
    guard case .success(let reading) = admission.reading, let session = reading.session else { return .none }
    switch reading.route {
    case .submission(let id), .slip(let id):
      guard let record = try? kiosk.attempt(id, of: session),
        let slip = try? kiosk.prepareSlip(for: record)
      else { return .none }
      return .slip(slip)
    default: return .none
    }
  }

  /// Writes, on the writer's kiosk inside a savepoint.
  package func answer(_ admission: Admission, with preparation: Preparation, kiosk: Kiosk) -> Answer {
    do {
      let reading = try admission.reading.get()
      var visit = Visit(admission.request, reading, site: self, kiosk: kiosk)
      let response = try write(&visit, reading.fields, preparation)
      return Answer(response: visit.finish(response), keepsWrites: true, incident: nil)
    } catch {
      return problem(error, request: admission.request, kiosk: kiosk)
    }
  }

  /// The page for a request that could not even be begun, such as when too many wait.
  package func refusal(_ problem: Problem, officeName: String) -> Response {
    let layout = Layout(assets: assets, officeName: officeName, isSample: isSample)
    let page = ProblemPage(problem: problem, exit: .welcome).page
    var response = Response.page(layout.render(page), status: problem.status)
    if problem == .overloaded { response.headers.append(Response.Header("Retry-After", "2")) }
    return response
  }

  private func page(_ visit: inout Visit) throws -> Response? {
    switch visit.route {
    case .welcome: try welcome(&visit)
    case .audience(let audience): try chooseMode(&visit, audience)
    case .notice(let audience): try notice(&visit, audience)
    case .attempt(let id): try attempt(&visit, id)
    case .seat(let id): try seat(&visit, id)
    case .item(let id, let place): try item(&visit, id, place)
    case .feedback(let id, let place): try feedback(&visit, id, place)
    case .review(let id): try review(&visit, id)
    case .submission(let id): try submission(&visit, id)
    case .result(let id): try result(&visit, id)
    case .check: try check(&visit)
    case .health:
      Response(status: 200, headers: [Response.Header("Content-Type", "text/plain")], body: Array("ok\n".utf8))
    case .asset(let name): try assets.response(for: name)
    case .attempts, .responses, .slip, .prints, .sheet, .sheetPicture, .departure: throw Problem.methodNotAllowed
    }
  }

  private func write(_ visit: inout Visit, _ fields: FormFields?, _ preparation: Preparation) throws -> Response {
    guard let fields else { return try overtime(&visit) }
    switch visit.route {
    case .attempts: return try begin(&visit, fields)
    case .seat(let id): return try seat(&visit, id, fields)
    case .responses(let id): return try respond(&visit, id, fields)
    case .submission(let id): return try submit(&visit, id, fields, preparation)
    case .slip(let id): return try issueSlip(&visit, id, preparation)
    case .prints(let id): return try printSheet(&visit, id, fields)
    case .departure: return try depart(&visit)
    case .welcome, .audience, .notice, .attempt, .item, .feedback, .review, .result, .sheet, .sheetPicture, .check,
      .health, .asset:
      throw Problem.methodNotAllowed
    }
  }

  private func problem(_ error: any Error, request: Request, kiosk: Kiosk) -> Answer {
    let problem = Problem(error)
    let layout = Layout(assets: assets, officeName: kiosk.office.name, isSample: isSample)
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
