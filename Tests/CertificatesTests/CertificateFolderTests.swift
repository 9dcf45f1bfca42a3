import Glibc
import Testing

@testable import Certificates

@Suite("Certificate folder")
struct CertificateFolderTests {
  private let box: FolderForTest

  init() throws {
    box = try FolderForTest()
  }

  @Test("a second start changes nothing")
  func kept() throws {
    let first = try box.prepare()
    box.now += 300 * FolderForTest.day
    let second = try box.prepare()
    #expect(second.chain == first.chain && second.key == first.key && second.renewal == nil)
  }

  @Test("59 days before its end the server's certificate is made anew, by the same authority, with another key")
  func renewed() throws {
    let first = try box.prepare()
    box.now += 338 * FolderForTest.day
    let second = try box.prepare()
    #expect(second.renewal == .endsSoon(at: first.until) && second.until == first.until + 338 * FolderForTest.day)
    #expect(second.key != first.key && second.fingerprint == first.fingerprint)
    #expect(try box.openssl("verify", "-CAfile", "authority.pem", "-attime", "\(box.now)", "server.pem").contains("OK"))
  }

  @Test("a new address of the box makes a certificate with it")
  func newAddress() throws {
    _ = try box.prepare()
    box.names.append(.address([10, 0, 0, 7]))
    #expect(try box.prepare().renewal == .lacks([.address([10, 0, 0, 7])]))
    #expect(try box.openssl("x509", "-in", "server.pem", "-noout", "-text").contains("IP Address:10.0.0.7"))
  }

  @Test("a clock before the program's making counts as that day")
  func clockBehind() throws {
    box.now = 0
    #expect(try box.prepare().until == FolderForTest.made + 396 * FolderForTest.day)
  }

  @Test(
    "what a power cut or a bad disk left is made whole; the authority that tablets trust stays",
    arguments: [
      ("server.pem", nil), ("server-key.pem", nil), ("server-key.pem", ""), ("server-key.pem", "x"),
      ("server.pem", ""), ("server.pem", "-----BEGIN CERTIFICATE-----\nMIIB"), ("server.pem.new", "x"),
    ] as [(String, String?)])
  func healed(name: String, text: String?) throws {
    let first = try box.prepare()
    if let text { try box.put(text, at: name) } else { unlink(box.path(name)) }

    let second = try box.prepare()

    #expect(second.fingerprint == first.fingerprint)
    #expect(try box.openssl("verify", "-CAfile", "authority.pem", "server.pem").contains("OK"))
    #expect(box.folder.problems(now: box.now).isEmpty)
  }

  @Test("a server certificate that cannot be read is set aside, not lost")
  func setAside() throws {
    _ = try box.prepare()
    try box.put("DER?", at: "server.pem")
    #expect(try box.prepare().renewal == .unreadable)
    #expect(try box.text("server.pem.damaged") == "DER?")
  }

  @Test("an authority's key that a power cut left alone becomes the authority's")
  func keyAlone() throws {
    _ = try box.prepare()
    let key = try box.text("authority-key.pem")
    unlink(box.path("authority.pem"))
    #expect(try box.prepare().renewal == .otherAuthority)
    #expect(try box.text("authority-key.pem") == key)
  }

  @Test("an authority put there by hand signs the server's certificate, also in place of an earlier one of ours")
  func importedAuthority() throws {
    _ = try box.prepare()
    try box.bringAuthority()
    let authority = try box.text("authority.pem")

    #expect(try box.prepare().renewal == .otherAuthority)

    #expect(try box.text("authority.pem") == authority)
    #expect(try box.openssl("verify", "-CAfile", "authority.pem", "server.pem").contains("OK"))
  }

  @Test("a server certificate put there by hand is used as it is, and no authority is made beside it")
  func importedServer() throws {
    try box.bringServer()
    let files = try (box.text("server.pem"), box.text("server-key.pem"))
    box.now += 3650 * FolderForTest.day

    let prepared = try box.prepare()

    #expect(prepared.chain == files.0 && prepared.authority == nil && prepared.renewal == nil)
    #expect(try box.text("server.pem") == files.0 && box.text("server-key.pem") == files.1)
    #expect(access(box.path("authority.pem"), F_OK) != 0)
  }

  @Test("an authority below a root is sent along with the server's certificate")
  func intermediate() throws {
    try box.bringAuthority()
    for name in ["authority.pem", "authority-key.pem"] { rename(box.path(name), box.path("root-\(name)")) }
    try box.openssl(
      "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Xã", "-keyout", "authority-key.pem", "-out", "ask.pem")
    try box.put("basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\nsubjectKeyIdentifier=hash\n", at: "ext.pem")
    try box.openssl(
      "x509", "-req", "-in", "ask.pem", "-CA", "root-authority.pem", "-CAkey", "root-authority-key.pem", "-days", "900",
      "-extfile", "ext.pem", "-out", "authority.pem")

    let prepared = try box.prepare()

    #expect(try prepared.chain.hasSuffix(box.text("authority.pem")))
    let verify = ["verify", "-CAfile", "root-authority.pem", "-untrusted", "server.pem", "server.pem"]
    #expect(try box.openssl(verify).contains("OK"))
  }
}
