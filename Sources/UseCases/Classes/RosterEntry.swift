import Assessment

/// What keeps somebody on a list from being seated with the others.
package enum RosterProblem: Equatable, Sendable {
  case name
  case birth
  case numberMissing
  case number
  /// The same number stands in an earlier line.
  case duplicate(line: Int)
  case alreadyOpen
  case tooEarly(CivilDate)
  case guardianNeeded
}

/// What a clerk should look at before seating somebody from a list.
package enum RosterRemark: Equatable, Sendable {
  /// A worksheet had made a number of it and dropped the zeros in front.
  case zerosRestored
  case disagreement(Disagreement)
  /// The record with this number has another name.
  case otherName(String)
}

/// A line of a list, looked at against its other lines and against what the box knows.
package struct RosterEntry: Equatable, Sendable {
  package let line: RosterLine
  /// Nil where the line does not tell who it is.
  package let candidate: Candidate?
  package let problems: [RosterProblem]
  package let remarks: [RosterRemark]

  /// Somebody has to look at a disagreement and say that it is right; the other remarks are only told.
  package var isDoubtful: Bool {
    remarks.contains {
      if case .zerosRestored = $0 { false } else { true }
    }
  }
}

extension Kiosk {
  /// Looks at a list: every problem of every line. Reads only; opens a seal for each person the box knows.
  package func looked(at lines: [RosterLine], for audience: Audience.ID) throws -> [RosterEntry] {
    guard let content = try store.currentVersion(for: audience) else { throw UseCaseError.unknownAudience(audience) }
    let delay = try store.rules(content).blueprint.retakeDelayDays
    var first: [CitizenNumber: Int] = [:]
    return try lines.map { line in
      var entry = RosterReading(line, thisYear: CivilDate(clock.now()).year)
      if let number = entry.number {
        if let other = first[number] { entry.problems.append(.duplicate(line: other)) }
        first[number] = first[number] ?? line.line
      }
      if let candidate = entry.candidate { try compare(candidate, delay, &entry) }
      return RosterEntry(
        line: line, candidate: entry.candidate, problems: entry.problems, remarks: entry.remarks)
    }
  }

  private func compare(_ candidate: Candidate, _ delay: Int, _ entry: inout RosterReading) throws {
    let today = CivilDate(clock.now())
    if candidate.age(on: today) < Self.guardianAge { entry.problems.append(.guardianNeeded) }
    entry.remarks += candidate.disagreements.map(RosterRemark.disagreement)
    guard let person = try store.person(with: candidate.number) else { return }
    if try store.openAttempt(of: person) != nil { entry.problems.append(.alreadyOpen) }
    if let name = try store.candidate(person)?.name, name != candidate.name { entry.remarks.append(.otherName(name)) }
    guard let last = try store.lastSubmission(of: person) else { return }
    let earliest = CivilDate(last).adding(days: delay)
    if today < earliest { entry.problems.append(.tooEarly(earliest)) }
  }
}

/// A line by itself.
private struct RosterReading {
  let number: CitizenNumber?
  let candidate: Candidate?
  var problems: [RosterProblem] = []
  var remarks: [RosterRemark] = []

  init(_ line: RosterLine, thisYear: Int) {
    let name = PersonName.tidy(line.name)
    let birth = RosterText.birth(line.birth).flatMap { $0.year <= thisYear ? $0 : nil }
    let (number, isPadded) = Self.number(line.number, birthYear: birth?.year)
    self.number = number
    if let name, let birth, let number {
      candidate = Candidate(
        name: name, number: number, birthYear: birth.year, birthDate: birth.date, identity: .selfDeclared)
    } else {
      candidate = nil
    }
    if name == nil { problems.append(.name) }
    if birth == nil { problems.append(.birth) }
    if number == nil { problems.append(line.number.isEmpty ? .numberMissing : .number) }
    if isPadded { remarks.append(.zerosRestored) }
  }

  /// A worksheet drops the zeros in front of a number. They are put back only where the rest then agrees.
  private static func number(_ text: String, birthYear: Int?) -> (CitizenNumber?, isPadded: Bool) {
    guard let digits = RosterText.digits(text) else { return (nil, false) }
    if let number = CitizenNumber(digits) { return (number, false) }
    guard (10...11).contains(digits.count),
      let number = CitizenNumber(String(repeating: "0", count: 12 - digits.count) + digits), number.isPlausible,
      birthYear == nil || number.birthYear == birthYear
    else { return (nil, false) }
    return (number, true)
  }
}
