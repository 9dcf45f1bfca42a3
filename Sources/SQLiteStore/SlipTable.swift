import Assessment
import Slip
import UseCases

/// The table `slip`: what was issued, byte for byte.
extension KioskStore {
  private static let nextSlip = Query("SELECT coalesce(max(serial), 0) + 1 FROM slip")
  private static let addSlip = Query(
    "INSERT INTO slip (serial, attempt, token, bytes, issuedAt) VALUES (?1, ?2, ?3, ?4, ?5)")
  private static let slipOfAttempt = Query(
    "SELECT serial, attempt, token, bytes, issuedAt FROM slip WHERE attempt = ?1")
  private static let slipWithToken = Query(
    "SELECT serial, attempt, token, bytes, issuedAt FROM slip WHERE token = ?1")
  private static let slipsAfter = Query(
    "SELECT serial, attempt, token, bytes, issuedAt FROM slip WHERE serial > ?1 ORDER BY serial LIMIT ?2")

  package func nextSerial() throws -> Int64 {
    try database.use(Self.nextSlip) { try $0.step() ? $0.number(0) : 1 }
  }

  package func add(_ slip: StoredSlip) throws {
    try database.run(Self.addSlip) {
      $0.bind(slip.serial)
      $0.bind(slip.attempt)
      $0.bind(Int64(slip.token.number))
      $0.bind(slip.bytes)
      $0.bind(slip.issuedAt.milliseconds)
    }
  }

  package func slip(of attempt: Attempt.ID) throws -> StoredSlip? {
    try database.use(Self.slipOfAttempt) { statement in
      statement.bind(attempt)
      return try statement.step() ? slip(from: statement) : nil
    }
  }

  package func slip(with token: SlipToken) throws -> StoredSlip? {
    try database.use(Self.slipWithToken) { statement in
      statement.bind(Int64(token.number))
      return try statement.step() ? slip(from: statement) : nil
    }
  }

  package func slips(after serial: Int64, most: Int) throws -> [StoredSlip] {
    try database.use(Self.slipsAfter) { statement in
      statement.bind(serial)
      statement.bind(most)
      var slips: [StoredSlip] = []
      while try statement.step() { slips.append(try slip(from: statement)) }
      return slips
    }
  }

  func slip(from row: Statement) throws -> StoredSlip {
    guard let number = UInt64(exactly: row.number(2)), let token = try? SlipToken(number: number) else {
      throw SQLiteStoreError.unreadable(table: "slip", column: "token")  // any refusal means the same here
    }
    return StoredSlip(
      serial: row.number(0), attempt: row.number(1), token: token, bytes: row.bytes(3),
      issuedAt: Moment(milliseconds: row.number(4)))
  }
}

/// The table `slipPrint`: how often a slip was put on paper.
extension KioskStore {
  private static let countPrints = Query("SELECT count(*) FROM slipPrint WHERE slip = ?1")
  private static let prints = Query("SELECT copy, at FROM slipPrint WHERE slip = ?1 ORDER BY copy")
  private static let addPrint = Query("INSERT INTO slipPrint (slip, copy, at) VALUES (?1, ?2, ?3)")

  package func printCount(of serial: Int64) throws -> Int {
    try database.use(Self.countPrints) { statement in
      statement.bind(serial)
      return try statement.step() ? Int(statement.number(0)) : 0
    }
  }

  package func prints(of serial: Int64) throws -> [SlipPrint] {
    try database.use(Self.prints) { statement in
      statement.bind(serial)
      var prints: [SlipPrint] = []
      while try statement.step() {
        prints.append(SlipPrint(copy: statement.int(0), at: Moment(milliseconds: statement.number(1))))
      }
      return prints
    }
  }

  package func addPrint(of serial: Int64, at moment: Moment) throws -> Int {
    let copy = try printCount(of: serial) + 1
    try database.run(Self.addPrint) {
      $0.bind(serial)
      $0.bind(copy)
      $0.bind(moment.milliseconds)
    }
    return copy
  }
}
