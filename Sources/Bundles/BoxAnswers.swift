import Assessment
import Slip

/// What the outside authority said about slips of one box, signed by the province.
package struct BoxAnswers: Hashable, Sendable {
  package enum State: String, Sendable, CaseIterable {
    case confirmed, refused
  }

  package struct Answer: Hashable, Sendable {
    /// Of the slip: the box's own, or one it had before it was restored.
    package let issuer: Issuer
    package let token: SlipToken
    package let state: State
    /// The authority's words; empty where it gave none.
    package let reason: String
    package let at: Moment

    package init(issuer: Issuer, token: SlipToken, state: State, reason: String, at: Moment) {
      (self.issuer, self.token, self.state, self.reason, self.at) = (issuer, token, state, reason, at)
    }
  }

  /// The box they are for, under the name it has now.
  package let issuer: Issuer
  /// Counts the province's files for this box, from 1.
  package let number: Int
  /// Seconds since 1970.
  package let madeAt: Int64
  package let answers: [Answer]

  package init(issuer: Issuer, number: Int, madeAt: Int64, answers: [Answer]) {
    (self.issuer, self.number, self.madeAt, self.answers) = (issuer, number, madeAt, answers)
  }

  /// `02215-1-000003.answers`.
  package var fileName: String { "\(issuer.text)-\(Padded.text(number, to: 6)).answers" }
}

extension BoxAnswers {
  package static let magic = Array("SHSA".utf8)
  package static let version: UInt8 = 1
  package static let context = Array("sathach answers 1".utf8)
  package static let mostAnswers = 10_000

  /// Whether a file begins as one of answers does, whatever its version.
  package static func isLikely(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  private var payload: [UInt8] {
    CBOR.array([
      .text(issuer.text), CBOR(Int(madeAt)), CBOR(number),
      .array(
        answers.map {
          .array([
            .text($0.issuer.text), .bytes($0.token.bytes), .text($0.state.rawValue), .text($0.reason), CBOR($0.at),
          ])
        }),
    ]).encoded
  }

  /// The file.
  ///
  /// - Parameter sign: the province's key of lists.
  package func signed(kid: KeyID, sign: (_ message: [UInt8]) throws -> [UInt8]) throws -> [UInt8] {
    let payload = payload
    let signature = try sign(SignedMessage.toBeSigned(kid: kid, payload: payload, context: Self.context))
    let message = try SignedMessage(kid: kid, payload: payload, signature: signature)
    let bytes = Self.magic + [Self.version] + message.encoded
    guard bytes.count <= BundleLimits.answers, answers.count <= Self.mostAnswers else {
      throw BundleFault.tooLarge(bytes: bytes.count)
    }
    return bytes
  }

  /// Reads a file, if the anchor signed it and it is for this box.
  package static func open(
    _ bytes: [UInt8], anchor: Anchor, issuer: Issuer, check: SignatureCheck
  ) throws(BundleFault) -> BoxAnswers {
    guard bytes.count <= BundleLimits.answers else { throw .tooLarge(bytes: bytes.count) }
    guard isLikely(bytes) else { throw .foreign }
    guard bytes.count > magic.count else { throw .cut }
    guard bytes[magic.count] == version else { throw .version(Int(bytes[magic.count])) }
    let message: SignedMessage
    do {
      message = try SignedMessage(
        decoding: Array(bytes.dropFirst(magic.count + 1)), atMost: BundleLimits.answers)
    } catch {
      throw .container(error)
    }
    guard message.kid == anchor.kid else { throw .otherAnchor(message.kid) }
    guard check(message.signature, message.toBeSigned(context: context), anchor.publicKey) else { throw .forged }
    let answers = try BoxAnswers(decoding: message.payload)
    guard answers.issuer == issuer else { throw .forOther(answers.issuer) }
    return answers
  }

  /// The signed content; what it says is not proven by this.
  package init(decoding payload: [UInt8]) throws(BundleFault) {
    let document: CBORDocument
    do {
      document = try CBORDocument(payload, atMost: BundleLimits.answers)
    } catch {
      throw .container(error)
    }
    let fields = try RecordFields(document, count: 4, whole: .count) { .head($0) }
    issuer = try fields.issuer(0)
    madeAt = Int64(try fields.integer(1, .madeAt, in: 0...253_402_300_799))
    number = try fields.integer(2, .number, in: 1...BundleHead.greatestNumber)
    guard let count = fields.count(3), count <= Self.mostAnswers else { throw .head(.answers) }
    var line = 0
    answers = try fields.values(3, .answers) { (item) throws(BundleFault) in
      line += 1
      return try Answer(document, at: item, line: line)
    }
  }
}

extension BoxAnswers.Answer {
  fileprivate init(_ document: CBORDocument, at place: Int, line: Int) throws(BundleFault) {
    let fields = try RecordFields(document, at: place, count: 5, whole: .answers) { .answer(line: line, $0) }
    try self.init(
      issuer: fields.issuer(0), token: fields.token(1), state: fields.word(2, .state),
      reason: fields.text(3, .reason, most: 1200), at: fields.moment(4))
  }
}
