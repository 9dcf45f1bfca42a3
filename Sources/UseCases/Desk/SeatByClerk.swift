import Assessment

/// What a clerk has settled about the person at the desk.
package struct SeatRequest: Equatable, Sendable {
  package let candidate: Candidate
  package let audience: Audience.ID
  /// The clerk has compared face and card.
  package let isFaceCompared: Bool
  /// The clerk has looked at what does not agree and says it is right.
  package let isConfirmed: Bool
  package let hamlet: Hamlet.ID?
  package let tags: [Tag.ID]
  package let accommodations: Accommodations
  package let guardian: GuardianAgreement?
  package let language: Language.ID
  /// Where the person is asked to sit down; nil for any kiosk.
  package let device: Device.ID?

  package init(
    candidate: Candidate, audience: Audience.ID, isFaceCompared: Bool, isConfirmed: Bool = false,
    hamlet: Hamlet.ID? = nil, tags: [Tag.ID] = [], accommodations: Accommodations = .none,
    guardian: GuardianAgreement? = nil, language: Language.ID = Language.vietnamese.id, device: Device.ID? = nil
  ) {
    self.candidate = candidate
    self.audience = audience
    self.isFaceCompared = isFaceCompared
    self.isConfirmed = isConfirmed
    self.hamlet = hamlet
    self.tags = tags
    self.accommodations = accommodations
    self.guardian = guardian
    self.language = language
    self.device = device
  }
}

package enum SeatOffer: Equatable, Sendable {
  /// Waits for the person at any kiosk.
  case seated(Attempt.ID, SeatNumber)
  /// The person has an open attempt already; nothing was made. It can be gone on with, or moved to get a new number.
  case alreadyOpen(Attempt.ID, SeatNumber?)
}

extension Kiosk {
  /// Opens an attempt for somebody and gives it a seat number. Consent is not the clerk's to give: it is asked for at the
  /// kiosk, and nothing is shown before.
  package func seatByClerk(_ request: SeatRequest, by account: StaffID) throws -> SeatOffer {
    let candidate = request.isFaceCompared ? request.candidate.confirmedByStaff : request.candidate
    let today = CivilDate(clock.now())
    let age = candidate.age(on: today)
    let guardian = try guardian(request.guardian, age: age)
    guard request.isConfirmed || candidate.disagreements.isEmpty else {
      throw UseCaseError.unconfirmed(candidate.disagreements)
    }
    try checkLists(request)
    try checkRoom()
    guard let content = try store.currentVersion(for: request.audience) else {
      throw UseCaseError.unknownAudience(request.audience)
    }
    if let person = try store.person(with: candidate.number), let open = try store.openAttempt(of: person) {
      return .alreadyOpen(open, try store.seatNumber(of: open))
    }
    try checkFree(request.device)
    let person = try store.person(candidate, at: clock.now())
    let rules = try store.rules(content)
    try checkRetake(of: person, rules: rules, today: today)

    let seat = try freeSeat()
    let allowed = request.accommodations.time.applied(to: rules.blueprint.allowedMilliseconds)
    let id = try store.add(
      NewSeating(
        attempt: NewAttempt(
          audience: request.audience, mode: .tested, content: content, seed: chance.number(), allowed: allowed,
          noticeVersion: nil, beganAt: clock.now()),
        person: person, identity: candidate.identity, ageYears: age, seat: seat, device: request.device,
        seating: Seating(
          account: account, hamlet: request.hamlet, tags: request.tags, accommodations: request.accommodations,
          guardian: guardian, language: request.language)))
    try log(
      .seat, as: .attemptSeated, on: id, by: account,
      note: "identity=\(candidate.identity.rawValue) time=\(request.accommodations.time.rawValue)"
        + (guardian.map { " guardian=\($0.relation.rawValue)" } ?? ""))
    return .seated(id, seat)
  }

  /// Under-age people need somebody's word; of others none is kept.
  private func guardian(_ agreement: GuardianAgreement?, age: Int) throws -> GuardianAgreement? {
    guard age < Self.guardianAge else { return nil }
    guard let agreement else { throw UseCaseError.guardianNeeded(ageLimit: Self.guardianAge) }
    guard let name = PersonName.tidy(agreement.name) else { throw UseCaseError.desk(.guardianIncomplete) }
    return GuardianAgreement(relation: agreement.relation, name: name, at: agreement.at)
  }

  private func checkLists(_ request: SeatRequest) throws {
    if let hamlet = request.hamlet, try !store.hamlets().contains(where: { $0.id == hamlet }) {
      throw UseCaseError.desk(.unknownHamlet(hamlet))
    }
    if request.language != Language.vietnamese.id, try !store.languages().contains(where: { $0.id == request.language })
    {
      throw UseCaseError.desk(.unknownLanguage(request.language))
    }
    guard !request.tags.isEmpty else { return }
    let known = Set(try store.tags().map(\.id))
    for tag in request.tags where !known.contains(tag) { throw UseCaseError.desk(.unknownTag(tag)) }
  }

  /// Two clerks may ask two people to one kiosk: the second is told.
  func checkFree(_ device: Device.ID?) throws {
    guard let device else { return }
    guard let known = try store.devices().first(where: { $0.id == device }) else {
      throw UseCaseError.desk(.unknownDevice)
    }
    guard try !store.busyDevices().contains(device) else { throw UseCaseError.desk(.deviceBusy(known.number)) }
  }

  /// Drawn, so that nobody guesses a neighbour's; then, where an office has filled most numbers, the next free one.
  func freeSeat() throws -> SeatNumber {
    let count = SeatNumber.range.count
    let first = Int(chance.number() % UInt64(count))
    for step in 0..<count {
      guard let seat = SeatNumber(SeatNumber.range.lowerBound + (first + step) % count) else { continue }
      if try store.openAttempt(at: seat) == nil { return seat }
    }
    throw UseCaseError.desk(.noSeatLeft)
  }
}

extension Candidate {
  /// The same person, whose face and card a member of staff has compared; without papers there is nothing to compare.
  package var confirmedByStaff: Candidate {
    guard !number.isMade else { return self }
    return Candidate(
      name: name, number: number, birthYear: birthYear, birthDate: birthDate, sex: sex, identity: .confirmedByStaff)
  }
}
