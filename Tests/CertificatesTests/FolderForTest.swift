import Glibc
import Testing

@testable import Certificates

/// A certificate folder of its own for one test, removed with what is in it when the test ends, and a clock to set.
final class FolderForTest {
  static let made = 1_795_132_800  // 2026-11-20
  static let day = 86_400

  let root: String
  let folder: CertificateFolder
  var now = FolderForTest.made + day
  var office = "UBND xã Tân Trào"
  var names: [SubjectName] = [.host("hop"), .localhost, .address([192, 168, 1, 9])]

  struct Refused: Error {
    let code: Int32
    var told = ""
  }

  init() throws {
    var template = Array("/tmp/certificates-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Refused(code: errno) }
    root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder = CertificateFolder(root + "/tls")
  }

  deinit { _ = try? Self.run("rm", "-rf", root) }

  func prepare() throws -> DoorCertificates {
    try folder.prepare(CertificateFolder.Wish(office: office, names: names, now: now, earliest: Self.made))
  }

  func path(_ name: String) -> String { folder.path + "/" + name }

  func text(_ name: String) throws -> String {
    let bytes = try PEMFile(path: path(name), kind: .certificate).read()
    return String(decoding: try #require(bytes, "\(name) is missing"), as: UTF8.self)
  }

  func put(_ text: String, at name: String, mode: mode_t = 0o600) throws {
    mkdir(folder.path, 0o700)
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, mode)
    defer { close(file) }
    guard write(file, text, text.utf8.count) == text.utf8.count else { throw Refused(code: errno) }
  }

  func mode(_ name: String) -> UInt32? {
    var status = stat()
    return stat(path(name), &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// What OpenSSL says, which shares no code with what made the files.
  @discardableResult
  func openssl(_ words: String...) throws -> String { try openssl(words) }

  @discardableResult
  func openssl(_ words: [String]) throws -> String {
    try Self.run(["openssl"] + words.map { $0.hasSuffix(".pem") ? path($0) : $0 })
  }

  /// An authority and a server certificate as somebody else would make them.
  func bringAuthority(_ extensions: String = "basicConstraints=critical,CA:TRUE") throws {
    mkdir(folder.path, 0o700)
    try openssl(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Tỉnh", "-days", "3650", "-addext", extensions,
      "-addext", "keyUsage=keyCertSign", "-keyout", "authority-key.pem", "-out", "authority.pem")
  }

  func bringServer() throws {
    mkdir(folder.path, 0o700)
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes", "-subj", "/CN=khac", "-days",
      "10", "-keyout", "server-key.pem", "-out", "server.pem")
  }

  @discardableResult
  static func run(_ words: String...) throws -> String { try run(words) }

  /// Standard output and standard error of a program that ends well.
  private static func run(_ words: [String]) throws -> String {
    let line = words.map { "'\($0)'" }.joined(separator: " ") + " 2>&1"
    guard let pipe = popen(line, "r") else { throw Refused(code: errno) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&room, 1, room.count, pipe), count > 0 { bytes += room[..<count] }
    let status = pclose(pipe)
    let text = String(decoding: bytes, as: UTF8.self)
    guard status == 0 else { throw Refused(code: status, told: text) }
    return text
  }
}
