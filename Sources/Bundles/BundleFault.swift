import Slip

/// Why a bundle, or a file of answers, is not taken; with the facts a sentence needs. Names and numbers stay out.
package enum BundleFault: Error, Hashable, Sendable {
  // The file
  /// It ends before it should.
  case cut
  /// It does not begin as a bundle does.
  case foreign
  /// Made by a newer program.
  case version(Int)
  case tooLarge(bytes: Int)
  /// Bytes after the end.
  case trailing

  // The head
  case headLength(Int)
  case head(Field)
  /// The head is no signed message, or not in the one form.
  case container(SlipError)
  /// No key of that id is known.
  case unknownKey(KeyID)
  /// The key is known, and speaks for another box.
  case otherIssuer(found: Issuer, key: Issuer)
  /// The signature does not fit: altered, or made by somebody else.
  case forged
  /// Sealed to another province's key; the first bytes of its hash.
  case otherRecipient([UInt8])
  /// The content key does not open.
  case contentKey

  // The body
  /// The bytes are not those the head names.
  case bodyDigest
  /// zlib does not take them.
  case packing
  /// More, or less, comes out than the head says.
  case unpackedLength(expected: Int, found: Int)
  case recordCount(expected: Int, found: Int)
  /// Counted from 1 within the bundle.
  case recordLength(record: Int, bytes: Int)
  case recordForm(record: Int)
  case recordKind(record: Int, kind: Int)
  case recordField(record: Int, Field)
  /// The personal part of a record does not open.
  case particulars

  // Answers
  case otherAnchor(KeyID)
  /// The answers are for another box.
  case forOther(Issuer)
  case answer(line: Int, Field)

  /// The part of a head, record or answer that an error speaks of.
  package enum Field: String, Sendable, CaseIterable {
    case issuer, number, previous, events, eventHash, madeAt, clock, recipient, contentKey, count, unpacked, packed,
      digest
    case id, person, particulars, sex, standing, at, audience, mode, state, identity, age, version, bank, score
    case outcome, help, areas, competences, hamlet, tags, spent, responses, slip, token, serial, reason, origin
    case document, day, signer
    case course, kept, answers
  }
}
