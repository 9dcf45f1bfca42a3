/// The settings to serve with: those of the file, or, where it is damaged, the last ones that were good.
struct SettingsHealing {
  let box: BoxFolder

  /// Lines without which slips would name another office: where they were there and are gone, the file was cut off.
  private static let needed = ["office", "commune", "device"]

  func settings() throws -> Settings {
    try makeFirst()
    let last = try? FileSystem.text(box.lastSettings)  // a help only where it is there
    do {
      let text = try FileSystem.text(box.settingsFile)
      let settings = try Settings(text)
      let gone = Self.needed.filter { (last.map(Self.keys) ?? []).contains($0) && !Self.keys(of: text).contains($0) }
      if let first = gone.first { throw Settings.Fault(line: 0, text: "\"\(first)\" is gone") }
      if last != text { try FileSystem.write(text, to: box.lastSettings, mode: 0o600) }
      return settings
    } catch {
      // A disk that takes nothing is no damaged file.
      if let fault = error as? FileFault, fault.path != box.settingsFile { throw error }
      guard let last, let settings = try? Settings(last) else { throw error }  // then neither of them helps
      Log.write(
        .error, "problem=settings cause=\"\(OperatorWording.text(error))\" the last good settings serve on")
      return settings
    }
  }

  private func makeFirst() throws {
    guard !FileSystem.exists(box.settingsFile), !FileSystem.exists(box.lastSettings) else { return }
    try FileSystem.write(BoxFolder.firstSettings, to: box.settingsFile, mode: 0o600)
  }

  private static func keys(of text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let line = line.trimmed
        return line.hasPrefix("#") ? nil : line.split(separator: "=").first.map { $0.trimmed }
      })
  }
}
