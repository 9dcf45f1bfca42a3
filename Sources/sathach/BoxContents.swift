import Backups
import Glibc

extension BoxFolder {
  /// What of this folder goes into backups, beside the database: everything but `slip.key`, which a restored box never has.
  func contents() throws -> BoxContents {
    let box = self
    return BoxContents(
      folder: path, database: database, files: { box.keptFiles() }, office: try settings().office,
      issuer: try issuer().text, slipKey: try signing(creating: false).publicKey)
  }

  /// Folders that are kept with what is in them; recordings lie in folders below their own.
  private static let keptFolders = ["tls", "recordings"]

  func keptFiles() -> [BoxContents.File] {
    let names = ["data.key", "recovery.pub", "province.pub", "bundles.pub", "update.pub", "key-list.txt"]
    let keys = (names + [FormerKeys.name]).map { "keys/\($0)" }
    var alone = (keys + ["sathach.conf", "PHIEU-MAU"]).map { BoxContents.File(name: $0, path: "\(path)/\($0)") }
    // Also where the service manager has it: a backup without it opens nothing.
    alone[0] = BoxContents.File(name: keys[0], path: keyFile("data.key"))
    return alone.filter { FileSystem.exists($0.path) } + Self.keptFolders.flatMap { files(below: $0, depth: 2) }
  }

  private func files(below folder: String, depth: Int) -> [BoxContents.File] {
    // A folder that is not there holds nothing.
    guard depth > 0, let names = try? FileSystem.names(in: "\(path)/\(folder)") else { return [] }
    return names.flatMap { name -> [BoxContents.File] in
      let file = BoxContents.File(name: "\(folder)/\(name)", path: "\(path)/\(folder)/\(name)")
      var facts = stat()
      guard lstat(file.path, &facts) == 0, BoxContents.takes(file.name) else { return [] }
      switch facts.st_mode & S_IFMT {
      case S_IFREG: return [file]
      case S_IFDIR: return files(below: file.name, depth: depth - 1)
      default: return []
      }
    }
  }
}
