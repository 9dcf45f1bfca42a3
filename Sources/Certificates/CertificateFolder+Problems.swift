import Glibc

extension CertificateFolder {
  /// Everything a start of the office door would stumble over, or browsers would; changes nothing. A folder that is not
  /// there is no problem, since the first start makes it.
  package func problems(now: Int) -> [CertificatesError] {
    guard access(path, F_OK) == 0 else { return [] }
    var problems: [CertificatesError] = []
    func collect<Value>(_ body: () throws(CertificatesError) -> Value?) -> Value? {
      do throws(CertificatesError) {
        return try body()
      } catch {
        problems.append(error)
        return nil
      }
    }
    _ = collect { () throws(CertificatesError) -> Void in try checkFolder() }
    let above = collect { () throws(CertificatesError) in try findAuthority() }
    if let above { problems += timeProblems(above.certificate, authority.path, now) }
    let own = collect { () throws(CertificatesError) -> Certificate? in
      try server.read().map { pem throws(CertificatesError) in try Certificate(pem: pem, path: server.path) }
    }
    let key = collect { () throws(CertificatesError) -> PrivateKey? in
      try serverKey.read().map { pem throws(CertificatesError) in try PrivateKey(pem: pem, path: serverKey.path) }
    }
    guard let own else { return problems }
    problems += timeProblems(own, server.path, now)
    if key == nil, !own.facts.isOwn, access(serverKey.path, F_OK) != 0 {
      problems.append(.keyMissing(path: serverKey.path))
    }
    if let key, !own.fits(key) { problems.append(.keyDoesNotFit(key: serverKey.path, certificate: server.path)) }
    return problems
  }

  private func timeProblems(_ certificate: Certificate, _ path: String, _ now: Int) -> [CertificatesError] {
    let validity = certificate.facts.validity
    if validity.until <= now { return [.expired(path: path, at: validity.until)] }
    return validity.from > now ? [.notYetValid(path: path, until: validity.from)] : []
  }
}
