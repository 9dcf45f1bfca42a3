import CSQLite

/// Follows what is committed, for a second copy elsewhere.
package protocol CommitWatching: Sendable {
  /// Called on the writer's thread after the sync and before anybody is answered: it must only take note.
  ///
  /// - Parameter changes: a changeset of SQLite's session extension with every row the transaction inserted, deleted or
  ///   changed; nil where it could not be taken, and only a whole copy of the database helps.
  func committed(_ changes: [UInt8]?)
}

extension KioskStore {
  /// From the next transaction on. Writing costs more then: each changed row is looked at twice.
  package func watchCommits(_ watch: any CommitWatching) {
    changes = ChangeRecorder(watch: watch)
  }
}

/// Has SQLite's session extension note the rows that one transaction changes.
///
/// What a savepoint took back is not among them: the set is made from the rows as they are at the commit. Tables without a
/// primary key would be missing; a test sees that there are none.
final class ChangeRecorder {
  enum Taken {
    case changes([UInt8])
    case nothing
    case failed
  }

  private let watch: any CommitWatching
  private var session: OpaquePointer?

  init(watch: any CommitWatching) {
    self.watch = watch
  }

  /// A session that cannot be made is told at the commit: nothing is held up for the copy's sake.
  func begin(on database: Database) {
    forget()
    guard sqlite3session_create(database.connection, "main", &session) == SQLITE_OK else { return forget() }
    if sqlite3session_attach(session, nil) != SQLITE_OK { forget() }
  }

  /// Before the commit, while the transaction is still open.
  func take() -> Taken {
    defer { forget() }
    guard let session else { return .failed }
    if sqlite3session_isempty(session) != 0 { return .nothing }
    var count: Int32 = 0
    var bytes: UnsafeMutableRawPointer?
    let code = sqlite3session_changeset(session, &count, &bytes)
    defer { sqlite3_free(bytes) }
    guard code == SQLITE_OK else { return .failed }
    guard let bytes, count > 0 else { return .nothing }
    return .changes(Array(UnsafeRawBufferPointer(start: bytes, count: Int(count))))
  }

  func tell(_ taken: Taken) {
    switch taken {
    case .changes(let changes): watch.committed(changes)
    case .failed: watch.committed(nil)
    case .nothing: break
    }
  }

  func forget() {
    if let session { sqlite3session_delete(session) }
    session = nil
  }
}
