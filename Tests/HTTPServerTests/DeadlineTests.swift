import Glibc
import HTTPServer
import Testing
import Web

/// Deadlines of one second, and an idle time long enough never to matter unless a test shortens it.
@Suite("Clients that take too long")
struct DeadlineTests {
  private func serving(
    _ responder: any Responder = Scripted.echo, idle: Int = 30, _ body: (RawClient) throws -> Void
  ) throws {
    let change = { (configuration: inout Configuration) in
      configuration.deadlineSeconds = 1
      configuration.idleSeconds = idle
    }
    try HTTPServerTests.serving(responder, change) { try body(RawClient(port: $0.port)) }
  }

  /// Sends a byte every 50 ms until the other side closes; the seconds that took, ten at most.
  private func drip(_ client: RawClient, _ byte: String) -> Double {
    let start = seconds
    while seconds - start < 10, client.send(byte) { usleep(50_000) }
    return seconds - start
  }

  @Test(
    "a request that drips is cut off at its deadline, and told so once its first line was read",
    arguments: [
      ("", "G", false),
      ("GET /a HTTP/1.1\r\nHost: h\r\nX: ", "x", true),
      ("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\n\r\n", "x", true),
      ("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", true),
    ])
  func drips(begin: String, byte: String, isTold: Bool) throws {
    let responder = Scripted.echo
    try serving(responder) { client in
      client.send(begin)

      let taken = drip(client, byte)

      #expect((0.9..<4).contains(taken))
      #expect(client.answer()?.status == (isTold ? 408 : nil))
    }
    #expect(responder.seen.isEmpty)
  }

  @Test("a connection that says nothing is closed without a word", arguments: ["", "GET / HT"])
  func silent(begin: String) throws {
    try serving { client in
      client.send(begin)
      let start = seconds
      #expect(client.isEnded)
      #expect((0.9..<4).contains(seconds - start))
    }
  }

  @Test("between requests a client may rest longer than a deadline, and may then drip no longer than the first time")
  func rests() throws {
    try serving(idle: 6) { client in
      client.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(client.answer()?.status == 200)
      usleep(1_800_000)
      client.send("GET /2 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(client.answer()?.status == 200)
      client.send("GET /3 HTTP/1.1\r\nHost: h\r\nX: ")
      #expect((0.9..<4).contains(drip(client, "x")))
    }
  }

  @Test("a second request whose first line drips ends when rest and deadline are over")
  func secondDrips() throws {
    try serving(idle: 2) { client in
      client.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(client.answer()?.status == 200)
      #expect((2.5..<6).contains(drip(client, "G")))
    }
  }

  @Test("the time a screen takes is not the client's fault")
  func slowScreen() throws {
    let parked = Parked()
    try serving(Scripted.parking(in: parked)) { client in
      client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n")
      usleep(2_200_000)
      parked.answerAll()
      #expect(client.answer()?.status == 200)
    }
  }

  @Test("a client that rests longer than the idle time is closed")
  func idle() throws {
    try serving(idle: 1) { client in
      client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(client.answer()?.status == 200)
      let start = seconds
      #expect(client.isEnded)
      #expect((0.5..<4).contains(seconds - start))
    }
  }

  @Test("a client that never reads its answer is cut off")
  func neverReads() throws {
    let body = [UInt8](repeating: 97, count: 32_000)
    try serving(Scripted(now: { _ in Response(status: 200, body: body) })) { client in
      // Many answers fill the buffers on the way; further requests then wait unread in front of the server.
      let start = seconds
      while seconds - start < 15, client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n") { usleep(500) }
      #expect(seconds - start < 10)
    }
  }
}
