import Glibc

/// A thread at the door: lets connections in, each to the event thread after the last one's, and at a steady beat cuts
/// those that are overdue.
///
/// libmicrohttpd's own pool would let whichever thread wakes first take up to ten connections that come at once, and
/// all the work of a busy minute then hangs on one processor.
final class Doorkeeper: Sendable {
  private let socket: ListeningSocket
  private let daemons: [Daemon]
  private let connections: OpenConnections
  /// Milliseconds between two looks: a deadline is overrun by that much at most.
  private let beat: Int
  /// Two joined sockets, the first of which becomes readable when the thread is to end.
  private let ends: (reading: Int32, writing: Int32)
  private let thread = Locked<pthread_t?>(nil)

  /// - Parameter daemons: whose event threads take turns; one at least.
  init(_ socket: ListeningSocket, _ daemons: [Daemon], _ connections: OpenConnections, deadlineSeconds: Int) {
    self.socket = socket
    self.daemons = daemons
    self.connections = connections
    beat = min(max(deadlineSeconds * 100, 50), 1000)
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
      let code = pthread_create(&new, nil, { Doorkeeper.run($0) }, context.toOpaque())
      if code == 0 { thread = new } else { context.release() }
      return code
    }
    guard code == 0 else { throw .noThread(code: code) }
  }

  /// Nobody is let in any more, nor cut.
  func stop() {
    guard let running = thread.withLock({ $0.take() }) else { return }
    _ = write(ends.writing, "x", 1)
    pthread_join(running, nil)
  }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Doorkeeper>.fromOpaque(context).takeRetainedValue().watch()
    return nil
  }

  private func watch() {
    var turn = 0
    var nextBeat = Pace.now + beat
    var mayEnter = true
    while true {
      // A negative descriptor is passed over by poll.
      var wishes = [
        pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: mayEnter ? socket.descriptor : -1, events: Int16(POLLIN), revents: 0),
      ]
      let found = poll(&wishes, 2, Int32(max(0, nextBeat - Pace.now)))
      if found > 0, wishes[0].revents != 0 { return }
      if found > 0, wishes[1].revents != 0 { mayEnter = letIn(&turn) }
      guard Pace.now >= nextBeat else { continue }
      connections.cutOverdue(at: Pace.now)
      nextBeat = Pace.now + beat
      mayEnter = true
    }
  }

  /// - Returns: false where the system has no room for a connection: those outside then wait for the next beat.
  private func letIn(_ turn: inout Int) -> Bool {
    while true {
      var peer = SocketAddress()
      let connection = peer.accept(from: socket.descriptor)
      guard connection >= 0 else {
        // ECONNABORTED and its like concern one client that has left again.
        return ![EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno)
      }
      turn = (turn + 1) % daemons.count
      daemons[turn].add(connection, from: &peer)
    }
  }
}
