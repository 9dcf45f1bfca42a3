import Slip

/// One record of a bundle's body: a state, not a change. The latest one of a thing holds, so that taking one twice changes
/// nothing.
package enum BundleRecord: Hashable, Sendable {
  case person(BundledPerson)
  case attempt(BundledAttempt)
  case responses(BundledResponses)
  case slip(BundledSlip)
  case revocation(BundledRevocation)
  case confirmation(BundledConfirmation)
  case rules(BundledRules)
  case bank(BundledBank)
  case merge(BundledMerge)
  case erasure(BundledErasure)
  case certificate(BundledCertificate)
}

extension BundleRecord {
  /// The numbers that kinds have in the file; they never change.
  enum Kind: Int {
    case person = 1
    case attempt = 2
    case responses = 3
    case slip = 4
    case revocation = 5
    case confirmation = 6
    case rules = 7
    case bank = 8
    case merge = 9
    case erasure = 10
    case certificate = 11

    var fieldCount: Int {
      switch self {
      case .person: 6
      case .attempt: BundledAttempt.fieldCount
      case .responses: 2
      case .slip: 6
      case .revocation: 4
      case .confirmation: 5
      case .rules: 7
      case .bank: 2
      case .merge: 3
      case .erasure: 3
      case .certificate: 3
      }
    }
  }

  private var parts: (kind: Kind, fields: [CBOR]) {
    switch self {
    case .person(let person): (.person, person.fields)
    case .attempt(let attempt): (.attempt, attempt.fields)
    case .responses(let responses): (.responses, responses.fields)
    case .slip(let slip): (.slip, slip.fields)
    case .revocation(let revocation): (.revocation, revocation.fields)
    case .confirmation(let confirmation): (.confirmation, confirmation.fields)
    case .rules(let rules): (.rules, rules.fields)
    case .bank(let bank): (.bank, bank.fields)
    case .merge(let merge): (.merge, merge.fields)
    case .erasure(let erasure): (.erasure, erasure.fields)
    case .certificate(let certificate): (.certificate, certificate.fields)
    }
  }

  /// Deterministic CBOR, `[kind, field, …]`, without its length.
  package var encoded: [UInt8] {
    let (kind, fields) = parts
    return CBOR.array([CBOR(kind.rawValue)] + fields).encoded
  }

  /// The record as it stands in the body: its length as four bytes, then itself.
  ///
  /// - Throws: ``BundleFault/recordLength(record:bytes:)``.
  package func framed(number: Int) throws(BundleFault) -> [UInt8] {
    let bytes = encoded
    guard bytes.count <= BundleLimits.record else { throw .recordLength(record: number, bytes: bytes.count) }
    return BigEndian.bytes(UInt32(bytes.count)) + bytes
  }

  /// - Parameter number: the record's place in the bundle, from 1, for refusals.
  package init(decoding bytes: [UInt8], number: Int) throws(BundleFault) {
    guard bytes.count <= BundleLimits.record else { throw .recordLength(record: number, bytes: bytes.count) }
    guard let document = try? CBORDocument(bytes, atMost: BundleLimits.record),
      let count = document.count(at: CBORDocument.root), count > 0,
      let code = document.integer(at: document.item(0, at: CBORDocument.root))
    else { throw .recordForm(record: number) }
    guard let kind = Kind(rawValue: code) else { throw .recordKind(record: number, kind: code) }
    guard count == kind.fieldCount + 1 else { throw .recordForm(record: number) }
    let fields = try RecordFields(document, from: 1, count: kind.fieldCount, whole: .id) {
      .recordField(record: number, $0)
    }
    switch kind {
    case .person: self = .person(try BundledPerson(fields))
    case .attempt: self = .attempt(try BundledAttempt(fields))
    case .responses: self = .responses(try BundledResponses(fields))
    case .slip: self = .slip(try BundledSlip(fields))
    case .revocation: self = .revocation(try BundledRevocation(fields))
    case .confirmation: self = .confirmation(try BundledConfirmation(fields))
    case .rules: self = .rules(try BundledRules(fields))
    case .bank: self = .bank(try BundledBank(fields))
    case .merge: self = .merge(try BundledMerge(fields))
    case .erasure: self = .erasure(try BundledErasure(fields))
    case .certificate: self = .certificate(try BundledCertificate(fields))
    }
  }
}

/// Whole numbers as four bytes, the highest first.
enum BigEndian {
  static func bytes(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

  static func number(_ bytes: some Collection<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
