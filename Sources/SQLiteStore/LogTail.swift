import CSQLite
import Glibc

/// Where the committed part of the write-ahead log ends, for the one connection that writes.
///
/// A commit whose sync fails is rolled back and whoever waits is told so, but its frames lie in the log, with a commit at their
/// end that SQLite would believe at the next start. Shorter transactions written over them would leave the rest behind, which
/// looks as if commits stood behind a broken frame: such a rest is cut off at once.
final class LogTail: Sendable {
  /// Pages in the log after which it is brought into the database, as SQLite does by itself.
  static let longest: Int32 = 1_000
  private static let headSize = 32
  private static let frameHeadSize = 24

  /// Frames after the last commit; 0 before the first.
  private nonisolated(unsafe) let frames = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  init() {
    frames.initialize(to: 0)
  }

  deinit {
    frames.deallocate()
  }

  /// Takes the place of SQLite's own hook, which tells nobody how long the log is.
  func follow(_ connection: OpaquePointer) {
    sqlite3_wal_hook(
      connection,
      { context, connection, name, count in
        context?.assumingMemoryBound(to: Int32.self).pointee = count
        // Where it fails or readers are in the way, the next commit tries again.
        if count >= LogTail.longest {
          _ = sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        }
        return SQLITE_OK
      }, frames)
  }

  /// After a commit that failed, outside of any transaction.
  func cut(_ log: String) {
    guard frames.pointee > 0 else { return }
    let file = open(log, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return }
    defer { close(file) }
    var size: UInt32 = 0
    guard pread(file, &size, 4, 8) == 4 else { return }
    let end = Self.headSize + Int(frames.pointee) * (Self.frameHeadSize + Int(UInt32(bigEndian: size)))
    var facts = stat()
    // A disk that takes this as little as the commit leaves the rest to the next start.
    if fstat(file, &facts) == 0, facts.st_size > end { _ = ftruncate(file, off_t(end)) }
  }
}
