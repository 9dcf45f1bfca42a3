import SQLiteStore
import Testing
import UseCases

@testable import sathach

/// A folder that nobody has served from, and what a province sends.
@Suite("Setting a box up from a file")
struct BoxSetupTests {
  let folder: FolderOfTest
  var box: BoxFolder { BoxFolder(folder.path) }

  init() throws {
    folder = try FolderOfTest()
  }

  private static let text = "office = UBND xã Thử\ncommune = 02215\nfirst-officer = minh\nrecovery-key = make\n"

  private func setup(_ text: String = Self.text, device: Int? = 3) throws -> BoxSetup {
    BoxSetup(box: box, site: try SiteFile(text), device: device)
  }

  @Test("a bare folder becomes the box that the file says, and a second run changes nothing")
  func makes() throws {
    let plan = try setup().plan()
    let done = try setup().run()

    #expect(plan.count == done.count && plan.count == 8)
    #expect(try box.issuer().text == "02215-3" && box.settings().office == "UBND xã Thử")
    #expect(try box.openReading().accounts().map(\.login.text) == ["minh"])
    #expect(try box.recoveryKey() != nil)
    #expect(try setup().plan().isEmpty && setup().run().isEmpty)
  }

  @Test("a dry run touches nothing")
  func dry() throws {
    _ = try setup().plan()
    #expect(try FileSystem.names(in: folder.path).isEmpty)
  }

  @Test("a run that was cut off after any step is finished by the next")
  func resumes() throws {
    try box.make()
    _ = try box.secrets(creating: true)
    #expect(try setup().run().contains(.keys))
    #expect(try setup().run().isEmpty)
    #expect(try box.openReading().accounts().count == 1)
  }

  @Test("only lines that differ are changed, and what somebody wrote stays")
  func keepsWords() throws {
    _ = try setup().run()
    let before = try FileSystem.text(box.settingsFile)
    let changes = try setup(Self.text + "backup-every = 6\n").run()

    #expect(changes == [.setting(key: "backup-every", from: "24", to: "6")])
    let after = try FileSystem.text(box.settingsFile)
    #expect(after.split(separator: "\n").count == before.split(separator: "\n").count)
  }

  @Test("samples are never set up, and a box that serves is left alone")
  func refuses() throws {
    _ = try setup().run()
    let lock = try FolderLock(folder: folder.path)
    #expect(throws: SQLiteStoreError.self) { try setup(device: 4).run() }
    withExtendedLifetime(lock) {}
    try FileSystem.write("PHIẾU MẪU\n", to: box.sampleMark, mode: 0o600)
    #expect(throws: Failure.self) { try setup().plan() }
  }
}
