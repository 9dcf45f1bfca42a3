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
  ///   - installer: a program and its first arguments, as `dpkg -i`.
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

  private func ask() -> String? {
    let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard line >= 0 else { return nil }
    defer { close(line) }
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isThere = withUnsafePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(line, $0, size) == 0 }
    }
    guard isThere else { return nil }
    let words = Array("GET /health HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n".utf8)
    guard send(line, words, words.count, Int32(MSG_NOSIGNAL)) == words.count else { return nil }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = recv(line, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
