import Glibc
import Testing

@testable import Certificates

@Suite("Certificates that cannot be used")
struct RefusedCertificatesTests {
  private let box: FolderForTest

  init() throws {
    box = try FolderForTest()
  }

  private func expect(_ error: CertificatesError, inCheck: Bool = true) {
    #expect(throws: error) { try box.prepare() }
    if inCheck { #expect(box.folder.problems(now: box.now).contains(error)) }
  }

  @Test("a key that others may read is refused", arguments: ["authority-key.pem", "server-key.pem"])
  func openKey(name: String) throws {
    _ = try box.prepare()
    chmod(box.path(name), 0o640)
    expect(.openToOthers(path: box.path(name), mode: 0o640))
  }

  @Test("a folder that others may read is refused")
  func openFolder() throws {
    _ = try box.prepare()
    chmod(box.folder.path, 0o755)
    expect(.openToOthers(path: box.folder.path, mode: 0o755))
  }

  @Test("an authority that may not sign is refused")
  func notAnAuthority() throws {
    try box.bringAuthority("basicConstraints=critical,CA:FALSE")
    expect(.notAnAuthority(path: box.path("authority.pem")))
  }

  @Test(
    "a damaged authority is told and not replaced, for tablets trust it", arguments: ["authority", "authority-key"])
  func damagedAuthority(name: String) throws {
    _ = try box.prepare()
    try box.put("-----BEGIN", at: name + ".pem")
    let path = box.path(name + ".pem")
    expect(name == "authority" ? .unreadableCertificate(path: path) : .unreadableKey(path: path))
    #expect(try box.text(name + ".pem").hasPrefix("-----BEGIN"))
  }

  @Test("keys of other certificates are told by name")
  func otherKeys() throws {
    _ = try box.prepare()
    try box.put(try box.text("server-key.pem"), at: "authority-key.pem")
    expect(.keyDoesNotFit(key: box.path("authority-key.pem"), certificate: box.path("authority.pem")))
  }

  @Test("a certificate put there by hand without its key, or with another, is told")
  func importedWithoutKey() throws {
    try box.bringServer()
    let key = try box.text("server-key.pem")
    unlink(box.path("server-key.pem"))
    expect(.keyMissing(path: box.path("server-key.pem")))
    try box.bringServer()
    try box.put(key, at: "server-key.pem")
    expect(.keyDoesNotFit(key: box.path("server-key.pem"), certificate: box.path("server.pem")))
  }

  @Test("without the authority's key nothing can be renewed, and that is told when it has to be")
  func nothingToSignWith() throws {
    let first = try box.prepare()
    unlink(box.path("authority-key.pem"))
    #expect(try box.prepare().chain == first.chain)
    box.now += 380 * FolderForTest.day
    expect(.nothingToSignWith(path: box.path("authority-key.pem")), inCheck: false)
  }

  @Test("after the authority's end the old certificate is shown on, none is made, and the check tells both")
  func expiredAuthority() throws {
    let first = try box.prepare()
    box.now += 3651 * FolderForTest.day
    #expect(try box.prepare().chain == first.chain)
    let ends = box.folder.problems(now: box.now)
    #expect(ends.count == 2 && ends.last == .expired(path: box.path("server.pem"), at: first.until))
    unlink(box.path("server.pem"))
    #expect(throws: try #require(ends.first)) { try box.prepare() }
  }

  @Test("certificates of the future are told by the check")
  func future() throws {
    _ = try box.prepare()
    let early = FolderForTest.made - 30 * FolderForTest.day
    let problems = box.folder.problems(now: early)
    #expect(problems.count == 2 && problems.allSatisfy { if case .notYetValid = $0 { true } else { false } })
  }

  @Test("files of another kind or far too long are refused without waiting")
  func oddFiles() throws {
    mkdir(box.folder.path, 0o700)
    mkfifo(box.path("authority.pem"), 0o600)
    expect(.notRegular(path: box.path("authority.pem")))
    unlink(box.path("authority.pem"))
    try box.put(String(repeating: "x", count: PEMFile.limit + 1), at: "authority.pem")
    expect(.tooLarge(path: box.path("authority.pem"), limit: PEMFile.limit))
  }

  @Test("a folder that cannot be made is named, and one that is not there is no problem of the check")
  func noFolder() {
    let deep = CertificateFolder(box.root + "/none/tls")
    #expect(throws: CertificatesError.system(call: "mkdir", path: deep.path, code: ENOENT)) {
      try deep.prepare(CertificateFolder.Wish(office: "X", names: [], now: 0, earliest: 0))
    }
    #expect(deep.problems(now: 0).isEmpty)
  }
}
