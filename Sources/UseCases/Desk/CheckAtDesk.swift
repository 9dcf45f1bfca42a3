import Assessment
import Slip

/// A check of a slip with what only this box knows of it, for colleagues' eyes.
package struct DeskCheck: Sendable {
  package let check: SlipCheck
  /// Nil for slips of other boxes, and for what is no slip.
  package let own: FoundSlip?
  package let revocation: DeskEntry?
}

extension Kiosk {
  /// As ``checkSlip(_:holder:peer:)``: a paper may bear a genuine symbol below another name, so a clerk also sees whose
  /// slip it is.
  package func checkAtDesk(_ text: String, holder: CitizenNumber?, peer: String) throws -> DeskCheck {
    let check = try checkSlip(text, holder: holder, peer: peer)
    guard let claims = check.claims, office.keepsSlips(of: claims.issuer), let slip = try store.slip(with: claims.token)
    else { return DeskCheck(check: check, own: nil, revocation: nil) }
    let own = try found(slip)
    return DeskCheck(
      check: SlipCheck(
        finding: check.finding, holder: try comparison(holder, own) ?? check.holder, edition: check.edition,
        isHolderErased: check.isHolderErased),
      own: own,
      revocation: try own.revocation.map { try entry(at: $0.at, by: $0.account, for: $0.reason) })
  }

  /// The record says more than the twelve bits on the paper: all of the number, and every number that was found to be the
  /// same person's since.
  private func comparison(_ holder: CitizenNumber?, _ own: FoundSlip) throws -> HolderComparison? {
    // Of whom nothing is kept, only the paper speaks.
    guard let holder, let person = own.person, try store.erasure(of: person) == nil else { return nil }
    return try store.person(with: holder) == person ? .rightPerson : .otherPerson
  }
}

extension SlipCheck {
  /// What the slip says, as far as a known key has signed it.
  package var claims: Claims? {
    guard case .verdict(let verdict) = finding else { return nil }
    switch verdict {
    case .genuine(let claims, _), .keyNotYetInForce(let claims, _), .keyWithdrawn(let claims, _), .revoked(let claims):
      return claims
    case .altered, .unknownKey, .issuerMismatch, .otherVersion, .notASlip, .malformed: return nil
    }
  }
}
