import Glibc

/// espeak-ng with a voice of its own, as a process.
struct Voice {
  let name: String
  /// Words a minute.
  let speed: Int

  func samples(of text: String) throws(SpeechError) -> Samples {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noVoice(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child: pid_t
    do throws(SpeechError) {
      child = try start(text, output: ends[1])
    } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    close(ends[1])
    let bytes = Self.all(of: ends[0])
    close(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else { throw .voiceFailed(status: status) }
    return try Self.samples(inWave: bytes)
  }

  private func start(_ text: String, output: Int32) throws(SpeechError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // A text of one's own may begin with a hyphen; a space before it makes it no option.
    let words = ["espeak-ng", "-b", "1", "-v", name, "-s", String(speed), "--stdout", " \(text)"]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, "espeak-ng", &actions, nil, &arguments, environ)
    guard code == 0 else { throw .noVoice(code: code) }
    return child
  }

  private static func all(of handle: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(handle, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The head as espeak-ng writes it: 44 bytes, 16-bit samples of one channel; its lengths are not to be trusted in a pipe.
  private static func samples(inWave bytes: [UInt8]) throws(SpeechError) -> Samples {
    guard bytes.count > 44, bytes.starts(with: "RIFF".utf8), bytes[22] == 1, bytes[34] == 16 else { throw .silent }
    let rate = Int(bytes[24]) | Int(bytes[25]) << 8 | Int(bytes[26]) << 16
    let values = stride(from: 44, to: bytes.count - 1, by: 2).map {
      Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
    }
    guard rate > 0, !values.isEmpty else { throw .silent }
    return Samples(rate: rate, values: values[...])
  }
}
