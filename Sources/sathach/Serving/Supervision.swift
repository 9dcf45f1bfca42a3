import Glibc

/// Tells systemd how the service is: a datagram to the socket that it names in `NOTIFY_SOCKET` (sd_notify(3)). Nothing
/// happens where nobody listens.
enum Supervision {
  /// - Parameter text: lines of assignments, as in `READY=1`.
  static func tell(_ text: String) {
    guard let name = getenv("NOTIFY_SOCKET").map({ String(cString: $0) }), name.hasPrefix("/") || name.hasPrefix("@")
    else { return }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var path = Array(name.utf8)
    // A name in the abstract namespace begins with a zero byte and has no end.
    if path[0] == UInt8(ascii: "@") { path[0] = 0 }
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let file = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array(text.utf8)
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = sendto(file, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length)
      }
    }
  }

  /// Seconds between two signs of life: a third of what systemd waits for; nil where it waits for none.
  static var beat: UInt32? {
    guard let text = getenv("WATCHDOG_USEC"), let limit = UInt64(String(cString: text)), limit > 0 else { return nil }
    return UInt32(max(1, min(limit / 3_000_000, 60)))
  }

  /// Gives signs of life for as long as the process lives.
  ///
  /// - Parameter isAlive: calls what it is given once the threads that matter have moved.
  static func watch(_ isAlive: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) {
    guard let beat else { return }
    Threads.detach {
      while true {
        isAlive { tell("WATCHDOG=1") }
        sleep(beat)
      }
    }
  }
}

/// Threads that nobody waits for.
enum Threads {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// - Returns: false where the system has no room for another one.
  @discardableResult
  static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(body))
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, context.toOpaque())
    if code == 0 { pthread_detach(thread) } else { context.release() }
    return code == 0
  }
}
