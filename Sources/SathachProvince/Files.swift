import Bundles
import Glibc
import Sealing

/// Files of the province's folder and of sticks.
enum Files {
  /// Sorted; none where there is no folder.
  static func names(in folder: String) throws -> [String] {
    guard let open = opendir(folder) else { throw fault(folder) }
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

  static func read(_ path: String, atMost limit: Int = 1 << 24) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw fault(path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { throw fault(path) }
      if count == 0 { return bytes }
      bytes += piece.prefix(count)
    }
    throw Failure.refused("\(path): larger than \(limit) bytes")
  }

  /// Whole under its name after a power cut, or not there at all.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
    let temporary = path + ".new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw fault(temporary) }
    defer { close(file) }
    try write(bytes, to: file, path: temporary)
    try settle(file, temporary, as: path)
  }

  /// Copies a file, whole or not at all.
  static func copy(_ source: String, to path: String) throws {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw fault(source) }
    defer { close(input) }
    let temporary = path + ".new"
    let output = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw fault(temporary) }
    defer { close(output) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(input, &piece, piece.count)
      guard count >= 0 else { throw fault(source) }
      if count == 0 { break }
      try write(Array(piece.prefix(count)), to: output, path: temporary)
    }
    try settle(output, temporary, as: path)
  }

  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault(path) }
  }

  static func remove(_ path: String) { unlink(path) }

  static func write(_ bytes: [UInt8], to file: Int32, path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw fault(path) }
      rest = rest.dropFirst(count)
    }
  }

  private static func settle(_ file: Int32, _ temporary: String, as path: String) throws {
    guard fsync(file) == 0 else { throw fault(temporary) }
    guard rename(temporary, path) == 0 else { throw fault(path) }
    let folder = open(path + "/..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  static func fault(_ path: String) -> Failure {
    Failure.couldNot("\(path): \(String(cString: strerror(errno)))")
  }
}

extension Files {
  /// SHA-256 and length; of files longer than any bundle the hash of their beginning, so that nobody keeps this busy.
  static func digest(of path: String) throws -> (digest: [UInt8], size: Int) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw fault(path) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw fault(path) }
    let running = RunningSHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var length = 0
    while length <= BundleLimits.file {
      let count = Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { throw fault(path) }
      if count == 0 { break }
      running.add(Array(piece.prefix(count)))
      length += count
    }
    return (running.finish(), Int(facts.st_size))
  }
}
