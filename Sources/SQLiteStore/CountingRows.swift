import Assessment
import UseCases

/// Reads attempts that count from where they are kept, for counting them anew.
extension KioskStore {
  private static let countableOfPerson = Query(
    """
    SELECT a.id, a.submittedAt, a.audience, s.hamlet, a.ageYears, p.sex, a.passed,
      EXISTS (SELECT 1 FROM helpAct h WHERE h.attempt = a.id), a.person
    FROM attempt a JOIN person p ON p.id = a.person LEFT JOIN seating s ON s.attempt = a.id
    WHERE a.person = ?1 AND a.mode = 'tested' AND a.state = 'submitted' AND a.asked IS NOT NULL
    ORDER BY a.submittedAt, a.id
    """)
  private static let everyCountable = Query(
    """
    SELECT a.id, a.submittedAt, a.audience, s.hamlet, a.ageYears, p.sex, a.passed,
      EXISTS (SELECT 1 FROM helpAct h WHERE h.attempt = a.id), a.person
    FROM attempt a JOIN person p ON p.id = a.person LEFT JOIN seating s ON s.attempt = a.id
    WHERE a.person IS NOT NULL AND a.mode = 'tested' AND a.state = 'submitted' AND a.asked IS NOT NULL
    ORDER BY a.person, a.submittedAt, a.id
    """)
  private static let areasOfAttempt = Query(
    "SELECT area, asked, credit, credit >= needed * 100 FROM attemptArea WHERE attempt = ?1 AND asked > 0 ORDER BY area"
  )
  private static let competencesOfAttempt = Query(
    """
    SELECT i.competence, count(*), sum(f.credit) FROM formItem f JOIN item i ON i.id = f.item
    WHERE f.attempt = ?1 AND f.part = 'scored' GROUP BY i.competence ORDER BY i.competence
    """)

  func countable(of person: Int64) throws -> [CountedAttempt] {
    try database.use(Self.countableOfPerson) { row in
      row.bind(person)
      var attempts: [CountedAttempt] = []
      while try row.step() { attempts.append(try countable(row, isLater: !attempts.isEmpty)) }
      return attempts
    }
  }

  /// Person by person.
  func eachCountable(_ body: (Int64, [CountedAttempt]) throws -> Void) throws {
    try database.use(Self.everyCountable) { row in
      var current: (person: Int64, attempts: [CountedAttempt])?
      while try row.step() {
        let person = row.number(8)
        if let done = current, done.person != person {
          try body(done.person, done.attempts)
          current = nil
        }
        let before = current?.attempts ?? []
        current = (person, before + [try countable(row, isLater: !before.isEmpty)])
      }
      if let last = current { try body(last.person, last.attempts) }
    }
  }

  private func countable(_ row: Statement, isLater: Bool) throws -> CountedAttempt {
    let id = row.number(0)
    let standing = row.flag(7) ? try help(of: id).standing : .clear(.none)
    let group = ReportGroup(
      audience: Audience.ID(row.text(2)), hamlet: row.optionalNumber(3), age: AgeBand(years: row.int(4)),
      sex: row.optionalText(5).flatMap(Sex.init(rawValue:)), isAssisted: standing != .clear(.none), isLater: isLater)
    return CountedAttempt(
      id: id, at: Moment(milliseconds: row.number(1)), group: group,
      isPassed: row.flag(6) && standing != .refused, parts: try areas(of: id) + competences(of: id))
  }

  private func areas(of id: Attempt.ID) throws -> [PartScore] {
    try database.use(Self.areasOfAttempt) { row in
      row.bind(id)
      var scores: [PartScore] = []
      while try row.step() {
        scores.append(
          PartScore(
            part: .area(Area.ID(row.text(0))), asked: row.int(1), credit: row.int(2), isReached: row.flag(3)))
      }
      return scores
    }
  }

  private func competences(of id: Attempt.ID) throws -> [PartScore] {
    try database.use(Self.competencesOfAttempt) { row in
      row.bind(id)
      var scores: [PartScore] = []
      while try row.step() {
        scores.append(
          PartScore(
            part: .competence(Competence.ID(row.text(0))), asked: row.int(1), credit: row.int(2), isReached: false))
      }
      return scores
    }
  }
}
