import Sealing
import Slip
import Testing

@testable import sathach

/// A kiosk folder with a bank of one file, a stick with the next, and a machine that does what a test says.
@Suite("Updates from a stick")
struct BoxUpdateTests {
  private final class Machine {
    var isWell = true
    var installed: [[String]] = []
    var starts = 0
    var installFails = false
    var tests = [0]
  }

  private let folder: FolderOfTest
  private let machine = Machine()
  private let key: SlipKey

  init() throws {
    folder = try FolderOfTest()
    key = try SlipKey(seed: [UInt8](repeating: 9, count: 32))
    try write("old", to: "kiosk/bank/framework.json")
    try FileSystem.makeFolder(folder.path + "/box", mode: 0o700)
  }

  private func write(_ text: String, to path: String) throws {
    let path = "\(folder.path)/\(path)"
    try FileSystem.makeFolder(path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }, mode: 0o755)
    try FileSystem.write(text, to: path, mode: 0o644)
  }

  private var bank: String { (try? FileSystem.text("\(folder.path)/kiosk/bank/framework.json")) ?? "none" }

  private var update: BoxUpdate {
    let machine = machine
    let tools = UpdateTools(
      install: { paths in
        machine.installed.append(paths.compactMap { $0.split(separator: "/").last.map(String.init) })
        if machine.installFails, machine.installed.count == 1 { throw Failure.couldNot("dpkg ended with 1") }
      }, stop: {},
      start: { machine.starts += 1 },
      // Once taken back, the box is well again.
      isWell: { machine.isWell || machine.starts > 1 })
    return BoxUpdate(
      box: BoxFolder(folder.path + "/box"), kiosk: KioskFolder(folder.path + "/kiosk"), tools: tools,
      testsUnderWay: { machine.tests.count > 1 ? machine.tests.removeFirst() : machine.tests[0] },
      bankProblem: { try FileSystem.text($0.path + "/bank/framework.json") == "bad" ? "no framework" : nil },
      freeBytes: { _ in 1 << 40 })
  }

  /// A stick's folder with a bank, packages or both.
  private func stick(_ number: Int, bank: String? = nil, package: String? = nil) throws -> UpdateStick {
    var files: [UpdateManifest.File] = []
    for (kind, path, text) in [
      (UpdateManifest.File.Kind.bank, "bank/framework.json", bank), (.package, "s.deb", package),
    ] {
      guard let text else { continue }
      try write(text, to: "stick/\(path)")
      files.append(
        UpdateManifest.File(kind: kind, path: path, size: text.utf8.count, sha256: Digest.sha256(Array(text.utf8))))
    }
    try write(UpdateManifest(number: number, files: files).text(signedBy: key), to: "stick/update.txt")
    return UpdateStick(folder: folder.path + "/stick")
  }

  private func take(_ stick: UpdateStick, _ update: BoxUpdate? = nil) throws {
    let update = update ?? self.update
    _ = try update.goBackWhereCut()
    let anchor = try Anchor(publicKey: key.publicKey, sha256: Digest.sha256)
    try update.run(try stick.manifest(anchor, held: try update.held()), from: stick)
  }

  private func fault(_ body: () throws -> Void) -> UpdateFault? {
    do {
      try body()
      return nil
    } catch {
      return error as? UpdateFault
    }
  }

  @Test("a good stick is taken once, and an older one never")
  func good() throws {
    let one = try stick(5, bank: "new")
    try take(one)
    #expect(bank == "new" && machine.starts == 1)
    #expect(try FileSystem.names(in: folder.path + "/kiosk") == ["bank"])
    #expect(fault { try take(one) } == .older(number: 5, held: 5))
    #expect(fault { try take(try stick(4, bank: "older")) } == .older(number: 4, held: 5))
  }

  @Test("a file that is not the one that was signed stops everything before it begins")
  func altered() throws {
    let one = try stick(5, bank: "new")
    try write("neu", to: "stick/bank/framework.json")
    #expect(fault { try take(one) } == .fileAltered(path: "bank/framework.json"))
    #expect(bank == "old" && machine.starts == 0)
  }

  @Test("a bank that does not hold is not put in place")
  func badBank() throws {
    #expect(fault { try take(try stick(5, bank: "bad")) } == .bankRefused(cause: "no framework"))
    #expect(bank == "old")
    #expect(try FileSystem.names(in: folder.path + "/kiosk") == ["bank"])
  }

  @Test("where the box does not answer afterwards everything is as before")
  func goesBack() throws {
    machine.isWell = false
    let told = fault { try take(try stick(5, bank: "new")) }
    #expect(told == .wentBack(cause: "the box did not answer as it should"))
    #expect(bank == "old" && machine.starts == 2)
    #expect(try update.held() == 0)
  }

  @Test("after a power cut in the middle the bank from before is put back, and the next run takes the update")
  func powerCut() throws {
    let one = try stick(5, bank: "new")
    let switching = BankSwitch(kiosk: KioskFolder(folder.path + "/kiosk"))
    try write("5\n", to: "box/update.journal")
    try one.copy(
      [
        UpdateManifest.File(kind: .bank, path: "bank/framework.json", size: 3, sha256: Digest.sha256(Array("new".utf8)))
      ],
      to: switching.next)
    try switching.take()
    #expect(bank == "new")
    #expect(try update.goBackWhereCut())
    #expect(bank == "old")
    try take(one)
    #expect(bank == "new" && !FileSystem.exists(folder.path + "/box/update.journal"))
  }

  @Test("a bank that is gone between two renames comes back")
  func betweenRenames() throws {
    try write("5\n", to: "box/update.journal")
    try write("old", to: "kiosk/bank.former/framework.json")
    try BankSwitch(kiosk: KioskFolder(folder.path + "/kiosk")).goBack()
    #expect(bank == "old")
    #expect(try FileSystem.names(in: folder.path + "/kiosk") == ["bank"])
  }

  @Test("a package that does not install is followed by the one from before")
  func package() throws {
    let one = try stick(6, package: "two")
    #expect(fault { try take(one) } == .noWayBack)
    try write("one", to: "former/s-1.deb")
    try PackageSwitch(box: BoxFolder(folder.path + "/box"), tools: update.tools).keep(folder.path + "/former/s-1.deb")
    machine.installFails = true
    #expect(fault { try take(one) } == .wentBack(cause: "dpkg ended with 1"))
    #expect(machine.installed == [["s.deb"], ["s-1.deb"]])
    try take(one)
    #expect(try FileSystem.names(in: folder.path + "/box/update/kept") == ["s.deb"])
  }

  @Test("nothing begins while people are tested, or where there is no room")
  func waits() throws {
    machine.tests = [3]
    let one = try stick(7, bank: "new")
    #expect(fault { try take(one) } == .peopleTested(count: 3))
    machine.tests = [0]
    var tight = update
    tight.freeBytes = { _ in 1 << 20 }
    #expect(fault { try take(one, tight) } == .noRoom(neededMegabytes: 64, freeMegabytes: 1))
    #expect(bank == "old" && machine.starts == 0)
  }
}
