/// What the machine around the box is asked for; a test says it itself.
struct SystemFacts: Sendable {
  /// Whether there is a file of this path, such as a program.
  var has: @Sendable (String) -> Bool
  /// A unit's state in systemd's word; nil where the machine was not started by systemd.
  var unitState: @Sendable (String) -> String?
  /// Where this program's companions lie.
  var binaries: String
  /// TCP sockets of this machine, as Linux lists them (proc(5)); empty where the list cannot be read.
  var sockets: @Sendable () -> String = {
    ["tcp", "tcp6"].map { (try? FileSystem.text("/proc/self/net/\($0)")) ?? "" }.joined()
  }

  /// Whether somebody listens at a port, at any address; nil where that cannot be told.
  func listens(at port: Int) -> Bool? {
    let lines = sockets().split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count > 3 }
    guard !lines.isEmpty else { return nil }
    return lines.contains { words in
      // "0: 0100007F:1F90 00000000:0000 0A": the local address and port, and the state, 0A for listening.
      words[3] == "0A" && words[1].split(separator: ":").last.flatMap { Int($0, radix: 16) } == port
    }
  }

  static let machine = SystemFacts(
    has: { FileSystem.exists($0) },
    unitState: { unit in
      guard FileSystem.exists("/run/systemd/system") else { return nil }
      guard let run = try? ToolRun(["systemctl", "is-active", unit], atMost: 5) else { return "unknown" }
      return run.output.trimmed
    }, binaries: KioskFolder.binaryFolder)
}
