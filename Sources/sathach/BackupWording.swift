import Backups
import Glibc
import Sealing
import UseCases

/// What keeps backups, the mirror and a restore from going on, for the operator.
extension OperatorWording {
  static func text(backup fault: BackupFault) -> String {
    switch fault {
    case .placeMissing(let path): "\(path): no such folder; is the stick plugged in and mounted?"
    case .damagedCopy(let words): "the database does not pass SQLite's check: \(words); nothing was written"
    case .readBackDiffers(let path): "\(path): read back otherwise than written; use another stick"
    case .foreignFile(let path): "\(path): neither a backup nor a mirror of this program"
    case .newerFormat(let path, let found):
      "\(path): format \(found), this program knows 1; restore with a newer program"
    case .newerSchema(let path, let found):
      "\(path): made by a newer program (schema \(found)); restore with that program or a later one"
    case .otherKey(let path, let expected):
      "\(path): not to be opened with this recovery key; it needs the one with the fingerprint \(expected)"
    case .cut(let path): "\(path): cut off: the end is missing; take an older backup or the mirror"
    case .altered(let path): "\(path): damaged or altered: a part does not open; take an older backup or the mirror"
    case .unfit(let path, let expected): "\(path): expected \(expected)"
    case .nothingThere(let path): "\(path): no whole backup or mirror in this folder"
    case .occupied(let path): "\(path): there already; restore into a folder that is not there yet"
    case .compression(let code): "damaged inside: zlib error \(code)"
    case .system(let call, let path, let code): "\(path): \(call): \(String(cString: strerror(code)))"
    }
  }

  static func text(obstacle: BackupState.Obstacle, _ settings: BackupSettings, cause: String) -> String {
    switch obstacle {
    case .noPlace: "backup-to is not set in sathach.conf"
    case .noRecoveryKey: "no recovery key: `sathach recovery-key new` makes one"
    case .placeMissing: "\(settings.place ?? ""): no such folder; is the stick plugged in and mounted?"
    case .failed: cause
    }
  }
}

extension OperatorWording {
  /// Where a recovery key was mistyped, for whoever types it.
  static func text(recovery fault: RecoveryKey.Fault) -> String {
    switch fault {
    case .length(let found): "a recovery key has 40 letters and digits, not \(found)"
    case .sign(let place): "sign \(place), in group \((place + 4) / 5), is none that a recovery key has"
    case .groups(let groups): "mistyped in group \(groups.map(String.init).joined(separator: ", "))"
    }
  }
}
