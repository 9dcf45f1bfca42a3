import ArgumentParser

/// What may stand in `sathach.conf`.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Print a sathach.conf with every setting: meaning, what may stand there with its unit, default.")

  @Option(help: "The file to write; without it, standard output.") var to: String?

  func run() throws {
    let bytes = Array(SettingsGuide.text.utf8)
    guard let to else { return Terminal.put(bytes) }
    try Command.reading { try FileSystem.write(bytes: bytes, to: to, mode: 0o644) }
  }
}
