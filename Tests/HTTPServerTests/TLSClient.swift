import CGnuTLS
import Glibc
import Testing

@testable import Certificates
@testable import HTTPServer

/// A client that speaks TLS by GnuTLS and trusts one authority, for the name "localhost".
final class TLSClient {
  /// Beneath the encryption.
  let wire: RawClient
  private var session: gnutls_session_t?
  private var trust: gnutls_certificate_credentials_t?
  private var pending: [UInt8] = []
  /// GnuTLS keeps the pointer until the handshake.
  private let host = strdup("localhost")

  struct Refused: Error {
    let reason: String
  }

  init(port: UInt16, authority: String = TestDoor.authority, priorities: String = "NORMAL") throws {
    wire = try RawClient(port: port)
    try check(gnutls_certificate_allocate_credentials(&trust))
    var pem = Array(authority.utf8)
    let count = pem.withUnsafeMutableBufferPointer { bytes in
      var datum = gnutls_datum_t(data: bytes.baseAddress, size: UInt32(bytes.count))
      return gnutls_certificate_set_x509_trust_mem(trust, &datum, GNUTLS_X509_FMT_PEM)
    }
    try #require(count == 1)
    try check(gnutls_init(&session, UInt32(GNUTLS_CLIENT) | GNUTLS_NO_SIGNAL.rawValue))
    try check(gnutls_priority_set_direct(session, priorities, nil))
    try check(gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, UnsafeMutableRawPointer(trust)))
    gnutls_session_set_verify_cert(session, host, 0)
    gnutls_transport_set_int2(session, wire.socket, wire.socket)
    var code = gnutls_handshake(session)
    while code < 0, gnutls_error_is_fatal(code) == 0 { code = gnutls_handshake(session) }
    try check(code)
  }

  deinit {
    gnutls_deinit(session)
    gnutls_certificate_free_credentials(trust)
    free(host)
  }

  /// As "TLS1.3".
  var version: String { String(cString: gnutls_protocol_get_name(gnutls_protocol_get_version(session))) }

  /// False once the other side has closed.
  @discardableResult
  func send(_ text: String) -> Bool {
    gnutls_record_send(session, text, text.utf8.count) == text.utf8.count
  }

  /// The next answer; nil where the connection ends or nothing comes.
  func answer() -> Answer? {
    while true {
      if let answer = Answer(takenFrom: &pending, toHead: false) { return answer }
      guard receive() else { return nil }
    }
  }

  /// Whether the other side closes, and sends nothing more before.
  var isEnded: Bool {
    let before = pending.count
    return !receive() && pending.count == before
  }

  private func receive() -> Bool {
    var room = [UInt8](repeating: 0, count: 65536)
    let count = gnutls_record_recv(session, &room, room.count)
    guard count > 0 else { return false }
    pending += room[0..<count]
    return true
  }

  private func check(_ code: Int32) throws {
    guard code < 0 else { return }
    throw Refused(reason: String(cString: gnutls_strerror(code)))
  }
}

/// The certificates of the tests' encrypted door, made once by the office's own authority.
enum TestDoor {
  static let certificates = make()
  /// Of another box.
  static let others = make()

  private static func make() -> DoorCertificates? {
    var template = Array("/tmp/door-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let now = time(nil)
    let made = try? CertificateFolder(folder).prepare(
      CertificateFolder.Wish(office: "UBND xã Tân Trào", names: FoundNames.loopback, now: now, earliest: now - 86_400))
    for name in ["authority", "authority-key", "server", "server-key"] { unlink("\(folder)/\(name).pem") }
    rmdir(folder)
    return made
  }

  static var authority: String { certificates?.authority ?? "" }

  static var files: TLSFiles {
    TLSFiles(certificateChain: certificates?.chain ?? "", key: certificates?.key ?? "")
  }
}
