import Glibc

/// A program that reads its standard input and answers on its standard output, within a time limit.
///
/// The answers come through a socket pair, which is its input too where no file is: writing to a socket whose reader has died is an error
/// and not a signal. It gets the arguments and the environment it is given, nothing of ours, and no signal mask. It is gone when this value
/// is: what has not ended by then is killed.
package struct ChildProcess: ~Copyable {
  private let child: pid_t
  private let answers: Int32
  private let timeLimit: Duration
  private let deadline: ContinuousClock.Instant
  private var waiting: [UInt8] = []
  /// Where in ``waiting`` the next line begins.
  private var at = 0
  private var isAtEnd = false
  private var isRunning = true

  /// - Parameters:
  ///   - program: its path; it is not searched for.
  ///   - environment: `NAME=value` each.
  ///   - input: an open file; nil where ``send(_:)`` gives what there is to read.
  package init(
    program: String, arguments: [String] = [], environment: [String] = [], input: Int32? = nil, timeLimit: Duration
  ) throws(ChildFault) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .system(call: "socketpair", code: errno) }
    defer { close(ends[1]) }
    do throws(ChildFault) {
      child = try Self.start([program] + arguments, environment, input: input ?? ends[1], output: ends[1])
    } catch {
      close(ends[0])
      throw error
    }
    answers = ends[0]
    self.timeLimit = timeLimit
    deadline = .now + timeLimit
  }

  deinit {
    close(answers)
    guard isRunning else { return }
    kill(child, SIGKILL)
    // A killed child ends at once; waiting for it leaves no zombie.
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
  }

  /// The next line without its end; nil after the last.
  package mutating func line(atMost limit: Int) throws(ChildFault) -> [UInt8]? {
    var searched = at
    while true {
      if let end = waiting[searched...].firstIndex(of: 0x0A) {
        defer { at = end + 1 }
        return Array(waiting[at..<end])
      }
      searched = waiting.count
      if isAtEnd {
        guard at == waiting.count else { throw .cutShort }
        return nil
      }
      guard waiting.count - at <= limit else { throw .tooMuchSaid }
      waiting.removeSubrange(..<at)
      (searched, at) = (searched - at, 0)
      try fetch()
    }
  }

  /// What the child says until it ends; it must end well.
  package mutating func answer(atMost limit: Int) throws(ChildFault) -> [UInt8] {
    while !isAtEnd {
      try fetch()
      guard waiting.count <= limit else { throw .tooMuchSaid }
    }
    let status = try end()
    guard status == 0 else { throw .failed(status: status) }
    return waiting
  }

  private mutating func fetch() throws(ChildFault) {
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      try wait(for: POLLIN)
      let count = recv(answers, &room, room.count, Int32(MSG_DONTWAIT))
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      // A child that ends with input unread resets the line.
      isAtEnd = count == 0 || (count < 0 && errno == ECONNRESET)
      guard count >= 0 || isAtEnd else { throw .system(call: "recv", code: errno) }
      waiting += room[..<max(0, count)]
      return
    }
  }

  /// Everything the child is to read; it answers when it has. A child that ends without reading it all tells why by its status.
  package func send(_ bytes: [UInt8]) throws(ChildFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      try wait(for: POLLOUT)
      let count = rest.withUnsafeBytes {
        Glibc.send(answers, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count < 0 && (errno == EPIPE || errno == ECONNRESET) { return }
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      guard count >= 0 else { throw .system(call: "send", code: errno) }
      rest = rest.dropFirst(count)
    }
    shutdown(answers, Int32(SHUT_WR))
  }

  private func wait(for event: Int32) throws(ChildFault) {
    while true {
      var waited = pollfd(fd: answers, events: Int16(event), revents: 0)
      let ready = poll(&waited, 1, try millisecondsLeft())
      if ready > 0 { return }
      guard ready == 0 || errno == EINTR else { throw .system(call: "poll", code: errno) }
    }
  }

  /// The exit status, negative for a signal. The line is closed before the child has quite ended, so this looks a few times.
  package mutating func end() throws(ChildFault) -> Int32 {
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
    return signal == 0 ? code : -signal
  }

  private func millisecondsLeft() throws(ChildFault) -> Int32 {
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    guard left > 0 else { throw .tooSlow(limit: timeLimit) }
    return Int32(min(left.rounded(.up), 60_000))
  }

  private static func start(
    _ words: [String], _ environment: [String], input: Int32, output: Int32
  ) throws(ChildFault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    // The C interface wants the words without `const`, so they are copies.
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for word in arguments + settings { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, words[0], &actions, &attributes, &arguments, &settings)
    guard code == 0 else { throw .notStarted(path: words[0], code: code) }
    return child
  }
}
