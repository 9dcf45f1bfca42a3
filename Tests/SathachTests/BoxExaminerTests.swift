import Assessment
import Glibc
import SQLiteStore
import Testing
import UseCases

@testable import sathach

/// A box that a site file made and nobody serves.
@Suite("Examining a box")
struct BoxExaminerTests {
  let folder: FolderOfTest
  var box: BoxFolder { BoxFolder(folder.path) }

  init() throws {
    folder = try FolderOfTest()
    let site = try SiteFile("office = UBND xã Thử\ncommune = 02215\nfirst-officer = minh\n")
    _ = try BoxSetup(box: BoxFolder(folder.path), site: site, device: nil).run()
  }

  private func complaints(
    _ part: ExaminedPart, has: @escaping @Sendable (String) -> Bool = { _ in true }, unit: String? = "active",
    now: Moment = SystemClock().now()
  ) -> [BoxComplaint] {
    let system = SystemFacts(has: has, unitState: { _ in unit }, binaries: "/usr/bin")
    let examiner = BoxExaminer(box: box, kiosk: KioskFolder.find(nil), system: system, clock: Standing(moment: now))
    return examiner.examine([part]).flatMap(\.complaints)
  }

  private struct Standing: KioskClock {
    let moment: Moment
    func now() -> Moment { moment }
    func monotonic() -> Int64 { 0 }
  }

  @Test("a box fresh from its file has nothing wrong")
  func well() {
    for part in ExaminedPart.allCases {
      #expect(complaints(part).filter(\.isWrong).isEmpty, "\(part)")
    }
  }

  @Test("each part tells its own fault")
  func faults() throws {
    chmod("\(box.keys)/data.key", 0o644)
    #expect(complaints(.folder) == [.openToOthers(path: "\(box.keys)/data.key")])
    chmod("\(box.keys)/data.key", 0o600)
    let early = complaints(.clock, now: Moment(milliseconds: 0))
    #expect(early.count == 1 && early.contains { if case .clockBehind = $0 { true } else { false } })
    #expect(complaints(.programs, has: { !$0.hasSuffix("-symbols") }) == [.programMissing(name: "sathach-symbols")])
    #expect(complaints(.units, unit: "failed").count == 2 && complaints(.units, unit: nil).isEmpty)
    #expect(complaints(.sound, has: { _ in false }) == [.speechMissing])
    try FileSystem.write("backup-to = /not/there\n", to: box.settingsFile, mode: 0o600)
    #expect(complaints(.backups) == [.noRecoveryKey] && complaints(.settings) == [.neverSetUp])
    try FileSystem.write("mirror: x\n", to: box.settingsFile, mode: 0o600)
    #expect(complaints(.settings).contains { $0.isWrong })
  }

  @Test("a database that is none is told, and what hangs on it is left out")
  func database() throws {
    try FileSystem.write("no database", to: box.database, mode: 0o600)
    #expect(complaints(.database).contains { $0.isWrong })
    #expect(complaints(.log).isEmpty && complaints(.staff).isEmpty)
  }

  @Test("the bundle leaves out comments and lines with long numbers")
  func bundle() throws {
    let text = "# ông Nguyễn Văn Thử, 079090001234\n" + (try FileSystem.text(box.settingsFile))
    try FileSystem.write(text, to: box.settingsFile, mode: 0o600)
    let bundle = String(decoding: SupportBundle(box: box, findings: []).bytes, as: UTF8.self)

    #expect(bundle.contains("commune = 02215") && !bundle.contains("Nguyễn") && !bundle.contains("079090001234"))
    #expect(!SupportBundle.isImpersonal("id=079090001234") && SupportBundle.isImpersonal("port=8080 12345678"))
  }

  @Test("the printer of the settings is asked, and the office's door is to listen while the box serves")
  func printerAndDoor() throws {
    try FileSystem.write(
      "printer = escpos:/dev/not-there:80mm\noffice-door = on\noffice-port = 8443\n", to: box.settingsFile, mode: 0o600)
    #expect(complaints(.printer) == [.printerTrouble(.offline)])
    #expect(!complaints(.door).contains(.doorShut(port: 8443)))
    let lock = try FolderLock(folder: folder.path)
    #expect(complaints(.door).contains(.doorShut(port: 8443)))
    withExtendedLifetime(lock) {}
  }

  @Test("a port is listened at by what the system's list says, in either family")
  func ports() {
    var system = SystemFacts(has: { _ in true }, unitState: { _ in nil }, binaries: "")
    system.sockets = {
      "  sl local rem st\n 0: 00000000:20FB 00000000:0000 0A x\n 1: 0100007F:1F90 0100007F:9999 01 x\n"
    }
    #expect(system.listens(at: 8443) == true && system.listens(at: 8080) == false)
    system.sockets = { "" }
    #expect(system.listens(at: 8443) == nil)
  }
}
