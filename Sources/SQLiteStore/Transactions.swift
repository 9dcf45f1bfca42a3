extension KioskStore {
  private static let begin = Query("BEGIN IMMEDIATE")
  private static let beginReading = Query("BEGIN")
  private static let commit = Query("COMMIT")
  private static let rollback = Query("ROLLBACK")
  private static let savepoint = Query("SAVEPOINT step")
  private static let release = Query("RELEASE step")
  private static let rollbackToSavepoint = Query("ROLLBACK TO step")

  /// Runs `body` in a transaction of its own. When it returns, everything in it is on the disk; when it throws, nothing
  /// is. Inside a transaction it is a part that holds or fails as a whole, durable with the rest.
  package func atomically<T>(_ body: () throws -> T) throws -> T {
    if database.isInTransaction { return try inSavepoint(body) }
    try beginTransaction()
    do {
      let result = try body()
      try commitTransaction()
      return result
    } catch {
      rollbackTransaction()
      throw error
    }
  }

  /// Runs `body` on one snapshot of the database, whatever the writer commits meanwhile.
  package func reading<T>(_ body: () throws -> T) throws -> T {
    guard !database.isInTransaction else { return try body() }
    try database.run(Self.beginReading)
    // Ending a transaction that wrote nothing cannot lose anything, and it must end either way.
    defer { _ = try? database.run(Self.rollback) }
    return try body()
  }

  func beginTransaction() throws {
    database.expectsTransaction = false
    logHead = nil
    hasNewContent = false
    try database.run(Self.begin)
    database.expectsTransaction = true
    changes?.begin(on: database)
  }

  /// Returns after the sync of the write-ahead log.
  func commitTransaction() throws {
    let taken = changes?.take()
    do {
      try database.run(Self.commit)
    } catch {
      rollbackTransaction()
      database.cutLog()
      throw error
    }
    database.expectsTransaction = false
    if let taken { changes?.tell(taken) }
  }

  /// Leaves no transaction behind. A failure here has no further consequence: SQLite has rolled back by itself, or will
  /// when the next begin is refused or the file is opened again.
  func rollbackTransaction() {
    changes?.forget()
    database.expectsTransaction = false
    if database.isInTransaction { _ = try? database.run(Self.rollback) }
    forgetUncommitted()
  }

  private func inSavepoint<T>(_ body: () throws -> T) throws -> T {
    try beginSavepoint()
    do {
      let result = try body()
      try releaseSavepoint()
      return result
    } catch let cause {
      do {
        try rollbackSavepoint()
      } catch {
        // What cannot be taken back must not be committed: the whole transaction goes, and every later statement in it
        // is refused.
        if database.isInTransaction { try database.run(Self.rollback) }
      }
      throw cause
    }
  }

  func beginSavepoint() throws {
    try database.run(Self.savepoint)
  }

  func releaseSavepoint() throws {
    try database.run(Self.release)
  }

  /// - Throws: ``SQLiteStoreError/transactionLost(path:)`` where SQLite has given the whole transaction up already.
  func rollbackSavepoint() throws {
    forgetUncommitted()
    try database.run(Self.rollbackToSavepoint)
    try database.run(Self.release)
  }

  private func forgetUncommitted() {
    logHead = nil
    partRows = nil
    if hasNewContent { cache.removeAll() }
  }
}
