import Glibc

/// A file with 32 secret bytes in a folder of its own that nobody but the owner may look into.
///
/// A key is never overwritten: losing one would make every slip or every
/// encrypted field made with it unreadable.
package struct KeyFile: Sendable {
  package static let keyLength = 32
  package let folder: String
  package let name: String

  package init(folder: String, name: String) {
    (self.folder, self.name) = (folder, name)
  }

  package var path: String { folder + "/" + name }

  /// Reads the key, or makes one from `newKey` when there is no file yet.
  package func readOrCreate(_ newKey: () -> [UInt8]) throws(SealingError) -> [UInt8] {
    do throws(SealingError) {
      return try read()
    } catch .keyFileMissing {
      let key = newKey()
      try create(key)
      return key
    }
  }

  /// Refuses a file of another size or kind, and one that group or others may use.
  package func read() throws(SealingError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ENOENT ? .keyFileMissing(path: path) : .system(call: "open", path: path, code: errno)
    }
    defer { close(file) }
    try checkFolder()
    try check(file)
    var key = [UInt8](repeating: 0, count: KeyFile.keyLength)
    let count = Glibc.read(file, &key, key.count)
    guard count == key.count else { throw .system(call: "read", path: path, code: count < 0 ? errno : EIO) }
    return key
  }

  /// Writes a new key so that after a power cut it is there whole or not at all.
  package func create(_ key: [UInt8]) throws(SealingError) {
    guard key.count == KeyFile.keyLength else {
      throw .wrongLength(expected: KeyFile.keyLength, found: key.count)
    }
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .system(call: "mkdir", path: folder, code: errno) }
    try checkFolder()
    let temporary = path + ".new"
    unlink(temporary)  // what a power cut left; the key it held was never used
    try write(key, to: temporary)
    defer { unlink(temporary) }
    // A link, because rename would replace a key that another process made meanwhile.
    guard link(temporary, path) == 0 else {
      throw errno == EEXIST ? .keyFileExists(path: path) : .system(call: "link", path: path, code: errno)
    }
    try syncFolder(folder)
    try syncFolder(folder + "/..")
  }

  private func check(_ file: Int32) throws(SealingError) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(call: "fstat", path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .keyFileNotRegular(path: path) }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path, mode: status.st_mode & 0o777) }
    guard status.st_size == KeyFile.keyLength else {
      throw .keyFileWrongSize(path: path, bytes: status.st_size, expected: KeyFile.keyLength)
    }
  }

  private func checkFolder() throws(SealingError) {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw .system(call: "stat", path: folder, code: errno) }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: folder, mode: status.st_mode & 0o777) }
  }

  private func write(_ key: [UInt8], to temporary: String) throws(SealingError) {
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .system(call: "open", path: temporary, code: errno) }
    defer { close(file) }
    let count = Glibc.write(file, key, key.count)
    guard count == key.count else { throw .system(call: "write", path: temporary, code: count < 0 ? errno : ENOSPC) }
    guard fsync(file) == 0 else { throw .system(call: "fsync", path: temporary, code: errno) }
  }

  private func syncFolder(_ path: String) throws(SealingError) {
    let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .system(call: "open", path: path, code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .system(call: "fsync", path: path, code: errno) }
  }
}
