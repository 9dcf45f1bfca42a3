import Assessment
import Slip
import UseCases

/// The table `slipRevocation`, and slips as the desk looks for them.
extension KioskStore {
  private static let addRevocation = Query(
    "INSERT INTO slipRevocation (slip, account, reason, at) VALUES (?1, ?2, ?3, ?4)")
  private static let findRevocation = Query(
    """
    SELECT v.account, r.code, v.at FROM slipRevocation v JOIN reason r ON r.id = v.reason WHERE v.slip = ?1
    """)
  private static let slipOfSerial = Query(
    "SELECT serial, attempt, token, bytes, issuedAt FROM slip WHERE serial = ?1")
  private static let slipsOfPerson = Query(
    """
    SELECT s.serial, s.attempt, s.token, s.bytes, s.issuedAt FROM attempt a JOIN slip s ON s.attempt = a.id
    WHERE a.person = ?1 ORDER BY s.serial DESC
    """)
  // The newest slips only, so that a box of many years looks at no more of them than a young one.
  private static let unprinted = Query(
    """
    SELECT s.serial, s.attempt, s.token, s.bytes, s.issuedAt FROM slip s JOIN attempt a ON a.id = s.attempt
    WHERE s.serial > (SELECT coalesce(max(serial), 0) FROM slip) - ?1 AND a.state = 'submitted'
      AND NOT EXISTS (SELECT 1 FROM slipPrint WHERE slip = s.serial)
      AND NOT EXISTS (SELECT 1 FROM slipRevocation WHERE slip = s.serial)
    ORDER BY s.serial DESC LIMIT ?2
    """)

  package func revoke(_ revocation: Revocation) throws {
    let reason = try reasonRow(revocation.reason)
    try database.run(Self.addRevocation) {
      $0.bind(revocation.serial)
      $0.bind(revocation.account)
      $0.bind(reason)
      $0.bind(revocation.at.milliseconds)
    }
  }

  package func revocation(of serial: Int64) throws -> Revocation? {
    try database.use(Self.findRevocation) { statement in
      statement.bind(serial)
      guard try statement.step() else { return nil }
      return Revocation(
        serial: serial, account: statement.number(0), reason: Reason.ID(statement.text(1)),
        at: Moment(milliseconds: statement.number(2)))
    }
  }

  package func slip(serial: Int64) throws -> StoredSlip? {
    try slips(Self.slipOfSerial, serial).first
  }

  package func slips(of person: Int64) throws -> [StoredSlip] {
    try slips(Self.slipsOfPerson, person)
  }

  private func slips(_ query: Query, _ argument: Int64) throws -> [StoredSlip] {
    try database.use(query) { statement in
      statement.bind(argument)
      var slips: [StoredSlip] = []
      while try statement.step() { slips.append(try slip(from: statement)) }
      return slips
    }
  }

  package func unprintedSlips(reach: Int, most: Int) throws -> [StoredSlip] {
    try database.use(Self.unprinted) { statement in
      statement.bind(reach)
      statement.bind(most)
      var slips: [StoredSlip] = []
      while try statement.step() { slips.append(try slip(from: statement)) }
      return slips
    }
  }
}
