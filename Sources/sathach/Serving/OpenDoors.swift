import Certificates
import Synchronization
import UseCases

/// What pages say about the doors they came by: see ``DoorFacts``. Knows nothing until the doors are open.
final class OpenDoors: DoorFacts {
  private struct Known {
    var kiosk: String?
    var office: OfficeDoor?
  }

  private let known = Mutex(Known())

  /// - Parameter office: nil where the office has not turned it on.
  func open(address: String, port: UInt16, office: OfficeDoor?) {
    // Wherever else it listens, the kiosk's own browser is on the same machine.
    let host = address == "0.0.0.0" ? "127.0.0.1" : address.contains(":") ? "[\(address)]" : address
    known.withLock { $0 = Known(kiosk: "http://\(host):\(port)/", office: office) }
  }

  /// Lets go of the door, which holds whatever answers there, and with it this.
  func close() {
    known.withLock { $0 = Known() }
  }

  func kioskURL() -> String? {
    known.withLock { $0.kiosk }
  }

  func officeDoor() -> OfficeDoorState {
    guard let door = known.withLock({ $0.office }) else { return .off }
    guard let url = door.url, let certificates = door.certificates else { return .shut }
    return .open(
      OfficeDoorAddress(url: url, fingerprint: certificates.fingerprint, authority: certificates.authorityFile))
  }
}
