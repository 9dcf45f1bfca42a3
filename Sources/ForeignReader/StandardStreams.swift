import Glibc
import Interchange

/// Bytes outside of Swift's arrays, so that a file of many megabytes is in memory once.
final class InputBytes {
  private var room: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  init(capacity: Int) {
    room = .allocate(byteCount: max(1, capacity), alignment: 16)
  }

  deinit {
    room.deallocate()
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[..<count]) }

  /// How many came in; 0 at the end, negative where reading failed.
  func read(from file: Int32) -> Int {
    if count == room.count { grow() }
    while true {
      let came = Glibc.read(file, room.baseAddress.map { $0 + count }, room.count - count)
      if came < 0 && errno == EINTR { continue }
      count += max(0, came)
      return came
    }
  }

  private func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: room.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(room))
    room.deallocate()
    room = larger
  }
}

enum StandardStreams {
  /// Everything up to the end of standard input. Ends the program where it cannot be read.
  static func input(atMost limit: Int) throws(Finding) -> InputBytes {
    var facts = stat()
    let isFile = fstat(STDIN_FILENO, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    if isFile, Int(facts.st_size) > limit {
      throw Finding(.fileTooLarge, [String(facts.st_size), String(limit)])
    }
    let input = InputBytes(capacity: isFile ? Int(facts.st_size) + 1 : 1 << 16)
    while case let came = input.read(from: STDIN_FILENO), came != 0 {
      if came < 0 { leave("cannot read standard input, errno \(errno)") }
      guard input.count <= limit else { throw Finding(.fileTooLarge, [String(input.count), String(limit)]) }
    }
    guard input.count > 0 else { throw Finding(.emptyFile) }
    return input
  }

  static func leave(_ message: String) -> Never {
    complain(message)
    exit(3)
  }

  /// Says on standard error what was wrong; nobody can be told if that fails.
  static func complain(_ message: String) {
    let line = Array("sathach-import: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}

/// Lines to standard output, some at a time. Where nobody takes them any more, the program ends.
final class LineOutput {
  private var waiting: [UInt8] = []

  func say(_ line: ReaderLine) {
    line.json.canonical(into: &waiting)
    waiting.append(0x0A)
    if waiting.count >= 1 << 16 { flush() }
  }

  func flush() {
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { StandardStreams.leave("cannot write standard output, errno \(errno)") }
      rest = rest.dropFirst(count)
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
