import Assessment
import UseCases

/// The table `kioskSession`: who reads the file cannot take over a browser, since it holds only digests of session ids.
extension KioskStore {
  private static let findSession = Query("SELECT attempt FROM kioskSession WHERE digest = ?1")
  private static let bindSession = Query(
    """
    INSERT INTO kioskSession (digest, attempt, boundAt) VALUES (?1, ?2, ?3)
    ON CONFLICT (digest) DO UPDATE SET attempt = excluded.attempt, boundAt = excluded.boundAt
    """)
  private static let unbindAttempt = Query("DELETE FROM kioskSession WHERE attempt = ?1")
  private static let unbindSession = Query("DELETE FROM kioskSession WHERE digest = ?1")

  package func attempt(of session: SessionID) throws -> Attempt.ID? {
    let digest = secrets.sha256(session.bytes)
    return try database.use(Self.findSession) { statement in
      statement.bind(digest)
      return try statement.step() ? statement.number(0) : nil
    }
  }

  package func bind(_ session: SessionID, to attempt: Attempt.ID, at moment: Moment) throws {
    let digest = secrets.sha256(session.bytes)
    try database.run(Self.bindSession) {
      $0.bind(digest)
      $0.bind(attempt)
      $0.bind(moment.milliseconds)
    }
  }

  package func unbind(_ session: SessionID) throws {
    let digest = secrets.sha256(session.bytes)
    try database.run(Self.unbindSession) { $0.bind(digest) }
  }

  package func unbindAll(from attempt: Attempt.ID) throws {
    try database.run(Self.unbindAttempt) { $0.bind(attempt) }
  }
}
