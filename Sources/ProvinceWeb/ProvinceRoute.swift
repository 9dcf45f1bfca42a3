import Assessment
import Province
import Slip
import UseCases
import Web

/// Every address of the province's server: printed and parsed by the same code, so that no page can link to nowhere.
package enum ProvinceRoute: Equatable, Sendable {
  // For officers.
  case overview
  case session
  case leaving
  case password
  case reports
  case report(ProvinceQuery, ReportForm)
  case commune(Commune)
  case targets
  case confirmations
  case list(ConfirmationBatch.ID)
  case listFile(ConfirmationBatch.ID)
  case handover(ConfirmationBatch.ID)
  case answers
  case application
  case published

  // For boxes.
  case bundles
  case lists
  case listed(String)
  case answersOf(Issuer)

  // For everybody.
  case asset(String)
  case health

  package var path: String {
    switch self {
    case .overview: "/"
    case .session: "/session"
    case .leaving: "/session/end"
    case .password: "/password"
    case .reports: "/reports"
    case .report(let query, let form): "/reports/\(query.words.joined(separator: "/"))\(form.ending)"
    case .commune(let commune): "/communes/\(commune)"
    case .targets: "/targets"
    case .confirmations: "/confirmations"
    case .list(let id): "/confirmations/lists/\(id)"
    case .listFile(let id): "/confirmations/lists/\(id)/file"
    case .handover(let id): "/confirmations/lists/\(id)/handover"
    case .answers: "/confirmations/answers"
    case .application: "/confirmations/answers/application"
    case .published: "/published"
    case .bundles: "/bundles"
    case .lists: "/lists"
    case .listed(let name): "/lists/\(name)"
    case .answersOf(let issuer): "/answers/\(issuer.text)"
    case .asset(let name): Route.asset(name).path
    case .health: "/health"
    }
  }

  package init?(path: String) {
    if case .asset(let name)? = Route(path: path) {
      self = .asset(name)
      return
    }
    let parts = path.split(separator: "/").map(String.init)
    guard let route = Self.parse(parts), route.path == path else { return nil }
    self = route
  }

  private static func parse(_ parts: [String]) -> ProvinceRoute? {
    if let route = plain.first(where: { $0.path.split(separator: "/").map(String.init) == parts }) { return route }
    guard let first = parts.first, parts.count >= 2 else { return nil }
    switch first {
    case "reports":
      guard let last = parts.last, let (name, form) = ReportForm.split(last),
        let query = ProvinceQuery(words: Array(parts[1...].dropLast()) + [name])
      else { return nil }
      return .report(query, form)
    case "communes" where parts.count == 2 && Commune.isWellFormed(parts[1]): return .commune(Commune(code: parts[1]))
    case "confirmations" where parts.count >= 3 && parts[1] == "lists":
      guard let id = ConfirmationBatch.ID(parts[2]), id > 0 else { return nil }
      return [.list(id), .listFile(id), .handover(id)].first { $0.path == "/" + parts.joined(separator: "/") }
    case "lists" where parts.count == 2: return isFileName(parts[1]) ? .listed(parts[1]) : nil
    case "answers" where parts.count == 2: return (try? Issuer(parts[1])).map { .answersOf($0) }
    default: return nil
    }
  }

  private static let plain: [ProvinceRoute] = [
    .overview, .session, .leaving, .password, .reports, .targets, .confirmations, .answers, .application, .published,
    .bundles,
    .lists, .health,
  ]

  /// Letters, digits and `.-_`, and no name of a hidden file.
  package static func isFileName(_ name: String) -> Bool {
    (1...80).contains(name.utf8.count) && !name.hasPrefix(".")
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || ".-_".utf8.contains(byte)
      }
  }

  package static let samples: [ProvinceRoute] = {
    let quarter = CalendarPeriod(.quarter, year: 2026, number: 4)
    let commune = Commune(code: "02215")
    let queries = quarter.map { period in
      [
        ProvinceQuery(period: period, breakdown: .commune, area: Area.ID("1"), mode: .outside),
        ProvinceQuery(
          period: period, breakdown: .area, commune: commune, audience: Audience.ID("nguoi-dan"), mode: .internal),
      ]
    }
    let reports = (queries ?? []).flatMap { [.report($0, .page), .report($0, .csv(.semicolon))] as [ProvinceRoute] }
    let issuer = (try? Issuer("02215-1")).map { [ProvinceRoute.answersOf($0)] } ?? []  // always one
    return plain + reports + issuer + [
      .commune(commune), .list(3), .listFile(3), .handover(3), .listed("key-list.txt"), .asset("sathach-00.css"),
    ]
  }()
}

extension ProvinceRoute {
  /// The place in the bar that a page belongs to.
  var section: ProvinceRoute {
    switch self {
    case .report, .commune: .reports
    case .list, .answers: .confirmations
    default: self
    }
  }
}

/// Who may ask for an address, and how.
extension ProvinceRoute {
  package enum Access: Equatable, Sendable {
    case anyone
    case officer
    /// A box, which proves itself by what it sends.
    case box
  }

  package var access: Access {
    switch self {
    case .session, .asset, .health: .anyone
    case .bundles, .lists, .listed, .answersOf: .box
    case .overview, .leaving, .password, .reports, .report, .commune, .targets, .confirmations, .list, .listFile,
      .handover,
      .answers, .application, .published:
      .officer
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .leaving, .listFile, .handover, .application, .bundles: [.post]
    case .session, .password, .confirmations, .answers: [.get, .head, .post]
    case .overview, .reports, .report, .commune, .targets, .list, .published, .lists, .listed, .answersOf, .asset,
      .health:
      [.get, .head]
    }
  }
}

extension Markup.Interpolation {
  package mutating func appendInterpolation(_ route: ProvinceRoute) {
    appendInterpolation(route.path)
  }
}

/// Answers to items have the same name in `Assessment`; here it is always that of HTTP.
package typealias Response = Web.Response
