import Glibc

/// A thread that looks at all connections at a steady beat and cuts the overdue ones.
final class Reaper: Sendable {
  private let connections: OpenConnections
  /// Milliseconds between two looks: a deadline is overrun by that much at most.
  private let beat: Int32
  /// Two joined sockets, the first of which becomes readable when the thread is to end.
  private let ends: (reading: Int32, writing: Int32)
  private let thread = Locked<pthread_t?>(nil)

  init(_ connections: OpenConnections, deadlineSeconds: Int) {
    self.connections = connections
    beat = Int32(min(max(deadlineSeconds * 100, 50), 1000))
    var pair: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    ends = socketpair(AF_UNIX, kind, 0, &pair) == 0 ? (pair[0], pair[1]) : (-1, -1)
  }

  deinit {
    if ends.reading >= 0 { close(ends.reading) }
    if ends.writing >= 0 { close(ends.writing) }
  }

  func start() throws(HTTPServerError) {
    guard ends.reading >= 0 else { throw .noThread(code: errno) }
    let code = thread.withLock { thread -> Int32 in
      var new = pthread_t()
      let context = Unmanaged.passRetained(self)
      let code = pthread_create(&new, nil, { Reaper.run($0) }, context.toOpaque())
      if code == 0 { thread = new } else { context.release() }
      return code
    }
    guard code == 0 else { throw .noThread(code: code) }
  }

  func stop() {
    guard let running = thread.withLock({ $0.take() }) else { return }
    _ = write(ends.writing, "x", 1)
    pthread_join(running, nil)
  }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let reaper = Unmanaged<Reaper>.fromOpaque(context).takeRetainedValue()
    var wish = pollfd(fd: reaper.ends.reading, events: Int16(POLLIN), revents: 0)
    while poll(&wish, 1, reaper.beat) <= 0 { reaper.connections.cutOverdue(at: Pace.now) }
    return nil
  }
}
