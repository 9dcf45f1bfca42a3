import Glibc
import Testing

/// A client that sends exactly the bytes it is told to, and waits at most five seconds for anything.
final class RawClient: @unchecked Sendable {
  let socket: Int32
  private var pending: [UInt8] = []

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0)
  }

  deinit { close(socket) }

  /// False once the other side has closed.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// The next answer; nil where the connection ends or nothing comes. Answers to HEAD announce a body they lack.
  func answer(toHead: Bool = false) -> Answer? {
    while true {
      if let answer = Answer(takenFrom: &pending, toHead: toHead) { return answer }
      guard receive() else { return nil }
    }
  }

  /// Whether the other side closes, and sends nothing more before.
  var isEnded: Bool {
    let before = pending.count
    let ended = !receive() && errno != EAGAIN
    return ended && pending.count == before
  }

  /// Everything that still comes, to the end.
  var rest: String {
    while receive() {}
    return String(decoding: pending, as: UTF8.self)
  }

  private func receive() -> Bool {
    var room = [UInt8](repeating: 0, count: 65536)
    errno = 0
    let count = recv(socket, &room, room.count, 0)
    guard count > 0 else { return false }
    pending += room[0..<count]
    return true
  }
}

/// One HTTP answer, taken apart.
struct Answer: Equatable {
  let status: Int
  let headers: [String: String]
  let body: String

  /// Takes a complete answer off the front of `bytes`, or nothing.
  init?(takenFrom bytes: inout [UInt8], toHead: Bool) {
    let ending = Array("\r\n\r\n".utf8)
    guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: ending) }) else { return nil }
    let lines = Self.lines(String(decoding: bytes[..<end], as: UTF8.self))
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    let length = toHead || status < 200 ? 0 : headers["content-length"].flatMap(Int.init) ?? 0
    guard bytes.count >= end + 4 + length else { return nil }
    self.status = status
    self.headers = headers
    body = String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self)
    bytes.removeFirst(end + 4 + length)
  }

  /// Swift takes CR LF for one character.
  private static func lines(_ head: String) -> [String] { head.split(separator: "\r\n").map(String.init) }
}
