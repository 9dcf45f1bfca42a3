import Assessment
import Backups
import Certificates
import Glibc
import HTTPServer
import SQLiteStore
import Sealing
import Slip
import UseCases
import Web

/// Joins every adapter to the verbs, in the order in which a box starts. Tests start the same value.
struct Composition {
  let box: BoxFolder
  let kiosk: KioskFolder
  /// Instead of the one in the settings.
  var mirror: String?

  /// - Throws: ``Failure`` with what stands in the way.
  func start(address: String, port: UInt16) throws -> RunningBox {
    try box.make()
    let settings = try box.settings()
    try check(address, settings)
    let lock = try FolderLock(folder: box.path)
    let secrets = try box.secrets(creating: true)
    let signing = try box.signing(creating: true)
    let cache = ContentCache()
    let store = try KioskStore.writer(at: box.database, secrets: secrets, cache: cache)
    try BankAdoption(kiosk: kiosk, secrets: secrets).bring(into: store)
    let office = try open(store)

    BackupMaking.clean(box.path)
    let mirror = try MirrorStart(box, place: self.mirror ?? settings.backups.mirror, store: store)
    let keeper = BackupKeeper(box, settings.backups, mirror: mirror.standing)
    let doors = OpenDoors()
    var prepared = KioskParts(
      box: box, secrets: secrets, signing: signing, office: office, rules: try kiosk.editorialRules())
    prepared.doors = doors
    prepared.backups = keeper
    let parts = prepared.joined()
    try PlanAdoption(kiosk: kiosk).bring(into: store, with: parts)
    try store.atomically { try LayoutAdoption(kiosk: kiosk).bring(into: Kiosk(store: store, parts: parts)) }
    let code = try store.atomically { try Kiosk(store: store, parts: parts).makeFirstOfficerCode() }
    let writer = try GroupCommit(store)
    mirror.start(writer)
    keeper.start()
    let beside = WorkQueue(most: 64)
    let files = WorkQueue(most: 4)
    let responder = SiteResponder(
      site: Site(
        assets: Assets(try kiosk.webFiles(), sha256: secrets.sha256), isSample: box.isSample,
        doors: DoorRules(opensDeskAtKiosk: settings.opensDeskAtKiosk), idle: settings.idle,
        verifier: try kiosk.verifier()),
      readers: readers(secrets, cache, settings), writer: writer, beside: beside, files: files, parts: parts,
      officeName: office.name, secrets: secrets)
    var configuration = Configuration()
    configuration.address = address
    configuration.port = port
    configuration.threads = 2
    if settings.opensDeskAtKiosk { configuration.room = Route.room }
    let server = Server(configuration, responder)
    beside.start()
    files.start()
    try listen(server)
    let door = openDoor(settings.officeDoor, office.name, responder)
    doors.open(address: address, port: server.port, office: door)
    let tidying = StaffTidying(writer: writer) { Kiosk(store: $0, parts: parts) }
    MinuteWatch.start { (door?.look() ?? true) && tidying.look() && keeper.look() }
    return RunningBox(
      server: server, door: door, doors: doors, writer: writer, beside: [beside, files], keeper: keeper, mirror: mirror,
      lock: lock,
      firstOfficerCode: code)
  }

  /// Nothing leaves this machine unencrypted once there is an encrypted door.
  private func check(_ address: String, _ settings: Settings) throws {
    guard settings.officeDoor.isOn, SubjectName(address)?.isLoopback == false else { return }
    throw Failure(
      code: .wrongUse,
      text: "sathach: --listen \(address) is beyond this machine; with office-door = on the network has its own door")
  }

  private func openDoor(_ settings: OfficeDoorSettings, _ office: String, _ responder: any Responder) -> OfficeDoor? {
    guard settings.isOn else { return nil }
    let door = OfficeDoor(settings, office: office, folder: box.certificates, responder: responder)
    door.look()
    return door
  }

  /// Counts this start.
  private func open(_ store: KioskStore) throws -> Office {
    let now = SystemClock().now()
    return try store.atomically {
      let boots = try store.countBoot(at: now)
      try store.append(Event(.started, note: "boot=\(boots)"), at: now)
      // The slip's boot counter has two bytes; a box that was started 65,535 times stays there.
      return try box.office(bootCounter: min(boots, 65_535))
    }
  }

  /// One reader for each event thread, the office door's too, and one for each queue beside the writer.
  private func readers(_ secrets: BoxSecrets, _ cache: ContentCache, _ settings: Settings) -> ReaderPool {
    let path = box.database
    return ReaderPool(count: settings.officeDoor.isOn ? 5 : 4) {
      try KioskStore.reader(at: path, secrets: secrets, cache: cache)
    }
  }

  private func listen(_ server: Server) throws {
    try server.start()
  }
}

/// A box that serves, and how it stops: no new requests, running ones answered, what waits written.
struct RunningBox {
  private let server: Server
  /// Nil where the office has none.
  let door: OfficeDoor?
  private let doors: OpenDoors
  private let writer: GroupCommit
  private let beside: [WorkQueue]
  private let keeper: BackupKeeper
  private let mirror: MirrorStart
  /// Held for as long as the box serves.
  private let lock: FolderLock
  /// To be shown on the console; nil where there is an officer.
  let firstOfficerCode: String?

  init(
    server: Server, door: OfficeDoor?, doors: OpenDoors, writer: GroupCommit, beside: [WorkQueue], keeper: BackupKeeper,
    mirror: MirrorStart, lock: FolderLock,
    firstOfficerCode: String?
  ) {
    self.server = server
    self.door = door
    self.doors = doors
    self.writer = writer
    self.beside = beside
    self.keeper = keeper
    self.mirror = mirror
    self.lock = lock
    self.firstOfficerCode = firstOfficerCode
  }

  var port: UInt16 { server.port }

  func stop() {
    door?.close()
    doors.close()
    server.stop(within: 4)
    beside.forEach { $0.stop() }
    keeper.stop()
    writer.stop()
    mirror.stop()
  }
}
