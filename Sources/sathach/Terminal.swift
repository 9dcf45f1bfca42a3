import Assessment
import Glibc

/// How a command ends.
enum ExitStatus: Int32 {
  case done = 0
  /// Found wrong, or refused.
  case refused = 1
  case wrongUse = 2
  /// Input or output, network, lock.
  case couldNot = 3
}

/// An end with a sentence for the operator: one line, the cause and what was expected.
struct Failure: Error {
  let code: ExitStatus
  let text: String

  static func refused(_ text: String) -> Failure { Failure(code: .refused, text: text) }
  static func couldNot(_ text: String) -> Failure { Failure(code: .couldNot, text: text) }
}

func leave(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}

/// Standard output and standard error, unbuffered.
enum Terminal {
  static func say(_ text: String) {
    write(text + "\n", to: STDOUT_FILENO)
  }

  static func say(_ json: JSON) {
    write(String(decoding: json.canonicalBytes, as: UTF8.self) + "\n", to: STDOUT_FILENO)
  }

  static func complain(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Words of a line that goes on, for somebody who watches.
  static func note(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  static func put(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func write(_ text: String, to file: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
