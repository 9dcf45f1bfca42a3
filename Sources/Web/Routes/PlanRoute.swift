import Assessment
import UseCases

/// Addresses below `/office` about rules, targets, figures and returns.
package enum PlanRoute: Equatable, Sendable {
  case rules
  case ruleSet(Audience.ID)
  /// Going back to what the bank proposes.
  case proposal(Audience.ID)
  case targets
  /// Which documents hold for this commune.
  case documents
  case newTarget
  case ownTarget(PlanTarget.ID)
  case withdrawal(PlanTarget.ID)
  case figures
  /// A list of course certificates.
  case certificates
  case returns
  case targetReturn(TargetReturn.ID)
  case row(TargetReturn.ID, PlanTarget.ID)
  case closing(TargetReturn.ID)
  case correction(TargetReturn.ID)
  case paper(TargetReturn.ID)
  case file(TargetReturn.ID, ReportForm)

  /// What a return can be taken out as. Excel in Vietnamese reads semicolons.
  static let fileForms: [ReportForm] = [.xlsx, .csv(.semicolon)]

  var path: String {
    switch self {
    case .rules: "rules"
    case .ruleSet(let audience): "rules/\(audience)"
    case .proposal(let audience): "rules/\(audience)/proposal"
    case .targets: "targets"
    case .documents: "targets/documents"
    case .newTarget: "targets/new"
    case .ownTarget(let id): "targets/\(id)"
    case .withdrawal(let id): "targets/\(id)/withdrawal"
    case .figures: "figures"
    case .certificates: "certificates"
    case .returns: "returns"
    case .targetReturn(let id): "returns/\(id)"
    case .row(let id, let target): "returns/\(id)/rows/\(target)"
    case .closing(let id): "returns/\(id)/closing"
    case .correction(let id): "returns/\(id)/correction"
    case .paper(let id): "returns/\(id)/paper"
    case .file(let id, let form): "returns/\(id)/return\(form.ending)"
    }
  }

  /// - Parameter parts: behind `office`; nil for what is somebody else's.
  init?(_ parts: [String]) {
    guard let noun = parts.first else { return nil }
    let rest = Array(parts.dropFirst())
    let words: [PlanRoute] = [.rules, .targets, .figures, .certificates, .returns]
    switch (noun, rest.count) {
    case (let noun, 0):
      guard let route = words.first(where: { $0.path == noun }) else { return nil }
      self = route
    case ("rules", 1...2):
      guard Audience.ID.isWellFormed(rest[0]) else { return nil }
      let audience = Audience.ID(rest[0])
      guard rest.count == 1 || rest[1] == "proposal" else { return nil }
      self = rest.count == 1 ? .ruleSet(audience) : .proposal(audience)
    case ("targets", 1) where rest[0] == "documents": self = .documents
    case ("targets", 1) where rest[0] == "new": self = .newTarget
    case ("targets", 1...2):
      guard PlanTarget.ID.isWellFormed(rest[0]), rest.count == 1 || rest[1] == "withdrawal" else { return nil }
      let target = PlanTarget.ID(rest[0])
      self = rest.count == 1 ? .ownTarget(target) : .withdrawal(target)
    case ("returns", _):
      guard let id = Int64(rest[0]), id > 0 else { return nil }
      self.init(id, Array(rest.dropFirst()))
    default: return nil
    }
  }

  private init?(_ id: TargetReturn.ID, _ rest: [String]) {
    switch (rest.count, rest.first ?? "") {
    case (0, _): self = .targetReturn(id)
    case (1, "closing"): self = .closing(id)
    case (1, "correction"): self = .correction(id)
    case (1, "paper"): self = .paper(id)
    case (1, let word):
      guard let (name, form) = ReportForm.split(word), name == "return", Self.fileForms.contains(form) else {
        return nil
      }
      self = .file(id, form)
    case (2, "rows"):
      guard PlanTarget.ID.isWellFormed(rest[1]) else { return nil }
      self = .row(id, PlanTarget.ID(rest[1]))
    default: return nil
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .rules, .newTarget, .targetReturn, .paper, .file: [.get, .head]
    case .ruleSet, .targets, .ownTarget, .figures, .returns, .row: [.get, .head, .post]
    case .proposal, .documents, .withdrawal, .certificates, .closing, .correction: [.post]
    }
  }

  /// People are counted anew for these pages: beside the event threads.
  package func turn(for method: Request.Method) -> Route.Turn {
    method == .post ? .write : .beside
  }

  package static let samples: [PlanRoute] = [
    .rules, .ruleSet(Audience.ID("nguoi-dan")), .proposal(Audience.ID("nguoi-dan")), .targets, .documents, .newTarget,
    .ownTarget(PlanTarget.ID("rieng-1")), .withdrawal(PlanTarget.ID("rieng-1")), .figures, .certificates, .returns,
    .targetReturn(3), .row(3, PlanTarget.ID("tq-2026-1")), .closing(3), .correction(3), .paper(3), .file(3, .xlsx),
    .file(3, .csv(.semicolon)),
  ]
}

extension Route {
  static func plan(_ route: PlanRoute) -> Route { .office(.plans(route)) }
}
