import Assessment
import Bundles
import Slip
import UseCases

/// Attempts and their answers as bundles hold them.
extension KioskStore {
  // Practice that was handed in, and tests whose person has agreed.
  private static let bundledAttempt = Query(
    """
    SELECT a.person, a.audience, a.mode, a.state, a.identity, a.ageYears, w.version, b.version, k.hash, a.beganAt,
      a.submittedAt, a.ending, a.spent, a.credit, a.asked, a.passed, s.hamlet, h.name, a.answersErasedAt,
      a.framework, a.blueprint, a.bank, EXISTS (SELECT 1 FROM helpAct x WHERE x.attempt = a.id),
      'refused' IS (SELECT d.verdict FROM flagDecision d WHERE d.attempt = a.id ORDER BY d.number DESC LIMIT 1)
    FROM attempt a JOIN framework w ON w.id = a.framework JOIN blueprint b ON b.id = a.blueprint
      JOIN itemBank k ON k.id = a.bank LEFT JOIN seating s ON s.attempt = a.id LEFT JOIN hamlet h ON h.id = s.hamlet
    WHERE a.id = ?1 AND ((a.mode = 'practice' AND a.state = 'submitted')
      OR (a.mode = 'tested' AND a.person IS NOT NULL AND a.notice IS NOT NULL))
    """)
  private static let areas = Query(
    "SELECT area, credit, asked, needed FROM attemptArea WHERE attempt = ?1 ORDER BY area")
  private static let competences = Query(
    """
    SELECT i.competence, sum(f.credit), count(*) FROM formItem f JOIN item i ON i.id = f.item
    WHERE f.attempt = ?1 AND f.part = 'scored' GROUP BY i.competence ORDER BY i.competence
    """)
  private static let tags = Query(
    "SELECT t.name FROM attemptTag x JOIN tag t ON t.id = x.tag WHERE x.attempt = ?1 ORDER BY t.id")
  private static let answers = Query(
    """
    SELECT f.number, i.code, i.version, f.response, f.credit, f.spent, f.answeredAt FROM formItem f
      JOIN item i ON i.id = f.item WHERE f.attempt = ?1 AND f.part = 'scored' ORDER BY f.number
    """)

  func bundledAttempt(_ id: Attempt.ID, _ origins: BundleOrigins) throws -> BundledAttempt? {
    try database.use(Self.bundledAttempt) { row in
      row.bind(id)
      guard try row.step() else { return nil }
      let score = row.isNull(14) ? nil : try bundledScore(of: id, row)
      let identity = row.optionalInt(4).flatMap(Candidate.Identity.init(rawValue:))
      return BundledAttempt(
        id: origins.attempt(id), person: row.optionalNumber(0).map(origins.person), audience: row.text(1),
        mode: try word(row, 2, "mode", of: "attempt"), state: try word(row, 3, "state", of: "attempt"),
        identity: identity, ageYears: row.optionalInt(5), frameworkVersion: row.int(6), blueprintVersion: row.int(7),
        bankHash: row.bytes(8), beganAt: Moment(milliseconds: row.number(9)),
        submittedAt: row.optionalNumber(10).map { Moment(milliseconds: $0) },
        ending: row.optionalText(11).flatMap(Attempt.Ending.init), spent: row.int(12), score: score,
        help: row.flag(22) ? BundledAttempt.Help(try help(of: id).standing) : .none, isRefused: row.flag(23),
        hamlet: row.optionalNumber(16).map { BundledAttempt.Hamlet(number: $0, name: row.optionalText(17) ?? "") },
        tags: try texts(Self.tags, id),
        answersErasedAt: row.optionalNumber(18).map { Moment(milliseconds: $0) })
    }
  }

  private func bundledScore(of id: Attempt.ID, _ row: Statement) throws -> BundledAttempt.Score {
    let isPractice = row.text(2) == Attempt.Mode.practice.rawValue
    let version = ContentVersion(framework: row.number(19), blueprint: row.number(20), bank: row.number(21))
    let needed = isPractice ? 0 : try rules(version).blueprint.cutScore.overall
    return BundledAttempt.Score(
      credit: row.int(13), asked: row.int(14), needed: needed, isPassed: row.flag(15),
      areas: try database.use(Self.areas) { row in
        row.bind(id)
        var areas: [BundledAttempt.Area] = []
        while try row.step() {
          areas.append(.init(code: row.text(0), credit: row.int(1), asked: row.int(2), needed: row.int(3)))
        }
        return areas
      },
      competences: try database.use(Self.competences) { row in
        row.bind(id)
        var competences: [BundledAttempt.Competence] = []
        while try row.step() {
          competences.append(.init(code: row.text(0), credit: row.int(1), asked: row.int(2)))
        }
        return competences
      })
  }

  private func texts(_ query: Query, _ argument: Int64) throws -> [String] {
    try database.use(query) { row in
      row.bind(argument)
      var texts: [String] = []
      while try row.step() { texts.append(row.text(0)) }
      return texts
    }
  }

  /// The answers of an attempt that is over, in as many records as they take.
  func bundledAnswers(of attempt: BundledAttempt, _ give: (BundledResponses) throws -> Void) throws {
    guard attempt.mode == .tested, attempt.submittedAt != nil else { return }
    let answers: [BundledResponses.Answer] = try database.use(Self.answers) { row in
      row.bind(attempt.id.number)
      var answers: [BundledResponses.Answer] = []
      while try row.step() {
        answers.append(
          BundledResponses.Answer(
            number: row.int(0), item: row.text(1), itemVersion: row.int(2), response: row.optionalText(3),
            credit: row.int(4), spent: row.int(5),
            answeredAt: row.optionalNumber(6).map { Moment(milliseconds: $0) }))
      }
      return answers
    }
    var (part, room) = ([BundledResponses.Answer](), Self.answerRoom)
    for answer in answers {
      let size = (answer.response?.utf8.count ?? 0) + 100
      if size > room, !part.isEmpty {
        try give(BundledResponses(attempt: attempt.id, answers: part))
        (part, room) = ([], Self.answerRoom)
      }
      part.append(answer)
      room -= size
    }
    if !part.isEmpty { try give(BundledResponses(attempt: attempt.id, answers: part)) }
  }

  /// Bytes of answers in one record, well below what a record may have.
  private static let answerRoom = BundleLimits.record * 3 / 4

  package func eachBundled(
    in span: BundleSpan, issuer: Issuer, seal: BundledParticulars.Sealing, _ give: (BundleRecord) throws -> Void
  ) throws {
    let (scope, origins) = (try bundleScope(in: span), try bundleOrigins(issuer))
    if scope.hasBanks { for bank in try bundledBanks() { try give(.bank(bank)) } }
    if scope.hasRules { for rules in try bundledRules() { try give(.rules(rules)) } }
    for id in scope.people.sorted() {
      if let person = try bundledPerson(id, origins, seal) { try give(.person(person)) }
    }
    for id in scope.merges.sorted() {
      guard let merge = try merge(of: id) else { continue }
      try give(
        .merge(BundledMerge(merged: origins.person(id), kept: origins.person(merge.kept), at: merge.at)))
    }
    for id in scope.attempts.sorted() {
      guard let attempt = try bundledAttempt(id, origins) else { continue }
      try give(.attempt(attempt))
      if scope.answers.contains(id) { try bundledAnswers(of: attempt) { try give(.responses($0)) } }
    }
    try eachBundledSlip(of: scope, origins, give)
    for id in scope.certificates.sorted() {
      for certificate in try bundledCertificates(id, origins) { try give(.certificate(certificate)) }
    }
    for id in scope.erasures.sorted() {
      guard let erasure = try erasure(of: id) else { continue }
      try give(
        .erasure(
          BundledErasure(person: origins.person(id), reason: erasure.reason.rawValue, at: erasure.at)))
    }
  }

  private func eachBundledSlip(
    of scope: BundleScope, _ origins: BundleOrigins, _ give: (BundleRecord) throws -> Void
  ) throws {
    for serial in scope.slips.union(scope.revocations).union(scope.confirmations).sorted() {
      guard let slip = try bundledSlip(serial, origins) else { continue }
      if scope.slips.contains(serial) { try give(.slip(slip)) }
      if scope.revocations.contains(serial), let revocation = try revocation(of: serial) {
        try give(
          .revocation(
            BundledRevocation(
              issuer: slip.issuer, token: slip.token, reason: revocation.reason.text, at: revocation.at)))
      }
      if scope.confirmations.contains(serial), let state = try bundledConfirmation(of: slip, serial: serial) {
        try give(.confirmation(state))
      }
    }
  }
}

extension BundledAttempt.Help {
  init(_ standing: HelpLedger.Standing) {
    switch standing {
    case .clear(.none): self = .none
    case .clear(.allowed): self = .allowed
    case .clear(.coaching): self = .coaching
    case .awaitsOfficer: self = .awaitsOfficer
    case .refused: self = .refused
    }
  }
}
