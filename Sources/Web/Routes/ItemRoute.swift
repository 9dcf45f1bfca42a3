import Assessment
import UseCases

/// Addresses below `/office/items`: files of items in and out, drafts between, and results for whoever studies items.
package enum ItemRoute: Equatable, Sendable {
  /// Where a file is sent in, and what can be taken out.
  case front
  /// The dry run of the file that is kept, whole, as a table.
  case report(mark: String)
  /// Taking in what a dry run has shown.
  case intake
  case drafts(page: Int)
  /// The drafts as a table, to be completed and brought again.
  case draftsFile
  case draft(Item.ID)
  case release(Item.ID)
  case discard(Item.ID)
  /// Of every draft that is ready.
  case releases
  case template(ItemFormat)
  /// What a format holds of the bank.
  case export(ItemFormat)
  case exportFile(ItemFormat)
  /// Attempts with their answers, under names that are no people's.
  case results

  static let templates: [ItemFormat] = [.csv, .xlsx]
  static let mostPages = 1_000

  var path: String {
    switch self {
    case .front: "items"
    case .report(let mark): "items/reports/\(mark).csv"
    case .intake: "items/intake"
    case .drafts(page: 1): "items/drafts"
    case .drafts(let page): "items/draft-pages/\(page)"
    case .draftsFile: "items/drafts.xlsx"
    case .draft(let id): "items/drafts/\(id)"
    case .release(let id): "items/drafts/\(id)/release"
    case .discard(let id): "items/drafts/\(id)/discard"
    case .releases: "items/releases"
    case .template(let format): "items/template.\(format.rawValue)"
    case .export(let format): "items/exports/\(format.rawValue)"
    case .exportFile(let format): "items/exports/\(format.rawValue)/file"
    case .results: "items/results"
    }
  }

  /// - Parameter parts: behind `office`; nil for what is somebody else's.
  init?(_ parts: [String]) {
    guard parts.first == "items" else { return nil }
    let rest = Array(parts.dropFirst())
    switch (rest.first ?? "", rest.count) {
    case (_, 0): self = .front
    case ("drafts", 1): self = .drafts(page: 1)
    case ("drafts.xlsx", 1): self = .draftsFile
    case ("intake", 1): self = .intake
    case ("releases", 1): self = .releases
    case ("results", 1): self = .results
    case (let word, 1):
      guard let format = Self.templates.first(where: { word == "template.\($0.rawValue)" }) else { return nil }
      self = .template(format)
    case ("draft-pages", 2):
      guard let page = Int(rest[1]), (2...Self.mostPages).contains(page) else { return nil }
      self = .drafts(page: page)
    case ("reports", 2):
      let mark = rest[1].utf8.prefix(16)
      guard rest[1].utf8.count == 20, mark.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
      else { return nil }
      self = .report(mark: String(rest[1].prefix(16)))
    case ("drafts", 2...3): self.init(draft: rest)
    case ("exports", 2...3):
      guard let format = ItemFormat(rawValue: rest[1]), rest.count == 2 || rest[2] == "file" else { return nil }
      self = rest.count == 2 ? .export(format) : .exportFile(format)
    default: return nil
    }
  }

  private init?(draft rest: [String]) {
    guard Item.ID.isWellFormed(rest[1]) else { return nil }
    let id = Item.ID(rest[1])
    switch rest.dropFirst(2).first {
    case nil: self = .draft(id)
    case "release": self = .release(id)
    case "discard": self = .discard(id)
    default: return nil
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .front: [.get, .head, .post]
    case .report, .drafts, .draftsFile, .draft, .template, .export, .exportFile: [.get, .head]
    case .intake, .release, .discard, .releases, .results: [.post]
    }
  }

  package func turn(for method: Request.Method) -> Route.Turn {
    switch self {
    case .intake, .releases: .writeAfterPreparation
    case .release, .discard: .write
    // Files are read, and drafts compared with the whole bank.
    case .front, .report, .drafts, .draftsFile, .draft, .template, .export, .exportFile, .results: .beside
    }
  }

  /// Whether a file from outside is read for it, which takes seconds.
  func readsFile(_ method: Request.Method) -> Bool {
    switch self {
    case .front: method == .post
    case .report, .intake: true
    case .drafts, .draftsFile, .draft, .release, .discard, .releases, .template, .export, .exportFile, .results: false
    }
  }

  package static let samples: [ItemRoute] =
    [
      .front, .report(mark: "0123456789abcdef"), .intake, .drafts(page: 1), .drafts(page: 2), .draftsFile,
      .draft(Item.ID("cau-moi")),
      .release(Item.ID("cau-moi")), .discard(Item.ID("cau-moi")), .releases, .results,
    ] + templates.map(ItemRoute.template) + ItemFormat.allCases.map(ItemRoute.export)
    + ItemFormat.allCases.map(ItemRoute.exportFile)
}

extension Route {
  static func items(_ route: ItemRoute) -> Route { .office(.items(route)) }
}
