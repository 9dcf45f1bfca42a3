import Testing
import Web

@testable import HTTPServer

@Suite("The listener that leads to the encrypted door")
struct RedirectionTests {
  @Test(
    "the host asked for is kept without its port",
    arguments: [
      ("hop", "hop"), ("HOP:8081", "HOP"), ("sat-hach.xa.gov.vn:80", "sat-hach.xa.gov.vn"),
      ("192.168.1.9", "192.168.1.9"),
      ("192.168.1.9:1", "192.168.1.9"), ("[fd00::1]", "[fd00::1]"), ("[::1]:8081", "[::1]"), ("h:", "h"),
    ])
  func hosts(header: String, host: String?) {
    #expect(Redirection.host(in: header) == host)
  }

  @Test(
    "a host no browser could have asked for is none",
    arguments: [
      "", ":80", "a b", "a/b", "a@b", "a:b", "a:99999", "a:-1", "a:+1", "a:1:2", "fd00::1", "[fd00::1", "[h]", "[::1]x",
      "1.2.3",
      "256.1.1.1", "-a", "a-", "a..b", "a_b", "a\u{0}b", "a,b", "hộp", String(repeating: "a", count: 64),
    ])
  func noHosts(header: String) {
    #expect(Redirection.host(in: header) == nil)
  }

  @Test(
    "every sound request is led to the same page by https, before its body, and no screen sees it",
    arguments: [
      ("GET /a?b=c HTTP/1.1\r\nHost: hop:8081\r\n\r\n", "https://hop:8443/a?b=c"),
      ("HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "https://127.0.0.1:8443/"),
      ("POST /a HTTP/1.1\r\nHost: hop\r\nContent-Length: 9000\r\n\r\nx", "https://hop:8443/a"),
      ("GET //evil.example/ HTTP/1.1\r\nHost: hop\r\n\r\n", "https://hop:8443//evil.example/"),
    ])
  func leads(raw: String, location: String) throws {
    let responder = Scripted.echo
    try serving(responder, { $0.redirectsTo = 8443 }) { server in
      let client = try RawClient(port: server.port)
      client.send(raw)
      let answer = try #require(client.answer())
      #expect(answer.status == 308 && answer.headers["location"] == location)
      #expect(answer.headers["cache-control"] == "no-store" && answer.headers["connection"] == "close")
      #expect(client.isEnded)
    }
    #expect(responder.seen.isEmpty)
  }

  @Test(
    "anything else is refused without a way on",
    arguments: [
      "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n",
    ])
  func refuses(raw: String) throws {
    try serving(Scripted.echo, { $0.redirectsTo = 8443 }) { server in
      let client = try RawClient(port: server.port)
      client.send(raw)
      let answer = try #require(client.answer())
      #expect(answer.status == 400 && answer.headers["location"] == nil)
      #expect(client.isEnded)
    }
  }
}
