/// What the machine around the box is asked for; a test says it itself.
struct SystemFacts: Sendable {
  /// Whether there is a file of this path, such as a program.
  var has: @Sendable (String) -> Bool
  /// A unit's state in systemd's word; nil where the machine was not started by systemd.
  var unitState: @Sendable (String) -> String?
  /// Where this program's companions lie.
  var binaries: String

  static let machine = SystemFacts(
    has: { FileSystem.exists($0) },
    unitState: { unit in
      guard FileSystem.exists("/run/systemd/system") else { return nil }
      guard let run = try? ToolRun(["systemctl", "is-active", unit], atMost: 5) else { return "unknown" }
      return run.output.trimmed
    }, binaries: KioskFolder.binaryFolder)
}
