import Assessment
import Glibc
import SQLiteStore
import Sealing
import Testing

@testable import Backups

/// The file that other implementations are held against. Sealing takes chance, so it was made once; WRITE_VECTORS=1 makes it
/// anew, with a small text where the database would be.
@Suite("The vector of a backup")
struct VectorTests {
  private static let settings = "device = 1\n"
  private let folder: String

  init() {
    folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Vectors"
  }

  private func make() throws {
    let key = try OfficeKey(RecoveryKey(bytes: (0..<20).map { UInt8($0) }))
    let writer = try SealedWriter(folder + "/sample.backup", kind: .backup, officeKey: key.publicKey)
    let archive = try ArchiveWriter(writer)
    let census = BoxCensus(
      schema: 14, people: 1, attempts: 2, slips: 1, lastSerial: 1, events: 3, lastEventAt: SmallBox.morning,
      head: [UInt8](repeating: 9, count: 32).hex)
    let manifest = Manifest(
      madeAt: SmallBox.morning, office: "UBND xã Thử", issuer: "02215-1", slipKey: [UInt8](repeating: 3, count: 32),
      census: census, series: [])
    try archive.add(Manifest.name, manifest.json.canonicalBytes)
    try archive.add("sathach.conf", Array(Self.settings.utf8))
    try archive.add(WholeCopy.databaseName, Array("SQLite format 3\u{0}".utf8))
    _ = try archive.finish()
    let json = JSON.object([
      "recoveryKey": JSON(try RecoveryKey(bytes: (0..<20).map { UInt8($0) }).text),
      "officeKey": JSON(key.publicKey.hex), "fingerprint": JSON(Fingerprint.text(of: key.publicKey)),
      "settings": JSON(Self.settings),
    ])
    try json.canonicalBytes.write(to: folder + "/backup.json")
  }

  @Test("the published file opens with the published key")
  func opens() throws {
    if getenv("WRITE_VECTORS") != nil { try make() }
    let json = try JSONReader.read([UInt8].file(folder + "/backup.json"))
    let key = try OfficeKey(RecoveryKey(text("recoveryKey", in: json)))
    let archive = try ArchiveReader(folder + "/sample.backup", .office(key))
    let first = try #require(try archive.next())
    let manifest = try Manifest(archive.content(of: first, most: 1 << 16), path: "")
    let second = try #require(try archive.next())

    #expect(try text("officeKey", in: json) == key.publicKey.hex)
    #expect(try text("fingerprint", in: json) == Fingerprint.text(of: key.publicKey))
    #expect(manifest.issuer == "02215-1" && manifest.census.events == 3)
    #expect(try archive.content(of: second, most: 100) == Array(Self.settings.utf8))
  }

  private func text(_ name: String, in json: JSON) throws -> String {
    guard case .text(let text)? = json[name]?.value else { throw BackupFault.foreignFile(path: name) }
    return text
  }
}
