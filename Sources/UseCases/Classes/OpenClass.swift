import Assessment

extension Kiosk {
  package static let longestClassTitle = 80
  /// Classes that a list of them shows, beside the open ones.
  package static let classDays = 7
  /// A list that nobody closed is forgotten after so many.
  package static let longestClassDays = 30

  /// The people on a list that somebody brought. Runs a program that reads it, so never on the writer.
  ///
  /// - Throws: ``UseCaseError/table(_:)``, ``DeskRefusal/classEmpty``, ``DeskRefusal/classTooLong(most:)``
  package func roster(in bytes: [UInt8]) throws -> [RosterLine] {
    let rows: [SheetRow]
    do {
      rows = try tables.rows(of: bytes)
    } catch let fault as TableFault {
      throw UseCaseError.table(fault)
    }
    let lines = Roster.lines(in: rows)
    guard !lines.isEmpty else { throw UseCaseError.desk(.classEmpty) }
    guard lines.count <= Roster.mostLines else { throw UseCaseError.desk(.classTooLong(most: Roster.mostLines)) }
    return lines
  }

  /// Keeps a list for its class, sealed; nobody is seated yet.
  package func openClass(
    _ title: String, for audience: Audience.ID, lines: [RosterLine], by account: StaffID
  ) throws -> Classroom.ID {
    let id = try addClass(title, for: audience, mode: .tested, by: account)
    try store.add(lines, to: id)
    try store.append(
      Event(.classOpened, note: "account=\(account) class=\(id) mode=tested lines=\(lines.count)"), at: clock.now())
    return id
  }

  /// Opens practice on every device of the office until the class is closed, for the rest of the day at most.
  package func openPracticeClass(_ title: String, for audience: Audience.ID, by account: StaffID) throws -> Classroom.ID
  {
    let id = try addClass(title, for: audience, mode: .practice, by: account)
    try store.append(Event(.classOpened, note: "account=\(account) class=\(id) mode=practice"), at: clock.now())
    return id
  }

  private func addClass(
    _ title: String, for audience: Audience.ID, mode: Attempt.Mode, by account: StaffID
  ) throws -> Classroom.ID {
    guard let tidy = OfficeName.tidy(title, most: Self.longestClassTitle) else {
      throw UseCaseError.desk(.classTitle)
    }
    guard try store.currentVersion(for: audience) != nil else { throw UseCaseError.unknownAudience(audience) }
    let oldest = CivilDate(clock.now()).adding(days: -Self.longestClassDays)
    for classroom in try classrooms() where classroom.closedAt == nil && CivilDate(classroom.openedAt) < oldest {
      try closeClass(classroom.id, by: account)
    }
    return try store.addClass(tidy, for: audience, mode: mode, by: account, at: clock.now())
  }

  /// Practice that is open now: the newest class of this day.
  package func openPractice() throws -> Classroom? {
    let today = CivilDate(clock.now())
    return try classrooms().first { $0.mode == .practice && $0.closedAt == nil && CivilDate($0.openedAt) == today }
  }

  package func classrooms() throws -> [Classroom] {
    let since = clock.now().milliseconds - Int64(Self.classDays) * 86_400_000
    return try store.classrooms(since: Moment(milliseconds: since))
  }
}
