import Certificates
import HTTPServer
import Printing
import QRSymbols
import SQLiteStore
import Sealing
import Slip
import Testing

@testable import sathach

@Suite("What the operator is told")
struct OperatorWordingTests {
  private let errors: [any Error] = [
    SQLiteStoreError.folderLocked(path: "/d/sathach.lock", holder: 17),
    SQLiteStoreError.folderLocked(path: "/d/sathach.lock", holder: nil),
    SQLiteStoreError.newerSchema(path: "/d/sathach.db", found: 9, known: 1),
    SQLiteStoreError.pragma(path: "/d/sathach.db", name: "synchronous", found: "1", expected: "2"),
    SQLiteStoreError.system(call: "open", path: "/d", code: 13),
    SealingError.keyFileMissing(path: "/d/keys/slip.key"),
    SealingError.openToOthers(path: "/d/keys/slip.key", mode: 0o644), SealingError.cannotOpen,
    HTTPServerError.portInUse(address: "127.0.0.1", port: 8080), HTTPServerError.portForbidden(80),
    HTTPServerError.addressNotUsable("nowhere", code: 22),
    PrintingError.missingFaces(tried: ["/a.ttf", "/b.ttf"]), PrintingError.missingGlyph("\u{4E2D}"),
    PrintingError.child(.tooSlow(limit: .seconds(5))), QRSymbolError.notADigit(at: 4), SlipError.truncated,
    SlipError.codeMistyped(groups: [1, 3]), SlipError.listNotNewer(number: 2, held: 3),
    HTTPServerError.certificateRefused, CertificatesError.library(call: "gnutls_x509_crt_init", reason: "no memory"),
    CertificatesError.expired(path: "/d/tls/server.pem", at: 1_800_000_000),
    CertificatesError.keyDoesNotFit(key: "/d/a-key.pem", certificate: "/d/a.pem"),
    CertificatesError.openToOthers(path: "/d/tls/server-key.pem", mode: 0o644),
    FileFault(path: "/d", action: "open", code: 2),
  ]

  @Test("is one plain line: no value as the program writes it, no line break")
  func isOneLine() {
    for error in errors {
      let line = OperatorWording.text(error)
      #expect(!line.isEmpty && !line.contains("\n"))
      for sign in ["Optional(", "path:", "code:", "found:", "(rawValue"] { #expect(!line.contains(sign), "\(line)") }
    }
  }

  @Test("names what was found and what to do")
  func namesFacts() {
    #expect(
      OperatorWording.text(HTTPServerError.portInUse(address: "127.0.0.1", port: 8080))
        == "port 8080 on 127.0.0.1 is in use; choose another with --port")
    #expect(
      OperatorWording.text(SealingError.openToOthers(path: "/d/keys/slip.key", mode: 0o644)).contains("mode 644"))
    #expect(OperatorWording.text(PrintingError.missingGlyph("\u{4E2D}")) == "the type face lacks U+4E2D")
  }
}
