import Assessment
import UseCases

/// What reports read beside kept counts.
extension KioskStore {
  private static let practice = Query(
    """
    SELECT audience, count(*) FROM attempt INDEXED BY attemptPractice
    WHERE mode = 'practice' AND state = 'submitted' AND submittedAt BETWEEN ?1 AND ?2 GROUP BY audience
    """)
  private static let everyHamlet = Query("SELECT id, name FROM hamlet ORDER BY id")
  private static let everyTag = Query("SELECT id, name FROM tag ORDER BY id")
  private static let taggedAttempts = Query("SELECT attempt FROM attemptTag WHERE tag = ?1")
  // Whether it is the person's first is looked up for each: a list is as long as its period.
  private static let reported = Query(
    """
    SELECT a.id, a.submittedAt, c.audience, c.hamlet, c.ageBand, c.sex, c.isAssisted, c.isPassed, c.person, a.credit,
      a.asked, a.spent,
      EXISTS (SELECT 1 FROM countedAttempt e WHERE e.person = c.person AND (e.submittedAt < c.submittedAt
        OR (e.submittedAt = c.submittedAt AND e.attempt < c.attempt)))
    FROM attempt a JOIN countedAttempt c
      ON c.person = a.person AND c.submittedAt = a.submittedAt AND c.attempt = a.id
    WHERE a.submittedAt BETWEEN ?1 AND ?2
    ORDER BY a.submittedAt, a.id
    """)

  package func practiceCounts(in period: ReportPeriod) throws -> [Audience.ID: Int] {
    try database.use(Self.practice) { row in
      bind(period, to: row)
      var counts: [Audience.ID: Int] = [:]
      while try row.step() { counts[Audience.ID(row.text(0))] = row.int(1) }
      return counts
    }
  }

  package func allHamlets() throws -> [Hamlet] {
    try database.use(Self.everyHamlet) { row in
      var hamlets: [Hamlet] = []
      while try row.step() { hamlets.append(Hamlet(id: row.number(0), name: row.text(1))) }
      return hamlets
    }
  }

  package func allTags() throws -> [Tag] {
    try database.use(Self.everyTag) { row in
      var tags: [Tag] = []
      while try row.step() { tags.append(Tag(id: row.number(0), name: row.text(1))) }
      return tags
    }
  }

  package func attempts(tagged tag: Tag.ID) throws -> Set<Attempt.ID> {
    try database.use(Self.taggedAttempts) { row in
      row.bind(tag)
      var attempts: Set<Attempt.ID> = []
      while try row.step() { attempts.insert(row.number(0)) }
      return attempts
    }
  }

  package func eachReported(in period: ReportPeriod, _ body: (ReportedAttempt) throws -> Void) throws {
    try database.use(Self.reported) { row in
      bind(period, to: row)
      while try row.step() {
        let group = ReportGroup(
          audience: Audience.ID(row.text(2)), hamlet: row.optionalNumber(3), age: AgeBand(years: row.int(4)),
          sex: row.optionalText(5).flatMap(Sex.init(rawValue:)), isAssisted: row.flag(6), isLater: row.flag(12))
        try body(
          ReportedAttempt(
            id: row.number(0), person: row.number(8), at: Moment(milliseconds: row.number(1)), group: group,
            isPassed: row.flag(7), credit: row.int(9), asked: row.int(10), spent: row.int(11)))
      }
    }
  }

  private func bind(_ period: ReportPeriod, to row: Statement) {
    row.bind(period.moments.lowerBound)
    row.bind(period.moments.upperBound)
  }
}
