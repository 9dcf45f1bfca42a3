import Glibc
import Testing
import Web

@testable import HTTPServer

@Suite("Starting and limits")
struct StartTests {
  @Test("a port another server listens on is reported as in use")
  func portInUse() throws {
    try serving(Scripted.echo) { first in
      var configuration = Configuration()
      configuration.port = first.port
      let second = Server(configuration, Scripted.echo)

      #expect(throws: HTTPServerError.portInUse(address: "127.0.0.1", port: first.port)) { try second.start() }
      #expect(second.port == 0)
    }
  }

  @Test("a stopped server gives its port free at once")
  func restart() throws {
    var configuration = Configuration()
    for _ in 0..<3 {
      let server = Server(configuration, Scripted.echo)
      try server.start()
      configuration.port = server.port
      let client = try RawClient(port: server.port)
      client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(client.answer()?.status == 200)
      server.stop(within: 1)
    }
  }

  @Test(
    "an address that is none, or none of this machine's, is reported",
    arguments: [("localhost", EINVAL), ("", EINVAL), ("127.0.0.1.1", EINVAL), ("192.0.2.1", EADDRNOTAVAIL)])
  func address(address: String, code: Int32) {
    var configuration = Configuration()
    configuration.address = address

    #expect(throws: HTTPServerError.addressNotUsable(address, code: code)) {
      try Server(configuration, Scripted.echo).start()
    }
  }

  @Test("a server starts once")
  func startsOnce() throws {
    try serving(Scripted.echo) { server in
      #expect(throws: HTTPServerError.alreadyStarted) { try server.start() }
      server.stop(within: 0)
      #expect(throws: HTTPServerError.alreadyStarted) { try server.start() }
      #expect(server.port == 0)
    }
  }

  @Test("connections of one address over its limit are closed unanswered, those under it live on")
  func perAddressLimit() throws {
    try serving(Scripted.echo, { $0.perAddressLimit = 3 }) { server in
      let clients = try (0..<3).map { _ in try RawClient(port: server.port) }
      for client in clients { #expect(isAnswered(client)) }

      #expect(try RawClient(port: server.port).isEnded)
      #expect(isAnswered(clients[0]))
    }
  }

  @Test("connections that come at once are shared out evenly among the event threads")
  func sharesOut() throws {
    let threads = Locked<[pthread_t: Int]>([:])
    let responder = Scripted(now: { request in
      threads.withLock { $0[pthread_self(), default: 0] += 1 }
      return Response(echoing: request)
    })
    try serving(responder, { $0.threads = 2 }) { server in
      let clients = try (0..<8).map { _ in try RawClient(port: server.port) }
      for client in clients { #expect(isAnswered(client)) }

      #expect(threads.withLock { $0.values.sorted() } == [4, 4])
    }
  }

  private func isAnswered(_ client: RawClient) -> Bool {
    client.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n") && client.answer()?.status == 200
  }
}
