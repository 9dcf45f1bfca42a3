import Assessment

/// What a person gives at the kiosk to be seated.
package enum Particulars: Equatable, Sendable {
  case card(String)
  case typed(name: String, birthYear: String, number: String)
  /// Without papers, at the desk only.
  case unnumbered(name: String, birthYear: String, sex: Sex?)
}

extension Kiosk {
  /// Under this age somebody who answers for the child must agree, which the desk records
  /// (Luật 91/2025/QH15; the stricter reading of NĐ 356/2025/NĐ-CP Điều 24).
  package static let guardianAge = 16
  /// A person's next form repeats no item of so many forms before it, while the bank allows.
  package static let formsWithoutRepetition = 2

  /// Reads particulars without storing anything.
  ///
  /// - Throws: ``UseCaseError/card(_:)`` or ``UseCaseError/particulars(_:)`` with every field at fault.
  package func candidate(from particulars: Particulars) throws -> Candidate {
    switch particulars {
    case .card(let text):
      do {
        return try CitizenCard.read(text)
      } catch {
        throw UseCaseError.card(error)
      }
    case .typed(let name, let birthYear, let number):
      let (tidy, year) = (PersonName.tidy(name), year(birthYear))
      let digits = CitizenNumber(number)
      var faults: [ParticularsFault] = []
      if tidy == nil { faults.append(.name) }
      if year == nil { faults.append(.birthYear) }
      if digits == nil { faults.append(.number) }
      guard let tidy, let year, let digits else { throw UseCaseError.particulars(faults) }
      return Candidate(name: tidy, number: digits, birthYear: year, identity: .selfDeclared)
    case .unnumbered(let name, let birthYear, let sex):
      return try unnumbered(name, year(birthYear), sex)
    }
  }

  private func year(_ text: String) -> Int? {
    let thisYear = CivilDate(clock.now()).year
    let digits = TypedDigits.plain(text).filter { $0 != " " }
    return Int(digits).flatMap { (1900...max(1900, thisYear)).contains($0) ? $0 : nil }
  }

  /// Draws a number that is visibly none, and that nobody has. The person can be merged with a record of theirs later.
  private func unnumbered(_ name: String, _ year: Int?, _ sex: Sex?) throws -> Candidate {
    let tidy = PersonName.tidy(name)
    var faults: [ParticularsFault] = []
    if tidy == nil { faults.append(.name) }
    if year == nil { faults.append(.birthYear) }
    if sex == nil { faults.append(.sex) }
    guard let tidy, let year, let sex else { throw UseCaseError.particulars(faults) }
    for _ in 0..<20 {
      guard let number = CitizenNumber.made(birthYear: year, sex: sex, draw: chance.number()) else { break }
      guard try store.person(with: number) == nil else { continue }
      return Candidate(name: tidy, number: number, birthYear: year, identity: .selfDeclared)
    }
    throw UseCaseError.particulars([.birthYear])
  }

  /// Seats a person at an attempt and draws the form, or leads back to the attempt the person left unfinished.
  ///
  /// - Parameter isConfirmed: the person has looked at what does not agree and said it is right.
  /// - Returns: the attempt to go on with: another one than `id` where an earlier one is still open.
  package func seat(
    _ candidate: Candidate, at id: Attempt.ID, isConfirmed: Bool, session: SessionID
  ) throws -> Attempt.ID {
    let record = try attempt(id, of: session)
    guard record.attempt.mode == .tested else { throw UseCaseError.practiceOnly }
    guard record.attempt.state == .seating else {
      throw AssessmentError.notSeating(state: record.attempt.state)
    }
    // Somebody whom a clerk has named: that person has to agree, and nobody else sits down there.
    guard record.noticeVersion != nil else { throw UseCaseError.consentMissing }
    let today = CivilDate(clock.now())
    guard candidate.age(on: today) >= Self.guardianAge else {
      throw UseCaseError.guardianNeeded(ageLimit: Self.guardianAge)
    }
    guard isConfirmed || candidate.disagreements.isEmpty else {
      throw UseCaseError.unconfirmed(candidate.disagreements)
    }

    let person = try store.person(candidate, at: clock.now())
    if let open = try store.openAttempt(of: person) {
      return try resume(open, instead: record, session: session)
    }
    try checkRetake(of: person, rules: try store.rules(record.content), today: today)
    try store.seat(id, person: person, identity: candidate.identity, ageYears: candidate.age(on: today))
    try store.append(
      Event(.candidateSeated, attempt: id, note: "identity=\(candidate.identity.rawValue)"), at: clock.now())
    try drawForm(for: record, recent: try store.recentItems(of: person, forms: Self.formsWithoutRepetition))
    return id
  }

  private func resume(_ open: Attempt.ID, instead record: AttemptRecord, session: SessionID) throws -> Attempt.ID {
    var abandoned = record.attempt
    abandoned.state = .voided
    try store.save(abandoned, at: clock.now())
    try store.append(
      Event(.attemptVoided, attempt: abandoned.id, note: "reason=resumed-earlier other=\(open)"), at: clock.now())
    try store.unbindAll(from: open)
    try store.bind(session, to: open, at: clock.now())
    try store.append(Event(.attemptResumed, attempt: open), at: clock.now())
    return open
  }

  func checkRetake(of person: Int64, rules: Rules, today: CivilDate) throws {
    guard let last = try store.lastSubmission(of: person) else { return }
    let earliest = CivilDate(last).adding(days: rules.blueprint.retakeDelayDays)
    guard today >= earliest else { throw UseCaseError.tooEarly(earliest: earliest) }
  }
}
