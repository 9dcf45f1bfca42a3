import Glibc
import SQLiteStore
import Sealing
import Slip
import UseCases

/// One update from a stick, from its signature to an answer of the box; everything is as before where a step goes wrong.
///
/// `update.journal` stands in the data folder from before the first change until after the last. Whoever finds it puts the bank
/// from before back; packages are installed again instead, for people may have been tested by the new program since.
struct BoxUpdate {
  let box: BoxFolder
  let kiosk: KioskFolder
  let tools: UpdateTools
  /// How many tests are under way.
  var testsUnderWay: () throws -> Int
  /// Why a bank in this folder cannot follow the one in force; nil where it can.
  var bankProblem: (KioskFolder) throws -> String?
  var freeBytes: (String) -> Int = UpdateRoom.freeBytes
  /// Seconds to wait for tests to end.
  var patience = 0
  var mayLackWayBack = false

  private var banks: BankSwitch { BankSwitch(kiosk: kiosk) }
  private var packages: PackageSwitch { PackageSwitch(box: box, tools: tools) }
  private var numberFile: String { box.path + "/update.last" }

  /// The number of the last update that was taken; 0 for none.
  func held() throws -> Int {
    guard FileSystem.exists(numberFile) else { return 0 }
    return Int(try FileSystem.text(numberFile).trimmed) ?? 0
  }

  /// - Returns: whether something had been cut off.
  func goBackWhereCut() throws -> Bool {
    guard FileSystem.exists(box.updateJournal) else { return false }
    try FolderOwner.withFullRights { try banks.goBack() }
    return true
  }

  func run(_ manifest: UpdateManifest, from stick: UpdateStick) throws {
    guard manifest.packages.isEmpty || packages.canGoBack || mayLackWayBack else { throw UpdateFault.noWayBack }
    try checkRoom(manifest)
    try waitForTests()
    try FileSystem.write("\(manifest.number)\n", to: box.updateJournal, mode: 0o600)
    do {
      try prepare(manifest, stick)
    } catch {
      // Nothing that is in use was touched.
      try FolderOwner.withFullRights { try banks.goBack() }
      endJournal()
      throw error
    }
    do {
      try take(manifest)
    } catch {
      try back(because: error)
    }
    try settle(manifest)
  }

  private func checkRoom(_ manifest: UpdateManifest) throws {
    let database = FileSystem.exists(box.database) ? try FileSystem.size(of: box.database) : 0
    let needed = 2 * manifest.size + database + 64 << 20
    let free = min(freeBytes(box.path), freeBytes(kiosk.path))
    guard free >= needed else {
      throw UpdateFault.noRoom(neededMegabytes: needed >> 20, freeMegabytes: free >> 20)
    }
  }

  /// A bank changes only what begins after it, but a restart is felt by whoever sits there.
  private func waitForTests() throws {
    var left = patience
    while true {
      let count = try testsUnderWay()
      if count == 0 { return }
      guard left > 0 else { throw UpdateFault.peopleTested(count: count) }
      sleep(UInt32(min(left, 10)))
      left -= 10
    }
  }

  private func prepare(_ manifest: UpdateManifest, _ stick: UpdateStick) throws {
    if !manifest.packages.isEmpty {
      try packages.prepare { copy in
        guard FileSystem.exists(box.database) else { return }
        let snapshot = try PinnedSnapshot(of: box.database)
        defer { snapshot.letGo() }
        try snapshot.copy(to: copy)
      }
      try stick.copy(manifest.packages, to: packages.next)
    }
    guard !manifest.bank.isEmpty else { return }
    try FolderOwner.withFullRights { try stick.copy(manifest.bank, to: banks.next) }
    if let problem = try bankProblem(KioskFolder(banks.next)) { throw UpdateFault.bankRefused(cause: problem) }
  }

  private func take(_ manifest: UpdateManifest) throws {
    if !manifest.packages.isEmpty { try packages.take() }
    if !manifest.bank.isEmpty { try FolderOwner.withFullRights { try banks.take() } }
    try tools.start()
    guard tools.isWell() else { throw UpdateFault.wentBack(cause: "the box did not answer as it should") }
  }

  private func back(because error: any Error) throws -> Never {
    let cause =
      switch error {
      case UpdateFault.wentBack(let cause): cause
      case let fault as UpdateFault: OperatorWording.text(update: fault)
      default: OperatorWording.text(error)
      }
    do {
      try goBack()
      guard tools.isWell() else { throw UpdateFault.wentBack(cause: "the box did not answer after that either") }
    } catch {
      throw UpdateFault.stuck(cause: "\(cause); \(OperatorWording.text(error))")
    }
    throw UpdateFault.wentBack(cause: cause)
  }

  private func goBack() throws {
    try FolderOwner.withFullRights { try banks.goBack() }
    try packages.goBack()
    try tools.start()
    endJournal()
  }

  private func endJournal() {
    unlink(box.updateJournal)
    FileSystem.syncFolder(of: box.updateJournal)
  }

  /// The number first: cut off after it, the update counts as taken and is still taken back, and a later one mends both.
  private func settle(_ manifest: UpdateManifest) throws {
    try FileSystem.write("\(manifest.number)\n", to: numberFile, mode: 0o600)
    endJournal()
    try packages.settle()
    try FolderOwner.withFullRights { try banks.settle() }
  }
}

enum UpdateRoom {
  /// As this user may use them; 0 where the folder cannot be asked.
  static func freeBytes(_ folder: String) -> Int {
    var facts = statvfs()
    guard statvfs(folder, &facts) == 0 else { return 0 }
    return Int(facts.f_bavail) * Int(facts.f_frsize)
  }
}
