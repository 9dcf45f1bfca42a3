import Glibc
import Sealing
import Testing

@testable import Backups

@Suite("Backups that do not open")
struct DamagedBackupTests {
  let box: SmallBox
  let path: String

  init() throws {
    box = try SmallBox()
    path = try box.making().make(at: SmallBox.morning).path
  }

  private func restore(_ key: OfficeKey? = nil) throws {
    _ = try Restoring(key ?? box.key).unpack(.backup(path), into: box.folder + "/new")
  }

  @Test("another office's key is told with the fingerprint of the right one")
  func otherKey() throws {
    let other = try OfficeKey(RecoveryKey(bytes: [UInt8](repeating: 6, count: 20)))
    let expected = Fingerprint.text(of: box.key.publicKey)
    #expect(throws: BackupFault.otherKey(path: path, expected: expected)) { try restore(other) }
  }

  @Test("a file that ends early is told as cut, wherever it ends", arguments: [0.02, 0.5, 0.9, 0.999])
  func cut(share: Double) throws {
    let bytes = try [UInt8].file(path)
    try Array(bytes.prefix(Int(Double(bytes.count - 40) * share))).write(to: path)
    #expect(throws: BackupFault.cut(path: path)) { try restore() }
    #expect(try !SealedReader.isUndamaged(path))
  }

  @Test("one changed bit is found anywhere, with the key and without", arguments: [42, 60, 130, 150, 400, -60])
  func altered(place: Int) throws {
    var bytes = try [UInt8].file(path)
    bytes[place < 0 ? bytes.count + place : place] ^= 1
    try bytes.write(to: path)
    #expect(throws: BackupFault.self) { try restore() }
    #expect(try !SealedReader.isUndamaged(path))
  }

  @Test("pieces put in another order do not open")
  func swapped() throws {
    let long = box.folder + "/long"
    let writer = try SealedWriter(long, kind: .backup, officeKey: box.key.publicKey)
    for piece in [[1], [2]] as [[UInt8]] { try writer.put(piece) }
    _ = try writer.finish()
    let bytes = try [UInt8].file(long)
    let start = SealedHead.length
    let size = 4 + StreamSealer.pieceOverhead + 1
    let swapped =
      bytes[..<start] + bytes[(start + size)..<(start + 2 * size)] + bytes[start..<(start + size)]
      + bytes[(start + 2 * size)...]
    try Array(swapped).write(to: long)

    #expect(throws: BackupFault.altered(path: long)) { try SealedReader(long, .office(box.key)).next() }
  }

  @Test("a stranger's file and a later format are told as such")
  func foreign() throws {
    var bytes = try [UInt8].file(path)
    bytes[8] = 2
    try bytes.write(to: path)
    #expect(throws: BackupFault.newerFormat(path: path, found: 2)) { try restore() }
    try Array("%PDF-1.7 and much more".utf8).write(to: path)
    rmdir(box.folder + "/new")
    #expect(throws: BackupFault.foreignFile(path: path)) { try restore() }
  }

  @Test(
    "names that lead out of the folder, or are hidden, are none",
    arguments: ["../x", "/etc/passwd", "a/../b", "", ".ssh", "a//b", "a/b/c/d", "ngày", "a\u{0}b"])
  func names(name: String) {
    #expect(!ArchiveReader.isFit(name))
    #expect(ArchiveReader.isFit("recordings/tay/cau-1.wav"))
  }

  @Test("of a folder the newest backup is taken, of an empty one none")
  func newest() throws {
    try box.add("two")
    _ = try box.making().make(at: .init(milliseconds: SmallBox.morning.milliseconds + 5_000))
    let unpacked = try Restoring(box.key).unpack(.backup(box.stick), into: box.folder + "/new")
    #expect(unpacked.census.events == 2)
    #expect(throws: BackupFault.nothingThere(path: box.folder)) {
      try Restoring(box.key).unpack(.backup(box.folder), into: box.folder + "/newer")
    }
  }
}
