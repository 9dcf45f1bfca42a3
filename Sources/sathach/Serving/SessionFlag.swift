import Glibc
import UseCases

/// Asks systemd to end the kiosk's session: an empty file `leave` in the service's runtime folder, which the unit
/// `sathach-kiosk-leave.path` watches. The service itself may not stop units.
struct SessionFlag: KioskScreen {
  /// Nil where the service was started by hand: then there is no session of ours.
  let folder: String?

  init(folder: String? = getenv("RUNTIME_DIRECTORY").map { String(cString: $0) }) {
    self.folder = folder
  }

  var canEnd: Bool { folder != nil }

  func end() throws {
    guard let folder else { return }
    try FileSystem.write("", to: folder + "/leave", mode: 0o600)
  }
}
