import Glibc

/// How a command ends.
enum ExitStatus: Int32 {
  case done = 0
  /// Found wrong, or refused.
  case refused = 1
  case wrongUse = 2
  /// Input or output, network, database.
  case couldNot = 3
}

/// An end with a sentence for the operator: one line, the cause and what was expected.
struct Failure: Error {
  let code: ExitStatus
  let text: String

  static func refused(_ text: String) -> Failure { Failure(code: .refused, text: "sathach-province: " + text) }
  static func couldNot(_ text: String) -> Failure { Failure(code: .couldNot, text: "sathach-province: " + text) }
}

func leave(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}

/// Standard output and standard error, unbuffered.
enum Terminal {
  static func say(_ text: String) { put(Array((text + "\n").utf8), to: STDOUT_FILENO) }

  static func complain(_ text: String) { put(Array((text + "\n").utf8), to: STDERR_FILENO) }

  static func put(_ bytes: [UInt8], to file: Int32 = STDOUT_FILENO) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
