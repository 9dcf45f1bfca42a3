import Glibc

/// Keeps a second server, or a command that writes, off a data folder. Ends with the process, however that ends.
package final class FolderLock: Sendable {
  package static let name = "sathach.lock"
  private let file: Int32

  /// - Throws: ``SQLiteStoreError/folderLocked(path:holder:)`` where somebody has the folder.
  /// - Parameter name: another one where something smaller than the whole folder is held.
  package init(folder: String, name: String = FolderLock.name) throws {
    let path = folder + "/" + name
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw SQLiteStoreError.system(call: "open", path: path, code: errno) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = FolderLock.holder(in: file)
      close(file)
      throw code == EWOULDBLOCK
        ? SQLiteStoreError.folderLocked(path: path, holder: holder)
        : SQLiteStoreError.system(call: "flock", path: path, code: code)
    }
    self.file = file
    note(getpid())
  }

  /// Whether somebody has the folder now. Makes no file and writes nothing; the lock itself is had for a moment.
  package static func isHeld(folder: String) -> Bool {
    let file = open(folder + "/" + name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// The file stays: removing it would let two processes lock two files of one name.
  deinit {
    close(file)
  }

  /// For the sentence that a second one is refused with; the lock itself does not hang on it.
  private func note(_ process: Int32) {
    let text = Array("\(process)\n".utf8)
    if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
  }

  private static func holder(in file: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
