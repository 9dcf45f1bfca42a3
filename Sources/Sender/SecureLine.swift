import CGnuTLS
import Glibc

/// One TLS connection to the province, whose certificate must come from the authority in the given file and no other.
final class SecureLine {
  /// Seconds without a byte after which it is given up.
  private static let patience = 60
  /// Looks in a row that may bring nothing.
  private static let mostIdle = 4
  private let socket: Int32
  private var session: gnutls_session_t?
  private var credentials: gnutls_certificate_credentials_t?
  /// GnuTLS keeps its address until the handshake.
  private let name: UnsafeMutablePointer<CChar>?

  init(host: String, port: String, authority: String) throws(SendingFault) {
    socket = try Self.connected(host, port)
    name = strdup(host)
    try Self.check("credentials", gnutls_certificate_allocate_credentials(&credentials))
    let trusted = gnutls_certificate_set_x509_trust_file(credentials, authority, GNUTLS_X509_FMT_PEM)
    guard trusted > 0 else { throw .secure(call: "trust", reason: "\(authority) holds no certificate") }
    try Self.check("session", gnutls_init(&session, UInt32(GNUTLS_CLIENT.rawValue)))
    try Self.check("priority", gnutls_set_default_priority(session))
    try Self.check("set", gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, UnsafeMutableRawPointer(credentials)))
    if !host.allSatisfy({ $0.isNumber || $0 == "." || $0 == ":" }) {
      try Self.check("name", gnutls_server_name_set(session, GNUTLS_NAME_DNS, host, host.utf8.count))
    }
    gnutls_session_set_verify_cert(session, name, 0)
    gnutls_transport_set_int2(session, socket, socket)
    var code = gnutls_handshake(session)
    while code < 0, gnutls_error_is_fatal(code) == 0, code != GNUTLS_E_AGAIN { code = gnutls_handshake(session) }
    try Self.check("handshake", code)
  }

  deinit {
    if let session { gnutls_deinit(session) }
    if let credentials { gnutls_certificate_free_credentials(credentials) }
    free(name)
    close(socket)
  }

  private static func check(_ call: String, _ code: Int32) throws(SendingFault) {
    guard code < 0 else { return }
    throw .secure(call: call, reason: gnutls_strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }

  private static func connected(_ host: String, _ port: String) throws(SendingFault) -> Int32 {
    var (hints, found) = (addrinfo(), UnsafeMutablePointer<addrinfo>?.none)
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    guard getaddrinfo(host, port, &hints, &found) == 0, found != nil else { throw .noAddress(host) }
    defer { freeaddrinfo(found) }
    var code: Int32 = 0
    var next = found
    while let address = next {
      let facts = address.pointee
      let socket = Glibc.socket(facts.ai_family, facts.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), facts.ai_protocol)
      if socket >= 0 {
        var wait = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
          setsockopt(socket, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size))
        }
        if connect(socket, facts.ai_addr, facts.ai_addrlen) == 0 { return socket }
      }
      code = errno
      if socket >= 0 { close(socket) }
      next = facts.ai_next
    }
    throw .system(call: "connect", what: "\(host):\(port)", code: code)
  }

  func send(_ bytes: [UInt8]) throws(SendingFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { gnutls_record_send(session, $0.baseAddress, $0.count) }
      if count == Int(GNUTLS_E_INTERRUPTED) { continue }
      try Self.check("send", Int32(min(count, 0)))
      rest = rest.dropFirst(count)
    }
  }

  /// All until the other end closes, as it was asked to. What is cut short shows by its length.
  func receive(most: Int) throws(SendingFault) -> [UInt8] {
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 14))
    var idle = 0
    while true {
      let count = gnutls_record_recv(session, &piece, piece.count)
      if count == Int(GNUTLS_E_INTERRUPTED) { continue }
      // What TLS says to itself, such as a ticket for another session, reads as nothing; so does a silence.
      if count == Int(GNUTLS_E_AGAIN), idle < Self.mostIdle {
        idle += 1
        continue
      }
      if count == 0 || (count == Int(GNUTLS_E_PREMATURE_TERMINATION) && !bytes.isEmpty) { return bytes }
      try Self.check("receive", Int32(min(count, 0)))
      idle = 0
      bytes += piece[..<count]
      guard bytes.count <= most else { throw .tooLong }
    }
  }
}
