import Glibc
import SQLiteStore
import Testing
import UseCases

@testable import Backups

@Suite("Making backups")
struct BackupMakingTests {
  let box: SmallBox

  init() throws { box = try SmallBox() }

  @Test("a backup opens with the office's key and holds what was committed, its settings too")
  func opens() throws {
    try Array("device = 1\n".utf8).write(to: box.folder + "/sathach.conf")
    let (path, receipt) = try box.making().make(at: SmallBox.morning)
    let unpacked = try Restoring(box.key).unpack(.backup(path), into: box.folder + "/new")

    #expect(path.hasSuffix("/sathach-02215-1-20261118T110640Z.backup"))
    #expect(unpacked.census == receipt.manifest.census && unpacked.census.events == 1)
    #expect(try [UInt8].file(box.folder + "/new/sathach.conf") == Array("device = 1\n".utf8))
  }

  @Test("nothing but the backup is left: no draft, no plain copy")
  func leavesNothing() throws {
    _ = try box.making().make(at: SmallBox.morning)

    #expect(box.names().count == 1)
    #expect(!Folder.names(in: box.folder).contains { $0.hasPrefix("copy-") })
  }

  @Test("a backup that is given up half-way leaves nothing on the stick")
  func givenUp() {
    #expect(throws: SQLiteStoreError.copyStopped) {
      try box.making().make(at: SmallBox.morning) { false }
    }
    #expect(box.names().isEmpty)
  }

  @Test("a stick that is not there is told, and its folder not made")
  func missingStick() {
    rmdir(box.stick)
    #expect(throws: BackupFault.placeMissing(path: box.stick)) { try box.making().make(at: SmallBox.morning) }
    #expect(!Folder.isFolder(box.stick))
  }

  @Test("drafts of this box are removed, those of another box and strangers' files are not")
  func cleans() throws {
    for name in [".sathach-02215-1-x.backup.part", ".sathach-02215-2-x.backup.part", "thu.doc"] {
      try [1].write(to: "\(box.stick)/\(name)")
    }
    _ = try box.making().make(at: SmallBox.morning)

    #expect(box.names().filter { !$0.hasSuffix(".backup") } == [".sathach-02215-2-x.backup.part", "thu.doc"])
  }

  @Test("a backup is refused while another one is being made")
  func oneAtATime() throws {
    let lock = try FolderLock(folder: box.folder, name: BackupMaking.lock)
    #expect(throws: SQLiteStoreError.self) { try box.making().make(at: SmallBox.morning) }
    withExtendedLifetime(lock) {}
    #expect(box.names().isEmpty)
  }

  @Test("what the rule does not keep goes once the new one is there")
  func keeps() throws {
    let making = box.making(keep: KeepRule(days: 2, weeks: 0, months: 0))
    for day in 0..<4 {
      _ = try making.make(at: .init(milliseconds: SmallBox.morning.milliseconds + Int64(day) * 86_400_000))
    }
    #expect(
      making.place.backups().map(\.name) == [
        "sathach-02215-1-20261120T110640Z.backup", "sathach-02215-1-20261121T110640Z.backup",
      ])
  }

  @Test("names carry the moment to the second and read back", arguments: [0, 1_795_000_000, 4_102_444_799] as [Int64])
  func stamps(seconds: Int64) {
    #expect(Stamp.moment(Stamp.text(.init(milliseconds: seconds * 1000)))?.seconds == seconds)
  }
}
