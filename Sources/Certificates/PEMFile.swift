import Glibc

/// One PEM file of the folder: read whole, written whole or not at all.
struct PEMFile {
  enum Kind {
    case certificate
    /// Mode 0600; one that others may read is refused.
    case key
  }

  let path: String
  let kind: Kind

  /// Bytes; a chain of RSA certificates has under 10 kB.
  static let limit = 64 * 1024

  /// Nil where there is no file.
  func read() throws(CertificatesError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(call: "open", path: path, code: errno)
    }
    defer { close(file) }
    try check(file)
    var bytes = [UInt8](repeating: 0, count: Self.limit + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress.map { $0 + filled }, $0.count - filled)
      }
      guard count >= 0 else { throw .system(call: "read", path: path, code: errno) }
      if count == 0 { return Array(bytes.prefix(filled)) }
      filled += count
    }
    throw .tooLarge(path: path, limit: Self.limit)
  }

  func write(_ bytes: [UInt8]) throws(CertificatesError) {
    let draft = path + ".new"
    unlink(draft)  // what a power cut left
    let mode: mode_t = kind == .key ? 0o600 : 0o644
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw .system(call: "open", path: draft, code: errno) }
    defer { close(file) }
    let count = Glibc.write(file, bytes, bytes.count)
    guard count == bytes.count, fsync(file) == 0, rename(draft, path) == 0 else {
      let code = count < 0 || count == bytes.count ? errno : ENOSPC
      unlink(draft)
      throw .system(call: "write", path: path, code: code)
    }
    try syncFolder()
  }

  /// Keeps a file that cannot be read from being lost under a new one.
  func setAside() throws(CertificatesError) {
    guard rename(path, path + ".damaged") == 0 || errno == ENOENT else {
      throw .system(call: "rename", path: path, code: errno)
    }
  }

  private func check(_ file: Int32) throws(CertificatesError) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(call: "fstat", path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
    guard kind == .certificate || status.st_mode & 0o077 == 0 else {
      throw .openToOthers(path: path, mode: status.st_mode & 0o777)
    }
  }

  private func syncFolder() throws(CertificatesError) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let file = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .system(call: "open", path: folder, code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .system(call: "fsync", path: folder, code: errno) }
  }
}
