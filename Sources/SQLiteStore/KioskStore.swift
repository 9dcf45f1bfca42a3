import Assessment
import UseCases

/// Everything the kiosk keeps, over one connection to the database file.
///
/// Belongs to one thread at a time. A store that reads cannot write; the one store that writes lives in ``GroupCommit``
/// or in a command that holds the ``FolderLock``.
package final class KioskStore: Kiosk.Store {
  let database: Database
  let secrets: any Secrets
  let cache: ContentCache
  /// The log's last entry as this transaction knows it. Forgotten at every begin and every rollback, so that it never
  /// stands for an entry that is not there.
  var logHead: LogHead?
  /// Whether this transaction stored content, whose row ids another content may get after a rollback.
  var hasNewContent = false
  /// Areas and competences by row, as reports number them; forgotten with every rollback, as the rows may be.
  var partRows: [Int64: ReportPart]?
  /// Takes the changes of each transaction for whoever follows them; nil where nobody does.
  var changes: ChangeRecorder?

  private init(database: Database, secrets: any Secrets, cache: ContentCache) {
    self.database = database
    self.secrets = secrets
    self.cache = cache
  }

  /// Opens the file for writing, makes it where there is none, and brings it up to date.
  package static func writer(
    at path: String, secrets: any Secrets, cache: ContentCache = ContentCache()
  ) throws -> KioskStore {
    let database = try Database(path: path, role: .writer)
    try Schema.migrate(database)
    let store = KioskStore(database: database, secrets: secrets, cache: cache)
    try store.recountWhereDue()
    return store
  }

  /// Makes a database without content.
  static func makeEmpty(at path: String, secrets: any Secrets) throws {
    _ = try writer(at: path, secrets: secrets)
  }

  /// The version of the file, and the first page of every table and index by name.
  package func layout() throws -> (schema: Int, roots: [String: Int]) {
    let parts = "FROM sqlite_schema WHERE rootpage > 0 ORDER BY rowid"
    let pages = try database.values("SELECT rootpage \(parts)").compactMap { Int($0) }
    return (Schema.version, Dictionary(zip(try database.values("SELECT name \(parts)"), pages)) { first, _ in first })
  }

  /// Opens a file that a writer has brought up to date.
  package static func reader(
    at path: String, secrets: any Secrets, cache: ContentCache = ContentCache()
  ) throws -> KioskStore {
    let database = try Database(path: path, role: .reader)
    try Schema.checkCurrent(database)
    return KioskStore(database: database, secrets: secrets, cache: cache)
  }

  /// Since the connection was opened.
  package var statementsRun: Int { database.runs }

  /// Reads the connection's settings back once more; see the target's documentation for what they are.
  package func checkPragmas() throws {
    try database.checkPragmas()
  }
}
