import UseCases

extension Site {
  /// Keeps the choice in the browser and leads back to where it was made.
  func appearance(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    var appearance = visit.appearance
    if let text = try fields.optional("letters", most: 1) {
      guard let letters = text.first.flatMap(Appearance.Letters.init) else {
        throw FormFault.unexpected("letters", value: text)
      }
      appearance.letters = letters
    }
    if let text = try fields.optional("ground", most: 1) {
      guard let ground = text.first.flatMap(Appearance.Ground.init) else {
        throw FormFault.unexpected("ground", value: text)
      }
      appearance.ground = ground
    }
    visit.keep(appearance)
    return visit.redirect(to: AppearanceForm.back(to: try fields.optional("back", most: 240) ?? ""))
  }
}

/// The two buttons at the head of every page. With a script the page changes at once and keeps what is typed or chosen;
/// without one it is loaded again.
struct AppearanceForm {
  let appearance: Appearance
  let token: Markup
  /// The page itself; nil for the answer to a form, which cannot be asked for again: there the buttons wait for the script.
  let back: Route?

  static let script = "appearance.js"

  var markup: Markup {
    """
    <form class="appearance" method="post" action="\(Route.appearance)"\(" hidden", if: back == nil)>\(token)
    <input type="hidden" name="back" value="\(back ?? .welcome)">
    <button type="submit" name="letters" value="\(String(appearance.nextLetters.rawValue))" data-values="\(Self.letters)" data-words="\(AppearanceWording.allLetters)">\
    \(AppearanceWording.letters)<span class="unseen">: \(AppearanceWording.word(appearance.letters))</span></button>
    <button type="submit" name="ground" value="\(String(appearance.nextGround.rawValue))" data-values="\(Self.grounds)" data-words="\(AppearanceWording.allGrounds)">\
    \(AppearanceWording.ground)<span class="unseen">: \(AppearanceWording.word(appearance.ground))</span></button>
    </form>

    """
  }

  private static let letters = String(Appearance.Letters.allCases.map(\.rawValue))
  private static let grounds = String(Appearance.Ground.allCases.map(\.rawValue))

  /// Only to a page of ours that can be asked for.
  static func back(to path: String) -> Route {
    guard let route = Route(path: path), route.methods.contains(.get), route != .appearance else { return .welcome }
    return route
  }
}

enum AppearanceWording {
  static let letters = "Cỡ chữ"
  static let ground = "Màu nền"

  static func word(_ letters: Appearance.Letters) -> String {
    switch letters {
    case .usual: "thường"
    case .larger: "to"
    case .large: "to hơn"
    case .largest: "to nhất"
    }
  }

  static func word(_ ground: Appearance.Ground) -> String {
    switch ground {
    case .light: "sáng"
    case .dark: "tối"
    case .contrast: "đen, chữ trắng và vàng"
    }
  }

  /// For the script, in the order of the values.
  static let allLetters = Appearance.Letters.allCases.map(word).joined(separator: "|")
  static let allGrounds = Appearance.Ground.allCases.map(word).joined(separator: "|")
}
