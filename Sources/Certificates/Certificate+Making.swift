import CGnuTLS

/// An authority's certificate with the key that signs for it.
struct Signer {
  let certificate: Certificate
  let key: PrivateKey
}

extension Certificate {
  /// Makes and signs a certificate for `key`; without a signer it signs itself, as the root of trust does.
  ///
  /// Read back from its text, as every later start will read it; of one just built GnuTLS does not tell all it says.
  static func made(
    _ content: CertificateContent, for key: PrivateKey, by signer: Signer?
  ) throws(CertificatesError) -> Certificate {
    let draft = try Certificate(content, key: key, signer: signer)
    return try Certificate(pem: try draft.pem(), path: "")
  }

  private convenience init(_ content: CertificateContent, key: PrivateKey, signer: Signer?) throws(CertificatesError) {
    try self.init()
    try GnuTLS.check("gnutls_x509_crt_set_version", gnutls_x509_crt_set_version(handle, 3))
    try GnuTLS.check(
      "gnutls_x509_crt_set_serial", gnutls_x509_crt_set_serial(handle, content.serial, content.serial.count))
    try GnuTLS.check("gnutls_x509_crt_set_key", gnutls_x509_crt_set_key(handle, key.handle))
    try setTimes(content.validity)
    try setName(GNUTLS_OID_X520_ORGANIZATION_NAME, content.organization)
    try setName(GNUTLS_OID_X520_ORGANIZATIONAL_UNIT_NAME, CertificateContent.ownMark)
    try setName(GNUTLS_OID_X520_COMMON_NAME, content.commonName)
    try setIdentities(key, signer)
    switch content.role {
    case .authority: try setAuthority()
    case .server(let names): try setServer(names)
    }
    try GnuTLS.check(
      "gnutls_x509_crt_sign2",
      gnutls_x509_crt_sign2(
        handle, signer?.certificate.handle ?? handle, signer?.key.handle ?? key.handle, GNUTLS_DIG_SHA256, 0))
  }

  private func setTimes(_ validity: CertificateContent.Validity) throws(CertificatesError) {
    try GnuTLS.check(
      "gnutls_x509_crt_set_activation_time", gnutls_x509_crt_set_activation_time(handle, validity.from))
    try GnuTLS.check(
      "gnutls_x509_crt_set_expiration_time", gnutls_x509_crt_set_expiration_time(handle, validity.until))
  }

  private func setName(_ kind: String, _ text: String) throws(CertificatesError) {
    guard !text.isEmpty else { return }
    let bytes = Array(text.utf8)
    try GnuTLS.check(
      "gnutls_x509_crt_set_dn_by_oid",
      gnutls_x509_crt_set_dn_by_oid(handle, kind, 0, bytes, UInt32(clamping: bytes.count)))
  }

  /// By these, browsers find the authority even among several of one name.
  private func setIdentities(_ key: PrivateKey, _ signer: Signer?) throws(CertificatesError) {
    let own = key.identity ?? []
    try GnuTLS.check(
      "gnutls_x509_crt_set_subject_key_id", gnutls_x509_crt_set_subject_key_id(handle, own, own.count))
    // An authority made elsewhere may carry another number than the hash of its key.
    let above =
      signer.map { signer in
        GnuTLS.filling(64) { gnutls_x509_crt_get_subject_key_id(signer.certificate.handle, $0, &$1, nil) } ?? []
      } ?? own
    guard !above.isEmpty else { return }
    try GnuTLS.check(
      "gnutls_x509_crt_set_authority_key_id", gnutls_x509_crt_set_authority_key_id(handle, above, above.count))
  }

  /// May sign servers, and no further authorities.
  private func setAuthority() throws(CertificatesError) {
    try GnuTLS.check("gnutls_x509_crt_set_basic_constraints", gnutls_x509_crt_set_basic_constraints(handle, 1, 0))
    try setUsage(GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN)
  }

  private func setServer(_ names: [SubjectName]) throws(CertificatesError) {
    try GnuTLS.check("gnutls_x509_crt_set_basic_constraints", gnutls_x509_crt_set_basic_constraints(handle, 0, -1))
    try setUsage(GNUTLS_KEY_DIGITAL_SIGNATURE)
    try GnuTLS.check(
      "gnutls_x509_crt_set_key_purpose_oid",
      gnutls_x509_crt_set_key_purpose_oid(handle, GNUTLS_KP_TLS_WWW_SERVER, 0))
    for name in names {
      let (kind, bytes) =
        switch name {
        case .host(let host): (GNUTLS_SAN_DNSNAME, Array(host.utf8))
        case .address(let address): (GNUTLS_SAN_IPADDRESS, address)
        }
      try GnuTLS.check(
        "gnutls_x509_crt_set_subject_alt_name",
        gnutls_x509_crt_set_subject_alt_name(
          handle, kind, bytes, UInt32(clamping: bytes.count), UInt32(GNUTLS_FSAN_APPEND)))
    }
  }

  private func setUsage(_ usage: Int32) throws(CertificatesError) {
    try GnuTLS.check("gnutls_x509_crt_set_key_usage", gnutls_x509_crt_set_key_usage(handle, UInt32(usage)))
  }
}
