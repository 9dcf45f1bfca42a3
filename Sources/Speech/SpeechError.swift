/// Why a line was not spoken.
enum SpeechError: Error, Equatable {
  case unreadableLine
  /// espeak-ng is not installed or could not be started.
  case noVoice(code: Int32)
  case voiceFailed(status: Int32)
  case silent
  case encoder(code: Int32)
  case notWritten(code: Int32)

  /// One word, then what it is about.
  var word: String {
    switch self {
    case .unreadableLine: "unreadable-line"
    case .noVoice(let code): "no-voice \(code)"
    case .voiceFailed(let status): "voice-failed \(status)"
    case .silent: "silent"
    case .encoder(let code): "encoder \(code)"
    case .notWritten(let code): "not-written \(code)"
    }
  }
}
