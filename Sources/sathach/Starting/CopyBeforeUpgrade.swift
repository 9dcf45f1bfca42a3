import Glibc
import SQLiteStore

/// The database as the program before left it: `sathach.db.schema-N` beside it, made before the steps to a newer schema run,
/// so that a program that turns out bad can be taken back. It goes after thirty days, since nothing erased later is gone from it.
struct CopyBeforeUpgrade {
  let box: BoxFolder

  static let days = 30

  func file(ofSchema version: Int) -> String { "\(box.database).schema-\(version)" }

  /// Nothing happens where the file is up to date. A copy that is there already stays: it is the older one.
  func make() throws {
    guard FileSystem.exists(box.database), try FileSystem.size(of: box.database) > 0,
      let version = try OlderFile.version(of: box.database)
    else { return }
    let copy = file(ofSchema: version)
    guard !FileSystem.exists(copy) else { return }
    let draft = copy + ".new"
    let snapshot = try PinnedSnapshot(of: box.database)
    defer { snapshot.letGo() }
    try snapshot.copy(to: draft)
    try FileSystem.syncAll(draft)
    guard rename(draft, copy) == 0 else { throw FileFault(path: copy, action: "write", code: errno) }
    FileSystem.syncFolder(of: copy)
    Log.write(.notice, "database of schema \(version) copied before it is brought up to date file=\"\(copy)\"")
  }

  /// - Parameter now: seconds since 1970.
  func removeOld(now: Int = time(nil)) throws {
    for name in try FileSystem.names(in: box.path) where name.hasPrefix("sathach.db.schema-") {
      var facts = stat()
      let path = "\(box.path)/\(name)"
      guard stat(path, &facts) == 0, now - facts.st_mtim.tv_sec > Self.days * 86_400 else { continue }
      unlink(path)
      Log.write(.notice, "removed \(path): it was older than \(Self.days) days")
    }
  }
}
