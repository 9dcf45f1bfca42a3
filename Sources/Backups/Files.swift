import Glibc

/// A new file that is written from front to end.
final class OutputFile {
  let path: String
  private let file: Int32
  private(set) var size = 0

  init(_ path: String) throws(BackupFault) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .system(call: "open", path: path, code: errno) }
  }

  deinit { close(file) }

  func write(_ bytes: [UInt8]) throws(BackupFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .system(call: "write", path: path, code: count < 0 ? errno : ENOSPC) }
      rest = rest.dropFirst(count)
      size += count
    }
  }

  /// Returns when the bytes are on the medium, as far as it tells the truth.
  func sync() throws(BackupFault) {
    guard fdatasync(file) == 0 else { throw .system(call: "fdatasync", path: path, code: errno) }
  }

  /// So that reading back asks the stick and not the memory.
  func forgetPages() {
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
  }
}

/// A file that is read from front to end.
final class InputFile {
  let path: String
  private let file: Int32

  init(_ path: String) throws(BackupFault) {
    self.path = path
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(call: "open", path: path, code: errno) }
  }

  deinit { close(file) }

  /// So many bytes, fewer only at the end.
  func read(_ count: Int) throws(BackupFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress?.advanced(by: filled), count - filled) }
      guard got >= 0 else { throw .system(call: "read", path: path, code: errno) }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }
}

/// Folders and names.
enum Folder {
  static func sync(_ path: String) throws(BackupFault) {
    let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .system(call: "open", path: path, code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .system(call: "fsync", path: path, code: errno) }
  }

  /// The new name is there after a power cut, whole, or not at all.
  static func rename(_ old: String, to new: String, in folder: String) throws(BackupFault) {
    guard Glibc.rename(old, new) == 0 else { throw .system(call: "rename", path: new, code: errno) }
    try sync(folder)
  }

  /// Sorted; none where there is no folder.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Of a small file.
  static func content(of path: String, most: Int) throws(BackupFault) -> [UInt8] {
    guard try size(path) <= most else { throw .unfit(path: path, expected: "at most \(most) bytes") }
    return try InputFile(path).read(size(path))
  }

  static func size(_ path: String) throws(BackupFault) -> Int {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .system(call: "stat", path: path, code: errno) }
    return Int(facts.st_size)
  }
}

extension FixedWidthInteger {
  var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }

  /// Nil for another number of bytes.
  init?(bigEndianBytes bytes: some Collection<UInt8>) {
    guard bytes.count == Self.bitWidth / 8 else { return nil }
    self = bytes.reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
  }
}
