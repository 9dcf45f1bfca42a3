import CGnuTLS

/// A certificate in GnuTLS's memory.
final class Certificate {
  let handle: gnutls_x509_crt_t

  init() throws(CertificatesError) {
    var handle: gnutls_x509_crt_t?
    try GnuTLS.check("gnutls_x509_crt_init", gnutls_x509_crt_init(&handle))
    guard let handle else { throw .library(call: "gnutls_x509_crt_init", reason: "no certificate") }
    self.handle = handle
  }

  deinit { gnutls_x509_crt_deinit(handle) }

  /// The first certificate of a PEM text; a chain's others are for browsers.
  convenience init(pem: [UInt8], path: String) throws(CertificatesError) {
    try self.init()
    let code = GnuTLS.lending(pem) { gnutls_x509_crt_import(handle, $0, GNUTLS_X509_FMT_PEM) }
    guard code >= 0 else { throw .unreadableCertificate(path: path) }
  }

  func pem() throws(CertificatesError) -> [UInt8] {
    try GnuTLS.taking("gnutls_x509_crt_export2") { gnutls_x509_crt_export2(handle, GNUTLS_X509_FMT_PEM, $0) }
  }

  /// As systems install it: its SHA-256 is the ``fingerprint()``.
  func der() throws(CertificatesError) -> [UInt8] {
    try GnuTLS.taking("gnutls_x509_crt_export2") { gnutls_x509_crt_export2(handle, GNUTLS_X509_FMT_DER, $0) }
  }

  /// The hash of the public key; see ``PrivateKey/identity``.
  var identity: [UInt8]? {
    GnuTLS.filling(64) { gnutls_x509_crt_get_key_id(handle, GNUTLS_KEYID_USE_SHA256.rawValue, $0, &$1) }
  }

  /// SHA-256 of the whole certificate in sixteen groups of four hexadecimal digits: the digits that browsers and tablets
  /// show for it, in a form that can be read aloud.
  func fingerprint() throws(CertificatesError) -> String {
    guard let hash = GnuTLS.filling(32, { gnutls_x509_crt_get_fingerprint(handle, GNUTLS_DIG_SHA256, $0, &$1) })
    else { throw .library(call: "gnutls_x509_crt_get_fingerprint", reason: "no hash") }
    let digits = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0...].prefix(2).joined() }.joined(separator: " ")
  }

  func fits(_ key: PrivateKey) -> Bool {
    guard let mine = identity, let other = key.identity else { return false }
    return mine == other
  }

  /// Whether `authority` signed this, whatever the time is.
  func isSigned(by authority: Certificate) -> Bool {
    guard gnutls_x509_crt_check_issuer(handle, authority.handle) == 1 else { return false }
    var list: gnutls_x509_crt_t? = authority.handle
    var fault: UInt32 = 0
    let flags = GNUTLS_VERIFY_DISABLE_TIME_CHECKS.rawValue | GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS.rawValue
    return gnutls_x509_crt_verify(handle, &list, 1, flags, &fault) >= 0 && fault == 0
  }

  var facts: CertificateFacts {
    let validity = CertificateContent.Validity(
      from: gnutls_x509_crt_get_activation_time(handle), until: gnutls_x509_crt_get_expiration_time(handle))
    return CertificateFacts(
      names: names, validity: validity, isOwn: unit == CertificateContent.ownMark, maySign: maySign,
      isRoot: gnutls_x509_crt_check_issuer(handle, handle) == 1)
  }

  private var unit: String? {
    GnuTLS.filling(256) {
      gnutls_x509_crt_get_dn_by_oid(handle, GNUTLS_OID_X520_ORGANIZATIONAL_UNIT_NAME, 0, 0, $0, &$1)
    }.map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private var maySign: Bool {
    var usage: UInt32 = 0
    var critical: UInt32 = 0
    guard gnutls_x509_crt_get_ca_status(handle, &critical) == 1 else { return false }
    // A certificate without the extension may be used for anything.
    guard gnutls_x509_crt_get_key_usage(handle, &usage, &critical) >= 0 else { return true }
    return usage & UInt32(GNUTLS_KEY_KEY_CERT_SIGN) != 0
  }

  /// Of other kinds than names and addresses, none.
  private var names: [SubjectName] {
    var names: [SubjectName] = []
    for index in 0..<UInt32(256) {
      var kind: Int32 = -1
      let value = GnuTLS.filling(256) { room, size in
        kind = gnutls_x509_crt_get_subject_alt_name(handle, index, room, &size, nil)
        return kind
      }
      if kind == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE { break }
      guard let value else { continue }
      if UInt32(bitPattern: kind) == GNUTLS_SAN_IPADDRESS.rawValue { names.append(.address(value)) }
      if UInt32(bitPattern: kind) == GNUTLS_SAN_DNSNAME.rawValue {
        names.append(.host(String(decoding: value, as: UTF8.self)))
      }
    }
    return names
  }
}
