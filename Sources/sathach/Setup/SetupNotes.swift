import UseCases

/// What was said so far while a box is set up in the browser: `setup.conf` in the data folder, a ``SiteFile`` whose comments
/// that begin with `#:` tell how far it is.
struct SetupNotes {
  private static let head = """
    # What was said while this box is set up in the browser; it goes when that is finished.
    # `sathach setup --from` takes it as it is.

    """

  private(set) var settings: SettingsText
  private var marks: [String: String] = [:]

  init(_ text: String = SetupNotes.head) {
    settings = SettingsText(
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#:") }.joined(
        separator: "\n"))
    for line in text.split(separator: "\n") where line.hasPrefix("#:") {
      let parts = line.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
      marks[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
  }

  /// The file, whole.
  var text: String {
    let lines = marks.sorted { $0.key < $1.key }.map {
      $0.value.isEmpty ? "#: \($0.key)\n" : "#: \($0.key) = \($0.value)\n"
    }
    return settings.text + lines.joined()
  }

  /// Lines for the settings alone.
  var site: String { settings.text }

  var done: Set<SetupStep> { Set(SetupStep.allCases.filter { marks["done-\($0.rawValue)"] != nil }) }

  mutating func note(_ step: SetupStep) { marks["done-\(step.rawValue)"] = "" }

  /// What was put in force once is to be put in force again.
  mutating func keep(_ lines: [SetupLine], of step: SetupStep) {
    let isNew = lines.contains { settings.value(of: $0.key) != $0.value }
    for line in lines { settings.set(line.key, to: line.value) }
    note(step)
    if isNew { marks["done-\(SetupStep.restart.rawValue)"] = nil }
  }

  /// Whether the next start is to take it.
  var isWanted: Bool {
    get { marks["wanted"] != nil }
    set { marks["wanted"] = newValue ? "" : nil }
  }

  /// Why the last try to take it failed.
  var obstacle: String? {
    get { marks["obstacle"] }
    set { marks["obstacle"] = newValue?.split(separator: "\n").joined(separator: " ") }
  }

  var slipCode: String? {
    get { marks["slip-code"] }
    set { marks["slip-code"] = newValue }
  }
}
