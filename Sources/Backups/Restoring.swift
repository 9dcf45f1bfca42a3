import Assessment
import Glibc
import SQLiteStore
import Sealing

/// Unpacks a backup or a mirror into a new folder. Makes no new keys and changes no settings: that is for whoever has the
/// folder then.
package struct Restoring {
  package enum Source: Equatable, Sendable {
    /// A file, or a folder of which the newest is taken.
    case backup(String)
    case mirror(String)
  }

  private let key: OfficeKey

  package init(_ key: OfficeKey) {
    self.key = key
  }

  /// - Parameter folder: made; must not be there.
  package func unpack(_ source: Source, into folder: String) throws -> Unpacked {
    guard mkdir(folder, 0o700) == 0 else {
      throw errno == EEXIST
        ? BackupFault.occupied(path: folder) : .system(call: "mkdir", path: folder, code: errno)
    }
    switch source {
    case .backup(let path): return try unpack(backup: Self.backup(at: path), into: folder)
    case .mirror(let path): return try unpack(mirror: path, into: folder)
    }
  }

  private static func backup(at path: String) throws -> String {
    guard Folder.isFolder(path) else { return path }
    let names = Folder.names(in: path).filter { $0.hasSuffix(BackupFolder.suffix) && !$0.hasPrefix(".") }
    let dated = names.compactMap { name in
      name.dropLast(BackupFolder.suffix.utf8.count).split(separator: "-").last
        .flatMap { Stamp.moment(String($0)) }.map { (name, $0) }
    }
    guard let newest = dated.max(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else {
      throw BackupFault.nothingThere(path: path)
    }
    return "\(path)/\(newest.0)"
  }

  private func unpack(backup path: String, into folder: String) throws -> Unpacked {
    let manifest = try extract(path, into: folder)
    let census = try checked(folder, manifest, path)
    return Unpacked(source: path, manifest: manifest, census: census, changes: nil)
  }

  /// The newest series whose snapshot is whole; a stick that was pulled while one was begun still has the one before.
  private func unpack(mirror path: String, into folder: String) throws -> Unpacked {
    let place = MirrorFolder(path: path, issuer: nil)
    guard
      let series = try place.series().reversed().first(where: {
        try SealedReader.isUndamaged(place.snapshot(of: $0.name))
      })
    else { throw BackupFault.nothingThere(path: path) }
    let snapshot = place.snapshot(of: series.name)
    let manifest = try extract(snapshot, into: folder)
    _ = try checked(folder, manifest, snapshot)
    let changes = place.changes(of: series.name)
    guard access(changes, F_OK) == 0 else {
      return Unpacked(source: snapshot, manifest: manifest, census: manifest.census, changes: nil)
    }
    let reader = try ChangeReader(changes, key: key, series: manifest.series)
    let database = try CopiedDatabase("\(folder)/\(WholeCopy.databaseName)")
    try database.replay { try reader.next() }
    if let fault = try database.fault() { throw BackupFault.damagedCopy(fault) }
    let followed = Unpacked.Changes(
      count: reader.count, lastAt: reader.lastAt, isBroken: reader.end == .broken, isClosed: reader.end == .closed)
    return Unpacked(source: snapshot, manifest: manifest, census: try database.census(), changes: followed)
  }

  private func checked(_ folder: String, _ manifest: Manifest, _ path: String) throws -> BoxCensus {
    let database = try CopiedDatabase("\(folder)/\(WholeCopy.databaseName)")
    if let fault = try database.fault() { throw BackupFault.damagedCopy(fault) }
    let census = try database.census()
    guard census == manifest.census else { throw BackupFault.unfit(path: path, expected: "what its manifest counts") }
    return census
  }

  private func extract(_ path: String, into folder: String) throws -> Manifest {
    let archive = try ArchiveReader(path, .office(key))
    guard archive.kind != .changes, let first = try archive.next(), first.name == Manifest.name else {
      throw BackupFault.unfit(path: path, expected: "a manifest first")
    }
    let manifest = try Manifest(archive.content(of: first, most: 1 << 16), path: path)
    guard CopiedDatabase.isKnown(schema: manifest.census.schema) else {
      throw BackupFault.newerSchema(path: path, found: manifest.census.schema)
    }
    var names: Set<String> = [Manifest.name]
    while let entry = try archive.next() {
      guard names.insert(entry.name).inserted else { throw BackupFault.unfit(path: path, expected: "each file once") }
      try makeFolders(of: entry.name, in: folder)
      let file = try OutputFile("\(folder)/\(entry.name)")
      try archive.content(of: entry) { try file.write($0) }
      try file.sync()
    }
    guard names.contains(WholeCopy.databaseName) else { throw BackupFault.unfit(path: path, expected: "a database") }
    return manifest
  }

  private func makeFolders(of name: String, in folder: String) throws(BackupFault) {
    var path = folder
    for part in name.split(separator: "/").dropLast() {
      path += "/\(part)"
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
        throw .system(call: "mkdir", path: path, code: errno)
      }
    }
  }
}

/// What came out of a backup or mirror.
package struct Unpacked: Sendable {
  /// The transactions that followed a mirror's snapshot.
  package struct Changes: Equatable, Sendable {
    package let count: Int
    package let lastAt: Moment?
    /// Something after the last whole record does not open.
    package let isBroken: Bool
    /// The service that wrote them was stopped in order: nothing is missing.
    package let isClosed: Bool
  }

  /// The file that was opened.
  package let source: String
  package let manifest: Manifest
  /// Of the database as it lies in the folder now.
  package let census: BoxCensus
  /// Nil for a backup, and for a mirror without any.
  package let changes: Changes?
}
