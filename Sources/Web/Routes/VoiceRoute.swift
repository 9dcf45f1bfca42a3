import Assessment
import UseCases

/// Addresses below `/office/voices`: people record what the kiosk says.
package enum VoiceRoute: Equatable, Sendable {
  case languages
  /// How much there is in one language.
  case language(Language.ID)
  case competence(Language.ID, Competence.ID)
  case item(Language.ID, Item.ID)
  case review(VoiceRecording.ID)

  var path: String {
    switch self {
    case .languages: "voices"
    case .language(let language): "voices/\(language)"
    case .competence(let language, let competence): "voices/\(language)/competences/\(competence)"
    case .item(let language, let item): "voices/\(language)/items/\(item)"
    case .review(let id): "recordings/\(id)/review"
    }
  }

  init?(_ parts: [String]) {
    if parts.count == 3, parts[0] == "recordings", parts[2] == "review", let id = Int64(parts[1]), id > 0 {
      self = .review(id)
      return
    }
    guard parts.first == "voices" else { return nil }
    let language = parts.count > 1 ? parts[1] : "vi"
    guard Language.ID.isWellFormed(language) else { return nil }
    switch parts.count {
    case 1: self = .languages
    case 2: self = .language(Language.ID(language))
    case 4 where parts[2] == "competences" && Competence.ID.isWellFormed(parts[3]):
      self = .competence(Language.ID(language), Competence.ID(parts[3]))
    case 4 where parts[2] == "items" && Item.ID.isWellFormed(parts[3]):
      self = .item(Language.ID(language), Item.ID(parts[3]))
    default: return nil
    }
  }

  var methods: [Request.Method] {
    switch self {
    case .languages, .language, .competence: [.get, .head]
    case .item: [.get, .head, .post]
    case .review: [.post]
    }
  }

  func turn(for method: Request.Method) -> Route.Turn {
    switch self {
    // The whole bank is read.
    case .language, .competence: .beside
    case .languages: .inPlace
    case .item: method == .post ? .writeAfterPreparation : .inPlace
    case .review: .write
    }
  }

  static let samples: [VoiceRoute] = [
    .languages, .language(Language.ID("tyz")), .competence(Language.ID("tyz"), Competence.ID("ai.su-dung")),
    .item(Language.ID("tyz"), Item.ID("ai-001")), .review(4),
  ]
}
