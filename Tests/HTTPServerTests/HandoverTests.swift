import Glibc
import HTTPServer
import Testing
import Web

@Suite("Answers that come later")
struct HandoverTests {
  private static let get = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n"

  @Test("an answer from another thread reaches its request", arguments: [1, 2])
  func otherThread(threads: Int) throws {
    let parked = Parked()
    try serving(Scripted.parking(in: parked), { $0.threads = threads }) { server in
      let client = try RawClient(port: server.port)
      client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab")
      #expect(parked.await(1))
      let joined = onThread { parked.answerAll() }
      #expect(client.answer()?.body == "POST /a\nab")
      joined()
    }
  }

  @Test("an answer given before the handing over returns is as good")
  func atOnce() throws {
    try serving(Scripted(later: { $1(Response(echoing: $0)) })) { server in
      let client = try RawClient(port: server.port)
      for number in 0..<50 {
        client.send("GET /\(number) HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(client.answer()?.body == "GET /\(number)\n")
      }
    }
  }

  @Test("a second answer is ignored, also when the next request already waits")
  func twice() throws {
    let parked = Parked()
    try serving(Scripted.parking(in: parked)) { server in
      let client = try RawClient(port: server.port)
      client.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(parked.await(1))
      for _ in 0..<2 { parked.answer(0) }
      #expect(client.answer()?.body == "GET /1\n")
      client.send("GET /2 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(parked.await(2))
      for index in [0, 1, 0] { parked.answer(index) }
      #expect(client.answer()?.body == "GET /2\n")
    }
  }

  @Test("sixty-four requests wait at once, while others are answered, and each gets its own answer")
  func many() throws {
    let parked = Parked()
    let responder = Scripted(now: { $0.target == "/now" ? Response(echoing: $0) : nil }, later: { parked.park($0, $1) })
    try serving(responder, { $0.threads = 2 }) { server in
      let clients = try (0..<64).map { _ in try RawClient(port: server.port) }
      for (number, client) in clients.enumerated() { client.send("GET /\(number) HTTP/1.1\r\nHost: h\r\n\r\n") }
      #expect(parked.await(64))
      let quick = try RawClient(port: server.port)
      quick.send("GET /now HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(quick.answer()?.status == 200)
      let joined = onThread { parked.answerAll() }
      for (number, client) in clients.enumerated() { #expect(client.answer()?.body == "GET /\(number)\n") }
      joined()
    }
  }

  @Test("an answer to a client that has left harms nobody")
  func leftEarly() throws {
    let parked = Parked()
    try serving(Scripted.parking(in: parked)) { server in
      do {
        let client = try RawClient(port: server.port)
        client.send(Self.get)
        #expect(parked.await(1))
      }
      parked.answerAll()
      let next = try RawClient(port: server.port)
      next.send(Self.get)
      #expect(parked.await(2))
      parked.answerAll()
      #expect(next.answer()?.status == 200)
    }
  }

  @Test("stopping lets a waiting request have its answer, then closes the connection", arguments: [1, 2])
  func stopWaits(threads: Int) throws {
    let parked = Parked()
    try serving(Scripted.parking(in: parked), { $0.threads = threads }) { server in
      let client = try RawClient(port: server.port)
      client.send(Self.get)
      #expect(parked.await(1))
      let stopped = onThread { server.stop(within: 5) }
      usleep(100_000)
      parked.answerAll()
      let answer = client.answer()
      #expect(answer?.status == 200 && answer?.headers["connection"] == "close")
      #expect(client.isEnded)
      stopped()
    }
  }

  @Test("stopping answers 503 where no answer comes in time; one that comes after is ignored")
  func stopGivesUp() throws {
    let parked = Parked()
    let server = Server(Configuration(), Scripted.parking(in: parked))
    try server.start()
    let clients = try (0..<8).map { _ in try RawClient(port: server.port) }
    for client in clients { client.send(Self.get) }
    #expect(parked.await(8))

    server.stop(within: 0)
    parked.answerAll()

    for client in clients {
      #expect(client.answer()?.status == 503)
      #expect(client.isEnded)
    }
  }

  @Test("stopping does not wait for idle connections, and refuses requests that come on them meanwhile")
  func stopWithIdle() throws {
    let parked = Parked()
    let responder = Scripted(now: { $0.target == "/now" ? Response(echoing: $0) : nil }, later: { parked.park($0, $1) })
    try serving(responder) { server in
      let (idle, waiting) = (try RawClient(port: server.port), try RawClient(port: server.port))
      idle.send("GET /now HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(idle.answer()?.status == 200)
      waiting.send(Self.get)
      #expect(parked.await(1))
      let start = seconds
      let stopped = onThread { server.stop(within: 20) }
      usleep(50_000)
      idle.send("GET /now HTTP/1.1\r\nHost: h\r\n\r\n")
      let refused = idle.answer()
      #expect(refused?.status == 503)
      #expect(refused?.headers["refresh"] == "5; url=/", "nobody is left before a page that leads nowhere")
      parked.answerAll()
      stopped()
      #expect(seconds - start < 4)
    }
  }
}
