/// Why the box serves no pages of its own: what stands on the kiosk's screen in their place.
package enum Outage: Equatable, Sendable {
  case starting
  /// After an unclean stop, until the database was looked through.
  case checking
  /// A damaged database is being built anew.
  case rebuilding
  case diskFull
  case readOnly
  /// Another user owns what the service must use.
  case noPermission
  case settingsDamaged
  case keyMissing
  case keyDamaged
  case databaseMissing
  case databaseLost
  /// Written by a later version of the program.
  case databaseNewer
  /// Not a database of this program.
  case databaseForeign
  case bankDamaged
  case webFilesMissing
  case unknown

  /// What passes by itself.
  package var isWaiting: Bool {
    switch self {
    case .starting, .checking, .rebuilding: true
    default: false
    }
  }

  package static let all: [Outage] = [
    .starting, .checking, .rebuilding, .diskFull, .readOnly, .noPermission, .settingsDamaged, .keyMissing, .keyDamaged,
    .databaseMissing, .databaseLost, .databaseNewer, .databaseForeign, .bankDamaged, .webFilesMissing, .unknown,
  ]

  /// For programs and the log.
  package var word: String {
    switch self {
    case .starting: "starting"
    case .checking: "checking"
    case .rebuilding: "rebuilding"
    case .diskFull: "disk-full"
    case .readOnly: "read-only"
    case .noPermission: "no-permission"
    case .settingsDamaged: "settings-damaged"
    case .keyMissing: "key-missing"
    case .keyDamaged: "key-damaged"
    case .databaseMissing: "database-missing"
    case .databaseLost: "database-lost"
    case .databaseNewer: "database-newer"
    case .databaseForeign: "database-foreign"
    case .bankDamaged: "bank-damaged"
    case .webFilesMissing: "web-files-missing"
    case .unknown: "unknown"
    }
  }

  /// Named on the telephone; the list only grows at its end.
  package var reference: String {
    "H-\(100 + (Outage.all.firstIndex(of: self) ?? 0))"
  }
}

/// The page in the place of every other one. It comes again by itself, with and without scripts, and brings what was asked
/// for as soon as that is there.
package struct OutagePage {
  /// Seconds between two tries.
  static let everyWaiting = 2
  static let everyFailing = 15

  let outage: Outage
  /// What was asked for; for a form that was sent, where its attempt stands.
  let route: Route

  private var page: Page {
    let title = outage.isWaiting ? OutageWording.waitingTitle : OutageWording.title
    return Page(
      title, kind: "problem", scripts: ["retry.js"], refresh: every,
      main: """
        <h1>\(title)</h1>
        <p class="lead">\(outage.sentence)</p>
        <p>\(outage.isWaiting ? OutageWording.waitingNext : outage.next)</p>
        \(reference)<p class="actions"><a class="button main" href="\(route)">\(OutageWording.again)</a></p>

        """)
  }

  private var every: Int { outage.isWaiting ? Self.everyWaiting : Self.everyFailing }

  private var reference: Markup {
    outage.isWaiting ? "" : "<p class=\"small\">\(StaffWording.reference(outage.reference))</p>\n"
  }

  /// - Parameter officeName: empty where the settings were not read.
  package static func answer(
    to request: Request, _ outage: Outage, assets: Assets, officeName: String
  ) -> Response {
    let asked = Route(path: request.path)
    let route = request.method == .post ? asked?.attempt.map(Route.attempt) ?? .welcome : asked ?? .welcome
    let page = OutagePage(outage: outage, route: route)
    let layout = Layout(assets: assets, officeName: officeName, isSample: false)
    // A page that was sent here by a form must not be asked for again under the form's address.
    let target = request.method == .post ? "; url=\(route.path)" : ""
    var response = Response.page(layout.render(page.page), status: 503)
    response.headers.append(Response.Header("Retry-After", String(page.every)))
    response.headers.append(Response.Header("Refresh", "\(page.every)\(target)"))
    return response
  }
}
