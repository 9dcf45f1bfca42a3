import Assessment
import Glibc
import SQLiteStore
import UseCases

/// Makes backups of one box into one folder.
package struct BackupMaking: Sendable {
  /// One backup at a time, whoever asks: the service or a command.
  static let lock = "backup.lock"

  let contents: BoxContents
  let officeKey: [UInt8]
  package let place: BackupFolder
  let keep: KeepRule

  package init(_ contents: BoxContents, officeKey: [UInt8], to folder: String, keep: KeepRule) {
    self.contents = contents
    self.officeKey = officeKey
    place = BackupFolder(folder, issuer: contents.issuer)
    self.keep = keep
  }

  /// Copies, checks, seals, reads back, and only then gives the file its name; afterwards removes what the rule does not
  /// keep. Never waits for the writer, nor the writer for it.
  ///
  /// - Returns: the file's path, and what is in it.
  package func make(at now: Moment, goesOn: @escaping @Sendable () -> Bool = { true }) throws -> (
    path: String, receipt: Receipt
  ) {
    guard place.isThere else { throw BackupFault.placeMissing(path: place.path) }
    let lock = try FolderLock(folder: contents.folder, name: Self.lock)
    defer { withExtendedLifetime(lock) {} }
    place.clean()
    let name = place.name(at: now)
    let draft = place.draft(of: name)
    let copy = WholeCopy(contents: contents, officeKey: officeKey, kind: .backup, series: [], goesOn: goesOn)
    let receipt = try copy.write(PinnedSnapshot(of: contents.database), to: draft, at: now)
    let path = "\(place.path)/\(name)"
    try Folder.rename(draft, to: path, in: place.path)
    try tidy(now)
    return (path, receipt)
  }

  private func tidy(_ now: Moment) throws {
    let there = place.backups()
    let kept = keep.kept(of: there.map(\.at), now: now)
    for entry in there where !kept.contains(entry.at) { try place.remove(entry.name) }
  }

  /// Where the last copy that was found whole lies, if a backup was ever made: beside the database, its names sealed alike.
  package static func keptCopy(in folder: String) -> String { WholeCopy.keptCopy(in: folder) }

  /// Removes plain copies that a stop in the middle left beside the database. At a start, before anything is copied.
  package static func clean(_ folder: String) {
    for kind in [SealedHead.Kind.backup, .snapshot] {
      for file in CopiedDatabase.files(of: WholeCopy.plainCopy(in: folder, kind)) { unlink(file) }
    }
  }
}
