/// The text of a `sathach.conf` with some values changed: only their lines change, what somebody wrote around them stays.
struct SettingsText {
  private(set) var text: String

  init(_ text: String) {
    self.text = text
  }

  /// The value as it stands; nil where no line sets it.
  func value(of key: String) -> String? {
    text.split(separator: "\n").compactMap(Self.pair).last { $0.key == key }?.value
  }

  mutating func set(_ key: String, to value: String) {
    var isSet = false
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard Self.pair(line)?.key == key else { return String(line) }
      isSet = true
      return "\(key) = \(value)"
    }
    if !isSet {
      if lines.last?.isEmpty ?? false { lines.removeLast() }
      lines += ["\(key) = \(value)", ""]
    }
    text = lines.joined(separator: "\n")
  }

  private static func pair(_ line: Substring) -> (key: String, value: String)? {
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count == 2, !parts[0].hasPrefix("#") else { return nil }
    return (parts[0], parts[1])
  }
}
