import Glibc

/// The service's log: one English line to standard error, which systemd keeps. Never names, numbers or answers.
enum Log {
  enum Level: String {
    /// Somebody must act.
    case error
    /// Start, stop, bank adopted, key made.
    case notice
  }

  static func write(_ level: Level, _ text: String) {
    let flat = text.split(separator: "\n").joined(separator: " ")
    Terminal.complain("level=\(level.rawValue) \(flat)")
  }
}
