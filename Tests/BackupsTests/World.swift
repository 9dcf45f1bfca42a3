import Assessment
import Glibc
import SQLiteStore
import Sealing
import Slip
import Synchronization
import UseCases

@testable import Backups

/// A data folder with a database of bà Hoa's neighbours, and a stick beside it.
final class SmallBox {
  /// Between two transactions, as the one writer of a box is: a commit and its being told are one step.
  final class Turn: Sendable {
    private let gate = Mutex(())

    func take(_ body: () throws -> Void) rethrows {
      try gate.withLock { _ in try body() }
    }
  }

  let turn = Turn()
  let folder: String
  let stick: String
  let store: KioskStore
  let key: OfficeKey

  init() throws {
    var template = Array("/tmp/sathach-backups-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BackupFault.system(call: "mkdtemp", path: "", code: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    stick = folder + "/stick"
    mkdir(stick, 0o700)
    let secrets = try BoxSecrets(dataKey: [UInt8](repeating: 7, count: 32))
    store = try KioskStore.writer(at: folder + "/sathach.db", secrets: secrets)
    key = try OfficeKey(RecoveryKey(bytes: [UInt8](repeating: 5, count: 20)))
    try add("one")
  }

  deinit { Self.removeAll(folder) }

  private static func removeAll(_ path: String) {
    for name in Folder.names(in: path) { removeAll("\(path)/\(name)") }
    if rmdir(path) != 0 { unlink(path) }
  }

  func add(_ note: String) throws {
    try turn.take {
      _ = try store.atomically { try store.append(Event(.started, note: note), at: Self.morning) }
    }
  }

  func contents() -> BoxContents {
    let conf = folder + "/sathach.conf"
    return BoxContents(
      folder: folder, database: folder + "/sathach.db",
      files: { access(conf, F_OK) == 0 ? [BoxContents.File(name: "sathach.conf", path: conf)] : [] },
      office: "UBND xã Thử", issuer: "02215-1", slipKey: [UInt8](repeating: 3, count: 32))
  }

  func making(keep: KeepRule = .standard) -> BackupMaking {
    BackupMaking(contents(), officeKey: key.publicKey, to: stick, keep: keep)
  }

  func names() -> [String] { Folder.names(in: stick) }

  static let morning = Moment(milliseconds: 1_795_000_000_000)
}

extension [UInt8] {
  static func file(_ path: String) throws -> [UInt8] {
    try InputFile(path).read(Folder.size(path))
  }

  func write(to path: String) throws {
    try OutputFile(path).write(self)
  }
}
