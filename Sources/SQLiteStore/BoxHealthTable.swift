import Assessment
import CSQLite
import Glibc
import UseCases

/// The tables `pulse`, `clockEntry`, `checkRun` and `rebuild`: what the box knows of its own health.
extension KioskStore {
  private static let pulse = Query(
    "INSERT INTO pulse (id, at) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET at = excluded.at")
  private static let addClockEntry = Query(
    "INSERT INTO clockEntry (at, reason, trusted, shift, account) VALUES (?1, ?2, ?3, ?4, ?5)")
  private static let lastClock = Query(
    "SELECT at, reason, trusted, shift, account FROM clockEntry ORDER BY id DESC LIMIT 1")
  private static let lastMoment = Query("SELECT at FROM event ORDER BY id DESC LIMIT 1")
  private static let addCheck = Query("INSERT INTO checkRun (at, finding, milliseconds) VALUES (?1, ?2, ?3)")
  private static let lastRun = Query("SELECT at, finding, milliseconds FROM checkRun ORDER BY id DESC LIMIT 1")
  private static let addRebuild = Query(
    "INSERT INTO rebuild (at, folder, report, isWhole) VALUES (?1, ?2, ?3, ?4)")
  private static let allRebuilds = Query("SELECT at, folder, report, isWhole FROM rebuild ORDER BY id DESC LIMIT 20")

  package func notePulse(at moment: Moment) throws {
    try database.run(Self.pulse) { $0.bind(moment.milliseconds) }
  }

  package func add(_ entry: ClockEntry) throws {
    try database.run(Self.addClockEntry) {
      $0.bind(entry.at.milliseconds)
      $0.bind(entry.doubt?.rawValue)
      $0.bind(entry.trusted.milliseconds)
      $0.bind(entry.shift)
      $0.bind(entry.account)
    }
  }

  package func lastClockEntry() throws -> ClockEntry? {
    try database.use(Self.lastClock) { row in
      guard try row.step() else { return nil }
      return ClockEntry(
        at: Moment(milliseconds: row.number(0)), doubt: row.optionalText(1).flatMap(ClockDoubt.init(rawValue:)),
        trusted: Moment(milliseconds: row.number(2)), shift: row.number(3), account: row.optionalNumber(4))
    }
  }

  package func lastEventMoment() throws -> Moment? {
    try database.use(Self.lastMoment) { try $0.step() ? Moment(milliseconds: $0.number(0)) : nil }
  }

  package func add(_ check: CheckRun) throws {
    try database.run(Self.addCheck) {
      $0.bind(check.at.milliseconds)
      $0.bind(String(check.finding.prefix(500)))
      $0.bind(check.milliseconds)
    }
  }

  package func lastCheck() throws -> CheckRun? {
    try database.use(Self.lastRun) { row in
      guard try row.step() else { return nil }
      return CheckRun(
        at: Moment(milliseconds: row.number(0)), finding: row.text(1), milliseconds: row.int(2))
    }
  }

  package func add(_ rebuild: RebuildNote) throws {
    try database.run(Self.addRebuild) {
      $0.bind(rebuild.at.milliseconds)
      $0.bind(rebuild.folder)
      $0.bind(rebuild.report)
      $0.bind(rebuild.isWhole)
    }
  }

  package func rebuilds() throws -> [RebuildNote] {
    try database.use(Self.allRebuilds) { row in
      var notes: [RebuildNote] = []
      while try row.step() {
        notes.append(
          RebuildNote(
            at: Moment(milliseconds: row.number(0)), folder: row.text(1), report: row.text(2), isWhole: row.flag(3)))
      }
      return notes
    }
  }
}

extension SQLiteStoreError: StorageFault {
  package var trouble: StorageTrouble? {
    switch self {
    case .sqlite(_, let code, _, _, _): Self.trouble(code)
    case .transactionLost: .full
    case .unreadable, .danglingRows, .rowMissing: nil
    case .system(_, _, let code): code == ENOSPC || code == EDQUOT ? .full : .unwritable
    case .pragma, .newerSchema, .olderSchema, .foreignDatabase, .eventTooLong, .misuse, .folderLocked, .copyStopped: nil
    }
  }

  private static func trouble(_ code: Int32) -> StorageTrouble? {
    switch code {
    case SQLITE_FULL: .full
    case SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .unwritable
    case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
    default: nil
    }
  }
}
