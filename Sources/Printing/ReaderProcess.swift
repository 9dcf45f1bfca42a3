import Glibc

/// A child that reads a picture from its standard input and then answers on its standard output, within a time limit.
///
/// Both are one socket pair, since writing to a socket whose reader has died is an error and not a signal. The child
/// gets the arguments it is given, of the environment the language of machines and
/// where CUPS listens, and no signal mask of ours. It is gone when this value is: what has not ended by
/// then is killed.
struct ReaderProcess: ~Copyable {
  private let child: pid_t
  private let line: Int32
  private let timeLimit: Duration
  private let deadline: ContinuousClock.Instant
  private var isRunning = true

  init(program: String, arguments: [String] = [], timeLimit: Duration) throws(PrintingError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .system(call: "socketpair", code: errno) }
    defer { close(ends[1]) }
    do throws(PrintingError) {
      child = try Self.start(program, arguments, line: ends[1])
    } catch {
      close(ends[0])
      throw error
    }
    line = ends[0]
    self.timeLimit = timeLimit
    deadline = .now + timeLimit
  }

  deinit {
    close(line)
    guard isRunning else { return }
    kill(child, SIGKILL)
    // A killed child ends at once; waiting for it leaves no zombie.
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
  }

  /// Everything the child is to read. A child that ends without reading it all is no error here: its status tells why.
  func send(_ bytes: [UInt8]) throws(PrintingError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      try wait(for: POLLOUT)
      let count = rest.withUnsafeBytes {
        Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count < 0 && (errno == EPIPE || errno == ECONNRESET) { return }
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      guard count >= 0 else { throw .system(call: "send", code: errno) }
      rest = rest.dropFirst(count)
    }
    shutdown(line, Int32(SHUT_WR))
  }

  /// What the child says until it ends; it must end well.
  mutating func answer(atMost limit: Int) throws(PrintingError) -> [UInt8] {
    var answer: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      try wait(for: POLLIN)
      let count = recv(line, &room, room.count, Int32(MSG_DONTWAIT))
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      // A child that ends with input unread resets the line.
      if count == 0 || (count < 0 && errno == ECONNRESET) { break }
      guard count > 0 else { throw .system(call: "recv", code: errno) }
      guard answer.count + count <= limit else { throw .readerTalksNonsense }
      answer += room[..<count]
    }
    try waitForEnd()
    return answer
  }

  private func wait(for event: Int32) throws(PrintingError) {
    while true {
      var waited = pollfd(fd: line, events: Int16(event), revents: 0)
      let ready = poll(&waited, 1, try millisecondsLeft())
      if ready > 0 { return }
      guard ready == 0 || errno == EINTR else { throw .system(call: "poll", code: errno) }
    }
  }

  /// The line is closed before the child has quite ended, so this looks a few times.
  private mutating func waitForEnd() throws(PrintingError) {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { break }
      guard ended == 0 || errno == EINTR else { throw .system(call: "waitpid", code: errno) }
      poll(nil, 0, min(1, try millisecondsLeft()))
    }
    isRunning = false
    // The lowest seven bits hold the signal, the next eight the exit status.
    let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
    guard signal == 0, code == 0 else { throw .readerFailed(status: signal == 0 ? code : -signal) }
  }

  private func millisecondsLeft() throws(PrintingError) -> Int32 {
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    guard left > 0 else { throw .readerTooSlow(limit: timeLimit) }
    return Int32(min(left.rounded(.up), 60_000))
  }

  private static func start(_ program: String, _ arguments: [String], line: Int32) throws(PrintingError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, line, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, line, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var child: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let spooler = getenv("CUPS_SERVER").map { ["CUPS_SERVER=" + String(cString: $0)] } ?? []
    var environment: [UnsafeMutablePointer<CChar>?] = (["LC_ALL=C"] + spooler).map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    let code = posix_spawn(&child, program, &actions, &attributes, &words, &environment)
    guard code == 0 else { throw .readerNotStarted(path: program, code: code) }
    return child
  }
}
