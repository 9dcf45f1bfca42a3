/// What a listener is opened with, and what whoever enrols a tablet compares.
package struct DoorCertificates: Sendable, Equatable {
  /// PEM: the server's certificate and those between it and its root.
  package let chain: String
  /// PEM, a secret.
  package let key: String
  /// PEM of the authority that tablets are to trust; nil where the certificate was brought without one.
  package let authority: String?
  /// The same in DER, whose SHA-256 is the fingerprint.
  package let authorityFile: [UInt8]?
  /// Of the authority, else of the server's certificate; see ``Certificate/fingerprint()``.
  package let fingerprint: String
  package let names: [SubjectName]
  /// Seconds since 1970.
  package let until: Int
  /// Why it was made just now; nil where it lay there already.
  package let renewal: Renewal?

  init(
    _ pair: CertificateFolder.Pair, authority above: Certificate?, renewal: Renewal?
  ) throws(CertificatesError) {
    chain = String(decoding: pair.chain, as: UTF8.self)
    key = String(decoding: try pair.key.pem(), as: UTF8.self)
    authority = try above.map { certificate throws(CertificatesError) in
      String(decoding: try certificate.pem(), as: UTF8.self)
    }
    authorityFile = try above.map { certificate throws(CertificatesError) in try certificate.der() }
    fingerprint = try (above ?? pair.certificate).fingerprint()
    let facts = pair.certificate.facts
    names = facts.names
    until = facts.validity.until
    self.renewal = renewal
  }
}

extension DoorCertificates {
  /// Whether the time has come to look for a new one.
  package func endsSoon(at now: Int) -> Bool {
    until - now < Renewal.daysLeft * CertificateContent.day
  }
}
