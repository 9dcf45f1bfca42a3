import Glibc

/// The three streams of this program, without buffers of the C library's.
enum StandardStreams {
  /// Everything up to the end of standard input.
  static func input(atMost limit: Int) throws(SymbolReaderError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &room, room.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .cannotRead(code: errno) }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLong(limit: limit) }
      bytes += room[..<count]
    }
  }

  static func output(_ text: String) throws(SymbolReaderError) {
    var rest = ArraySlice(text.utf8)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .cannotWrite(code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Says on standard error what was wrong; nobody can be told if that fails.
  static func complain(_ message: String) {
    let line = Array("sathach-symbols: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
