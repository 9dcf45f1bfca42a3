import Glibc

/// What the system refused, about bundles' files.
package struct BundleFileFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let call: String
  package let path: String
  /// `errno`.
  package let code: Int32

  package init(_ call: String, _ path: String, _ code: Int32 = errno) {
    (self.call, self.path, self.code) = (call, path, code)
  }

  package var description: String { "\(path): \(String(cString: strerror(code))) (\(call))" }
}

/// A new file that is written from front to end.
final class FileOutput {
  let path: String
  private let file: Int32
  private(set) var size = 0

  init(_ path: String) throws(BundleFileFault) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw BundleFileFault("open", path) }
  }

  deinit { close(file) }

  func write(_ bytes: [UInt8]) throws(BundleFileFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw BundleFileFault("write", path, count < 0 ? errno : ENOSPC) }
      rest = rest.dropFirst(count)
      size += count
    }
  }

  /// Returns when the bytes are on the medium, as far as it tells the truth.
  func sync() throws(BundleFileFault) {
    guard fsync(file) == 0 else { throw BundleFileFault("fsync", path) }
  }
}

/// A file that is read, from front to end or from a place on.
final class FileInput {
  let path: String
  private let file: Int32

  init(_ path: String) throws(BundleFileFault) {
    self.path = path
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw BundleFileFault("open", path) }
  }

  deinit { close(file) }

  func size() throws(BundleFileFault) -> Int {
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw BundleFileFault("fstat", path) }
    // A folder or a device is no bundle, and has no size to trust.
    guard facts.st_mode & S_IFMT == S_IFREG else { throw BundleFileFault("fstat", path, EINVAL) }
    return Int(facts.st_size)
  }

  func seek(_ place: Int) throws(BundleFileFault) {
    guard lseek(file, off_t(place), SEEK_SET) == off_t(place) else { throw BundleFileFault("lseek", path) }
  }

  /// So many bytes, fewer only at the end.
  func read(_ count: Int) throws(BundleFileFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress?.advanced(by: filled), count - filled) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw BundleFileFault("read", path) }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }
}

/// Names and folders.
enum FileNames {
  /// The new name is there after a power cut, whole, or not at all.
  static func rename(_ old: String, to new: String, in folder: String) throws(BundleFileFault) {
    guard Glibc.rename(old, new) == 0 else { throw BundleFileFault("rename", new) }
    try sync(folder)
  }

  static func sync(_ folder: String) throws(BundleFileFault) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw BundleFileFault("open", folder) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw BundleFileFault("fsync", folder) }
  }

  /// Sorted; none where there is no folder.
  static func all(in folder: String) -> [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
