import Glibc

/// A program of the system, run to its end: what it said on both outputs, and how it ended.
struct ToolRun {
  let status: Int32
  let output: String

  var isDone: Bool { status == 0 }

  /// - Parameters:
  ///   - words: the program, looked for in the system's folders where it has no slash, and its arguments.
  ///   - seconds: after which it is ended; its status is -1 then.
  ///   - most: bytes of output that are kept, the last ones.
  /// - Throws: ``FileFault`` where it cannot be started.
  init(_ words: [String], atMost seconds: Int = 60, keeping most: Int = 1 << 20) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileFault(path: words[0], action: "start", code: errno) }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child: pid_t
    do {
      defer { close(ends[1]) }
      child = try Self.start(words, output: ends[1])
    }
    var bytes: [UInt8] = []
    let deadline = SystemClock().monotonic() + Int64(seconds) * 1_000
    while Self.read(ends[0], into: &bytes, until: deadline) {
      if bytes.count > 2 * most { bytes.removeFirst(bytes.count - most) }
    }
    if SystemClock().monotonic() >= deadline { kill(child, SIGKILL) }
    var end: Int32 = 0
    while waitpid(child, &end, 0) < 0 && errno == EINTR {}
    // The lowest seven bits hold the signal, the next eight the exit status.
    status = end & 0x7F == 0 ? end >> 8 & 0xFF : -1
    output = String(decoding: bytes.suffix(most), as: UTF8.self)
  }

  /// - Returns: whether there may be more.
  private static func read(_ end: Int32, into bytes: inout [UInt8], until deadline: Int64) -> Bool {
    let left = deadline - SystemClock().monotonic()
    guard left > 0 else { return false }
    var waited = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
    guard poll(&waited, 1, Int32(min(left, 1_000))) > 0 else { return true }
    var room = [UInt8](repeating: 0, count: 1 << 14)
    let count = Glibc.read(end, &room, room.count)
    if count < 0 && errno == EINTR { return true }
    guard count > 0 else { return false }
    bytes += room[..<count]
    return true
  }

  private static func start(_ words: [String], output: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
    guard code == 0 else { throw FileFault(path: words[0], action: "start", code: code) }
    return child
  }
}
