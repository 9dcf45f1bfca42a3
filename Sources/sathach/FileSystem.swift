import Glibc

/// What went wrong with a file or folder, in the system's words.
struct FileFault: Error, CustomStringConvertible {
  let path: String
  let action: String
  let code: Int32

  var description: String { "\(path): cannot \(action): \(String(cString: strerror(code)))" }
}

/// The few file operations the commands need, without Foundation.
enum FileSystem {
  static let largestFile = 64 << 20

  static func read(_ path: String, most: Int = largestFile) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileFault(path: path, action: "open", code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      guard count >= 0 else { throw FileFault(path: path, action: "read", code: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= most else { throw FileFault(path: path, action: "read", code: EFBIG) }
    }
  }

  static func text(_ path: String) throws -> String {
    guard let text = String(validating: try read(path), as: UTF8.self) else {
      throw FileFault(path: path, action: "read as UTF-8", code: EILSEQ)
    }
    return text
  }

  /// Writes a small file so that after a power cut it is there whole or not at all.
  static func write(_ text: String, to path: String, mode: mode_t) throws {
    try write(bytes: Array(text.utf8), to: path, mode: mode)
  }

  static func write(bytes: [UInt8], to path: String, mode: mode_t) throws {
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw FileFault(path: draft, action: "create", code: errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw FileFault(path: draft, action: "write", code: errno) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0, rename(draft, path) == 0 else {
      throw FileFault(path: path, action: "write", code: errno)
    }
    syncFolder(of: path)
  }

  static func size(of path: String) throws -> Int {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw FileFault(path: path, action: "open", code: errno) }
    return Int(facts.st_size)
  }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether two paths lie on one file system, and so go with one disk.
  static func isSameDisk(_ one: String, _ other: String) -> Bool {
    var (here, there) = (stat(), stat())
    return stat(one, &here) == 0 && stat(other, &there) == 0 && here.st_dev == there.st_dev
  }

  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Makes a folder and those above it; one that is there already is fine.
  static func makeFolder(_ path: String, mode: mode_t) throws {
    if mkdir(path, mode) == 0 { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]), mode: 0o755)
      if mkdir(path, mode) == 0 { return }
    }
    guard errno == EEXIST else { throw FileFault(path: path, action: "make the folder", code: errno) }
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw FileFault(path: path, action: "use as a folder", code: ENOTDIR)
    }
  }

  /// Names in a folder, sorted; hidden ones left out.
  static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw FileFault(path: path, action: "list", code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Nothing there, or a folder with nothing in it.
  static func isFree(_ path: String) -> Bool {
    if !exists(path) { return true }
    // What cannot be listed is not free.
    return isFolder(path) && (try? names(in: path)) == []
  }

  /// A folder with all that is in it, on the disk.
  static func syncAll(_ path: String) throws {
    if isFolder(path) { for name in try names(in: path) { try syncAll("\(path)/\(name)") } }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileFault(path: path, action: "open", code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw FileFault(path: path, action: "write", code: errno) }
  }

  /// The new name is there whole after a power cut, or not at all.
  static func moveFolder(_ old: String, to new: String) throws {
    try syncAll(old)
    // Only an empty folder goes, and only where there is one.
    rmdir(new)
    guard rename(old, new) == 0 else { throw FileFault(path: new, action: "rename", code: errno) }
    syncFolder(of: new)
  }

  /// A folder of ours with what is in it. Follows no links.
  static func removeAll(_ path: String) {
    var facts = stat()
    if lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
      // What cannot be listed cannot be removed, which the last call says by doing nothing.
      for name in (try? names(in: path)) ?? [] { removeAll("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}
