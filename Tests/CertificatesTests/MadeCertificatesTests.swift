import Testing

@testable import Certificates

/// What is made, as OpenSSL reads it.
@Suite("Certificates made at the first start")
struct MadeCertificatesTests {
  private let box: FolderForTest
  private let made: DoorCertificates

  init() throws {
    box = try FolderForTest()
    made = try box.prepare()
  }

  @Test("the authority is a root on P-256 that may sign servers and nothing below them")
  func authority() throws {
    let text = try box.openssl("x509", "-in", "authority.pem", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus")

    #expect(text.contains("CA:TRUE, pathlen:0") && text.contains("Certificate Sign, CRL Sign"))
    #expect(text.contains("prime256v1") && text.contains("ecdsa-with-SHA256"))
    #expect(text.contains("Subject: O=UBND xã Tân Trào,OU=sathach,CN=UBND xã Tân Trào "))
    #expect(try box.openssl("verify", "-x509_strict", "-CAfile", "authority.pem", "authority.pem").contains("OK"))
  }

  @Test("the server's certificate holds for its names and addresses, for servers only, and not for others")
  func server() throws {
    let verify = ["verify", "-x509_strict", "-CAfile", "authority.pem", "-purpose", "sslserver"]
    for (kind, name) in [("hostname", "hop"), ("hostname", "localhost"), ("ip", "192.168.1.9")] {
      #expect(try box.openssl(verify + ["-verify_\(kind)", name, "server.pem"]).contains("OK"))
    }
    #expect(throws: (any Error).self) { try box.openssl(verify + ["-verify_hostname", "khac", "server.pem"]) }
    #expect(throws: (any Error).self) {
      try box.openssl(["verify", "-CAfile", "authority.pem", "-purpose", "sslclient", "server.pem"])
    }
    let text = try box.openssl("x509", "-in", "server.pem", "-noout", "-text")
    #expect(text.contains("CA:FALSE") && text.contains("TLS Web Server Authentication"))
  }

  @Test("the authority holds ten years from today, the server's certificate 397 days from yesterday")
  func times() throws {
    #expect(try dates("authority.pem") == ["Nov 19 00:00:00 2026 GMT", "Nov 18 00:00:00 2036 GMT"])
    #expect(try dates("server.pem") == ["Nov 20 00:00:00 2026 GMT", "Dec 22 00:00:00 2027 GMT"])
  }

  @Test("what is handed to the listener are the files, and the fingerprint is the one browsers show")
  func handedOver() throws {
    #expect(try made.chain == box.text("server.pem") && made.authority == box.text("authority.pem"))
    #expect(made.names == box.names && made.renewal == .missing)
    #expect(try made.key == box.text("server-key.pem"))
    let shown = try box.openssl("x509", "-in", "authority.pem", "-noout", "-fingerprint", "-sha256")
    let digits = String(shown.split(separator: "=").last ?? "").filter(\.isHexDigit)
    #expect(digits == made.fingerprint.filter(\.isHexDigit))
    #expect(made.fingerprint.split(separator: " ").map(\.count) == [Int](repeating: 4, count: 16))
  }

  @Test("keys are for their owner only, in a folder for its owner only, and no draft is left")
  func modes() throws {
    #expect(box.mode("authority-key.pem") == 0o600 && box.mode("server-key.pem") == 0o600)
    #expect(box.mode("") == 0o700)
    let names = try FolderForTest.run("ls", "-A", box.folder.path)
    #expect(names == "authority-key.pem\nauthority.pem\nserver-key.pem\nserver.pem\n")
  }

  @Test("two boxes of one office have authorities of different names, for browsers tell them apart by name")
  func distinct() throws {
    let other = try FolderForTest()
    #expect(try other.prepare().fingerprint != made.fingerprint)
    let subjects = try [box, other].map { try $0.openssl("x509", "-in", "authority.pem", "-noout", "-subject") }
    #expect(subjects[0] != subjects[1])
  }

  private func dates(_ name: String) throws -> [String] {
    let text = try box.openssl("x509", "-in", name, "-noout", "-dates")
    return text.split(separator: "\n").map { $0.split(separator: "=").last.map(String.init) ?? "" }
  }
}
