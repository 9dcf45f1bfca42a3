import Backups
import Glibc

/// The copy that the last backup left beside the database.
struct KeptCopy: LastGoodCopy {
  let box: BoxFolder

  private static let piece = 1 << 20

  /// - Throws: ``FileFault`` where the copy is there and cannot be read, or the disk takes no second one.
  func lay(at path: String) throws -> Bool {
    let kept = BackupMaking.keptCopy(in: box.path)
    let source = open(kept, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard source >= 0 else {
      if errno == ENOENT { return false }
      throw FileFault(path: kept, action: "open", code: errno)
    }
    defer { close(source) }
    let target = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw FileFault(path: path, action: "write", code: errno) }
    defer { close(target) }
    var moved = sendfile(target, source, nil, Self.piece)
    while moved > 0 { moved = sendfile(target, source, nil, Self.piece) }
    guard moved == 0 else { throw FileFault(path: path, action: "write", code: errno) }
    return true
  }
}
