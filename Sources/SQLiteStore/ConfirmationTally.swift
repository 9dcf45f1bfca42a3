import Assessment
import UseCases

/// Where everybody who has passed stands, and refusals that wait to be put right.
extension KioskStore {
  // An entry that was taken off its list again tells nothing: the one before it counts.
  private static let tally = Query(
    """
    SELECT coalesce(e.state, ''), count(*) FROM
      (SELECT DISTINCT a.person FROM slip s JOIN attempt a ON a.id = s.attempt
        WHERE a.person IS NOT NULL AND a.state = 'submitted' AND a.passed = 1
          AND NOT EXISTS (SELECT 1 FROM slipRevocation v WHERE v.slip = s.serial)) p
      LEFT JOIN (SELECT person, state, max(id) FROM confirmationEntry WHERE state <> 'withdrawn' GROUP BY person) e
        ON e.person = p.person
    GROUP BY 1
    """)
  private static let refused = Query(
    """
    SELECT id, batch, slip, person, state, reason, changedAt FROM confirmationEntry e
    WHERE state = 'refused' AND id = (SELECT max(id) FROM confirmationEntry l
      WHERE l.person = e.person AND l.state <> 'withdrawn')
    ORDER BY changedAt DESC, id DESC LIMIT ?1
    """)
  private static let addCorrection = Query(
    "INSERT OR REPLACE INTO confirmationCorrection (entry, account, at) VALUES (?1, ?2, ?3)")
  private static let findCorrection = Query(
    """
    SELECT c.at FROM confirmationCorrection c JOIN confirmationEntry e ON e.id = c.entry
    WHERE c.entry = ?1 AND c.at >= e.changedAt
    """)

  package func confirmationTally() throws -> ConfirmationTally {
    try database.use(Self.tally) { statement in
      var tally = ConfirmationTally()
      while try statement.step() {
        let count = statement.int(1)
        switch ConfirmationState(rawValue: statement.text(0)) {
        case .listed: tally.listed += count
        case .sent: tally.sent += count
        case .confirmed: tally.confirmed += count
        case .refused: tally.refused += count
        case .withdrawn, nil: tally.unlisted += count
        }
      }
      return tally
    }
  }

  package func refusedEntries(most: Int) throws -> [ConfirmationEntry] {
    try database.use(Self.refused) { statement in
      statement.bind(most)
      var entries: [ConfirmationEntry] = []
      while try statement.step() { entries.append(try confirmationEntry(from: statement)) }
      return entries
    }
  }

  package func markCorrected(_ entry: ConfirmationEntry.ID, by account: StaffID?, at moment: Moment) throws {
    try database.run(Self.addCorrection) {
      $0.bind(entry)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
  }

  package func correction(of entry: ConfirmationEntry.ID) throws -> Moment? {
    try database.use(Self.findCorrection) { statement in
      statement.bind(entry)
      return try statement.step() ? Moment(milliseconds: statement.number(0)) : nil
    }
  }
}
