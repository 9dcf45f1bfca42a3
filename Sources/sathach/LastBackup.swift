import Assessment
import Backups
import UseCases

/// The last backup that was made, by the service or by a command: `last-backup.json` in the data folder, which says so when
/// the stick is not there.
struct LastBackup {
  let box: BoxFolder

  private var path: String { box.path + "/last-backup.json" }

  /// Nil where none was made, or the file does not read back: then one is due.
  func read() -> BackupState.Last? {
    guard let bytes = try? FileSystem.read(path), let json = try? JSONReader.read(bytes),
      case .integer(let at)? = json["at"]?.value, case .integer(let size)? = json["size"]?.value,
      case .integer(let attempts)? = json["attempts"]?.value
    else { return nil }
    return BackupState.Last(at: Moment(milliseconds: Int64(at)), size: size, attempts: attempts)
  }

  @discardableResult
  func write(_ receipt: Receipt) throws -> BackupState.Last {
    let manifest = receipt.manifest
    let last = BackupState.Last(at: manifest.madeAt, size: receipt.size, attempts: manifest.census.attempts)
    let json = JSON.object([
      "at": JSON(Int(last.at.milliseconds)), "size": JSON(last.size), "attempts": JSON(last.attempts),
    ])
    try FileSystem.write(bytes: json.canonicalBytes, to: path, mode: 0o600)
    return last
  }
}
