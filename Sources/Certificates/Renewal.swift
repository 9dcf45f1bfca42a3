/// Why a server certificate has to be made, or made anew.
package enum Renewal: Equatable, Sendable {
  case missing
  /// Damaged; the file is set aside under another name.
  case unreadable
  case keyDoesNotFit
  case otherAuthority
  case endsSoon(at: Int)
  /// Made when the clock was ahead.
  case notYetValid(until: Int)
  case lacks([SubjectName])

  static let daysLeft = 60

  /// What is known of the server certificate that lies in the folder.
  struct Found: Equatable {
    let facts: CertificateFacts
    let fitsKey: Bool
    let isFromAuthority: Bool
  }

  /// Nil where what was found is to be used as it is, which is always so for a certificate put there by hand.
  ///
  /// - Parameter authorityUntil: a certificate that ends with its authority would not last longer if it were made anew.
  static func due(_ found: Found, names: [SubjectName], now: Int, authorityUntil: Int) -> Renewal? {
    guard found.facts.isOwn else { return nil }
    // Nothing can be signed any more; that the clock is years ahead is likelier than that the box is so old.
    guard authorityUntil > now || !found.fitsKey || !found.isFromAuthority else { return nil }
    if !found.fitsKey { return .keyDoesNotFit }
    if !found.isFromAuthority { return .otherAuthority }
    let validity = found.facts.validity
    if validity.from > now { return .notYetValid(until: validity.from) }
    let next = CertificateContent.lastMoment(now: now, authorityUntil: authorityUntil)
    if validity.until - now < daysLeft * CertificateContent.day, validity.until < next {
      return .endsSoon(at: validity.until)
    }
    let lacking = names.filter { !found.facts.names.contains($0) }
    return lacking.isEmpty ? nil : .lacks(lacking)
  }
}

/// What a certificate says, as far as it decides anything here.
struct CertificateFacts: Equatable {
  var names: [SubjectName] = []
  var validity: CertificateContent.Validity
  /// Made by this program.
  var isOwn: Bool
  /// CA:TRUE and the usage keyCertSign.
  var maySign = false
  /// Names itself as its issuer: nobody stands above it.
  var isRoot = false
}
