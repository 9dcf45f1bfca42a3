import Assessment
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

  /// - Throws: ``Failure`` with what stands in the way.
  func start(address: String, port: UInt16) throws -> RunningBox {
    try box.make()
    let lock = try FolderLock(folder: box.path)
    let secrets = try box.secrets(creating: true)
    let signing = try box.signing(creating: true)
    let cache = ContentCache()
    let store = try KioskStore.writer(at: box.database, secrets: secrets, cache: cache)
    try BankAdoption(kiosk: kiosk, secrets: secrets).bring(into: store)
    let office = try open(store)

    let parts = KioskParts(box: box, secrets: secrets, signing: signing, office: office)
    let writer = try GroupCommit(store)
    let beside = WorkQueue(most: 64)
    let responder = SiteResponder(
      site: Site(
        assets: Assets(try kiosk.webFiles(), sha256: secrets.sha256), isSample: box.isSample),
      readers: readers(secrets, cache), writer: writer, beside: beside, kiosk: parts.kiosk,
      officeName: office.name, secrets: secrets)
    var configuration = Configuration()
    configuration.address = address
    configuration.port = port
    configuration.threads = 2
    let server = Server(configuration, responder)
    beside.start()
    try listen(server)
    return RunningBox(server: server, writer: writer, beside: beside, lock: lock)
  }

  /// Counts this start.
  private func open(_ store: KioskStore) throws -> Office {
    let settings = try box.settings()
    let issuer = try box.issuer()
    let now = SystemClock().now()
    return try store.atomically {
      let boots = try store.countBoot(at: now)
      try store.append(Event(.started, note: "boot=\(boots)"), at: now)
      // The slip's boot counter has two bytes; a box that was started 65,535 times stays there.
      return Office(name: settings.office, issuer: issuer, bootCounter: min(boots, 65_535))
    }
  }

  /// One reader for each event thread and one for the work beside the writer.
  private func readers(_ secrets: BoxSecrets, _ cache: ContentCache) -> ReaderPool {
    let path = box.database
    return ReaderPool(count: 3) { try KioskStore.reader(at: path, secrets: secrets, cache: cache) }
  }

  private func listen(_ server: Server) throws {
    try server.start()
  }
}

/// A box that serves, and how it stops: no new requests, running ones answered, what waits written.
struct RunningBox {
  private let server: Server
  private let writer: GroupCommit
  private let beside: WorkQueue
  /// Held for as long as the box serves.
  private let lock: FolderLock

  init(server: Server, writer: GroupCommit, beside: WorkQueue, lock: FolderLock) {
    self.server = server
    self.writer = writer
    self.beside = beside
    self.lock = lock
  }

  var port: UInt16 { server.port }

  func stop() {
    server.stop(within: 4)
    beside.stop()
    writer.stop()
  }
}
