/// One HTTP request as a screen needs it: nothing of libmicrohttpd, every byte already bounded in number by the server.
package struct Request: Sendable, Equatable {
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  package var method: Method
  /// Path and query as they stood in the request line, still percent-encoded, ASCII, starting with "/".
  package var target: String
  /// The `Host` header, exactly one of which was present.
  package var host: String
  /// The `Cookie` header, or an empty text.
  package var cookie: String
  /// The `Content-Type` header, or an empty text.
  package var contentType: String
  /// The `If-None-Match` header, or an empty text.
  package var ifNoneMatch: String
  /// The `Range` header, or an empty text.
  package var range: String
  /// The `If-Range` header, or an empty text.
  package var ifRange: String
  /// The `Origin` header, or an empty text.
  package var origin: String
  /// The `Authorization` header, or an empty text: programs show by it who they are.
  package var authorization = ""
  /// Whether an answer may come packed.
  package var acceptsGzip = false
  /// The address of the other side, for rate limits only; never logged or stored.
  package var peer: String
  package var body: [UInt8]
  /// The file with the body in it, for targets whose bodies are not held in memory; it is gone once the request is answered.
  package var bodyFile: String?
  package var door: Door

  package init(
    _ method: Method, _ target: String, host: String = "127.0.0.1", cookie: String = "", contentType: String = "",
    ifNoneMatch: String = "", range: String = "", ifRange: String = "", origin: String = "", peer: String = "127.0.0.1",
    body: [UInt8] = [], door: Door = .kiosk
  ) {
    self.method = method
    self.target = target
    self.host = host
    self.cookie = cookie
    self.contentType = contentType
    self.ifNoneMatch = ifNoneMatch
    self.range = range
    self.ifRange = ifRange
    self.origin = origin
    self.peer = peer
    self.body = body
    self.door = door
  }
}

/// What goes back: a status, headers in order and a body that is complete in memory.
package struct Response: Sendable, Equatable {
  package struct Header: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var status: Int
  package var headers: [Header]
  package var body: [UInt8]

  package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}

/// Whoever answers requests. The server asks twice at most: first for an answer in place, then, where that is nil, for one
/// that may come later and from another thread, since a write waits for its turn on the one writer.
package protocol Responder: Sendable {
  /// Called on the event thread that read the request, so it must not wait for a disk sync. Nil sends the request on
  /// to ``answerLater(_:answer:)``.
  func answerNow(_ request: Request) -> Response?

  /// Takes the request over; `answer` is called exactly once, from any thread, also before this returns.
  func answerLater(_ request: Request, answer: @escaping @Sendable (Response) -> Void)
}
