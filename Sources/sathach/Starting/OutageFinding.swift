import Assessment
import Glibc
import SQLiteStore
import Sealing
import Web

/// A start that ends in a sentence on the kiosk's screen.
struct StartStopped: Error {
  let outage: Outage
  let cause: any Error
}

/// Which sentence an error at the start comes to. One exhaustive place, as for all other wording.
enum OutageFinding {
  static func outage(of error: any Error) -> Outage {
    switch error {
    case let stopped as StartStopped: stopped.outage
    case let fault as FileFault: outage(fault.code)
    case is Settings.Fault: .settingsDamaged
    case let error as SealingError: outage(sealing: error)
    case let error as SQLiteStoreError: outage(store: error)
    case is ItemBank.Faulty: .bankDamaged
    default: .unknown
    }
  }

  private static func outage(_ code: Int32) -> Outage {
    switch code {
    case ENOSPC, EDQUOT: .diskFull
    case EROFS: .readOnly
    case EACCES, EPERM: .noPermission
    case EILSEQ, EISDIR: .settingsDamaged
    default: .unknown
    }
  }

  private static func outage(sealing error: SealingError) -> Outage {
    switch error {
    case .keyFileMissing: .keyMissing
    case .keyFileWrongSize, .keyFileNotRegular, .wrongLength: .keyDamaged
    case .openToOthers: .noPermission
    case .system(_, _, let code): outage(code)
    case .libraryUnavailable, .notACitizenNumber, .outOfMemory, .cannotOpen, .keyFileExists: .unknown
    }
  }

  private static func outage(store error: SQLiteStoreError) -> Outage {
    switch error {
    case .newerSchema: .databaseNewer
    case .foreignDatabase: .databaseForeign
    case .system(_, _, let code): outage(code)
    case .sqlite(let path, _, let extended, _, _): outage(sqlite: extended & 0xFF, path: path)
    case .pragma, .olderSchema, .danglingRows, .unreadable, .rowMissing, .eventTooLong, .misuse, .transactionLost,
      .folderLocked, .copyStopped:
      .unknown
    }
  }

  /// SQLite says less than the system about files it may not use.
  private static func outage(sqlite code: Int32, path: String) -> Outage {
    switch code {
    case 13: .diskFull
    case 11, 26: .databaseLost
    case 8, 14, 3, 10: access(path, R_OK | W_OK) == 0 || errno == ENOENT ? folder(of: path) : outage(errno)
    default: .unknown
    }
  }

  private static func folder(of path: String) -> Outage {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var facts = statvfs()
    if statvfs("/" + folder, &facts) == 0, facts.f_bavail == 0 { return .diskFull }
    return access("/" + folder, W_OK) == 0 ? .unknown : outage(errno)
  }
}
