import Assessment
import Certificates
import HTTPServer
import Synchronization
import Web

/// The encrypted listener of the office's network, and the plain one beside it that leads there.
///
/// Whatever keeps it shut, the kiosk serves on. It is looked after once a minute: opened as soon as it can be, and opened
/// anew with another certificate when that one ends soon or the box has another address.
final class OfficeDoor: Sendable {
  private struct Opened: Sendable {
    let encrypted: Server
    let plain: Server?
    let certificates: DoorCertificates

    func stop() {
      plain?.stop(within: 0)
      encrypted.stop(within: 1)
    }
  }

  private enum State {
    case shut
    case open(Opened)
    case closed
  }

  let settings: OfficeDoorSettings
  private let office: String
  private let folder: CertificateFolder
  private let responder: any Responder
  private let now: @Sendable () -> Int
  private let state = Mutex(State.shut)
  /// Apart from the state, whose lock is held while a listener stops: a page that asks must not wait for that.
  private let shown = Mutex<DoorCertificates?>(nil)
  /// The last thing told, which is not told again each minute.
  private let told = Mutex("")

  init(
    _ settings: OfficeDoorSettings, office: String, folder: String, responder: any Responder,
    now: @escaping @Sendable () -> Int = { Int(SystemClock().now().seconds) }
  ) {
    (self.settings, self.office, self.responder, self.now) = (settings, office, responder, now)
    self.folder = CertificateFolder(folder)
  }

  /// What the listener works with; nil while it is not open.
  var certificates: DoorCertificates? { shown.withLock { $0 } }

  /// Where a browser finds it, by the name most likely to be known; nil while it is not open.
  var url: String? {
    guard let names = certificates?.names else { return nil }
    let name = names.first { settings.names.contains($0) } ?? names.first { $0.isOfNetwork } ?? .localhost
    return "https://\(name.host):\(settings.port)/"
  }

  /// Opens what is shut and renews what is due. False once the door is closed for good.
  @discardableResult
  func look() -> Bool {
    state.withLock { state in
      do {
        switch state {
        case .closed: return false
        case .shut: state = .open(try open(try folder.prepare(wish())))
        case .open(let opened):
          guard let next = try successor(of: opened.certificates) else { break }
          // The port is taken as long as the old one listens.
          opened.stop()
          state = .shut
          state = .open(try open(next))
        }
      } catch {
        complain(OperatorWording.text(error))
      }
      return true
    }
  }

  func close() {
    state.withLock { state in
      if case .open(let opened) = state { opened.stop() }
      state = .closed
      shown.withLock { $0 = nil }
    }
  }

  /// Looks into the folder only where the running certificate may not do, so that most minutes cost no file.
  private func successor(of current: DoorCertificates) throws -> DoorCertificates? {
    let lacks = wantedNames().contains { !current.names.contains($0) }
    guard lacks || current.endsSoon(at: now()) else { return nil }
    let next = try folder.prepare(wish())
    return next.renewal == nil ? nil : next
  }

  private func open(_ certificates: DoorCertificates) throws -> Opened {
    if let renewal = certificates.renewal {
      Log.write(.notice, "certificate made, \(OperatorWording.text(renewal: renewal))")
    }
    let encrypted = Server(configuration(certificates), responder)
    try encrypted.start()
    let plain = openPlain()
    told.withLock { $0 = "" }
    shown.withLock { $0 = certificates }
    Log.write(.notice, "office door open port=\(encrypted.port)")
    return Opened(encrypted: encrypted, plain: plain, certificates: certificates)
  }

  private func configuration(_ certificates: DoorCertificates) -> Configuration {
    var configuration = Configuration()
    configuration.address = settings.address
    configuration.port = settings.port
    configuration.door = .office
    configuration.tls = TLSFiles(certificateChain: certificates.chain, key: certificates.key)
    configuration.room = Route.room
    configuration.connectionLimit = 320
    // Forty tablets may stand behind one router that shows a single address, with three connections each; still no
    // address has more than part of the door.
    configuration.perAddressLimit = 160
    return configuration
  }

  /// Nil where it does not open: the encrypted door does its work without.
  private func openPlain() -> Server? {
    guard settings.redirectPort > 0 else { return nil }
    var configuration = Configuration()
    configuration.address = settings.address
    configuration.port = settings.redirectPort
    configuration.door = .office
    configuration.redirectsTo = settings.port
    configuration.connectionLimit = 64
    configuration.perAddressLimit = 16
    configuration.deadlineSeconds = 5
    let server = Server(configuration, responder)
    do {
      try server.start()
      return server
    } catch {
      complain("redirects: \(OperatorWording.text(error))")
      return nil
    }
  }

  private func wish() -> CertificateFolder.Wish {
    CertificateFolder.Wish(
      office: office, names: wantedNames(), now: now(), earliest: Release.day.dayNumber * 86_400)
  }

  private func wantedNames() -> [SubjectName] {
    let given = settings.names.isEmpty ? FoundNames.host() + FoundNames.addresses() : settings.names + FoundNames.host()
    var names: [SubjectName] = []
    for name in given + FoundNames.loopback where !names.contains(name) { names.append(name) }
    return names
  }

  private func complain(_ text: String) {
    let isNew = told.withLock { told in
      defer { told = text }
      return told != text
    }
    if isNew { Log.write(.error, "problem=officeDoor cause=\"\(text)\"") }
  }
}

extension SubjectName {
  /// As an URL has it.
  var host: String { text.contains(":") ? "[\(text)]" : text }

  /// An address another machine can reach.
  fileprivate var isOfNetwork: Bool {
    guard case .address(let bytes) = self else { return false }
    return !isLoopback && bytes.count == 4
  }

  var isLoopback: Bool {
    switch self {
    case .host(let name): name == "localhost"
    case .address(let bytes): bytes.count == 4 ? bytes.first == 127 : FoundNames.loopback.contains(self)
    }
  }
}
