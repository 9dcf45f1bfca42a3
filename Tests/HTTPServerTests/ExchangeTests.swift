import Glibc
import HTTPServer
import Testing
import Web

@Suite("Requests and their answers")
struct ExchangeTests {
  @Test("a request reaches the screen with the headers it may use, trimmed")
  func request() throws {
    let responder = Scripted.echo
    try serving(responder) { server in
      let client = try RawClient(port: server.port)

      client.send(
        "POST /a%20b?c=%2e%2e/&d HTTP/1.1\r\nhost:kiosk:80 \r\nCOOKIE: \t s=1; t=2\r\nX-Other: z\r\n"
          + "Content-type: a/b\r\nIf-None-Match: \"q\"\r\nOrigin: http://kiosk\r\nContent-Length: 3\r\nEmpty:\r\n\r\nabc"
      )

      #expect(client.answer()?.status == 200)
    }
    let expected = Request(
      .post, "/a%20b?c=%2e%2e/&d", host: "kiosk:80", cookie: "s=1; t=2", contentType: "a/b", ifNoneMatch: "\"q\"",
      origin: "http://kiosk", peer: "127.0.0.1", body: Array("abc".utf8))
    #expect(responder.seen == [expected])
  }

  @Test(
    "unusual but sound requests are answered",
    arguments: [
      "GET /a HTTP/1.0\r\n\r\n", "GET /a HTTP/1.0\r\nHost: h\r\n\r\n", "\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n",
      "GET /a HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n", "POST /a HTTP/1.1\r\nHost: h\r\n\r\n",
      "GET /a..b/...?/../ HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a HTTP/1.1\r\nHost: h\r\nX: \u{e9}\r\n\r\n",
      "GET /%zz% HTTP/1.1\r\nHost: h\r\nX:\r\nY: \r\n\r\n",
    ])
  func sound(raw: String) throws {
    try serving(Scripted.echo) { server in
      let client = try RawClient(port: server.port)
      client.send(raw)
      #expect(client.answer()?.status == 200)
    }
  }

  @Test("a head of any length up to the limit is read whole, also when it comes in pieces", arguments: [90, 1500])
  func longHeads(piece: Int) throws {
    try serving(Scripted.echo) { server in
      for length in stride(from: 100, through: 8100, by: 800) {
        let client = try RawClient(port: server.port)
        let cookie = String(repeating: "c", count: length)
        let raw = Array("GET /a?b=c HTTP/1.1\r\nHost: h\r\nCookie: \(cookie)\r\nX: y\r\n\r\n".utf8)
        for start in stride(from: 0, to: raw.count, by: piece) {
          client.send(Array(raw[start..<min(start + piece, raw.count)]))
          usleep(50)
        }
        #expect(client.answer()?.status == 200, "a cookie of \(length) bytes")
      }
    }
  }

  @Test("one connection carries one request after the other")
  func keepAlive() throws {
    try serving(Scripted.echo) { server in
      let client = try RawClient(port: server.port)
      for number in 0..<5 {
        client.send("POST /\(number) HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n\(number)")
        #expect(client.answer()?.body == "POST /\(number)\n\(number)")
      }
    }
  }

  @Test("two requests sent at once are answered in order")
  func pipelining() throws {
    try serving(Scripted.echo) { server in
      let client = try RawClient(port: server.port)
      client.send("POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nabGET /2 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(client.answer()?.body == "POST /1\nab")
      #expect(client.answer()?.body == "GET /2\n")
    }
  }

  @Test("a body arrives whole, in one piece, in many, or in chunks", arguments: [true, false], [1, 7, 65_536])
  func bodies(chunked: Bool, piece: Int) throws {
    let length = piece == 1 ? 300 : 65_536
    let body = String(String(repeating: "0123456789", count: 6554).prefix(length))
    try serving(Scripted.echo) { server in
      let client = try RawClient(port: server.port)
      client.send("POST /a HTTP/1.1\r\nHost: h\r\n")
      client.send(chunked ? "Transfer-Encoding: Chunked\r\n\r\n" : "Content-Length: \(length)\r\n\r\n")
      for start in stride(from: 0, to: length, by: piece) {
        let part = body.dropFirst(start).prefix(piece)
        client.send(chunked ? "\(String(part.count, radix: 16))\r\n\(part)\r\n" : String(part))
      }
      if chunked { client.send("0\r\n\r\n") }
      #expect(client.answer()?.body == "POST /a\n" + body)
    }
  }

  @Test("a client that asks whether to go on is told to")
  func expectContinue() throws {
    try serving(Scripted.echo) { server in
      let client = try RawClient(port: server.port)
      client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
      #expect(client.answer()?.status == 100)
      client.send("ab")
      #expect(client.answer()?.body == "POST /a\nab")
    }
  }

  @Test("HEAD gets the headers of GET and no body, on a connection that goes on")
  func head() throws {
    try serving(Scripted(now: { _ in Response(status: 200, headers: [.init("X", "y")], body: [65, 66]) })) { server in
      let client = try RawClient(port: server.port)
      client.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n")
      let (head, get) = (client.answer(toHead: true), client.answer())
      #expect(head?.headers["content-length"] == "2" && get?.body == "AB")
      // The clock may have moved on between the two.
      #expect(head?.headers.filter { $0.key != "date" } == get?.headers.filter { $0.key != "date" })
    }
  }

  @Test("status, headers in order and body go out as the screen gave them", arguments: [200, 303, 404, 422, 500])
  func response(status: Int) throws {
    let headers = [Response.Header("Set-Cookie", "a=1"), .init("Location", "/b"), .init("X-Text", "é")]
    try serving(Scripted(now: { _ in Response(status: status, headers: headers) })) { server in
      let client = try RawClient(port: server.port)
      client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n")
      let answer = try #require(client.answer())
      #expect(answer.status == status && answer.body.isEmpty && answer.headers["content-length"] == "0")
      #expect(headers.allSatisfy { answer.headers[$0.name.lowercased()] == $0.value })
      #expect(answer.headers["connection"] == nil)
    }
  }

  @Test(
    "an answer that would break the protocol becomes a 500",
    arguments: [
      Response(status: 200, headers: [.init("X", "a\r\nSet-Cookie: b")]),
      Response(status: 200, headers: [.init("X", "a\nb")]),
      Response(status: 200, headers: [.init("X", "a\u{0}b")]),
      Response(status: 200, headers: [.init("X\r\nY", "a")]),
      Response(status: 200, headers: [.init("", "a")]),
      Response(status: 200, headers: [.init("X:", "a")]),
      Response(status: 200, headers: [.init("Content-Length", "5")]),
      Response(status: 200, headers: [.init("Transfer-Encoding", "gzip")]),
      Response(status: 99), Response(status: 100), Response(status: -1), Response(status: 1000),
    ])
  func unsendable(response: Response) throws {
    try serving(Scripted(now: { _ in response })) { server in
      let client = try RawClient(port: server.port)
      client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n")
      let answer = client.answer()
      #expect(answer?.status == 500 && answer?.headers["set-cookie"] == nil && answer?.headers["x"] == nil)
    }
  }

  @Test("a large body goes out whole to a client that takes its time")
  func largeAnswer() throws {
    let body = [UInt8](repeating: 97, count: 4_000_000)
    try serving(Scripted(now: { _ in Response(status: 200, body: body) })) { server in
      let client = try RawClient(port: server.port)
      client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n")
      usleep(100_000)
      #expect(client.answer()?.body.utf8.count == body.count)
    }
  }
}
