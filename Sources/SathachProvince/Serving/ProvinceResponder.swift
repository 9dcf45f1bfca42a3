import Glibc
import HTTPServer
import PostgresStore
import Province
import ProvinceWeb
import Web

/// Joins the site to its threads: pages beside the event thread, bundles one after the other in a line of their own.
struct ProvinceResponder: Responder {
  let site: ProvinceSite
  let parts: ProvinceOffice.Parts
  let folder: ProvinceFolder
  let pages: Workers
  let imports: Workers

  func answerNow(_ request: Request) -> Web.Response? { site.answerNow(request) }

  func answerLater(_ request: Request, answer: @escaping @Sendable (Web.Response) -> Void) {
    if request.method == .post, ProvinceRoute(path: request.path) == .bundles {
      return take(request, answer: answer)
    }
    let isTaken = pages.submit { seat in answer(page(request, seat)) }
    if !isTaken { answer(site.refusal(.overloaded, to: request)) }
  }

  private func page(_ request: Request, _ seat: StoreSeat) -> Web.Response {
    do {
      let office = ProvinceOffice(store: try seat.store(), secrets: try folder.secrets(), parts: parts)
      let told = site.answer(request, office: office, isPassing: Self.isPassing)
      if let incident = told.incident { Log.write("problem=page cause=\"\(OperatorWording.text(incident))\"") }
      return told.response
    } catch {
      Log.write("problem=database cause=\"\(OperatorWording.text(error))\"")
      return site.refusal(ProvinceProblem(error, isPassing: Self.isPassing), to: request)
    }
  }

  static func isPassing(_ error: any Error) -> Bool { (error as? PostgresError)?.isPassing ?? false }

  /// One at a time: bundles of one box must come one after the other, and one import keeps the disk busy.
  private func take(_ request: Request, answer: @escaping @Sendable (Web.Response) -> Void) {
    guard let path = request.bodyFile else { return answer(site.refusal(.unreadableForm, to: request)) }
    let isTaken = imports.submit { seat in
      do {
        answer(try receive(path, seat))
      } catch {
        Log.write("problem=import cause=\"\(OperatorWording.text(error))\"")
        let problem: ProvinceProblem = Self.isPassing(error) ? .databaseDown : .internalError
        answer(site.refusal(problem, to: request))
      }
    }
    if !isTaken { answer(site.refusal(.overloaded, to: request)) }
  }

  private func receive(_ path: String, _ seat: StoreSeat) throws -> Web.Response {
    let importer = try Importer(store: try seat.store(), folder: folder)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    var outcome: BundleOutcome?
    try importer.take([path]) { line in
      if line.name == name { outcome = line.outcome }
      let box = "\(line.issuer?.text ?? "unknown") number=\(line.number.map(String.init) ?? "unknown")"
      Log.write("bundle box=\(box) \(BundleLines.text(line.outcome))")
    }
    guard let outcome else { return site.refusal(.internalError, to: Request(.post, ProvinceRoute.bundles.path)) }
    return .line(outcome.text, status: outcome.status)
  }
}

/// The service's log: one English line to standard error. Never names, numbers or answers.
enum Log {
  static func write(_ text: String) {
    Terminal.complain(text.split(separator: "\n").joined(separator: " "))
  }
}
