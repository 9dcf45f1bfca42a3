import Assessment
import Slip

extension BundledAttempt {
  static let fieldCount = 20

  var fields: [CBOR] {
    [
      id.cbor, RecordFields.optional(person?.cbor), .text(audience), .text(mode.rawValue), .text(state.rawValue),
      RecordFields.optional((identity?.rawValue).map { CBOR($0) }), RecordFields.optional(ageYears.map { CBOR($0) }),
      CBOR(frameworkVersion), CBOR(blueprintVersion), .bytes(bankHash), CBOR(beganAt),
      RecordFields.optional(submittedAt.map { CBOR($0) }), RecordFields.optional((ending?.rawValue).map(CBOR.text)),
      CBOR(spent), score?.cbor ?? RecordFields.missing, CBOR(help.rawValue), CBOR(isRefused),
      hamlet.map { .array([CBOR(Int($0.number)), .text($0.name)]) } ?? RecordFields.missing,
      .array(tags.map(CBOR.text)), RecordFields.optional(answersErasedAt.map { CBOR($0) }),
    ]
  }

  init(_ fields: RecordFields) throws(BundleFault) {
    guard let help = Help(rawValue: try fields.integer(15, .help)) else { throw fields.refusal(.help) }
    let identity = try fields.optionalInteger(5, .identity).map { Candidate.Identity(rawValue: $0) }
    if let identity, identity == nil { throw fields.refusal(.identity) }
    try self.init(
      id: fields.id(0), person: fields.optionalID(1, .person), audience: fields.code(2, .audience),
      mode: fields.word(3, .mode), state: fields.word(4, .state), identity: identity ?? nil,
      ageYears: fields.optionalInteger(6, .age, in: 0...250),
      frameworkVersion: fields.integer(7, .version, in: 1...65535),
      blueprintVersion: fields.integer(8, .version, in: 1...65535), bankHash: fields.bytes(9, .bank, counts: 32...32),
      beganAt: fields.moment(10), submittedAt: fields.optionalMoment(11), ending: fields.optionalWord(12, .state),
      spent: fields.integer(13, .spent), score: Score(fields), help: help, isRefused: fields.flag(16, .help),
      hamlet: Hamlet(fields), tags: BundledAttempt.tags(fields), answersErasedAt: fields.optionalMoment(19))
    guard (mode == .practice) == (person == nil) else { throw fields.refusal(.person) }
    guard person == nil || (ageYears != nil && self.identity != nil) else { throw fields.refusal(.age) }
    guard state != .submitted || submittedAt != nil else { throw fields.refusal(.at) }
  }

  private static func tags(_ fields: RecordFields) throws(BundleFault) -> [String] {
    guard let count = fields.count(18), count <= 100 else { throw fields.refusal(.tags) }
    return try fields.values(18, .tags) { (item) throws(BundleFault) in
      guard let tag = fields.document.string(at: item), tag.utf8.count <= 400 else { throw fields.refusal(.tags) }
      return tag
    }
  }
}

extension BundledAttempt.Hamlet {
  init?(_ fields: RecordFields) throws(BundleFault) {
    if fields.count(17) == 0 { return nil }
    let parts = try fields.inner(17, count: 2, .hamlet)
    let number = try parts.integer(0, .hamlet, in: 1...Int.max)
    let name = try parts.text(1, .hamlet)
    self.init(number: Int64(number), name: name)
  }
}

extension BundledAttempt.Score {
  var cbor: CBOR {
    .array([
      CBOR(credit), CBOR(asked), CBOR(needed), CBOR(isPassed),
      .array(areas.map { .array([.text($0.code), CBOR($0.credit), CBOR($0.asked), CBOR($0.needed)]) }),
      .array(competences.map { .array([.text($0.code), CBOR($0.credit), CBOR($0.asked)]) }),
    ])
  }

  /// Nil where the attempt has none yet.
  init?(_ attempt: RecordFields) throws(BundleFault) {
    if attempt.count(14) == 0 { return nil }
    let fields = try attempt.inner(14, count: 6, .score)
    try self.init(
      credit: fields.integer(0, .score), asked: fields.integer(1, .score, in: 0...10_000),
      needed: fields.integer(2, .score, in: 0...10_000), isPassed: fields.flag(3, .outcome),
      areas: fields.rows(4, .areas, each: 4, BundledAttempt.Area.init),
      competences: fields.rows(5, .competences, each: 3, BundledAttempt.Competence.init))
    guard credit <= asked * 100 else { throw attempt.refusal(.score) }
  }
}

extension BundledAttempt.Area {
  fileprivate init(_ row: RecordFields) throws(BundleFault) {
    try self.init(
      code: row.code(0, .areas), credit: row.integer(1, .areas), asked: row.integer(2, .areas),
      needed: row.integer(3, .areas))
  }
}

extension BundledAttempt.Competence {
  fileprivate init(_ row: RecordFields) throws(BundleFault) {
    try self.init(
      code: row.code(0, .competences), credit: row.integer(1, .competences), asked: row.integer(2, .competences))
  }
}
