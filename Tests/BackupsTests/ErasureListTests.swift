import Glibc
import Testing

@testable import Backups

@Suite("The list of erasures beside copies")
struct ErasureListTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/sathach-erasures-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template).map { String(cString: $0) })
    folder = made
  }

  private func key(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }
  private var path: String { ErasureList.path(in: folder, issuer: "02215-1") }

  private func clean() {
    for name in Folder.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  private func write(_ text: String) throws {
    try OutputFile(path).write(Array(text.utf8))
  }

  @Test("the example of the page reads as a list of one")
  func readsTheExample() throws {
    defer { clean() }
    try write("sathach-erasures-1\n00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n")
    let list = try ErasureList(at: path)
    #expect(list.keys.first?.prefix(4) == [0x00, 0x11, 0x22, 0x33] && list.keys.count == 1)
  }

  @Test("keys are added and never go, and every box's list beside a backup counts")
  func adds() throws {
    defer { clean() }
    try ErasureList(keys: [key(1), key(2)]).bring(to: folder, issuer: "02215-1")
    try ErasureList(keys: [key(3)]).bring(to: folder, issuer: "02215-1")
    try ErasureList(keys: [key(4)]).bring(to: folder, issuer: "02215-2")
    #expect(try ErasureList(at: path).keys == [key(1), key(2), key(3)])
    #expect(try ErasureList.beside("\(folder)/x.backup").keys.count == 4)
    #expect(Folder.names(in: folder).count == 2)
  }

  @Test("nothing is written where nobody was erased, or where there is no folder")
  func writesNothing() throws {
    defer { clean() }
    try ErasureList().bring(to: folder, issuer: "02215-1")
    try ErasureList(keys: [key(1)]).bring(to: folder + "/none", issuer: "02215-1")
    #expect(Folder.names(in: folder).isEmpty)
  }

  @Test(
    "a damaged list is refused, for somebody might come back unseen",
    arguments: ["", "sathach-erasures-2\n", "sathach-erasures-1\n0011\n", "sathach-erasures-1\nzz\n"])
  func refusesDamage(text: String) throws {
    defer { clean() }
    try write(text)
    #expect(throws: BackupFault.self) { try ErasureList.beside("\(folder)/x.backup") }
  }
}
