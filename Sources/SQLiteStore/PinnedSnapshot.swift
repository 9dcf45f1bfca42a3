import CSQLite
import Glibc

/// The database as it was at one commit, whatever is written afterwards: a reader that holds its snapshot until it is let
/// go. While it is held the write-ahead log cannot start anew, so it is copied to the box's own disk first.
package final class PinnedSnapshot {
  private let database: Database

  /// Pins what is committed now: under a millisecond.
  package init(of path: String) throws {
    database = try Database(path: path, role: .reader)
    try database.execute("BEGIN")
    // A transaction takes its snapshot at its first look into the file.
    _ = try database.values("SELECT count(*) FROM sqlite_schema")
  }

  /// Lets go of the snapshot; the connection is of no more use.
  package func letGo() {
    // A transaction that wrote nothing has nothing to lose.
    try? database.execute("ROLLBACK")
  }

  /// Pages copied at a time, between looks at whether to go on.
  private static let step: Int32 = 256

  /// Copies by SQLite's backup interface into a new file that only its owner reads; one that is there is replaced.
  ///
  /// - Parameter goesOn: asked again and again; false ends the copy with ``SQLiteStoreError/copyStopped``.
  package func copy(to path: String, goesOn: () -> Bool = { true }) throws {
    for name in CopiedDatabase.files(of: path) { unlink(name) }
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SQLiteStoreError.system(call: "open", path: path, code: errno) }
    close(file)
    var target: OpaquePointer?
    defer { sqlite3_close_v2(target) }
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    guard sqlite3_open_v2(path, &target, flags, nil) == SQLITE_OK, let target else {
      throw SQLiteStoreError(target, path: path, what: "open the copy")
    }
    sqlite3_exec(target, "PRAGMA synchronous = OFF", nil, nil, nil)
    guard let backup = sqlite3_backup_init(target, "main", database.connection, "main") else {
      throw SQLiteStoreError(target, path: path, what: "begin the copy")
    }
    var code = SQLITE_OK
    while code == SQLITE_OK, goesOn() { code = sqlite3_backup_step(backup, Self.step) }
    sqlite3_backup_finish(backup)
    if code == SQLITE_OK { throw SQLiteStoreError.copyStopped }
    guard code == SQLITE_DONE else { throw SQLiteStoreError(target, path: path, what: "copy") }
  }
}
