import UseCases

/// What the forms of the first run say, as lines of the settings.
enum SetupAnswer {
  static func lines(of step: SetupStep, _ fields: FormFields) throws -> [SetupLine] {
    switch step {
    case .place:
      return try ["office", "commune", "device"].map { SetupLine($0, trimmed(try fields.text($0, most: 500))) }
    case .doors: return try doors(try fields.text("doors", most: 10))
    case .printer: return [SetupLine("printer", try printer(fields))]
    default: return []
    }
  }

  /// There is no choice without a door: nobody could sign in any more.
  private static func doors(_ text: String) throws -> [SetupLine] {
    guard let choice = Doors(rawValue: text) else { throw SetupFault.setting("office-door") }
    return [
      SetupLine("office-door", choice == .screen ? "off" : "on"),
      SetupLine("desk-at-kiosk", choice == .network ? "off" : "on"),
    ]
  }

  enum Doors: String, CaseIterable {
    case network, screen, both

    /// As the settings have it; nil where they open neither.
    init?(_ values: [String: String]) {
      switch (values["office-door"] == "on", values["desk-at-kiosk"] == "on") {
      case (true, true): self = .both
      case (true, false): self = .network
      case (false, true): self = .screen
      case (false, false): return nil
      }
    }
  }

  private static func printer(_ fields: FormFields) throws -> String {
    let kind = try fields.text("kind", most: 20)
    guard kind != "none" else { return kind }
    guard let choice = SetupWording.printers.first(where: { "\($0.0)-\($0.1)" == kind }) else {
      throw SetupFault.setting("printer")
    }
    return "\(choice.0):\(trimmed(try fields.text("name", most: 200))):\(choice.1)"
  }

  /// Nil for none.
  static func folder(_ fields: FormFields) throws -> String? {
    switch try fields.optional("folder", most: 500) ?? "none" {
    case "none": return nil
    case "other":
      let path = trimmed(try fields.text("other", most: 500))
      guard path.hasPrefix("/"), path.utf8.count > 1 else { throw SetupFault.setting("backup-to") }
      return path.hasSuffix("/") ? String(path.dropLast()) : path
    case let stick: return stick
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
