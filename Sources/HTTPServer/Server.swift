import CMicrohttpd
import Glibc
import Web

/// One listener: carries requests to a ``Web/Responder`` and its answers back, over libmicrohttpd.
///
/// What no screen should have to think about is refused here: ambiguous heads, targets that climb, bodies too large,
/// clients too slow. Signals are the program's: block those it waits for before ``start()``.
package final class Server: Sendable {
  private struct Running {
    let daemon: Daemon
    let reaper: Reaper
    let port: UInt16
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
      if case .running(let running) = state { running.port } else { 0 }
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
    running.daemon.quiesce()
    waitUntilIdle(milliseconds: seconds * 1000)
    reception.connections.shutAll()
    waitUntilIdle(milliseconds: 500)
    running.daemon.stop()
    running.reaper.stop()
  }

  private func begin() throws(HTTPServerError) -> Running {
    let configuration = reception.limits
    let socket = try ListeningSocket(address: configuration.address, port: configuration.port)
    let daemon = try Daemon(on: socket, for: reception)
    let reaper = Reaper(reception.connections, deadlineSeconds: configuration.deadlineSeconds)
    do throws(HTTPServerError) {
      try reaper.start()
    } catch {
      daemon.quiesce()
      daemon.stop()
      throw error
    }
    return Running(daemon: daemon, reaper: reaper, port: socket.port)
  }

  private func waitUntilIdle(milliseconds: Int) {
    let limit = Pace.now + milliseconds
    while reception.connections.hasBusy, Pace.now < limit { usleep(2000) }
  }
}
