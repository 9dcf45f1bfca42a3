import HTTPServer
import Testing
import Web

/// A request as it goes over the wire, and the status it deserves.
struct RawCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let raw: String
  let status: Int

  init(_ rule: String, _ raw: String, _ status: Int = 400) {
    self.rule = rule
    self.raw = raw
    self.status = status
  }

  /// A GET whose header lines after Host are `lines`.
  static func get(_ rule: String, _ lines: String, _ status: Int = 400) -> RawCase {
    RawCase(rule, "GET /a HTTP/1.1\r\nHost: h\r\n\(lines)\r\n\r\n", status)
  }

  static func post(_ rule: String, _ lines: String, _ body: String = "", _ status: Int = 400) -> RawCase {
    RawCase(rule, "POST /a HTTP/1.1\r\nHost: h\r\n\(lines)\r\n\r\n\(body)", status)
  }

  static func target(_ target: String, _ status: Int = 400) -> RawCase {
    RawCase("target \(target.prefix(30))", "GET \(target) HTTP/1.1\r\nHost: h\r\n\r\n", status)
  }

  var testDescription: String { rule }
}

@Suite("Requests refused before routing")
struct RefusalTests {
  private static let heads: [RawCase] = [
    RawCase("two hosts", "GET /a HTTP/1.1\r\nHost: h\r\nhOST: i\r\n\r\n"),
    RawCase("empty host", "GET /a HTTP/1.1\r\nHost: \r\n\r\n"),
    .get("two cookies", "Cookie: a=1\r\nCookie: b=2"),
    .get("two origins", "Origin: http://a\r\nOrigin: http://b"),
    .post("two content types", "Content-Type: text/plain\r\nContent-Type: text/html\r\nContent-Length: 0"),
    .get("escape in a value", "X: a\u{1b}b"),
    .get("tab in a value", "X: a\tb"),
    .get("delete in a value", "X: a\u{7f}"),
    .get("NUL in a value", "X: a\u{0}b"),
    .get("NUL at the end of a value", "X: a\u{0}"),
    .get("NUL hiding a header", "X: a\u{0}\u{0}Cookie: b"),
    .get("bare CR in a value", "X: a\rY: b"),
    .get("bare LF between headers", "X: a\nY: b"),
    .get("folded line", "X: a\r\n b"),
    .get("space in a name", "X Y: a"),
    .get("control in a name", "X\u{1}: a"),
    .get("name outside ASCII", "Xé: a"),
    .get("no name", ": a"),
    RawCase("all lines ended by bare LF", "GET /a HTTP/1.1\nHost: h\n\n"),
    RawCase("HTTP/1.9", "GET /a HTTP/1.9\r\nHost: h\r\n\r\n", 505),
    .get("head over the limit", "X: \(String(repeating: "a", count: 8200))", 431),
  ]

  private static let lengths: [RawCase] = [
    .post("two lengths that differ", "Content-Length: 4\r\nContent-Length: 3", "abcd"),
    .post("two lengths alike", "Content-Length: 3\r\nContent-Length: 3", "abc"),
    .post("length beside chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
    .post("chunked beside length", "Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n"),
    .post("other coding", "Transfer-Encoding: gzip"),
    .post("coding before chunked", "Transfer-Encoding: gzip, chunked"),
    .post("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
    .post("chunked and more", "Transfer-Encoding: chunked;x"),
    RawCase("chunked in HTTP/1.0", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    .get("body on GET", "Content-Length: 4"),
    .get("chunked body on GET", "Transfer-Encoding: chunked"),
    RawCase("body on HEAD", "HEAD /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n"),
    .post("length one over the limit", "Content-Length: 65537", "", 413),
    .post("length far over the limit", "Content-Length: 999999999999999999", "", 413),
    .post("refused before 100-continue", "Content-Length: 65537\r\nExpect: 100-continue", "", 413),
  ]

  private static let targets: [RawCase] = [
    .target("http://h/a"), .target("*"), .target("a"), .target("/a\tb"), .target("/a\u{0}b"), .target("/é"),
    .target("/a\u{7f}"), .target("/a%00"), .target("/a?b=%00"), .target("/.."), .target("/../a"), .target("/a/../b"),
    .target("/a/%2e%2E/b"), .target("/a/.%2e"), .target("/a%2f..%2Fb"), .target("/a\\..\\b"), .target("/..?x"),
    .target("/" + String(repeating: "a", count: 2048), 414),
  ]

  private static let methods: [RawCase] = ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "BREW"].map {
    RawCase("method \($0)", "\($0) /a HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n", 405)
  }

  @Test("a doubtful request is refused, told so and cut off", arguments: heads + lengths + targets + methods)
  func refused(request: RawCase) throws {
    let responder = Scripted.echo
    try serving(responder) { server in
      let client = try RawClient(port: server.port)

      client.send(request.raw)
      let answer = try #require(client.answer(toHead: request.raw.hasPrefix("HEAD")))

      #expect(answer.status == request.status)
      #expect(answer.headers["connection"]?.lowercased() == "close")
      #expect(answer.headers["cache-control"] == "no-store")
      #expect(answer.headers["x-content-type-options"] == "nosniff")
      #expect(answer.headers["content-length"] != nil)
      #expect(answer.headers["allow"] == (request.status == 405 ? "GET, HEAD, POST" : nil))
      #expect(client.isEnded)
    }
    #expect(responder.seen.isEmpty)
  }

  private static let long = String(repeating: "a", count: 40_000)

  /// libmicrohttpd answers these by itself, in its own words.
  @Test(
    "what libmicrohttpd refuses never reaches a screen either",
    arguments: [
      RawCase("no host", "GET /a HTTP/1.1\r\n\r\n", 400),
      RawCase("negative length", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n", 400),
      RawCase("list of lengths", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3, 3\r\n\r\nabc", 400),
      RawCase("23 digits", "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 77777777777777777777777\r\n\r\n", 413),
      RawCase("bad chunk size", "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
      RawCase("target of 40 kB", "GET /\(long) HTTP/1.1\r\nHost: h\r\n\r\n", 414),
      RawCase("head of 40 kB", "GET / HTTP/1.1\r\nHost: h\r\nX: \(long)\r\n\r\n", 431),
      RawCase("HTTP/2.0", "GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505),
    ])
  func refusedBelow(request: RawCase) throws {
    let responder = Scripted.echo
    try serving(responder) { server in
      let client = try RawClient(port: server.port)

      client.send(request.raw)

      #expect(client.answer()?.status == request.status)
      #expect(client.isEnded)
    }
    #expect(responder.seen.isEmpty)
  }

  @Test("a chunked body over the limit is refused, however it is cut", arguments: [1, 100, 4000])
  func chunkedTooLarge(size: Int) throws {
    let responder = Scripted.echo
    try serving(responder, { $0.bodyLimit = 5000 }) { server in
      let client = try RawClient(port: server.port)
      let chunk = "\(String(size, radix: 16))\r\n\(String(repeating: "x", count: size))\r\n"

      client.send("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
      for _ in 0...(5000 / size) { client.send(chunk) }
      client.send("0\r\n\r\n")

      #expect(client.answer()?.status == 413)
      #expect(client.isEnded)
    }
    #expect(responder.seen.isEmpty)
  }
}
