/// The province's signed key list as it travels: a header line, then base64 of a COSE_Sign1.
package enum KeyListFile {
  package static let header = "sathach key list 1"
  /// In bytes of the signed message: some 15,000 keys, and bounded work for a foreign file.
  package static let greatestLength = 1 << 20
  private static let lineLength = 76

  /// What the province's key signs.
  package static func toBeSigned(_ list: KeyList, kid: KeyID) throws(SlipError) -> [UInt8] {
    SignedMessage.toBeSigned(kid: kid, payload: try list.payload, context: Array(header.utf8))
  }

  /// The file's text; `signature` is the one over ``toBeSigned(_:kid:)``.
  package static func text(_ list: KeyList, kid: KeyID, signature: [UInt8]) throws(SlipError) -> String {
    let bytes = try SignedMessage(kid: kid, payload: list.payload, signature: signature).encoded
    guard bytes.count <= greatestLength else { throw .tooLarge(bytes: bytes.count) }
    let letters = Base64.encode(bytes)
    let lines = stride(from: 0, to: letters.count, by: lineLength).map {
      String(decoding: letters[$0...].prefix(lineLength), as: UTF8.self)
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  /// Reads a list, if the anchor signed it and it is newer than the one held.
  package static func open(
    _ text: String, anchor: Anchor, held: KeyList.Edition?, check: SignatureCheck, sha256: Hash
  ) throws(SlipError) -> KeyList {
    let message = try SignedMessage(decoding: bytes(of: text), atMost: greatestLength)
    guard message.kid == anchor.kid else { throw .listFromOtherAnchor(message.kid) }
    let signed = message.toBeSigned(context: Array(header.utf8))
    guard check(message.signature, signed, anchor.publicKey) else { throw .listAltered }
    let list = try KeyList(decoding: message.payload, sha256: sha256)
    if let held, let new = list.edition, new.number <= held.number {
      throw .listNotNewer(number: new.number, held: held.number)
    }
    return list
  }

  private static func bytes(of text: String) throws(SlipError) -> [UInt8] {
    // base64 takes 4/3 of the bytes; the rest is room for line ends.
    guard text.utf8.count <= greatestLength * 3 / 2 else { throw .tooLarge(bytes: text.utf8.count) }
    let characters = Array(text.utf8)
    let product = header.utf8.dropLast()
    let first = characters.prefix { $0 != 0x0a && $0 != 0x0d }
    guard first.elementsEqual(header.utf8) else {
      let isOther = first.starts(with: product) && Digits.number(first.dropFirst(product.count)) != nil
      throw isOther ? .otherListVersion : .notAKeyList
    }
    return try Base64.decode(characters.dropFirst(first.count).filter { $0 != 0x0a && $0 != 0x0d })
  }
}
