import Bundles
import Certificates
import Glibc
import HTTPServer
import PostgresStore
import Province
import ProvinceWeb
import Sealing
import Synchronization
import Web

/// The province's listener with everything behind it.
struct ProvinceServer {
  let server: Server
  let pages: Workers
  let imports: Workers
  /// Nil for a plain listener.
  let certificates: DoorCertificates?

  struct Wish {
    var port: UInt16
    var address: String
    /// Without encryption; on loopback only.
    var isPlain: Bool
    var names: [SubjectName]
    var office: String
  }

  /// Bytes of a form with a file of answers in it.
  private static let upload = 12 << 20
  /// Bundles that wait for their turn, and seconds for one to come in.
  private static let mostWaiting = 160
  private static let deadline = 300

  init(_ wish: Wish, folder: ProvinceFolder, kiosk: DeployedFolder, database: String) throws {
    pages = Workers(address: database, most: 64)
    imports = Workers(address: database, most: Self.mostWaiting)
    certificates = wish.isPlain ? nil : try Self.certificates(wish, folder)
    let responder = ProvinceResponder(
      site: ProvinceSite(
        assets: Assets(try kiosk.webFiles(), sha256: Digest.sha256), files: PublishedFolder(folder: folder)),
      parts: try ProvinceParts(kiosk: kiosk, folder: folder).office(), folder: folder, pages: pages, imports: imports)
    server = Server(Self.configuration(wish, folder, certificates), responder)
    try Self.sweep(folder.incoming)
    pages.start(threads: 4)
    imports.start(threads: 1)
    try server.start()
  }

  func stop() {
    server.stop(within: 2)
    pages.stop()
    imports.stop()
  }

  private static func configuration(
    _ wish: Wish, _ folder: ProvinceFolder, _ certificates: DoorCertificates?
  ) -> Configuration {
    var configuration = Configuration()
    configuration.address = wish.address
    configuration.port = wish.port
    configuration.door = wish.isPlain ? .kiosk : .office
    configuration.tls = certificates.map { TLSFiles(certificateChain: $0.chain, key: $0.key) }
    configuration.deadlineSeconds = deadline
    configuration.connectionLimit = 256
    configuration.room = { target in
      switch ProvinceRoute(path: Request(.post, target).path) {
      case .bundles: BundleLimits.file
      case .answers: upload
      default: 0
      }
    }
    let incoming = folder.incoming
    let count = Atomic<UInt64>(0)
    configuration.bodyFile = { target in
      guard ProvinceRoute(path: Request(.post, target).path) == .bundles else { return nil }
      let number = count.wrappingAdd(1, ordering: .relaxed).newValue
      // A name that cannot be made is answered as a full disk.
      return hasRoom(incoming) ? "\(incoming)/\(getpid())-\(number).shb" : incoming
    }
    return configuration
  }

  /// Rubbish that anybody sends must not fill the disk that the database may lie on.
  private static func hasRoom(_ folder: String) -> Bool {
    var facts = statvfs()
    return statvfs(folder, &facts) != 0 || UInt64(facts.f_bavail) * UInt64(facts.f_frsize) > 1 << 29
  }

  /// What a power cut left. Whoever sent it was not told that it came.
  private static func sweep(_ folder: String) throws {
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw Files.fault(folder) }
    for name in try Files.names(in: folder) { Files.remove("\(folder)/\(name)") }
  }

  private static func certificates(_ wish: Wish, _ folder: ProvinceFolder) throws -> DoorCertificates {
    let found = wish.names.isEmpty ? FoundNames.host() + FoundNames.addresses() : wish.names + FoundNames.host()
    var names: [SubjectName] = []
    for name in found + FoundNames.loopback where !names.contains(name) { names.append(name) }
    // No clock that is right shows less than the first of 2026.
    return try CertificateFolder(folder.path + "/tls").prepare(
      CertificateFolder.Wish(
        office: wish.office, names: names, now: Int(SystemClock().now().seconds), earliest: 1_767_200_400))
  }
}
