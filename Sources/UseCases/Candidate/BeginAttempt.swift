import Assessment

extension Kiosk {
  /// Starts practice: a form at once, no name, no clock, nothing to consent to.
  package func beginPractice(for audience: Audience.ID, session: SessionID) throws -> Attempt.ID {
    let record = try begin(audience, mode: .practice, noticeVersion: nil, session: session)
    try drawForm(for: record, recent: [])
    return record.attempt.id
  }

  /// Starts a tested attempt with the consent just given; the person is seated next.
  ///
  /// - Parameter noticeVersion: the version of the notice that was on the screen when the person agreed.
  package func beginTested(
    for audience: Audience.ID, noticeVersion: Int, session: SessionID
  ) throws -> Attempt.ID {
    guard office.letsPeopleSeatThemselves else { throw UseCaseError.deskOnly }
    guard let notice = try store.notice(for: audience) else { throw UseCaseError.unknownAudience(audience) }
    guard notice.version == noticeVersion else { throw UseCaseError.noticeChanged }
    return try begin(audience, mode: .tested, noticeVersion: noticeVersion, session: session).attempt.id
  }

  private func begin(
    _ audience: Audience.ID, mode: Attempt.Mode, noticeVersion: Int?, session: SessionID
  ) throws -> AttemptRecord {
    try checkRoom()
    guard let content = try store.currentVersion(for: audience) else {
      throw UseCaseError.unknownAudience(audience)
    }
    let rules = try store.rules(content)
    let id = try store.add(
      NewAttempt(
        audience: audience, mode: mode, content: content, seed: chance.number(),
        allowed: mode == .tested ? rules.blueprint.allowedMilliseconds : nil, noticeVersion: noticeVersion,
        beganAt: clock.now()))
    try store.bind(session, to: id, at: clock.now())
    let consent = noticeVersion.map { " notice=\($0)" } ?? ""
    try store.append(
      Event(.attemptBegun, attempt: id, note: "mode=\(mode.rawValue) audience=\(audience)\(consent)"),
      at: clock.now())
    guard let record = try store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    return record
  }

  /// Draws the form and puts the attempt before its first item.
  func drawForm(for record: AttemptRecord, recent: [Set<Item.ID>]) throws {
    let rules = try store.rules(record.content)
    let cards = try store.cards(for: record.attempt.audience, in: record.content)
    let form = try choosing.form(
      for: record.attempt.mode, blueprint: rules.blueprint, cards: cards, seed: record.seed, recent: recent)
    try store.add(form, to: record.attempt.id, from: record.content)
    var attempt = record.attempt
    let first: FormPlace.Part = form.count(of: .warmUp) > 0 ? .warmUp : .scored
    try attempt.begin(at: FormPlace(first, 1))
    try store.save(attempt, at: clock.now())
  }
}
