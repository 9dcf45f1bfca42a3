/// One line for each way a slip, code or key list can be wrong: what was found and what was expected.
package enum SlipErrorWording {
  package static func text(_ error: SlipError) -> String {
    switch error {
    case .notAnIssuer(let text): "\"\(text)\" is no issuer; expected five digits, a hyphen and a device, as in 02215-1"
    case .notAKeyID: "a key id has 8 bytes"
    case .notAToken: "a token has 12 digits"
    case .wrongLength(let field, let expected, let found):
      "\(field.rawValue) has \(found) bytes, expected \(expected)"
    case .outOfBounds(let field, let found): "\(field.rawValue) is \(found), outside what the format allows"
    case .codeCharacter(let place): "character \(place + 1) of the code is no digit"
    case .codeLength(let digits): "the code has \(digits) digits, expected 16"
    case .codeMistyped(let groups):
      "the code is mistyped in group \(groups.map(String.init).joined(separator: ", "))"
    case .empty: "the text is empty"
    case .notOurs: "the text does not begin with 84"
    case .otherVersion(let version): "format version \(version) is not known here"
    case .notDigits(let place): "character \(place + 1) is no digit"
    case .tooLong(let digits): "\(digits) digits are more than a slip has"
    case .truncated: "digits are missing at the end"
    case .groupTooLarge(let group): "digit group \(group) is larger than its bytes can hold"
    case .notShortest(let place): "byte \(place) is not in its shortest form"
    case .unsupportedItem(let place): "byte \(place) begins something a slip does not have"
    case .keysOutOfOrder(let place): "the keys before byte \(place) are out of order or repeated"
    case .notUTF8(let place): "the text at byte \(place) is not UTF-8"
    case .tooDeep(let place): "byte \(place) nests too deep"
    case .tooLarge(let bytes): "\(bytes) bytes are more than a slip has"
    case .trailingBytes(let count): "\(count) bytes follow the end"
    case .notSignedMessage: "the bytes are no signed message"
    case .unprotectedHeader: "the unprotected header is not empty"
    case .unknownHeader: "the protected header has other entries than algorithm and key id"
    case .unknownAlgorithm: "the algorithm is not EdDSA"
    case .unexpectedPayload(let field): "\(field.rawValue) is missing or of another type"
    case .claimsVersion(let count): "\(count) claims are another version of the slip"
    case .notAKeyList: "the file is no key list"
    case .otherListVersion: "the key list is of another version"
    case .notBase64(let place): "character \(place + 1) is no base64"
    case .listAltered: "the key list was altered: its signature does not hold"
    case .listFromOtherAnchor(let kid): "the key list is signed with \(kid.hex), which is not the anchor of this box"
    case .listNotNewer(let number, let held): "the key list has number \(number), this box holds number \(held)"
    case .sampleKeyInList: "the key list names the sample issuer 00000-demo"
    case .keyListedTwice(let kid): "the key \(kid.hex) is listed twice"
    case .listOutOfOrder(let field): "\(field.rawValue) are out of order in the key list"
    }
  }
}
