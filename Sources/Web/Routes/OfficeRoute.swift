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
    }
  }

  init?(_ parts: [String]) {
    if let route = PlanRoute(parts) {
      self = .plans(route)
      return
    }
    switch parts.count {
    case 0: self = .front
    case 1:
      let words: [OfficeRoute] = [.accounts, .lists, .devices, .helpers]
      guard let route = words.first(where: { $0.path == parts[0] }) else { return nil }
      self = route
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

  package var access: Route.Access {
    switch self {
    case .devices, .deviceRetirement: .staff([.officer, .technician])
    case .front, .accounts, .disablement, .reset, .lists, .hamletRetirement, .tagRetirement, .helpers,
      .plans:
      .staff([.officer])
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .front, .helpers: [.get, .head]
    case .accounts, .lists, .devices: [.get, .head, .post]
    case .disablement, .reset, .hamletRetirement, .tagRetirement, .deviceRetirement: [.post]
    case .plans(let route): route.methods
    }
  }

  package func turn(for method: Request.Method) -> Route.Turn {
    if case .plans(let route) = self { return route.turn(for: method) }
    guard method == .post else { return .inPlace }
    switch self {
    case .accounts, .reset: return .writeAfterPreparation
    case .front, .disablement, .lists, .hamletRetirement, .tagRetirement, .devices, .deviceRetirement, .helpers,
      .plans:
      return .write
    }
  }

  package static let samples: [OfficeRoute] =
    [
      .front, .accounts, .disablement(4), .reset(4), .lists, .hamletRetirement(4), .tagRetirement(4), .devices,
      .deviceRetirement(4), .helpers,
    ] + PlanRoute.samples.map(OfficeRoute.plans)
}

/// What stands in the address a tablet opens once: ten signs that nobody takes for one another.
enum EnrolmentCode {
  static func isWellFormed(_ text: String) -> Bool {
    text.utf8.count == 10 && text.utf8.allSatisfy { Kiosk.codeSigns.contains($0) }
  }
}
