import Glibc
import HTTPServer
import Testing
import Web

@Suite("The encrypted door")
struct EncryptedTests {
  private static let get = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n"

  private func serving(
    _ responder: any Responder = Scripted.echo, _ change: (inout Configuration) -> Void = { _ in },
    _ body: (Server) throws -> Void
  ) throws {
    try HTTPServerTests.serving(
      responder,
      { configuration in
        configuration.tls = TestDoor.files
        configuration.door = .office
        change(&configuration)
      }, body)
  }

  @Test("a request comes through TLS 1.3 and 1.2, and the screen is told by which door", arguments: ["1.3", "1.2"])
  func request(version: String) throws {
    let responder = Scripted.echo
    try serving(responder) { server in
      let client = try TLSClient(port: server.port, priorities: "NORMAL:-VERS-ALL:+VERS-TLS\(version)")

      client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab")

      #expect(client.answer()?.body == "POST /a\nab")
      #expect(client.version == "TLS\(version)")
    }
    #expect(responder.seen == [Request(.post, "/a", host: "h", body: Array("ab".utf8), door: .office)])
  }

  @Test(
    "older versions and weak ciphers are refused",
    arguments: [
      "NORMAL:-VERS-ALL:+VERS-TLS1.1", "NORMAL:-VERS-ALL:+VERS-TLS1.0",
      "NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+3DES-CBC", "NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+RSA",
    ])
  func old(priorities: String) throws {
    let responder = Scripted.echo
    try serving(responder) { server in
      #expect(throws: TLSClient.Refused.self) { try TLSClient(port: server.port, priorities: priorities) }
    }
    #expect(responder.seen.isEmpty)
  }

  @Test("who trusts another authority does not get in touch")
  func otherAuthority() throws {
    try serving { server in
      let other = try #require(TestDoor.others?.authority)
      #expect(throws: TLSClient.Refused.self) { try TLSClient(port: server.port, authority: other) }
    }
  }

  @Test("plain HTTP at the encrypted port reaches no screen and gets no answer", arguments: [get, "x", "\r\n\r\n"])
  func plain(text: String) throws {
    let responder = Scripted.echo
    try serving(responder, { $0.deadlineSeconds = 1 }) { server in
      let client = try RawClient(port: server.port)
      client.send(text)
      #expect(client.answer() == nil)
      #expect(client.isEnded)
    }
    #expect(responder.seen.isEmpty)
  }

  @Test("many requests in one piece are each answered, also where their answers come later")
  func pipelined() throws {
    let parked = Parked()
    let responder = Scripted(now: { $0.target == "/now" ? Response(echoing: $0) : nil }, later: { parked.park($0, $1) })
    try serving(responder) { server in
      let client = try TLSClient(port: server.port)
      let now = "GET /now HTTP/1.1\r\nHost: h\r\n\r\n"
      client.send(now + now + Self.get + now + Self.get + now)
      for number in 1...2 {
        for _ in 0..<(number == 1 ? 2 : 1) { #expect(client.answer()?.body == "GET /now\n") }
        #expect(parked.await(number))
        parked.answer(number - 1)
        #expect(client.answer()?.body == "GET /a\n")
      }
      #expect(client.answer()?.body == "GET /now\n")
    }
  }

  @Test("a large answer comes whole")
  func largeAnswer() throws {
    let body = [UInt8](repeating: 97, count: 3_000_000)
    try serving(Scripted(now: { _ in Response(status: 200, body: body) })) { server in
      let client = try TLSClient(port: server.port)
      for _ in 0..<3 {
        client.send(Self.get)
        #expect(client.answer()?.body.utf8.count == body.count)
      }
    }
  }

  @Test("forty connections wait for their answers at once", arguments: [1, 2])
  func many(threads: Int) throws {
    let parked = Parked()
    try serving(Scripted.parking(in: parked), { $0.threads = threads }) { server in
      let clients = try (0..<40).map { _ in try TLSClient(port: server.port) }
      for (number, client) in clients.enumerated() { client.send("GET /\(number) HTTP/1.1\r\nHost: h\r\n\r\n") }
      #expect(parked.await(40))
      let joined = onThread { parked.answerAll() }
      for (number, client) in clients.enumerated() { #expect(client.answer()?.body == "GET /\(number)\n") }
      joined()
    }
  }

  @Test("stopping answers what waits and closes")
  func stops() throws {
    let parked = Parked()
    try serving(Scripted.parking(in: parked)) { server in
      let client = try TLSClient(port: server.port)
      client.send(Self.get)
      #expect(parked.await(1))
      server.stop(within: 0)
      #expect(client.answer()?.status == 503)
      #expect(client.isEnded)
    }
  }

  @Test("doubtful requests are refused as at the plain door")
  func refused() throws {
    let responder = Scripted.echo
    try serving(responder) { server in
      for (raw, status) in [("GET /../a HTTP/1.1\r\nHost: h\r\n\r\n", 400), ("PUT / HTTP/1.1\r\nHost: h\r\n\r\n", 405)]
      {
        let client = try TLSClient(port: server.port)
        client.send(raw)
        #expect(client.answer()?.status == status)
        #expect(client.isEnded)
      }
    }
    #expect(responder.seen.isEmpty)
  }

  @Test("connections of one address over its limit are closed before any handshake")
  func perAddressLimit() throws {
    try serving(Scripted.echo, { $0.perAddressLimit = 2 }) { server in
      let clients = try (0..<2).map { _ in try TLSClient(port: server.port) }
      #expect(throws: TLSClient.Refused.self) { try TLSClient(port: server.port) }
      for client in clients {
        client.send(Self.get)
        #expect(client.answer()?.status == 200)
      }
    }
  }

  @Test("certificates that are none, or do not belong to their key, are told at the start")
  func badFiles() throws {
    let good = TestDoor.files
    let other = try #require(TestDoor.certificates?.authority)
    for files in [
      TLSFiles(certificateChain: "", key: good.key), TLSFiles(certificateChain: good.certificateChain, key: "x"),
      TLSFiles(certificateChain: other, key: good.key),
    ] {
      var configuration = Configuration()
      configuration.tls = files
      #expect(throws: HTTPServerError.certificateRefused) { try Server(configuration, Scripted.echo).start() }
    }
  }
}
