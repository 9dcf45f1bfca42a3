import UseCases

/// Addresses below `/office/confirmations`: lists for the outside authority and its answers.
package enum ConfirmationRoute: Equatable, Sendable {
  case overview
  /// Who would be on a new list: looked at, and made by posting to ``overview``.
  case draft
  case batch(ConfirmationBatch.ID, page: Int)
  /// The list as a file; noted as a disclosure, so it is posted for.
  case files(ConfirmationBatch.ID)
  case sending(ConfirmationBatch.ID)
  case withdrawal(ConfirmationBatch.ID)
  /// What somebody was refused for was put right.
  case correction(ConfirmationEntry.ID)
  /// A file of answers is handed in here.
  case answers
  case answerFile(AnswerFile.ID, page: Int)
  case application(AnswerFile.ID)
  case dropping(AnswerFile.ID)
  case undoing(AnswerFile.ID)
  case layout

  var path: String {
    switch self {
    case .overview: "confirmations"
    case .draft: "confirmations/draft"
    case .batch(let id, let page): "confirmations/\(id)" + Self.part(page)
    case .files(let id): "confirmations/\(id)/files"
    case .sending(let id): "confirmations/\(id)/sending"
    case .withdrawal(let id): "confirmations/\(id)/withdrawal"
    case .correction(let id): "confirmations/entries/\(id)/correction"
    case .answers: "confirmations/answers"
    case .answerFile(let id, let page): "confirmations/answers/\(id)" + Self.part(page)
    case .application(let id): "confirmations/answers/\(id)/application"
    case .dropping(let id): "confirmations/answers/\(id)/dropping"
    case .undoing(let id): "confirmations/answers/\(id)/undoing"
    case .layout: "confirmations/layout"
    }
  }

  private static func part(_ page: Int) -> String { page == 1 ? "" : "/pages/\(page)" }

  /// - Parameter parts: behind `confirmations`.
  init?(_ parts: [String]) {
    switch (parts.first, parts.count) {
    case (nil, _): self = .overview
    case ("draft", 1): self = .draft
    case ("answers", 1): self = .answers
    case ("layout", 1): self = .layout
    case ("answers", _): self.init(answers: Array(parts.dropFirst()))
    case ("entries", 3):
      guard let id = Self.number(parts[1]), parts[2] == "correction" else { return nil }
      self = .correction(id)
    default: self.init(batch: parts)
    }
  }

  private init?(batch parts: [String]) {
    guard let id = Self.number(parts[0]) else { return nil }
    switch (parts.count, parts.count > 1 ? parts[1] : "") {
    case (1, _): self = .batch(id, page: 1)
    case (2, "files"): self = .files(id)
    case (2, "sending"): self = .sending(id)
    case (2, "withdrawal"): self = .withdrawal(id)
    case (3, "pages"):
      guard let page = Self.page(parts[2]) else { return nil }
      self = .batch(id, page: page)
    default: return nil
    }
  }

  private init?(answers parts: [String]) {
    guard let id = Self.number(parts[0]) else { return nil }
    switch (parts.count, parts.count > 1 ? parts[1] : "") {
    case (1, _): self = .answerFile(id, page: 1)
    case (2, "application"): self = .application(id)
    case (2, "dropping"): self = .dropping(id)
    case (2, "undoing"): self = .undoing(id)
    case (3, "pages"):
      guard let page = Self.page(parts[2]) else { return nil }
      self = .answerFile(id, page: page)
    default: return nil
    }
  }

  private static func number(_ text: String) -> Int64? {
    Int64(text).flatMap { $0 > 0 && String($0) == text ? $0 : nil }
  }

  /// From 2 on: the first page has an address without a number.
  private static func page(_ text: String) -> Int? {
    Int(text).flatMap { (2...9_999).contains($0) && String($0) == text ? $0 : nil }
  }

  package var methods: [Request.Method] {
    switch self {
    case .batch, .answerFile: [.get, .head]
    case .overview, .layout: [.get, .head, .post]
    case .draft, .files, .sending, .withdrawal, .correction, .answers, .application, .dropping, .undoing: [.post]
    }
  }

  /// Pages open many names, so they are made beside the event threads; files are read and written before the writer's turn.
  package func turn(for method: Request.Method) -> Route.Turn {
    guard method == .post, self != .draft else { return .beside }
    switch self {
    case .answers, .files: return .writeAfterPreparation
    default: return .write
    }
  }

  package static let samples: [ConfirmationRoute] = [
    .overview, .draft, .batch(2, page: 1), .batch(2, page: 3), .files(2), .sending(2), .withdrawal(2), .correction(5),
    .answers, .answerFile(3, page: 1), .answerFile(3, page: 2), .application(3), .dropping(3), .undoing(3), .layout,
  ]
}

extension Route {
  static func confirmation(_ route: ConfirmationRoute) -> Route { .office(.confirmations(route)) }
}
