import ArgumentParser
import Certificates
import Glibc
import HTTPServer

/// Serves the province until it is told to stop.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Take in bundles and serve the officers' pages until SIGTERM or SIGINT.",
    discussion: """
      Encrypted, with an authority of its own in DATA/tls; boxes and browsers trust DATA/tls/authority.pem once its
      fingerprint, which is printed, was compared. A certificate that ends soon is renewed at the next start.
      """)

  @Option(help: "The port, 0 for any free one.") var port: UInt16 = 8444
  @Option(help: "The address to listen on, in figures.") var listen = "127.0.0.1"
  @Option(help: "What the province is called in its certificates.") var name = "Sat hach so, cap tinh"
  @Option(help: "A name or address by which it is reached; may stand several times (default: found by itself).")
  var host: [String] = []
  @Flag(help: "Without encryption, for this machine alone.") var plain = false
  @Option(help: "The folder deployed beside the program (default: found by itself).") var kiosk: String?
  @OptionGroup var folder: FolderOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard !plain || listen == "127.0.0.1" || listen == "::1" else {
      throw ValidationError("--plain is for 127.0.0.1 or ::1, not \(listen)")
    }
    _ = try names()
  }

  private func names() throws -> [SubjectName] {
    try host.map { text in
      guard let name = SubjectName(text) else { throw ValidationError("\(text) is no name or address of a machine") }
      return name
    }
  }

  func run() throws {
    var ending = Self.block()
    let folder = try folder.prepared()
    let kiosk = DeployedFolder.find(kiosk)
    // Tells at once where the database is away or of another version.
    _ = try store.open(migrating: true)
    let server = try ProvinceServer(
      ProvinceServer.Wish(port: port, address: listen, isPlain: plain, names: try names(), office: name),
      folder: folder, kiosk: kiosk, database: store.standing)
    let shown = listen.contains(":") ? "[\(listen)]" : listen
    Terminal.say("\(plain ? "http" : "https")://\(shown):\(server.server.port)/")
    if let print = server.certificates?.fingerprint { Terminal.say("authority SHA-256 \(print)") }
    var signal: Int32 = 0
    sigwait(&ending, &signal)
    server.stop()
    Log.write("stopped")
  }

  /// Before any thread is made, so that only `sigwait` sees the signals.
  private static func block() -> sigset_t {
    signal(SIGPIPE, SIG_IGN)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    return set
  }
}
