import Glibc

/// The running `sathach-speech` processes, and what they answer, line by line.
struct SpeechWorkers: ~Copyable {
  private let folder: String
  private let arguments: [String]
  private var children: [pid_t] = []
  private var ends: (read: Int32, write: Int32) = (-1, -1)
  private var waiting: [UInt8] = []
  private(set) var trouble = "sathach-speech ended early"

  init(folder: String, voice: String, speed: Int) {
    self.folder = folder
    arguments = [KioskFolder.binaryFolder + "/sathach-speech", folder, voice, String(speed)]
    var pair: [Int32] = [-1, -1]
    if pipe(&pair) == 0 {
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends = (pair[0], pair[1])
    }
  }

  deinit {
    for end in [ends.read, ends.write] where end >= 0 { close(end) }
    for child in children {
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    }
    for number in 0..<4 { unlink(work(number)) }
  }

  private func work(_ number: Int) -> String { "\(folder)/work-\(number)" }

  /// Gives a process its lines as a file, so that it reads them as fast as it speaks.
  mutating func start(_ lines: [String], number: Int) throws {
    try FileSystem.write(lines.joined(), to: work(number), mode: 0o600)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, work(number), O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends.write, STDOUT_FILENO)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments[0], &actions, nil, &words, environ)
    guard code == 0 else { throw FileFault(path: arguments[0], action: "start", code: code) }
    children.append(child)
  }

  /// The next answer of any of them; nil when all have ended.
  mutating func next() -> String? {
    if ends.write >= 0 {
      close(ends.write)
      ends.write = -1
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      if let end = waiting.firstIndex(of: 0x0A) {
        defer { waiting.removeSubrange(...end) }
        return String(decoding: waiting[..<end], as: UTF8.self)
      }
      let count = read(ends.read, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      waiting += chunk[..<count]
    }
  }
}
