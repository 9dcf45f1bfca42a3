import UseCases

/// Addresses below `/office/confirmations`: lists for the outside authority and its answers.
package enum ConfirmationRoute: Equatable, Sendable {
  case overview
  case batch(ConfirmationBatch.ID)
  /// The list as a file; noted as a disclosure, so it is posted for.
  case files(ConfirmationBatch.ID)
  case sending(ConfirmationBatch.ID)
  case withdrawal(ConfirmationEntry.ID)
  /// A file of answers is handed in here.
  case answers
  case answerFile(AnswerFile.ID)
  case application(AnswerFile.ID)
  case undoing(AnswerFile.ID)
  case layout

  var path: String {
    switch self {
    case .overview: "confirmations"
    case .batch(let id): "confirmations/\(id)"
    case .files(let id): "confirmations/\(id)/files"
    case .sending(let id): "confirmations/\(id)/sending"
    case .withdrawal(let id): "confirmations/entries/\(id)/withdrawal"
    case .answers: "confirmations/answers"
    case .answerFile(let id): "confirmations/answers/\(id)"
    case .application(let id): "confirmations/answers/\(id)/application"
    case .undoing(let id): "confirmations/answers/\(id)/undoing"
    case .layout: "confirmations/layout"
    }
  }

  /// - Parameter parts: behind `confirmations`.
  init?(_ parts: [String]) {
    switch (parts.count, parts.first ?? "") {
    case (0, _): self = .overview
    case (1, "answers"): self = .answers
    case (1, "layout"): self = .layout
    case (1, let id):
      guard let id = Self.number(id) else { return nil }
      self = .batch(id)
    case (2, "answers"):
      guard let id = Self.number(parts[1]) else { return nil }
      self = .answerFile(id)
    case (2, let id):
      guard let id = Self.number(id), let route = [Self.files(id), .sending(id)].first(where: { $0.ends(in: parts[1]) })
      else { return nil }
      self = route
    case (3, "answers"):
      guard let id = Self.number(parts[1]),
        let route = [Self.application(id), .undoing(id)].first(where: { $0.ends(in: parts[2]) })
      else { return nil }
      self = route
    case (3, "entries"):
      guard let id = Self.number(parts[1]), parts[2] == "withdrawal" else { return nil }
      self = .withdrawal(id)
    default: return nil
    }
  }

  private static func number(_ text: String) -> Int64? {
    Int64(text).flatMap { $0 > 0 ? $0 : nil }
  }

  private func ends(in word: String) -> Bool { path.hasSuffix("/" + word) }

  package var methods: [Request.Method] {
    switch self {
    case .batch, .answerFile: [.get, .head]
    case .overview, .layout: [.get, .head, .post]
    case .files, .sending, .withdrawal, .answers, .application, .undoing: [.post]
    }
  }

  package func turn(for method: Request.Method) -> Route.Turn {
    guard method == .post else { return self == .overview || self == .layout ? .inPlace : .beside }
    return self == .answers ? .writeAfterPreparation : .write
  }

  package static let samples: [ConfirmationRoute] = [
    .overview, .batch(2), .files(2), .sending(2), .withdrawal(5), .answers, .answerFile(3), .application(3),
    .undoing(3), .layout,
  ]
}
