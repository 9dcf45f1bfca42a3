import Glibc
import HTTPServer
import Testing
import Web

@Suite("Bodies in files")
struct BodyFileTests {
  private let path = "/tmp/body-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  private func head(_ length: Int) -> String {
    "POST /bundles HTTP/1.1\r\nHost: h\r\nContent-Length: \(length)\r\n\r\n"
  }

  private func into(_ path: String) -> (inout Configuration) -> Void {
    { configuration in
      configuration.room = { $0 == "/bundles" ? 1 << 20 : 0 }
      configuration.bodyFile = { $0 == "/bundles" ? path : nil }
    }
  }

  @Test("a long body lies whole in its file while it is answered, is not in memory, and is gone afterwards")
  func whole() throws {
    let body = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let path = path
    let responder = Scripted(now: { request in
      var facts = stat()
      let isThere = stat(path, &facts) == 0 && request.bodyFile == path && request.body.isEmpty
      return Response(status: 200, body: Array("\(isThere ? Int(facts.st_size) : -1)".utf8))
    })
    try serving(responder, into(path)) { server in
      let client = try RawClient(port: server.port)
      client.send(Array(head(body.count).utf8) + body)
      #expect(client.answer()?.body == "300000")
    }
    #expect(access(path, F_OK) != 0)
  }

  @Test("a file that is renamed before the answer is kept")
  func kept() throws {
    let path = path
    let responder = Scripted(now: { _ in Response(status: rename(path, path + ".kept") == 0 ? 201 : 500) })
    try serving(responder, into(path)) { server in
      let client = try RawClient(port: server.port)
      client.send(head(3) + "abc")
      #expect(client.answer()?.status == 201)
    }
    #expect(unlink(path + ".kept") == 0)
  }

  @Test("a body longer than its target takes, or that finds no room, is refused")
  func refused() throws {
    try serving(Scripted.echo, into(path)) { server in
      let client = try RawClient(port: server.port)
      client.send(head(1 << 21))
      #expect(client.answer()?.status == 413)
    }
    try serving(Scripted.echo, into("/nowhere/at/all")) { server in
      let client = try RawClient(port: server.port)
      client.send(head(3) + "abc")
      #expect(client.answer()?.status == 507)
    }
  }
}
