import CMicrohttpd
import Glibc
import Web

/// One listener: carries requests to a ``Web/Responder`` and its answers back, over libmicrohttpd.
///
/// What no screen should have to think about is refused here: ambiguous heads, targets that climb, bodies too large,
/// clients too slow. Signals are the program's: block those it waits for before ``start()``.
package final class Server: Sendable {
  private struct Running {
    let daemons: [Daemon]
    let doorkeeper: Doorkeeper
    let socket: ListeningSocket
  }

  private enum State {
    case new
    case running(Running)
    case stopped
  }

  private let reception: Reception
  private let state = Locked(State.new)

  package init(_ configuration: Configuration, _ responder: any Responder) {
    reception = Reception(configuration, responder)
  }

  deinit { stop(within: 0) }

  /// The port it listens on; 0 unless running.
  package var port: UInt16 {
    state.withLock { state in
      if case .running(let running) = state { running.socket.port } else { 0 }
    }
  }

  /// Listens and answers from when this returns.
  package func start() throws(HTTPServerError) {
    let failure = state.withLock { state -> HTTPServerError? in
      guard case .new = state else { return .alreadyStarted }
      do throws(HTTPServerError) {
        state = .running(try begin())
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Takes no more requests, waits up to `seconds` for those under way, answers the rest with 503 and closes.
  ///
  /// Responders must have returned from `answerNow` for this to return; an `answerLater` may stay unanswered for ever.
  package func stop(within seconds: Int) {
    let running = state.withLock { state -> Running? in
      defer { state = .stopped }
      if case .running(let running) = state { return running }
      return nil
    }
    guard let running else { return }
    reception.isStopping.store(true, ordering: .relaxed)
    running.doorkeeper.stop()
    close(running.socket.descriptor)
    waitUntilIdle(milliseconds: seconds * 1000)
    reception.connections.shutAll()
    waitUntilIdle(milliseconds: 500)
    for daemon in running.daemons { daemon.stop() }
  }

  private func begin() throws(HTTPServerError) -> Running {
    let configuration = reception.limits
    let socket = try ListeningSocket(address: configuration.address, port: configuration.port)
    var daemons: [Daemon] = []
    do throws(HTTPServerError) {
      for _ in 0..<configuration.eventThreads { daemons.append(try Daemon(for: reception)) }
      let doorkeeper = Doorkeeper(
        socket, daemons, reception.connections, deadlineSeconds: configuration.deadlineSeconds)
      try doorkeeper.start()
      return Running(daemons: daemons, doorkeeper: doorkeeper, socket: socket)
    } catch {
      close(socket.descriptor)
      for daemon in daemons { daemon.stop() }
      throw error
    }
  }

  private func waitUntilIdle(milliseconds: Int) {
    let limit = Pace.now + milliseconds
    while reception.connections.hasBusy, Pace.now < limit { usleep(2000) }
  }
}
