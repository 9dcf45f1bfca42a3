import Assessment
import Slip

/// What a check of a slip found, and what it was checked with.
package struct SlipCheck: Sendable {
  package enum Finding: Sendable, Equatable {
    case verdict(Verdict)
    /// A spoken code with wrong check digits, by group from 1.
    case mistyped(groups: [Int])
    /// Sixteen digits were expected.
    case codeLength(digits: Int)
    case codeCharacter(at: Int)
    /// A well-formed spoken code of no slip of this box. Slips of other boxes need their QR text.
    case codeUnknown
    /// More than one slip's text in one field.
    case severalSlips
  }

  package let finding: Finding
  /// Nil where nobody asked about a holder or the slip is not genuine.
  package let holder: HolderComparison?
  /// The province's list that was used; nil where the box knows only its own key.
  package let edition: KeyList.Edition?
  /// The slip is this box's own, and whose it was is kept no longer.
  package var isHolderErased = false
}

extension Kiosk {
  package static let longestCheck = 4_000

  /// Checks a scanned text or a spoken code. Reads only; computes argon2id where a holder is given, so never on the writer.
  ///
  /// - Parameters:
  ///   - holder: the number on the card of whoever shows the slip.
  ///   - peer: whoever asks, for the limit on look-ups of spoken codes.
  /// - Throws: ``UseCaseError/tooManyLookups(seconds:)``
  package func checkSlip(_ text: String, holder: CitizenNumber?, peer: String) throws -> SlipCheck {
    let keys = try keyRing.keys()
    let finding = try revokedHere(finding(Self.trimmed(text), keys: keys, peer: peer))
    var comparison: HolderComparison?
    if let holder, case .verdict(.genuine(let claims, _)) = finding {
      comparison = try HolderComparison(of: claims) { try signing.holderCheck(of: holder, token: $0) }
    }
    return SlipCheck(
      finding: finding, holder: comparison, edition: keys.edition, isHolderErased: try isHolderErased(finding))
  }

  private func isHolderErased(_ finding: SlipCheck.Finding) throws -> Bool {
    guard case .verdict(.genuine(let claims, _)) = finding, office.keepsSlips(of: claims.issuer),
      let slip = try store.slip(with: claims.token), let person = try store.attempt(slip.attempt)?.person
    else { return false }
    return try store.erasure(of: person) != nil
  }

  private func finding(_ text: String, keys: KeyList, peer: String) throws -> SlipCheck.Finding {
    if SpokenCode.isLikely(text) {
      let seconds = lookups.wait(for: peer, at: clock.monotonic())
      guard seconds == 0 else { throw UseCaseError.tooManyLookups(seconds: seconds) }
      return try spoken(text, keys: keys)
    }
    if Self.holdsSeveral(text) { return .severalSlips }
    return .verdict(SlipVerification.verdict(on: text, keys: keys, check: signing.verify))
  }

  /// This box knows its own revocations before any list of the province does.
  private func revokedHere(_ finding: SlipCheck.Finding) throws -> SlipCheck.Finding {
    guard case .verdict(.genuine(let claims, _)) = finding, office.keepsSlips(of: claims.issuer),
      let slip = try store.slip(with: claims.token), try store.revocation(of: slip.serial) != nil
    else { return finding }
    return .verdict(.revoked(claims))
  }

  /// Scanners end a line with all sorts of white space.
  private static func trimmed(_ text: String) -> String {
    let front = text.drop { $0.isWhitespace }
    return front.lastIndex { !$0.isWhitespace }.map { String(front[...$0]) } ?? ""
  }

  /// Two scans in one field, with something between them or one right after the other.
  private static func holdsSeveral(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.allSatisfy({ $0.hasPrefix(SlipText.prefix) }) else { return false }
    let isDouble =
      (SlipText.greatestLength + 1...SlipText.greatestLength * 2).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return parts.count > 1 || isDouble
  }

  private func spoken(_ text: String, keys: KeyList) throws -> SlipCheck.Finding {
    do {
      let token = try SpokenCode(text).token
      guard let slip = try store.slip(with: token) else { return .codeUnknown }
      let text = SlipText.encode(slip.bytes)
      return .verdict(SlipVerification.verdict(on: text, keys: keys, check: signing.verify))
    } catch SlipError.codeMistyped(let groups) {
      return .mistyped(groups: groups)
    } catch SlipError.codeLength(let digits) {
      return .codeLength(digits: digits)
    } catch SlipError.codeCharacter(let place) {
      return .codeCharacter(at: place)
    }
  }
}
