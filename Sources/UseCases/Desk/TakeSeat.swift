import Assessment

extension Kiosk {
  /// Leads a person to the attempt that a clerk has opened or moved. A number is good for one screen at a time.
  ///
  /// - Parameter peer: whoever asks, for the limit on numbers tried out.
  /// - Throws: ``UseCaseError/tooManyLookups(seconds:)``, ``DeskRefusal/unknownSeatNumber``,
  ///   ``DeskRefusal/seatTaken(_:)``.
  package func takeSeat(
    _ seat: SeatNumber, session: SessionID, device: Device.ID?, peer: String
  ) throws -> AttemptRecord {
    let seconds = lookups.wait(for: "seat \(peer)", at: clock.monotonic())
    guard seconds == 0 else { throw UseCaseError.tooManyLookups(seconds: seconds) }
    guard let id = try store.openAttempt(at: seat), let record = try store.attempt(id) else {
      throw UseCaseError.desk(.unknownSeatNumber)
    }
    // The same screen a second time: a double tap, or somebody who went back.
    if try store.attempt(of: session) == id { return record }
    guard try !store.isBound(id) else { throw UseCaseError.desk(.seatTaken(seat)) }
    try store.bind(session, to: id, at: clock.now())
    try store.place(session, at: device)
    try store.append(
      Event(.seatTaken, attempt: id, note: device.map { "device=\($0)" } ?? ""), at: clock.now())
    return record
  }

  /// Whether the person whom a clerk has named still has to agree.
  package func awaitsConsent(_ record: AttemptRecord) -> Bool {
    record.awaitsConsent
  }

  /// The person at the kiosk agrees: only now the form is drawn and anything is asked.
  ///
  /// - Parameter noticeVersion: the version of the notice that was on the screen.
  package func agree(to noticeVersion: Int, at id: Attempt.ID, session: SessionID) throws {
    let record = try attempt(id, of: session)
    guard awaitsConsent(record), let person = record.person else {
      throw AssessmentError.notSeating(state: record.attempt.state)
    }
    let audience = record.attempt.audience
    guard let notice = try store.notice(for: audience) else { throw UseCaseError.unknownAudience(audience) }
    guard notice.version == noticeVersion else { throw UseCaseError.noticeChanged }
    try store.keepConsent(to: notice, of: id, at: clock.now())
    try store.append(Event(.consentGiven, attempt: id, note: "notice=\(noticeVersion)"), at: clock.now())
    guard let agreed = try store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    try drawForm(for: agreed, recent: try store.recentItems(of: person, forms: Self.formsWithoutRepetition))
  }

  /// The person does not agree: the attempt is void before it began.
  package func decline(_ id: Attempt.ID, session: SessionID) throws {
    let record = try attempt(id, of: session)
    guard awaitsConsent(record) else { throw AssessmentError.notSeating(state: record.attempt.state) }
    var attempt = record.attempt
    try attempt.void()
    try store.save(attempt, at: clock.now())
    try store.unbindAll(from: id)
    try store.append(Event(.consentDeclined, attempt: id), at: clock.now())
  }
}
