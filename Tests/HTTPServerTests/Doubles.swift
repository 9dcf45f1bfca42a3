import Glibc
import Web

@testable import HTTPServer

typealias Answering = @Sendable (Response) -> Void

/// A responder that does what its test says and remembers what it was asked.
final class Scripted: Responder {
  private let now: @Sendable (Request) -> Response?
  private let later: @Sendable (Request, @escaping Answering) -> Void
  private let requests = Locked<[Request]>([])

  init(
    now: @escaping @Sendable (Request) -> Response? = { _ in nil },
    later: @escaping @Sendable (Request, @escaping Answering) -> Void = { _, _ in }
  ) {
    self.now = now
    self.later = later
  }

  /// Answers with the request line as it understood it, and the body.
  static var echo: Scripted { Scripted(now: { Response(echoing: $0) }) }

  /// Never answers in place; keeps what it would answer to until ``Parked/answerAll()``.
  static func parking(in parked: Parked) -> Scripted { Scripted(later: { parked.park($0, $1) }) }

  var seen: [Request] { requests.withLock { $0 } }

  func answerNow(_ request: Request) -> Response? {
    requests.withLock { $0.append(request) }
    return now(request)
  }

  func answerLater(_ request: Request, answer: @escaping Answering) { later(request, answer) }
}

/// Requests that wait for their answers.
final class Parked: Sendable {
  private let waiting = Locked<[(Request, Answering)]>([])

  var count: Int { waiting.withLock { $0.count } }

  func park(_ request: Request, _ answer: @escaping Answering) { waiting.withLock { $0.append((request, answer)) } }

  /// Waits for `number` requests to be here.
  func await(_ number: Int) -> Bool { eventually { self.count >= number } }

  /// Answers each by its echo, those already answered once more, last come first.
  func answerAll() {
    for index in (0..<count).reversed() { answer(index) }
  }

  /// Answers the request that came at `index`, again if need be.
  func answer(_ index: Int) {
    let (request, answer) = waiting.withLock { $0[index] }
    answer(Response(echoing: request))
  }
}

extension Response {
  init(echoing request: Request) {
    let text = "\(request.method.rawValue) \(request.target)\n"
    self.init(status: 200, headers: [Header("Content-Type", "text/plain")], body: Array(text.utf8) + request.body)
  }
}

/// Runs `body` against a server on a free port, and stops it.
func serving(
  _ responder: any Responder, _ change: (inout Configuration) -> Void = { _ in }, _ body: (Server) throws -> Void
) throws {
  var configuration = Configuration()
  change(&configuration)
  let server = Server(configuration, responder)
  try server.start()
  defer { server.stop(within: 0) }
  try body(server)
}

/// Looks every millisecond, for five seconds at most, whether `condition` holds.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<5000 {
    if condition() { return true }
    usleep(1000)
  }
  return condition()
}

/// Runs `work` on a thread of its own; the result waits for it.
func onThread(_ work: @escaping @Sendable () -> Void) -> () -> Void {
  final class Work: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  var thread = pthread_t()
  let context = Unmanaged.passRetained(Work(work)).toOpaque()
  pthread_create(
    &thread, nil,
    { context in
      guard let context else { return nil }
      Unmanaged<Work>.fromOpaque(context).takeRetainedValue().work()
      return nil
    }, context)
  return { pthread_join(thread, nil) }
}

/// Seconds of the monotonic clock.
var seconds: Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
