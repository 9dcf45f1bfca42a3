import Glibc

/// The folder with the office's certificate authority and the certificate its door is known by.
///
/// What is missing is made, what ends soon is renewed, what somebody put there by hand is used as it is.
package struct CertificateFolder: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  var authority: PEMFile { PEMFile(path: path + "/authority.pem", kind: .certificate) }
  var authorityKey: PEMFile { PEMFile(path: path + "/authority-key.pem", kind: .key) }
  var server: PEMFile { PEMFile(path: path + "/server.pem", kind: .certificate) }
  var serverKey: PEMFile { PEMFile(path: path + "/server-key.pem", kind: .key) }

  /// Who the certificates are for, and when.
  package struct Wish: Sendable {
    /// As it stands on slips.
    package var office: String
    package var names: [SubjectName]
    /// Seconds since 1970; ``earliest`` is taken for any time before it.
    package var now: Int
    /// When this program was made: no clock that is right shows less.
    package var earliest: Int

    package init(office: String, names: [SubjectName], now: Int, earliest: Int) {
      (self.office, self.names) = (office, names)
      (self.now, self.earliest) = (max(now, earliest), earliest)
    }
  }

  /// What the door's listener needs, after making or renewing what is due.
  package func prepare(_ wish: Wish) throws(CertificatesError) -> DoorCertificates {
    try makeFolder()
    var above = try findAuthority()
    if above == nil { above = try makeAuthority(wish) }
    var (pair, renewal) = try findServer(above, wish)
    if pair == nil { pair = try makeServer(above, wish) }
    guard let pair else { throw .nothingToSignWith(path: authorityKey.path) }
    return try DoorCertificates(pair, authority: above?.certificate, renewal: renewal)
  }

  // MARK: The authority

  struct Authority {
    let certificate: Certificate
    /// Nil where somebody brought a server certificate and the authority above it, which stays elsewhere.
    let key: PrivateKey?
  }

  /// Nil where there is no authority yet.
  func findAuthority() throws(CertificatesError) -> Authority? {
    guard let pem = try authority.read() else { return nil }
    let certificate = try Certificate(pem: pem, path: authority.path)
    guard certificate.facts.maySign else { throw .notAnAuthority(path: authority.path) }
    guard let secret = try authorityKey.read() else { return Authority(certificate: certificate, key: nil) }
    let key = try PrivateKey(pem: secret, path: authorityKey.path)
    guard certificate.fits(key) else { throw .keyDoesNotFit(key: authorityKey.path, certificate: authority.path) }
    return Authority(certificate: certificate, key: key)
  }

  /// The key first: a key without its certificate, which a power cut may leave, is used for the next one. Nil beside a
  /// server certificate put there by hand, which needs no authority of ours.
  private func makeAuthority(_ wish: Wish) throws(CertificatesError) -> Authority? {
    if let (_, found) = try readServer(), let found, !found.facts.isOwn { return nil }
    let key: PrivateKey
    if let secret = try authorityKey.read() {
      key = try PrivateKey(pem: secret, path: authorityKey.path)
    } else {
      key = try PrivateKey()
      try authorityKey.write(try key.pem())
    }
    let content = CertificateContent.authority(
      office: wish.office, serial: Self.serial(), now: wish.now, earliest: wish.earliest)
    let certificate = try Certificate.made(content, for: key, by: nil)
    try authority.write(try certificate.pem())
    return Authority(certificate: certificate, key: key)
  }

  // MARK: The server's certificate

  struct Pair {
    let certificate: Certificate
    /// The file's whole text, which may hold more certificates between this one and its root.
    let chain: [UInt8]
    let key: PrivateKey
  }

  /// The file's text, and the certificate in it where one can be read.
  private func readServer() throws(CertificatesError) -> ([UInt8], Certificate?)? {
    guard let chain = try server.read() else { return nil }
    do throws(CertificatesError) {
      return (chain, try Certificate(pem: chain, path: server.path))
    } catch .unreadableCertificate {
      return (chain, nil)
    }
  }

  /// What lies there if it is to be used, else why it is not.
  private func findServer(
    _ above: Authority?, _ wish: Wish
  ) throws(CertificatesError) -> (Pair?, Renewal?) {
    guard let (chain, readable) = try readServer() else { return (nil, .missing) }
    guard let certificate = readable else {
      try server.setAside()
      return (nil, .unreadable)
    }
    let facts = certificate.facts
    let key = try findServerKey(isOwn: facts.isOwn)
    let fits = key.map(certificate.fits) ?? false
    guard facts.isOwn || fits else { throw .keyDoesNotFit(key: serverKey.path, certificate: server.path) }
    let found = Renewal.Found(
      facts: facts, fitsKey: fits, isFromAuthority: above.map { certificate.isSigned(by: $0.certificate) } ?? false)
    let end = above?.certificate.facts.validity.until ?? wish.now
    if let due = Renewal.due(found, names: wish.names, now: wish.now, authorityUntil: end) { return (nil, due) }
    return (key.map { Pair(certificate: certificate, chain: chain, key: $0) }, nil)
  }

  /// Nil where our own was lost or is damaged: it is made anew with its certificate.
  private func findServerKey(isOwn: Bool) throws(CertificatesError) -> PrivateKey? {
    guard let secret = try serverKey.read() else {
      if isOwn { return nil }
      throw .keyMissing(path: serverKey.path)
    }
    do throws(CertificatesError) {
      return try PrivateKey(pem: secret, path: serverKey.path)
    } catch {
      guard isOwn else { throw error }
      return nil
    }
  }

  /// With a new key each time. A power cut between the two files leaves a pair that does not fit and is made anew.
  private func makeServer(_ above: Authority?, _ wish: Wish) throws(CertificatesError) -> Pair {
    guard let above, let signing = above.key else { throw .nothingToSignWith(path: authorityKey.path) }
    let facts = above.certificate.facts
    guard facts.validity.until > wish.now else { throw .expired(path: authority.path, at: facts.validity.until) }
    let key = try PrivateKey()
    let content = CertificateContent.server(
      wish.names, office: wish.office, serial: Self.serial(), now: wish.now, authorityUntil: facts.validity.until)
    let signer = Signer(certificate: above.certificate, key: signing)
    let certificate = try Certificate.made(content, for: key, by: signer)
    // Browsers know roots; an authority below one has to be sent along.
    let chain = try certificate.pem() + (facts.isRoot ? [] : try above.certificate.pem())
    try serverKey.write(try key.pem())
    try server.write(chain)
    return Pair(certificate: certificate, chain: chain, key: key)
  }

  private static func serial() -> [UInt8] {
    CertificateContent.serial { UInt8.random(in: 0...255) }
  }

  private func makeFolder() throws(CertificatesError) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .system(call: "mkdir", path: path, code: errno) }
    try checkFolder()
  }

  func checkFolder() throws(CertificatesError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(call: "stat", path: path, code: errno) }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path, mode: status.st_mode & 0o777) }
  }
}
