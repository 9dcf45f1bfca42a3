import Glibc
import SQLiteStore

/// Installs packages, and the ones from before where they do not work. Those that were installed last are kept in the data
/// folder; without them there is no way back.
struct PackageSwitch {
  let box: BoxFolder
  let tools: UpdateTools

  private var folder: String { box.path + "/update" }
  private var kept: String { folder + "/kept" }
  var next: String { folder + "/next" }
  private var copy: String { folder + "/sathach.db" }

  private func packages(in folder: String) -> [String] {
    // A folder that is not there holds none.
    ((try? FileSystem.names(in: folder)) ?? []).filter { $0.hasSuffix(".deb") }.map { "\(folder)/\($0)" }
  }

  var canGoBack: Bool { !packages(in: kept).isEmpty }

  /// Keeps a package that is installed now, as somebody says.
  func keep(_ path: String) throws {
    try FileSystem.makeFolder(kept, mode: 0o700)
    let name = path.split(separator: "/").last.map(String.init) ?? "former.deb"
    try FileSystem.write(bytes: try FileSystem.read(path), to: "\(kept)/\(name)", mode: 0o600)
  }

  /// - Parameter copyDatabase: makes a copy at this path.
  func prepare(_ copyDatabase: (String) throws -> Void) throws {
    try FileSystem.makeFolder(folder, mode: 0o700)
    unlink(copy)
    try copyDatabase(copy)
  }

  func take() throws {
    try tools.install(packages(in: next))
  }

  /// The new ones are the former ones of the next update.
  func settle() throws {
    guard !packages(in: next).isEmpty else { return }
    let names = packages(in: next)
    for path in packages(in: kept) { unlink(path) }
    for path in names { try keep(path) }
    for path in names { unlink(path) }
    unlink(copy)
  }

  /// Whether a newer program has changed the database beyond what this one reads.
  private var isTooNew: Bool {
    do {
      _ = try box.openReading()
      return false
    } catch SQLiteStoreError.newerSchema {
      return true
    } catch {
      return false
    }
  }

  /// The former packages and, where the newer program has changed its schema, the database from before.
  func goBack() throws {
    for path in packages(in: next) { unlink(path) }
    guard canGoBack else { return }
    try tools.stop()
    if FileSystem.exists(copy), isTooNew {
      for suffix in ["-wal", "-shm"] { unlink(box.database + suffix) }
      guard rename(copy, box.database) == 0 else {
        throw FileFault(path: box.database, action: "put back", code: errno)
      }
      FileSystem.syncFolder(of: box.database)
    }
    try tools.install(packages(in: kept))
  }
}
