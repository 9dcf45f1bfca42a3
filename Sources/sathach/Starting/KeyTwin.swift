import Glibc
import Sealing

/// A second copy of a key, twice in one file, so that one bad sector does not end a box.
///
/// A key that somebody has put in place is newer than its copy and wins; one that has changed without its file having been
/// written to is damaged.
struct KeyTwin {
  static let names = ["data.key", "slip.key"]

  let box: BoxFolder
  let name: String

  private var file: String { box.keys + "/" + name }
  var copy: String { box.keys + "/" + name + ".copy" }

  /// Puts the key back where it is missing or damaged and the copy is whole.
  func mend() throws {
    guard let kept = copied() else { return }
    let found = try? FileSystem.read(file)  // whatever keeps it from being read: the copy takes its place
    if let found, found.count == KeyFile.keyLength, found == kept || changed(file) > changed(copy) { return }
    if FileSystem.exists(file) {
      guard access(file, R_OK) == 0 else { return }
      try SetAside(box: box).take(file)
    }
    try FileSystem.write(bytes: kept, to: file, mode: 0o600)
    Log.write(.error, "problem=key \(file) was missing or damaged and was put back from its copy")
  }

  /// To be called once the key is in use.
  func keep() throws {
    let key = try FileSystem.read(file)
    if copied() == key { return }
    try FileSystem.write(bytes: key + key, to: copy, mode: 0o600)
  }

  private func copied() -> [UInt8]? {
    guard let bytes = try? FileSystem.read(copy), bytes.count == 2 * KeyFile.keyLength else { return nil }  // no copy
    let halves = (Array(bytes.prefix(KeyFile.keyLength)), Array(bytes.suffix(KeyFile.keyLength)))
    return halves.0 == halves.1 && halves.0.contains { $0 != 0 } ? halves.0 : nil
  }

  private func changed(_ path: String) -> Double {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return 0 }
    return Double(facts.st_mtim.tv_sec) + Double(facts.st_mtim.tv_nsec) / 1e9
  }
}
