/// Everything that can be wrong with a slip, a spoken code or a key list, with the facts a sentence needs.
package enum SlipError: Error, Hashable, Sendable {
  // Small values
  case notAnIssuer(String)
  case notAKeyID
  case notAToken
  case wrongLength(of: Field, expected: Int, found: Int)
  /// A claim outside the bounds of the specification; also thrown when a slip is to be made from it.
  case outOfBounds(Field, found: Int)

  // Spoken code
  /// A character that is neither a digit nor a space, dot or hyphen; counted in bytes from 0.
  case codeCharacter(at: Int)
  case codeLength(digits: Int)
  /// The groups, counted from 1, whose check digit does not fit.
  case codeMistyped(groups: [Int])

  // QR text
  case empty
  case notOurs
  case otherVersion(Int)
  case notDigits(at: Int)
  case tooLong(digits: Int)
  /// The scan stopped early: digits or bytes are missing at the end.
  case truncated
  /// A group of digits, counted from 1, that is larger than its bytes can hold.
  case groupTooLarge(Int)

  // CBOR; positions count bytes from 0
  case notShortest(at: Int)
  case unsupportedItem(at: Int)
  case keysOutOfOrder(at: Int)
  case notUTF8(at: Int)
  case tooDeep(at: Int)
  case tooLarge(bytes: Int)
  case trailingBytes(Int)

  // COSE and claims
  case notSignedMessage
  case unprotectedHeader
  case unknownHeader
  case unknownAlgorithm
  case unexpectedPayload(Field)
  case claimsVersion(Int)

  // Key list
  case notAKeyList
  case otherListVersion
  case notBase64(at: Int)
  case listAltered
  case listFromOtherAnchor(KeyID)
  case listNotNewer(number: Int, held: Int)
  case sampleKeyInList
  case keyListedTwice(KeyID)
  case listOutOfOrder(Field)
}

extension SlipError {
  /// The part of a slip or list that an error speaks of.
  package enum Field: String, Sendable {
    case claims, issuer, issuedAt, token, serial, audience, frameworkVersion, blueprintVersion, bankHash
    case right, asked, outcome, areaBits, identity, help, bootCounter, logHead, holderCheck
    case publicKey, signature, fromSerial, withdrawnFromSerial
    case list, listNumber, keys, revoked
  }
}
