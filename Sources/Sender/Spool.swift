import Bundles
import Glibc

/// The folder of what waits, with what was sent, refused and fetched below it.
struct Spool {
  let folder: String

  /// A box's proof of who asks, as `sathach bundle export --with-request` wrote it.
  struct Request {
    let issuer: String
    let text: String
  }

  func makeFolders() throws(SendingFault) {
    for name in ["sent", "refused", "in"] where mkdir("\(folder)/\(name)", 0o700) != 0 && errno != EEXIST {
      throw .system(call: "mkdir", what: "\(folder)/\(name)", code: errno)
    }
  }

  private var names: [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.sorted()
  }

  /// In the order of issuer and number.
  func waiting() -> [BundleName] { names.compactMap { BundleName($0) } }

  func requests() -> [Request] {
    names.filter { $0.hasSuffix(".request") }.compactMap { name in
      // One that cannot be read is not asked with; the next export writes another.
      guard let bytes = try? read(name), bytes.count <= 2048 else { return nil }
      let text = String(decoding: bytes.prefix { $0 >= 0x20 && $0 < 0x7F }, as: UTF8.self)
      return Request(issuer: String(name.dropLast(".request".count)), text: text)
    }
  }

  func read(_ name: String) throws(SendingFault) -> [UInt8] {
    let path = "\(folder)/\(name)"
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(call: "open", what: path, code: errno) }
    defer { close(file) }
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { throw .system(call: "read", what: path, code: errno) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      guard bytes.count <= BundleLimits.file else { throw .tooLong }
    }
  }

  func move(_ name: String, to place: String) throws(SendingFault) {
    guard rename("\(folder)/\(name)", "\(folder)/\(place)/\(name)") == 0 else {
      throw .system(call: "rename", what: name, code: errno)
    }
  }

  /// Whole under its name, or not at all.
  func keep(_ bytes: [UInt8], as name: String) throws(SendingFault) {
    let (path, draft) = ("\(folder)/in/\(name)", "\(folder)/in/\(name).new")
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(call: "open", what: draft, code: errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .system(call: "write", what: draft, code: errno) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0, rename(draft, path) == 0 else { throw .system(call: "rename", what: path, code: errno) }
  }
}
