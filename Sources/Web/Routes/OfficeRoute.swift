import UseCases

/// Addresses below `/office`: what officers, and for devices technicians, do.
package enum OfficeRoute: Equatable, Sendable {
  case front
  case accounts
  case disablement(Account.ID)
  case reset(Account.ID)
  /// Hamlets and tags of the office.
  case lists
  case hamletRetirement(Hamlet.ID)
  case tagRetirement(Tag.ID)
  case devices
  case deviceRetirement(Device.ID)
  /// Whose people pass how often.
  case helpers
  case plans(PlanRoute)
  case confirmations(ConfirmationRoute)
  case items(ItemRoute)
  /// Choosing a report: a form that leads to one.
  case reports
  case report(ReportRoute)
  /// The list of attempts with people's names, which is written down when it is taken.
  case namedAttempts(AttemptQuery, ReportForm)
  /// Head and foot of reports on paper.
  case letterhead
  /// Choosing statistics of items and tests: a form that leads to them.
  case statistics
  case statistic(StatisticsRoute)
  /// How the box is copied elsewhere.
  case backups
  /// What the province is told, as files.
  case bundles
  /// The log held against a slip.
  case evidence
  /// The page that checks slips by itself, as a file.
  case verifier
  /// How the box itself is: disk, clock, copies, checks, what was built anew.
  case box
  /// Every part of the box looked at anew, with cures.
  case examination
  /// People's voices for items, language by language.
  case voices(VoiceRoute)
  case privacy(PrivacyRoute)
  /// A box that nobody has set up yet: where it stands, and closing it; or one step of it.
  case setup(SetupStep?)

  var path: String {
    switch self {
    case .front: ""
    case .accounts: "accounts"
    case .disablement(let id): "accounts/\(id)/disablement"
    case .reset(let id): "accounts/\(id)/reset"
    case .lists: "lists"
    case .hamletRetirement(let id): "hamlets/\(id)/retirement"
    case .tagRetirement(let id): "tags/\(id)/retirement"
    case .devices: "devices"
    case .deviceRetirement(let id): "devices/\(id)/retirement"
    case .helpers: "helpers"
    case .plans(let route): route.path
    case .confirmations(let route): route.path
    case .items(let route): route.path
    case .reports: "reports"
    case .report(let route): "reports/\(route.path)"
    case .namedAttempts(let query, let form): "reports/named-\(ReportRoute.attempts(query, form).path)"
    case .letterhead: "letterhead"
    case .statistics: "statistics"
    case .statistic(let route): "statistics/\(route.path)"
    case .backups: "backups"
    case .bundles: "bundles"
    case .evidence: "evidence"
    case .verifier: "verifier"
    case .box: "box"
    case .examination: "examination"
    case .voices(let route): route.path
    case .privacy(let route): route.path
    case .setup(nil): "setup"
    case .setup(let step?): "setup/\(step.rawValue)"
    }
  }

  init?(_ parts: [String]) {
    if let route = PlanRoute(parts) {
      self = .plans(route)
      return
    }
    if parts.first == "confirmations" {
      guard let route = ConfirmationRoute(Array(parts.dropFirst())) else { return nil }
      self = .confirmations(route)
      return
    } else if let route = VoiceRoute(parts) {
      self = .voices(route)
      return
    } else if let route = ItemRoute(parts) {
      self = .items(route)
      return
    } else if let route = PrivacyRoute(parts) {
      self = .privacy(route)
      return
    }
    switch parts.count {
    case 0: self = .front
    case 1:
      let words: [OfficeRoute] = [
        .accounts, .lists, .devices, .helpers, .reports, .letterhead, .backups, .bundles, .box, .examination,
        .statistics, .evidence, .verifier, .setup(nil),
      ]
      guard let route = words.first(where: { $0.path == parts[0] }) else { return nil }
      self = route
    case 2 where parts[0] == "setup":
      guard let step = SetupStep(rawValue: parts[1]) else { return nil }
      self = .setup(step)
    case 2... where parts[0] == "reports": self.init(report: Array(parts.dropFirst()))
    case 2... where parts[0] == "statistics":
      guard let route = StatisticsRoute(Array(parts.dropFirst())) else { return nil }
      self = .statistic(route)
    case 3:
      guard let id = Int64(parts[1]), id > 0 else { return nil }
      switch (parts[0], parts[2]) {
      case ("accounts", "disablement"): self = .disablement(id)
      case ("accounts", "reset"): self = .reset(id)
      case ("hamlets", "retirement"): self = .hamletRetirement(id)
      case ("tags", "retirement"): self = .tagRetirement(id)
      case ("devices", "retirement"): self = .deviceRetirement(id)
      default: return nil
      }
    default: return nil
    }
  }

  private init?(report parts: [String]) {
    guard parts[0] == "named-attempts" else {
      guard let route = ReportRoute(parts) else { return nil }
      self = .report(route)
      return
    }
    // Names stay in the office, and are taken as a file.
    guard case .attempts(let query, let form)? = ReportRoute(["attempts"] + parts.dropFirst()),
      query.mode == .internal, form.isFile
    else { return nil }
    self = .namedAttempts(query, form)
  }

  package var access: Route.Access {
    switch self {
    case .devices, .deviceRetirement, .backups, .bundles, .box, .examination, .setup: .staff([.officer, .technician])
    case .voices: .staff([.clerk, .officer])
    case .front, .accounts, .disablement, .reset, .lists, .hamletRetirement, .tagRetirement, .helpers,
      .reports, .report, .namedAttempts, .letterhead, .plans, .confirmations, .items, .statistics, .statistic,
      .evidence, .verifier, .privacy:
      .staff([.officer])
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .front, .helpers, .reports, .report, .box, .examination, .verifier, .statistics, .statistic: [.get, .head]
    case .accounts, .lists, .devices, .letterhead, .backups, .bundles, .evidence, .setup: [.get, .head, .post]
    case .disablement, .reset, .hamletRetirement, .tagRetirement, .deviceRetirement, .namedAttempts: [.post]
    case .plans(let route): route.methods
    case .confirmations(let route): route.methods
    case .items(let route): route.methods
    case .voices(let route): route.methods
    case .privacy(let route): route.methods
    }
  }

  package func turn(for method: Request.Method) -> Route.Turn {
    if case .voices(let route) = self { return route.turn(for: method) }
    if case .plans(let route) = self { return route.turn(for: method) }
    if case .confirmations(let route) = self { return route.turn(for: method) }
    if case .items(let route) = self { return route.turn(for: method) }
    if case .privacy(let route) = self { return route.turn(for: method) }
    // Any dates are counted in one pass over all attempts, and files are long.
    if case .report = self { return .beside }
    // Every answer of the period.
    if case .statistic = self { return .beside }
    // Counts every test with help there is.
    if self == .helpers { return .beside }
    // Looks through the database and asks other programs.
    if self == .examination { return .beside }
    // Reads the whole log.
    if self == .evidence { return method == .post ? .beside : .inPlace }
    // Files, sticks and a restart; only the clock and the end write.
    if case .setup(let step) = self {
      return method == .post && (step == nil || step == .clock) ? .write : .beside
    }
    guard method == .post else { return .inPlace }
    switch self {
    case .accounts, .reset, .namedAttempts: return .writeAfterPreparation
    case .front, .disablement, .lists, .hamletRetirement, .tagRetirement, .devices, .deviceRetirement, .helpers,
      .reports, .report, .letterhead, .backups, .bundles, .box, .examination, .plans, .confirmations, .items,
      .statistics, .statistic, .voices, .evidence, .verifier, .privacy, .setup:
      return .write
    }
  }

  package static let samples: [OfficeRoute] =
    [
      .front, .accounts, .disablement(4), .reset(4), .lists, .hamletRetirement(4), .tagRetirement(4), .devices,
      .deviceRetirement(4), .helpers, .reports, .letterhead,
      .backups, .bundles, .box, .examination, .statistics, .evidence, .verifier, .setup(nil), .setup(.place),
      .setup(.clock),
    ] + StatisticsRoute.samples.map(OfficeRoute.statistic) + ReportRoute.samples.flatMap(samples)
    + PlanRoute.samples.map(OfficeRoute.plans)
    + ConfirmationRoute.samples.map(OfficeRoute.confirmations)
    + ItemRoute.samples.map(OfficeRoute.items)
    + VoiceRoute.samples.map(OfficeRoute.voices)
    + PrivacyRoute.samples.map(OfficeRoute.privacy)

  private static func samples(_ route: ReportRoute) -> [OfficeRoute] {
    guard case .attempts(let query, let form) = route, query.mode == .internal, form.isFile else {
      return [.report(route)]
    }
    return [.report(route), .namedAttempts(query, form)]
  }
}

/// What stands in the address a tablet opens once: ten signs that nobody takes for one another.
enum EnrolmentCode {
  /// In small letters too, as tablets write into their line for addresses.
  static func isWellFormed(_ text: String) -> Bool {
    text.utf8.count == 10 && text.uppercased().utf8.allSatisfy { Kiosk.codeSigns.contains($0) }
  }

  /// In two groups, easier to read out.
  static func shown(_ code: String) -> String {
    "\(code.prefix(5)) \(code.dropFirst(5))"
  }
}
