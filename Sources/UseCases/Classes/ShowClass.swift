import Assessment

/// Somebody of a class.
package struct ClassMember: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    /// The seat number waits for its person.
    case waiting
    case sitting
    case running
    case paused
    case passed
    case notPassed
    case voided
  }

  package let line: Int
  package let attempt: Attempt.ID
  package let name: String
  package let number: CitizenNumber?
  package let seat: SeatNumber?
  package let state: State
}

/// A class as the desk sees it.
package struct ClassView: Equatable, Sendable {
  package let classroom: Classroom
  package let members: [ClassMember]
  /// Who is not seated yet, with what is in the way.
  package let waiting: [RosterEntry]
  /// Practice attempts since the class was opened; of a class with names none are counted.
  package let practised: Int

  package var ready: [RosterEntry] { waiting.filter(\.problems.isEmpty) }
}

extension Kiosk {
  /// Reads only; opens two seals for each person, so beside the writer.
  package func classView(_ id: Classroom.ID) throws -> ClassView {
    guard let classroom = try store.classroom(id) else { throw UseCaseError.desk(.unknownClass) }
    let lines = try store.lines(of: id)
    let listed: [RosterLine] = lines.compactMap { line in
      if case .listed(let roster) = line.content { roster } else { nil }
    }
    let members: [ClassMember] = try lines.compactMap { line in
      guard case .seated(let attempt) = line.content else { return nil }
      return try member(line.line, attempt)
    }
    return ClassView(
      classroom: classroom, members: members,
      waiting: listed.isEmpty ? [] : try looked(at: listed, for: classroom.audience),
      practised: classroom.mode == .practice
        ? try store.practiceCount(of: classroom.audience, since: classroom.openedAt) : 0)
  }

  private func member(_ line: Int, _ id: Attempt.ID) throws -> ClassMember? {
    guard let record = try store.attempt(id) else { return nil }
    let person = try record.person.flatMap { try store.candidate($0) }
    return ClassMember(
      line: line, attempt: id, name: person?.name ?? "", number: person?.number, seat: try store.seatNumber(of: id),
      state: try state(of: record))
  }

  private func state(of record: AttemptRecord) throws -> ClassMember.State {
    switch record.attempt.state {
    case .seating: try store.isBound(record.attempt.id) ? .sitting : .waiting
    case .inProgress: .running
    case .paused: .paused
    case .submitted: try result(of: record).outcome.isPassed ? .passed : .notPassed
    case .voided: .voided
    }
  }
}
