import Assessment
import Glibc
import SQLiteStore
import Sealing

/// Writes the whole box into one sealed file, checked twice: the copy by SQLite before it is sealed, the file by reading
/// it back, opening it and comparing every byte of the database.
struct WholeCopy {
  let contents: BoxContents
  let officeKey: [UInt8]
  let kind: SealedHead.Kind
  let series: [UInt8]
  /// False ends the work at the next piece.
  let goesOn: @Sendable () -> Bool

  /// Where the plain copy lies for the time being: beside the database, as readable as that.
  static func plainCopy(in folder: String, _ kind: SealedHead.Kind) -> String {
    "\(folder)/copy-\(kind == .backup ? "backup" : "mirror").db"
  }

  private var copy: String { Self.plainCopy(in: contents.folder, kind) }

  /// - Parameter path: replaced if it is there; gone again where anything fails.
  func write(_ snapshot: PinnedSnapshot, to path: String, at now: Moment) throws -> Receipt {
    defer { for file in CopiedDatabase.files(of: copy) { unlink(file) } }
    // The pin goes as soon as it has been copied: until then the log of the database only grows.
    do {
      defer { snapshot.letGo() }
      try snapshot.copy(to: copy, goesOn: goesOn)
    }
    let census = try checked()
    let manifest = Manifest(
      madeAt: now, office: contents.office, issuer: contents.issuer, slipKey: contents.slipKey, census: census,
      series: series)
    do {
      let receipt = try seal(manifest, to: path)
      if kind == .backup { keepCopy() }
      return receipt
    } catch {
      unlink(path)
      throw error
    }
  }

  /// The copy that was found whole stays beside the database: a start that finds that damaged builds from both, without the
  /// recovery key. Where the disk has no room for it, the backup is none the worse.
  private func keepCopy() {
    let handle = open(copy, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    defer { close(handle) }
    if fsync(handle) == 0 { rename(copy, Self.keptCopy(in: contents.folder)) }
  }

  /// The last whole copy, as readable as the database.
  static func keptCopy(in folder: String) -> String { "\(folder)/last-good.db" }

  private func checked() throws -> BoxCensus {
    let database = try CopiedDatabase(copy)
    if let fault = try database.fault() { throw BackupFault.damagedCopy(fault) }
    return try database.census()
  }

  private func seal(_ manifest: Manifest, to path: String) throws -> Receipt {
    let writer = try SealedWriter(path, kind: kind, officeKey: officeKey)
    let archive = try ArchiveWriter(writer)
    try archive.add(Manifest.name, manifest.json.canonicalBytes)
    for file in contents.files() { try archive.add(file.name, file: file.path, goesOn: check) }
    let content = try archive.add(Self.databaseName, file: copy, goesOn: check)
    let digest = try archive.finish()
    writer.file.forgetPages()
    try readBack(path, key: writer.streamKey, content: content)
    return Receipt(manifest: manifest, size: writer.file.size, digest: digest)
  }

  private func check() throws {
    if !goesOn() { throw SQLiteStoreError.copyStopped }
  }

  static let databaseName = "sathach.db"

  private func readBack(_ path: String, key: [UInt8], content: [UInt8]) throws {
    guard try SealedReader.isUndamaged(path) else { throw BackupFault.readBackDiffers(path: path) }
    let archive = try ArchiveReader(path, .stream(key))
    let found = RunningSHA256()
    while let entry = try archive.next() {
      try archive.content(of: entry) { piece in
        try check()
        if entry.name == Self.databaseName { found.add(piece) }
      }
    }
    guard found.finish() == content else { throw BackupFault.readBackDiffers(path: path) }
  }
}

/// A whole copy that was written, and read back.
package struct Receipt: Sendable {
  package let manifest: Manifest
  /// Bytes of the sealed file.
  package let size: Int
  /// SHA-256 of the sealed file without its last 32 bytes, which are this.
  package let digest: [UInt8]
}
