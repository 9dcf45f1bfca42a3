import Audio
import Glibc

/// One line to be spoken.
struct SpeechJob {
  let file: String
  private let text: String
  private let spoken: [String]

  init(_ line: String) throws(SpeechError) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 3, SoundID(text: parts[0]) != nil else { throw .unreadableLine }
    file = String(parts[0])
    text = String(parts[1])
    spoken = parts[2].split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
  }

  /// - Returns: milliseconds of sound.
  func write(voice: Voice, folder: String) throws(SpeechError) -> Int {
    let samples = try voice.samples(of: spoken.filter { !$0.isEmpty }.joined(separator: " ")).trimmed
    var sound = try OpusEncoder.sound(samples)
    sound.text = text
    sound.words = WordTimes(spoken, in: samples).milliseconds
    try put(OggOpus.write(sound), into: "\(folder)/\(file.prefix(2))")
    return sound.milliseconds
  }

  /// Whole or not at all.
  private func put(_ bytes: [UInt8], into folder: String) throws(SpeechError) {
    mkdir(folder, 0o755)
    let (path, draft) = ("\(folder)/\(file).opus", "\(folder)/\(file).new")
    let handle = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard handle >= 0 else { throw .notWritten(code: errno) }
    defer { close(handle) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(handle, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .notWritten(code: errno) }
      rest = rest.dropFirst(count)
    }
    guard rename(draft, path) == 0 else { throw .notWritten(code: errno) }
  }
}
