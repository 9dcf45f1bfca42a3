import Glibc

/// What an update asks of the machine; a test gives its own.
struct UpdateTools {
  /// Installs packages, all at once.
  var install: ([String]) throws -> Void
  var stop: () throws -> Void
  /// Starts the service, or starts it anew, so that it takes in what has changed.
  var start: () throws -> Void
  /// Whether the box does its work; waits for it as long as a start may take.
  var isWell: () -> Bool

  /// - Parameters:
  ///   - installer: a program and its first arguments, as `dpkg --force-confold -i`.
  ///   - unit: the service's unit; empty where the machine has none to start.
  ///   - port: where the kiosk's door answers; nil where nobody is to be asked.
  ///   - patience: seconds that a start may take.
  static func machine(installer: String, unit: String, port: UInt16?, patience: Int) -> UpdateTools {
    UpdateTools(
      install: { paths in
        try run(installer.split(separator: " ").map(String.init) + paths, atMost: 600)
      },
      stop: { if !unit.isEmpty { try run(["systemctl", "stop", unit]) } },
      start: { if !unit.isEmpty { try run(["systemctl", "restart", unit]) } },
      isWell: { port.map { HealthQuestion(port: $0).isWell(within: patience) } ?? true })
  }

  private static func run(_ words: [String], atMost seconds: Int = 120) throws {
    let run = try FolderOwner.withFullRights { try ToolRun(words, atMost: seconds) }
    guard run.isDone else {
      let last = run.output.split(separator: "\n").last ?? "no word"
      throw Failure.couldNot("\(words.joined(separator: " ")) ended with \(run.status): \(last)")
    }
  }
}

/// Asks the kiosk's door on this machine how the box is.
struct HealthQuestion {
  let port: UInt16

  func isWell(within seconds: Int) -> Bool {
    for _ in 0..<max(1, seconds) {
      if let answer = ask(), answer.hasPrefix("HTTP/1.1 200") || answer.hasPrefix("HTTP/1.0 200") { return true }
      sleep(1)
    }
    return false
  }

  /// By the shell, since the program itself is built without the call that opens a connection: what it cannot do, nobody who
  /// breaks into it can.
  private func ask() -> String? {
    let script = """
      exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
      printf 'GET /health HTTP/1.1\\r\\nHost: 127.0.0.1:%s\\r\\nConnection: close\\r\\n\\r\\n' "$1" >&3
      head -c 64 <&3
      """
    return try? ToolRun(["bash", "-c", script, "bash", String(port)], atMost: 5).output
  }
}
