import Assessment
import UseCases

/// What some entries of the log speak of, by row: all that a bundle has to say anew.
struct BundleScope {
  var attempts: Set<Int64> = []
  /// Attempts whose answers are said again too.
  var answers: Set<Int64> = []
  var people: Set<Int64> = []
  /// By the record that was given up.
  var merges: Set<Int64> = []
  var erasures: Set<Int64> = []
  var certificates: Set<Int64> = []
  /// Serials.
  var slips: Set<Int64> = []
  var revocations: Set<Int64> = []
  var confirmations: Set<Int64> = []
  var hasRules = false
  var hasBanks = false

  var count: Int {
    attempts.count + merges.count + erasures.count + certificates.count + slips.count + revocations.count
      + confirmations.count + (hasRules ? 1 : 0) + (hasBanks ? 1 : 0)
  }
}

extension KioskStore {
  // Answers one by one, prints, sessions and the like leave nothing that a bundle holds.
  private static let entriesInSpan = Query(
    """
    SELECT kind, attempt, note, at FROM event WHERE id BETWEEN ?1 AND ?2 AND kind IN ('candidate-seated',
      'attempt-seated', 'seat-taken', 'consent-given', 'attempt-submitted', 'attempt-ended', 'attempt-voided',
      'attempt-rescored', 'help-recorded', 'flag-decided', 'slip-issued', 'slip-revoked', 'name-corrected',
      'people-merged', 'person-erased', 'consent-withdrawn', 'certificate-seen', 'confirmation-listed',
      'confirmation-sent', 'confirmation-withdrawn', 'confirmation-corrected', 'answers-applied', 'answers-undone',
      'rules-adopted', 'rules-returned', 'bank-adopted', 'drafts-released', 'retention-carried-out')
    ORDER BY id
    """)
  private static let attemptsOfPerson = Query("SELECT id FROM attempt WHERE person = ?1")
  private static let personOfAttempt = Query("SELECT person FROM attempt WHERE id = ?1")
  private static let slipOfAttempt = Query("SELECT serial FROM slip WHERE attempt = ?1")
  private static let slipsOfBatch = Query("SELECT slip FROM confirmationEntry WHERE batch = ?1")
  private static let slipsOfPerson = Query("SELECT slip FROM confirmationEntry WHERE person = ?1")
  private static let slipsOfFile = Query(
    "SELECT e.slip FROM answerChange c JOIN confirmationEntry e ON e.id = c.entry WHERE c.file = ?1")
  // Answers are taken away at the very moment that their entry of the log bears.
  private static let emptiedAt = Query("SELECT id FROM attempt WHERE answersErasedAt = ?1")

  func bundleScope(in span: BundleSpan) throws -> BundleScope {
    var scope = BundleScope()
    // Whoever reads from the beginning is told under which rules, whatever the log says of them.
    if span.first == 1 { (scope.hasRules, scope.hasBanks) = (true, true) }
    let entries: [(kind: String, attempt: Int64?, note: String, at: Int64)] = try database.use(Self.entriesInSpan) {
      row in
      row.bind(span.first)
      row.bind(span.last)
      var entries: [(kind: String, attempt: Int64?, note: String, at: Int64)] = []
      while try row.step() { entries.append((row.text(0), row.optionalNumber(1), row.text(2), row.number(3))) }
      return entries
    }
    for entry in entries {
      guard let kind = Event.Kind(rawValue: entry.kind) else { continue }
      if let attempt = entry.attempt {
        try add(attempt, kind, to: &scope)
      } else {
        try add(EventFacts(entry.note), kind, at: entry.at, to: &scope)
      }
    }
    for attempt in scope.attempts { scope.people.formUnion(try rows(Self.personOfAttempt, attempt)) }
    return scope
  }

  private func add(_ attempt: Int64, _ kind: Event.Kind, to scope: inout BundleScope) throws {
    switch kind {
    case .slipIssued: scope.slips.formUnion(try rows(Self.slipOfAttempt, attempt))
    case .slipRevoked: scope.revocations.formUnion(try rows(Self.slipOfAttempt, attempt))
    case .attemptSubmitted, .attemptEnded, .attemptVoided, .attemptRescored:
      scope.attempts.insert(attempt)
      scope.answers.insert(attempt)
    default: scope.attempts.insert(attempt)
    }
  }

  private func add(_ facts: EventFacts, _ kind: Event.Kind, at moment: Int64, to scope: inout BundleScope) throws {
    switch kind {
    case .nameCorrected, .consentWithdrawn: scope.people.formUnion(facts.numbers("person"))
    case .peopleMerged:
      scope.merges.formUnion(facts.numbers("person"))
      scope.people.formUnion(facts.numbers("person") + facts.numbers("into"))
      // The record that was given up may have been led on to another since.
      for person in facts.numbers("person") {
        guard let kept = try merge(of: person)?.kept else { continue }
        scope.people.insert(kept)
        scope.attempts.formUnion(try rows(Self.attemptsOfPerson, kept))
      }
    case .personErased:
      for person in facts.numbers("person") {
        scope.erasures.insert(person)
        scope.confirmations.formUnion(try rows(Self.slipsOfPerson, person))
      }
    case .certificateSeen:
      scope.certificates.formUnion(facts.numbers("person"))
      scope.people.formUnion(facts.numbers("person"))
    case .confirmationListed, .confirmationSent:
      for batch in facts.numbers("batch") { scope.confirmations.formUnion(try rows(Self.slipsOfBatch, batch)) }
    case .confirmationWithdrawn, .confirmationCorrected: scope.confirmations.formUnion(facts.numbers("serial"))
    case .answersApplied, .answersUndone:
      for file in facts.numbers("answers") { scope.confirmations.formUnion(try rows(Self.slipsOfFile, file)) }
    case .rulesAdopted, .rulesReturned: scope.hasRules = true
    case .bankAdopted, .draftsReleased: (scope.hasRules, scope.hasBanks) = (true, true)
    case .retentionCarriedOut:
      let attempts = try rows(Self.emptiedAt, moment)
      scope.attempts.formUnion(attempts)
      scope.answers.formUnion(attempts)
    default: break
    }
  }

  /// Whole numbers of the first column.
  func rows(_ query: Query, _ argument: Int64) throws -> [Int64] {
    try database.use(query) { row in
      row.bind(argument)
      var numbers: [Int64] = []
      while try row.step() {
        if let number = row.optionalNumber(0) { numbers.append(number) }
      }
      return numbers
    }
  }

  package func countBundled(in span: BundleSpan) throws -> Int { try bundleScope(in: span).count }
}

/// The facts in a log entry's note, `name=value` with one space between.
private struct EventFacts {
  private let words: [Substring]

  init(_ note: String) {
    words = note.split(separator: " ")
  }

  func numbers(_ name: String) -> [Int64] {
    words.compactMap { word in
      let parts = word.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && parts[0] == name ? Int64(parts[1]) : nil
    }
  }
}
