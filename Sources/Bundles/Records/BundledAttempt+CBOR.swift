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
    let items = fields.items[18].items ?? [CBOR(0)]
    let tags = items.compactMap(\.string)
    guard tags.count == items.count, tags.count <= 100, tags.allSatisfy({ $0.utf8.count <= 400 }) else {
      throw fields.refusal(.tags)
    }
    return tags
  }
}

extension BundledAttempt.Hamlet {
  init?(_ fields: RecordFields) throws(BundleFault) {
    let parts = fields.items[17].items ?? [CBOR(0)]
    guard !parts.isEmpty else { return nil }
    guard parts.count == 2, let number = parts[0].integer, number >= 1, let name = parts[1].string,
      name.utf8.count <= 400
    else { throw fields.refusal(.hamlet) }
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
    guard let parts = attempt.items[14].items else { throw attempt.refusal(.score) }
    guard !parts.isEmpty else { return nil }
    let fields = try RecordFields(parts, count: 6, whole: .score, refusal: attempt.refusal)
    var areas: [BundledAttempt.Area] = []
    for row in try fields.rows(4, .areas, each: 4) {
      areas.append(
        try .init(
          code: row.code(0, .areas), credit: row.integer(1, .areas), asked: row.integer(2, .areas),
          needed: row.integer(3, .areas)))
    }
    var competences: [BundledAttempt.Competence] = []
    for row in try fields.rows(5, .competences, each: 3) {
      competences.append(
        try .init(
          code: row.code(0, .competences), credit: row.integer(1, .competences), asked: row.integer(2, .competences)))
    }
    try self.init(
      credit: fields.integer(0, .score), asked: fields.integer(1, .score, in: 0...10_000),
      needed: fields.integer(2, .score, in: 0...10_000), isPassed: fields.flag(3, .outcome), areas: areas,
      competences: competences)
    guard credit <= asked * 100 else { throw attempt.refusal(.score) }
  }
}
