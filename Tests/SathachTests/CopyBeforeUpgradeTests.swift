import CSQLite
import Glibc
import SQLiteStore
import Testing

@testable import sathach

@Suite("A database is copied before a newer program changes it")
struct CopyBeforeUpgradeTests {
  /// A folder with a database of this schema, and one table in it.
  private func box(schema: Int) throws -> (FolderOfTest, CopyBeforeUpgrade) {
    let folder = try FolderOfTest()
    let box = BoxFolder(folder.path)
    var database: OpaquePointer?
    sqlite3_open(box.database, &database)
    let sql =
      "PRAGMA application_id = 1935766632; PRAGMA user_version = \(schema); CREATE TABLE old (a); INSERT INTO old VALUES (7)"
    #expect(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close_v2(database)
    return (folder, CopyBeforeUpgrade(box: box))
  }

  @Test("an older one is there once more as it was; one that is up to date is not")
  func copies() throws {
    let (folder, copy) = try box(schema: 3)
    defer { unlink(copy.file(ofSchema: 3)) }
    try copy.make()
    // The head of a file says how it is written, which is not the same for both.
    let (kept, now) = try (FileSystem.read(copy.file(ofSchema: 3)), FileSystem.read(folder.path + "/sathach.db"))
    #expect(kept.dropFirst(100) == now.dropFirst(100))
    let (other, current) = try box(schema: 9_999)
    try current.make()
    #expect(try FileSystem.names(in: other.path).filter { !$0.contains("-") } == ["sathach.db"])
  }

  @Test("the first copy stays, and goes after thirty days")
  func goes() throws {
    let (folder, copy) = try box(schema: 3)
    let path = copy.file(ofSchema: 3)
    try FileSystem.write("first", to: path, mode: 0o600)
    try copy.make()
    #expect(try FileSystem.text(path) == "first")
    let day = 86_400
    try copy.removeOld(now: time(nil) + 29 * day)
    #expect(FileSystem.exists(path))
    try copy.removeOld(now: time(nil) + 31 * day)
    #expect(try FileSystem.names(in: folder.path) == ["sathach.db"])
  }
}
