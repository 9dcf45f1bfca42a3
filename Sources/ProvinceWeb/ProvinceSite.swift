import Province
import UseCases
import Web

/// Answers every request of the province's server but bundles, which are taken in by whoever holds the queue. Knows nothing of
/// sockets, threads or tables.
package struct ProvinceSite: Sendable {
  let assets: Assets
  let files: any PublishedFiles

  package init(assets: Assets, files: any PublishedFiles) {
    self.assets = assets
    self.files = files
  }

  package struct Answer: Sendable {
    package let response: Response
    /// What somebody must act on, for the log.
    package let incident: (any Error)?
  }

  /// What needs no database; nil for everything else.
  package func answerNow(_ request: Request) -> Response? {
    guard case .asset(let name)? = ProvinceRoute(path: request.path), request.method != .post else { return nil }
    return (try? assets.response(for: name, acceptsGzip: request.acceptsGzip))  // the only error is that there is none
      ?? refusal(.notFound, to: request)
  }

  /// On a connection of its own, since it may take long.
  ///
  /// - Parameter isPassing: whether an error of the store goes by itself, as where the database is down.
  package func answer(
    _ request: Request, office: ProvinceOffice, isPassing: (any Error) -> Bool
  ) -> Answer {
    do {
      guard let route = ProvinceRoute(path: request.path) else { throw ProvinceProblem.notFound }
      guard route.methods.contains(request.method) else { throw ProvinceProblem.methodNotAllowed }
      var visit = ProvinceVisit(request, route, site: self, office: office)
      if let response = try visit.admit() { return Answer(response: visit.finish(response), incident: nil) }
      let response = try screen(&visit)
      return Answer(response: visit.finish(response), incident: nil)
    } catch {
      let problem = ProvinceProblem(error, isPassing: isPassing)
      return Answer(response: refusal(problem, to: request), incident: problem.isIncident ? error : nil)
    }
  }

  private func screen(_ visit: inout ProvinceVisit) throws -> Response {
    let isPost = visit.request.method == .post
    switch visit.route {
    case .overview: return try overview(visit)
    case .session: return isPost ? try signIn(&visit) : signInPage(visit)
    case .leaving: return signOut(&visit)
    case .password: return isPost ? try changePassword(visit) : passwordPage(visit)
    case .reports: return try reports(visit)
    case .report(let query, let form): return try report(visit, query, form)
    case .commune(let commune): return try communeSheet(visit, commune)
    case .targets: return try targets(visit)
    case .confirmations: return isPost ? try makeList(visit) : try confirmations(visit)
    case .list(let id): return try list(visit, id)
    case .listFile(let id): return try listFile(visit, id)
    case .handover(let id): return try handOver(visit, id)
    case .answers: return isPost ? try takeAnswers(visit) : try answersPage(visit)
    case .application: return try applyAnswers(visit)
    case .published: return try published(visit)
    case .lists: return try keyList()
    case .listed(let name): return try listed(name)
    case .answersOf(let issuer): return try answers(of: issuer, visit)
    case .health: return health(visit)
    case .bundles, .asset: throw ProvinceProblem.notFound
    }
  }

  /// The page, or the line for a program, that says why something is not done.
  package func refusal(_ problem: ProvinceProblem, to request: Request) -> Response {
    let route = ProvinceRoute(path: request.path)
    var response: Response
    if route?.access == .box {
      response = .line(problem.sentence, status: problem.status)
    } else {
      let page = ProvincePage(
        ProvinceWording.problemTitle, kind: "problem",
        main: """
          <h1>\(ProvinceWording.problemTitle)</h1>
          <p class="lead">\(problem.sentence)</p>
          <p class="actions"><a class="button main" href="\(ProvinceRoute.overview)">\(ProvinceWording.backToOverview)</a></p>

          """)
      response = Response.page(
        ProvinceLayout(assets: assets).render(page, bar: nil), status: problem.status)
    }
    if problem.status == 503 { response.headers.append(Response.Header("Retry-After", "60")) }
    if problem == .methodNotAllowed, let route {
      let allowed = route.methods.map(\.rawValue).joined(separator: ", ")
      response.headers.append(Response.Header("Allow", allowed))
    }
    return response
  }
}

/// What the province has signed and gives out.
package protocol PublishedFiles: Sendable {
  /// Of the folder of lists, by name.
  func all() throws -> [PublishedFile]
  /// Nil where there is no such file.
  func bytes(_ name: String) throws -> [UInt8]?
  /// The newest file of answers of a box that has shown who it is; nil where there is none.
  ///
  /// - Throws: ``ProvinceProblem`` with 403 where the box did not show it.
  func answers(to authorization: String, path: String, office: ProvinceOffice) throws -> [UInt8]?
}

package struct PublishedFile: Equatable, Sendable {
  package let name: String
  package let size: Int
  package let seconds: Int64

  package init(name: String, size: Int, seconds: Int64) {
    self.name = name
    self.size = size
    self.seconds = seconds
  }
}

extension Response {
  /// A sentence for a program and for whoever reads its log.
  package static func line(_ text: String, status: Int) -> Response {
    Response(
      status: status,
      headers: [Header("Content-Type", "text/plain; charset=utf-8"), Header("Cache-Control", "no-store")],
      body: Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
