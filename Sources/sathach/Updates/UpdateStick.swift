import Sealing
import Slip

/// The folder on a stick: a signed list and the files it names. Every byte is compared with the list before one is used.
struct UpdateStick {
  let folder: String

  func manifest(_ anchor: Anchor, held: Int) throws -> UpdateManifest {
    let path = "\(folder)/\(UpdateManifest.name)"
    guard FileSystem.exists(path), try FileSystem.size(of: path) <= UpdateManifest.largest else {
      throw UpdateFault.notAnUpdate
    }
    let manifest = try UpdateManifest(try FileSystem.text(path), anchor: anchor)
    guard manifest.number > held else { throw UpdateFault.older(number: manifest.number, held: held) }
    for file in manifest.files { _ = try bytes(of: file) }
    return manifest
  }

  /// As they were signed.
  func bytes(of file: UpdateManifest.File) throws -> [UInt8] {
    let path = "\(folder)/\(file.path)"
    guard FileSystem.exists(path) else { throw UpdateFault.fileMissing(path: file.path) }
    guard try FileSystem.size(of: path) == file.size else { throw UpdateFault.fileAltered(path: file.path) }
    let bytes = try FileSystem.read(path)
    guard Digest.sha256(bytes) == file.sha256 else { throw UpdateFault.fileAltered(path: file.path) }
    return bytes
  }

  /// Writes the files into a folder of this box, so that what is used is what was compared.
  func copy(_ files: [UpdateManifest.File], to target: String) throws {
    try FileSystem.makeFolder(target, mode: 0o755)
    for file in files {
      let path = "\(target)/\(file.path)"
      if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash]), mode: 0o755) }
      try FileSystem.write(bytes: try bytes(of: file), to: path, mode: 0o644)
    }
  }
}
