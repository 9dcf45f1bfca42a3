import Audio
import Glibc
import UseCases

/// Has lines spoken by two `sathach-speech` at once and names them in the index. A line whose file is there already costs
/// nothing; files that no line is spoken in any more are removed.
struct SoundMaking {
  struct Outcome {
    var lines = 0
    var spoken = 0
    var new = 0
    /// Of all files.
    var bytes = 0
    /// Of the new ones.
    var speechSeconds = 0
    var seconds = 0
    /// Why the last line that has no sound has none.
    var trouble = ""
  }

  let folder: SoundFolder
  let voice: String
  let speed: Int

  /// Raised whenever the same line is to sound otherwise: rules, coding, voice.
  private static let version = 1
  private static let workers = 2

  func make(_ lines: [EarText], told: (Int) -> Void) throws -> Outcome {
    let start = ContinuousClock.now
    try FileSystem.makeFolder(folder.made, mode: 0o700)
    let lock = try SoundLock(folder.made)
    defer { withExtendedLifetime(lock) {} }
    let jobs = lines.map { (file: name(of: $0), line: $0) }
    let missing = jobs.filter { !FileSystem.exists(folder.path(of: $0.file, in: folder.made)) }
    var outcome = Outcome()
    outcome.lines = lines.count
    try speak(missing, &outcome, told: told)
    try index(jobs, &outcome)
    outcome.seconds = Int((ContinuousClock.now - start) / .seconds(1))
    return outcome
  }

  /// Everything that what is heard and marked depends on.
  private func name(of line: EarText) -> SoundID {
    SoundName.of(
      Array("\(Self.version)\n\(voice)\n\(speed)\n".utf8) + line.written.joined(separator: " ").utf8 + [0x0A]
        + line.spoken.joined(separator: "\u{1F}").utf8)
  }

  private func speak(
    _ jobs: [(file: SoundID, line: EarText)], _ outcome: inout Outcome, told: (Int) -> Void
  ) throws {
    guard !jobs.isEmpty else { return }
    var milliseconds = 0
    var answers = SpeechWorkers(folder: folder.made, voice: voice, speed: speed)
    for worker in 0..<min(Self.workers, jobs.count) {
      let own = stride(from: worker, to: jobs.count, by: Self.workers).map { jobs[$0] }
      try answers.start(
        own.map {
          "\($0.file.text)\t\($0.line.written.joined(separator: " "))\t\($0.line.spoken.joined(separator: "\u{1F}"))\n"
        }, number: worker)
    }
    while let line = answers.next() {
      if line.hasPrefix("- ") {
        outcome.trouble = String(line.dropFirst(2))
        continue
      }
      outcome.new += 1
      milliseconds += line.split(separator: " ").last.flatMap { Int($0) } ?? 0
      told(outcome.new)
    }
    if outcome.trouble.isEmpty, outcome.new < jobs.count { outcome.trouble = answers.trouble }
    outcome.speechSeconds = milliseconds / 1_000
  }

  private func index(_ jobs: [(file: SoundID, line: EarText)], _ outcome: inout Outcome) throws {
    var sounds: [LineKey: SoundID] = [:]
    for job in jobs {
      guard let size = try? FileSystem.size(of: folder.path(of: job.file, in: folder.made)), size > 0 else { continue }
      sounds[LineKey(job.line.written.joined(separator: " "))] = job.file
      outcome.bytes += size
    }
    outcome.spoken = sounds.count
    // The files first: an index is never ahead of what it names.
    sync()
    try FileSystem.write(bytes: SoundIndex.bytes(sounds), to: folder.made + "/index", mode: 0o600)
    folder.sweep(folder.made, keeping: Set(sounds.values))
  }
}

/// One at a time makes sound in a folder: a second would remove what the first has just made.
private final class SoundLock {
  private let handle: Int32

  init(_ folder: String) throws {
    handle = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard handle >= 0 else { throw FileFault(path: folder + "/lock", action: "create", code: errno) }
    guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
      close(handle)
      throw Failure.couldNot("sathach: \(folder): audio is being made already")
    }
  }

  deinit { close(handle) }
}
