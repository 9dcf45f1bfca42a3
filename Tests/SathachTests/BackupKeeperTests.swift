import Assessment
import Glibc
import SQLiteStore
import Sealing
import TestSupport
import Testing
import UseCases

@testable import sathach

@Suite("Backups by the service itself")
struct BackupKeeperTests {
  private let folder: FolderOfTest
  private let box: BoxFolder
  private let clock = TestClock()
  private var settings = BackupSettings()

  init() throws {
    folder = try FolderOfTest()
    box = BoxFolder(folder.path + "/box")
    try box.make()
    _ = try KioskStore.writer(at: box.database, secrets: try box.secrets(creating: true))
    _ = try box.signing(creating: true)
    settings.place = folder.path + "/usb"
  }

  /// What the service does once a minute, waited for.
  private func minute(_ keeper: BackupKeeper) -> [String] {
    _ = keeper.look()
    for _ in 0..<3_000 where keeper.state().isRunning { usleep(10_000) }
    // A stick that is not there holds nothing.
    return (try? FileSystem.names(in: folder.path + "/usb")) ?? []
  }

  private func keeper() -> BackupKeeper {
    let keeper = BackupKeeper(box, settings, mirror: nil) { [clock] in clock.now() }
    keeper.start()
    return keeper
  }

  private func keepKey() throws {
    let key = try OfficeKey(RecoveryKey(bytes: [UInt8](repeating: 5, count: 20)))
    try FileSystem.write(key.publicKey.hex, to: box.recoveryKeyFile, mode: 0o600)
  }

  @Test("one is made as soon as key and stick are there, and the next when it is due")
  func whenDue() throws {
    defer { FileSystem.removeAll(folder.path) }
    let keeper = keeper()
    defer { keeper.stop() }
    #expect(minute(keeper).isEmpty && keeper.state().obstacle == .noRecoveryKey)
    try keepKey()
    #expect(minute(keeper).isEmpty && keeper.state().obstacle == .placeMissing)
    #expect(keeper.state().needsSomebody && !keeper.request())
    try FileSystem.makeFolder(folder.path + "/usb", mode: 0o700)

    #expect(minute(keeper).count == 1 && keeper.state().obstacle == nil)
    #expect(keeper.state().last?.at == clock.now() && keeper.state().isOnSameDisk)
    #expect(minute(keeper).count == 1, "none is due yet")
    clock.advance(seconds: 25 * 3_600)
    #expect(minute(keeper).count == 2)
  }

  @Test("a restart knows the last one, also without the stick")
  func remembers() throws {
    defer { FileSystem.removeAll(folder.path) }
    try keepKey()
    try FileSystem.makeFolder(folder.path + "/usb", mode: 0o700)
    let first = keeper()
    _ = minute(first)
    first.stop()
    FileSystem.removeAll(folder.path + "/usb")
    let second = keeper()
    defer { second.stop() }

    #expect(second.state().last == first.state().last && second.state().obstacle == .placeMissing)
  }
}
