import CGnuTLS

/// A private key in GnuTLS's memory, where it stays for as long as this lives.
final class PrivateKey {
  let handle: gnutls_x509_privkey_t

  private init(unset: Void) throws(CertificatesError) {
    var handle: gnutls_x509_privkey_t?
    try GnuTLS.check("gnutls_x509_privkey_init", gnutls_x509_privkey_init(&handle))
    guard let handle else { throw .library(call: "gnutls_x509_privkey_init", reason: "no key") }
    self.handle = handle
  }

  deinit { gnutls_x509_privkey_deinit(handle) }

  /// A new ECDSA key on P-256, the curve every browser of ten years knows.
  convenience init() throws(CertificatesError) {
    try self.init(unset: ())
    try GnuTLS.check(
      "gnutls_x509_privkey_generate",
      gnutls_x509_privkey_generate(handle, GNUTLS_PK_ECDSA, sathach_p256_bits(), 0))
  }

  /// Of any kind GnuTLS reads, unencrypted.
  convenience init(pem: [UInt8], path: String) throws(CertificatesError) {
    try self.init(unset: ())
    let code = GnuTLS.lending(pem) { gnutls_x509_privkey_import2(handle, $0, GNUTLS_X509_FMT_PEM, nil, 0) }
    guard code >= 0 else { throw .unreadableKey(path: path) }
  }

  /// PKCS #8, unencrypted.
  func pem() throws(CertificatesError) -> [UInt8] {
    try GnuTLS.taking("gnutls_x509_privkey_export2_pkcs8") {
      gnutls_x509_privkey_export2_pkcs8(handle, GNUTLS_X509_FMT_PEM, nil, GNUTLS_PKCS_PLAIN.rawValue, $0)
    }
  }

  /// The hash of the public half; equal for a key and a certificate that belong together.
  var identity: [UInt8]? {
    GnuTLS.filling(64) { gnutls_x509_privkey_get_key_id(handle, GNUTLS_KEYID_USE_SHA256.rawValue, $0, &$1) }
  }
}
