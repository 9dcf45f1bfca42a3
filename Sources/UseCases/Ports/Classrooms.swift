import Assessment

/// A group of people who are seated together, or who practise together.
package struct Classroom: Equatable, Sendable {
  package typealias ID = Int64

  package let id: ID
  package let title: String
  package let audience: Audience.ID
  /// Practice knows nobody: such a class has no list, and opens practice on the office's devices.
  package let mode: Attempt.Mode
  package let account: StaffID
  package let openedAt: Moment
  package let closedAt: Moment?

  package init(
    id: ID, title: String, audience: Audience.ID, mode: Attempt.Mode, account: StaffID, openedAt: Moment,
    closedAt: Moment?
  ) {
    self.id = id
    self.title = title
    self.audience = audience
    self.mode = mode
    self.account = account
    self.openedAt = openedAt
    self.closedAt = closedAt
  }
}

/// A line of a class's list: as it was brought until its person is seated, and only the attempt from then on.
package struct ClassLine: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case listed(RosterLine)
    case seated(Attempt.ID)
  }

  /// In the file that was brought; from 1.
  package let line: Int
  package let content: Content

  package init(line: Int, content: Content) {
    self.line = line
    self.content = content
  }
}

package protocol ClassroomStore {
  func addClass(_ title: String, for audience: Audience.ID, mode: Attempt.Mode, by account: StaffID, at moment: Moment)
    throws -> Classroom.ID
  func classroom(_ id: Classroom.ID) throws -> Classroom?
  /// Open ones and those of the last days, newest first.
  func classrooms(since moment: Moment) throws -> [Classroom]
  func add(_ lines: [RosterLine], to id: Classroom.ID) throws
  func lines(of id: Classroom.ID) throws -> [ClassLine]
  /// Forgets what was brought for a line, and keeps the attempt that came of it.
  func seat(line: Int, of id: Classroom.ID, as attempt: Attempt.ID) throws
  /// Closes the class and forgets the lines of whoever was not seated.
  func closeClass(_ id: Classroom.ID, at moment: Moment) throws
  /// Practice attempts for an audience begun since a moment.
  func practiceCount(of audience: Audience.ID, since moment: Moment) throws -> Int
}
