import Glibc
import Testing
import UseCases

@testable import SQLiteStore

@Suite("A damaged database is built anew from what can be read")
struct SalvageTests {
  private let world: DamagedFile

  init() throws {
    world = try DamagedFile()
  }

  @Test("a whole file comes out as it was: every row, the chain, nothing missing")
  func whole() throws {
    let report = try world.rebuild()
    #expect(report.isWhole && report.audit.entryCount == 40 && report.tornTables.isEmpty)
    #expect(try world.count("formItem", in: world.rebuilt) == world.count("formItem", in: world.path))
  }

  @Test("with the first page gone, rows are found by where the tables began")
  func headGone() throws {
    let before = try world.count("formItem", in: world.path)
    try world.overwrite(page: 1, with: 0)
    #expect(try finding() == "damaged")
    let report = try world.rebuild()
    #expect(report.audit.isWhole && report.audit.entryCount == 40)
    #expect(try world.count("formItem", in: world.rebuilt) == before)
  }

  @Test("attempts whose own rows are gone are kept as void, with their answers, and are named")
  func attemptsGone() throws {
    let before = try world.count("formItem", in: world.path)
    try world.overwrite(page: try #require(world.roots["attempt"]), with: 0)
    let report = try world.rebuild()
    #expect(report.lostAttempts == [1, 2] && !report.isWhole)
    #expect(try world.count("formItem", in: world.rebuilt) == before)
    let store = try world.open(world.rebuilt)
    #expect(try store.attempt(1)?.attempt.state == .voided)
  }

  @Test(
    "the look finds a zeroed page, a page of noise and a head of another program, and passes a whole file",
    arguments: [
      0, 0x5A,
    ] as [UInt8])
  func findsDamage(noise: UInt8) throws {
    #expect(try finding() == "")
    try world.overwrite(page: try #require(world.roots["event"]), with: noise)
    #expect(try finding() == "damaged")
  }

  private func finding() throws -> String {
    switch try IntegrityCheck.run(world.path, depth: .quick, secrets: world.secrets, knownSchema: Schema.version) {
    case .whole: ""
    case .damaged: "damaged"
    case .altered: "altered"
    }
  }
}

/// A closed database with two attempts and forty log entries, to be damaged.
final class DamagedFile {
  let folder: TemporaryFolder
  let secrets = PlainSecrets()
  let roots: [String: Int]

  var path: String { folder.database }
  var rebuilt: String { folder.path + "/rebuilt.db" }

  init() throws {
    folder = try TemporaryFolder()
    let store = try folder.writer()
    try store.givenBank()
    _ = try store.givenSubmitted()
    _ = try store.givenSubmitted(World.anhDung)
    for number in 1...40 {
      try store.append(
        Event(.responseRecorded, attempt: Int64(1 + number % 2), note: "place=scored-\(number)"), at: World.morning)
    }
    roots = try store.layout().roots
  }

  deinit {
    for end in ["", "-wal", "-shm"] { unlink(rebuilt + end) }
  }

  func open(_ path: String) throws -> KioskStore { try KioskStore.reader(at: path, secrets: secrets) }

  func count(_ table: String, in path: String) throws -> Int {
    Int(try open(path).database.values("SELECT count(*) FROM \(table)").first ?? "") ?? 0
  }

  func rebuild() throws -> Salvage.Report {
    try Salvage.rebuild(path, roots: roots, backup: nil, to: rebuilt, secrets: secrets)
  }

  func overwrite(page: Int, with byte: UInt8) throws {
    let file = Glibc.open(path, O_WRONLY)
    defer { close(file) }
    let noise = [UInt8](repeating: byte, count: DatabaseImage.pageSize)
    #expect(pwrite(file, noise, noise.count, off_t((page - 1) * DatabaseImage.pageSize)) == noise.count)
  }
}
