import Glibc

/// Brings the data folder into a state in which the box can open: what half-finished writes left is removed, rights that
/// are too wide are narrowed, and folders where files belong are set aside.
struct FolderHealing {
  let box: BoxFolder

  private var files: [String] {
    [
      box.settingsFile, box.lastSettings, box.database, box.database + "-wal", box.database + "-shm",
      BoxMark(box: box).cleanFile, BoxMark(box: box).rootsFile, SerialMark(box: box).file,
      box.path + "/sathach.lock", box.path + "/sathach.reserve",
    ] + KeyTwin.names.flatMap { [box.keys + "/" + $0, KeyTwin(box: box, name: $0).copy] }
  }

  func run() throws {
    try box.makeFolders()
    try narrow(box.keys, to: 0o700)
    for file in KeyTwin.names.map({ box.keys + "/" + $0 }) { try narrow(file, to: 0o600) }
    let aside = SetAside(box: box)
    for file in files where isFolder(file) { try aside.take(file) }
    try sweep(box.path)
    try sweep(box.keys)
  }

  /// Group and others lose what they have; somebody else's file is told by whoever opens it.
  private func narrow(_ path: String, to mode: mode_t) throws {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & 0o077 != 0, chmod(path, mode) == 0 else { return }
    Log.write(.notice, "rights of \(path) narrowed from \(String(facts.st_mode & 0o777, radix: 8))")
  }

  private func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Drafts of files that were never finished: whatever they were to replace is still there.
  private func sweep(_ folder: String) throws {
    for name in try FileSystem.names(in: folder) where name.hasSuffix(".new") {
      let path = "\(folder)/\(name)"
      if !isFolder(path), unlink(path) == 0 { Log.write(.notice, "removed the unfinished \(path)") }
    }
  }
}
