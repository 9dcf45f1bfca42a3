import Assessment
import Backups
import Certificates
import Glibc
import HTTPServer
import SQLiteStore
import Sealing
import UseCases
import Web

/// Joins every adapter to the verbs, in the order in which a box starts: first the listener with its ``Front``, which says
/// on the screen how things stand, then, beside it, everything that may take its time or go wrong.
struct Composition: Sendable {
  let box: BoxFolder
  let kiosk: KioskFolder
  let address: String
  /// Instead of the one in the settings.
  var mirror: String?

  /// Listens from when this returns.
  ///
  /// - Throws: ``Failure`` where another program has the port, or the address is none.
  func listen(port: UInt16, front: Front) throws -> Server {
    var configuration = Configuration()
    configuration.address = address
    configuration.port = port
    configuration.threads = 2
    configuration.room = Route.room
    let server = Server(configuration, front)
    try server.start()
    return server
  }

  /// What pages refer to; none where the folder cannot be read, which the opening tells.
  var assets: Assets {
    (try? assetsOrThrow()) ?? Assets([], sha256: Digest.sha256)
  }

  private func assetsOrThrow() throws -> Assets {
    Assets(try kiosk.webFiles(), gzip: Gzip.packed, sha256: Digest.sha256)
  }

  /// Opens the box behind a listening server. May be called again after it has thrown.
  ///
  /// - Parameter tell: called with what is being done, where it may take longer.
  func open(behind server: Server, front: Front, tell: @escaping (Outage) -> Void) throws -> RunningBox {
    try FolderHealing(box: box).run()
    FirstRunFolder.takeWanted(box)
    let settings = try SettingsHealing(box: box).settings()
    try check(settings)
    let disk = DiskWatch(folder: box.path) { Restart.ask(because: "the database does not read back") }
    let opened = try BoxOpening(box: box, kiosk: kiosk, copies: KeptCopy(box: box), disk: disk).open(
      settings, tell: tell)
    return try serve(opened, settings, disk, server, front)
  }

  /// - Returns: whether there was a reserve to be given away, so that another try may go well.
  func giveReserve() -> Bool {
    unlink(DiskWatch(folder: box.path).reserve) == 0
  }

  private func serve(
    _ opened: OpenedBox, _ settings: Settings, _ disk: DiskWatch, _ server: Server, _ front: Front
  ) throws -> RunningBox {
    BackupMaking.clean(box.path)
    let mirror = try MirrorStart(box, place: mirror ?? settings.backups.mirror, store: opened.store)
    let keeper = BackupKeeper(box, settings.backups, mirror: mirror.standing)
    let erasures = ErasureKeeper(
      box, places: [settings.backups.place, mirror.place].compactMap { $0 }, backups: keeper)
    let doors = OpenDoors()
    let exports = WorkQueue(name: "exports", most: 16)
    let bundles = BundleKeeper(box, to: settings.backups.bundles, issuer: opened.office.issuer, queue: exports)
    var prepared = KioskParts(
      box: box, secrets: opened.secrets, signing: opened.signing, office: opened.office,
      rules: try kiosk.editorialRules())
    prepared.doors = doors
    prepared.examiner = BoxExaminer(box: box, kiosk: kiosk)
    prepared.backups = keeper
    prepared.bundles = bundles
    disk.follow(keeper)
    prepared.clock = opened.clock
    prepared.clockWatch = opened.clock
    prepared.watch = disk
    let firstRun = try FirstRunFolder.of(box, settings) { try opened.store.accounts().contains { $0.role == .officer } }
    prepared.firstRun = firstRun
    let printer = printQueue(settings.printer, prepared.joined())
    if let printer { prepared.printer = printer }
    let parts = prepared.joined()
    let store = opened.store
    try PlanAdoption(kiosk: kiosk).bring(into: store, with: parts)
    prepared.sounds.sweepRecordings(keeping: Set(try store.recordedSounds()))
    try store.atomically { try LayoutAdoption(kiosk: kiosk).bring(into: Kiosk(store: store, parts: parts)) }
    try store.atomically { try RetentionIntake(kiosk: kiosk).bring(into: Kiosk(store: store, parts: parts)) }
    let again = try store.atomically { try Kiosk(store: store, parts: parts).repeatErasures() }
    if again > 0 { Log.write(.notice, "erased again after the database was built anew people=\(again)") }
    try store.atomically { try Kiosk(store: store, parts: parts).noteClock() }
    let code = try store.atomically { try Kiosk(store: store, parts: parts).makeFirstOfficerCode() }
    // From here on it is the writer's alone.
    nonisolated(unsafe) let handedOver = store
    let writer = try GroupCommit(handedOver)
    mirror.start(writer)
    keeper.start()
    printer?.start()
    let queues = (
      beside: WorkQueue(name: "beside", most: 64), files: WorkQueue(name: "files", most: 4),
      exports: exports
    )
    let responder = SiteResponder(
      site: Site(
        assets: front.assets.isEmpty ? try assetsOrThrow() : front.assets, isSample: box.isSample,
        doors: DoorRules(opensDeskAtKiosk: settings.opensDeskAtKiosk, opensSetup: firstRun.isOpen), idle: settings.idle,
        tongues: try kiosk.tongues(), verifier: try kiosk.verifier(), guides: try kiosk.guides()),
      readers: readers(opened, settings), writer: writer, beside: queues.beside, files: queues.files,
      exports: queues.exports, parts: parts,
      officeName: opened.office.name, secrets: opened.secrets, disk: disk,
      serials: opened.serials)
    queues.beside.start()
    queues.files.start()
    queues.exports.start()
    disk.keepReserve()
    front.serve(responder)
    let door = openDoor(settings.officeDoor, opened.office.name, responder)
    doors.open(address: address, port: server.port, office: door)
    let running = RunningBox(
      server: server, door: door, doors: doors, writer: writer, queues: [queues.beside, queues.files, queues.exports],
      keeper: keeper, mirror: mirror, printer: printer, mark: BoxMark(box: box), lock: opened.lock,
      firstOfficerCode: code)
    look(after: running, parts, responder, opened, erasures, bundles)
    StartPages.giveBack()
    return running
  }

  private func printQueue(_ settings: PrinterSettings, _ parts: Kiosk.Parts) -> PrintQueue? {
    settings.device.map { device in
      PrintQueue(device) { order, size in try parts.raster(of: order.paper, on: size, text: order.text) }
    }
  }

  private func look(
    after running: RunningBox, _ parts: Kiosk.Parts, _ responder: SiteResponder, _ opened: OpenedBox,
    _ erasures: ErasureKeeper, _ bundles: BundleKeeper
  ) {
    let secrets = opened.secrets
    let (writer, door, disk, keeper) = (running.writer, running.door, responder.disk, running.keeper)
    let tidying = StaffTidying(writer: writer) { Kiosk(store: $0, parts: parts) }
    let retention = RetentionWatch(writer: writer) { Kiosk(store: $0, parts: parts) }
    bundles.follow(writer) { Kiosk(store: $0, parts: parts) }
    let daily = DailyCheck(path: box.database, secrets: secrets, writer: writer, activity: responder.activity)
    if !opened.isLookedThrough { daily.lookBeside() }
    MinuteWatch.start {
      disk.keepReserve()
      daily.look()
      retention.look()
      erasures.look()
      bundles.look()
      return (door?.look() ?? true) && tidying.look() && keeper.look()
    }
  }

  /// Nothing leaves this machine unencrypted once there is an encrypted door.
  private func check(_ settings: Settings) throws {
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

  /// One reader for each event thread, the office door's too, and one for each line of work beside the writer.
  private func readers(_ opened: OpenedBox, _ settings: Settings) -> ReaderPool {
    let path = box.database
    let (secrets, cache) = (opened.secrets, opened.cache)
    return ReaderPool(count: settings.officeDoor.isOn ? 5 : 4) {
      try KioskStore.reader(at: path, secrets: secrets, cache: cache)
    }
  }
}

/// A box that serves, and how it stops: no new requests, running ones answered, what waits written.
struct RunningBox: Sendable {
  let server: Server
  /// Nil where the office has none.
  let door: OfficeDoor?
  let doors: OpenDoors
  let writer: GroupCommit
  let queues: [WorkQueue]
  let keeper: BackupKeeper
  let mirror: MirrorStart
  /// Nil where the browsers print.
  let printer: PrintQueue?
  let mark: BoxMark
  /// Held for as long as the box serves.
  let lock: FolderLock
  /// To be shown on the console; nil where there is an officer.
  let firstOfficerCode: String?

  /// - Parameter isSuspect: the next start is to look through the database, however well this one ended.
  func stop(isSuspect: Bool = false) {
    door?.close()
    doors.close()
    server.stop(within: 2)
    for queue in queues { queue.stop() }
    keeper.stop()
    printer?.stop()
    writer.stop()
    mirror.stop()
    if !isSuspect { mark.leave() }
  }
}
