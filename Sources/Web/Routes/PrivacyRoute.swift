import UseCases

/// Addresses below `/office` about people's particulars: what is held, shown and erased, for how long, and the keys.
package enum PrivacyRoute: Equatable, Sendable {
  /// Everything held on one person.
  case person(Int64)
  /// The same page with the whole number, which is written down.
  case number(Int64)
  /// What is held, as a file, and on paper; written down too.
  case file(Int64)
  case paper(Int64)
  /// The person no longer agrees.
  case withdrawal(Int64)
  case erasure(Int64)
  case erasures
  /// The register, newest first, those before a number.
  case disclosures(before: Int64?)
  case retention
  /// The province's list of keys.
  case keys

  var path: String {
    switch self {
    case .person(let id): "people/\(id)"
    case .number(let id): "people/\(id)/number"
    case .file(let id): "people/\(id)/file"
    case .paper(let id): "people/\(id)/paper"
    case .withdrawal(let id): "people/\(id)/withdrawal"
    case .erasure(let id): "people/\(id)/erasure"
    case .erasures: "erasures"
    case .disclosures(let id): "disclosures" + (id.map { "/before/\($0)" } ?? "")
    case .retention: "retention"
    case .keys: "keys"
    }
  }

  /// - Parameter parts: behind `office`; nil for what is somebody else's.
  init?(_ parts: [String]) {
    func number(_ place: Int) -> Int64? {
      guard parts.count > place, let id = Int64(parts[place]), id > 0, String(id) == parts[place] else { return nil }
      return id
    }
    switch (parts.first ?? "", parts.count) {
    case ("erasures", 1): self = .erasures
    case ("retention", 1): self = .retention
    case ("keys", 1): self = .keys
    case ("disclosures", 1): self = .disclosures(before: nil)
    case ("disclosures", 3) where parts[1] == "before":
      guard let id = number(2) else { return nil }
      self = .disclosures(before: id)
    case ("people", 2...3):
      guard let id = number(1) else { return nil }
      let routes: [PrivacyRoute] = [
        .person(id), .number(id), .file(id), .paper(id), .withdrawal(id), .erasure(id),
      ]
      guard let route = routes.first(where: { $0.path == parts.joined(separator: "/") }) else { return nil }
      self = route
    default: return nil
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .person, .erasures, .disclosures: [.get, .head]
    case .erasure, .retention, .keys: [.get, .head, .post]
    case .number, .file, .paper, .withdrawal: [.post]
    }
  }

  package func turn(for method: Request.Method) -> Route.Turn {
    if method == .post { return .write }
    // Everybody is counted.
    return self == .retention ? .beside : .inPlace
  }

  package static let samples: [PrivacyRoute] = [
    .person(5), .number(5), .file(5), .paper(5), .withdrawal(5), .erasure(5), .erasures, .disclosures(before: nil),
    .disclosures(before: 200), .retention, .keys,
  ]
}

extension Route {
  static func privacy(_ route: PrivacyRoute) -> Route { .office(.privacy(route)) }
}
