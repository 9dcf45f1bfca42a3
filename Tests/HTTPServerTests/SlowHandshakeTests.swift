import Glibc
import HTTPServer
import Testing
import Web

/// Deadlines of one second at the encrypted door, and an idle time that never matters.
@Suite("Encrypted clients that take too long")
struct SlowHandshakeTests {
  private func serving(_ responder: Scripted, _ body: (Server) throws -> Void) throws {
    try HTTPServerTests.serving(
      responder,
      {
        $0.tls = TestDoor.files
        $0.deadlineSeconds = 1
      }, body)
  }

  /// Nothing, a record without its length, and the head of a client hello of 512 bytes, continued soundly.
  @Test(
    "a handshake that stops or drips is cut off at the deadline",
    arguments: [[], [0x16, 3], [0x16, 3, 1, 2, 0, 1, 0]])
  func handshake(begin: [UInt8]) throws {
    let responder = Scripted.echo
    try serving(responder) { server in
      for drips in [true, false] {
        let client = try RawClient(port: server.port)
        let start = seconds
        client.send(begin)
        while drips, !begin.isEmpty, seconds - start < 10, client.send([1]) { usleep(50_000) }
        #expect(client.answer() == nil && client.isEnded)
        #expect((0.5..<4).contains(seconds - start))
      }
    }
    #expect(responder.seen.isEmpty)
  }

  @Test(
    "a request that drips after the handshake is cut off, and no plain byte comes amid the encrypted ones",
    arguments: ["", "GET /a HTTP/1.1\r\nHost: h\r\nX: "])
  func request(begin: String) throws {
    try serving(Scripted.echo) { server in
      let client = try TLSClient(port: server.port)
      let start = seconds
      client.send(begin)
      while seconds - start < 10, client.send("x") { usleep(50_000) }
      #expect((0.5..<4).contains(seconds - start))
      #expect(!client.wire.rest.contains("HTTP/1.1"))
    }
  }

  @Test("a client that never reads its answer is cut off")
  func neverReads() throws {
    let body = [UInt8](repeating: 97, count: 32_000)
    try serving(Scripted(now: { _ in Response(status: 200, body: body) })) { server in
      let client = try TLSClient(port: server.port)
      let start = seconds
      while seconds - start < 15, client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n") { usleep(500) }
      #expect(seconds - start < 10)
    }
  }
}
