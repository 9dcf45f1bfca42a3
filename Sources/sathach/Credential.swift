import Glibc
import Sealing

/// A key that systemd unsealed for this service, with the TPM where there is one: see `kiosk/systemd/keys.conf`.
struct Credential {
  let path: String

  /// Nil where the service manager hands over no such key; then it lies in the data folder.
  init?(_ name: String) {
    guard let folder = getenv("CREDENTIALS_DIRECTORY") else { return nil }
    path = "\(String(cString: folder))/sathach-\(name)"
    guard FileSystem.exists(path) else { return nil }
  }

  /// The folder is the service manager's, readable for this service only; what all may read is refused all the same.
  func key() throws -> [UInt8] {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw SealingError.system(call: "stat", path: path, code: errno) }
    guard facts.st_mode & 0o007 == 0 else {
      throw SealingError.openToOthers(path: path, mode: facts.st_mode & 0o777)
    }
    let bytes = try FileSystem.read(path)
    guard bytes.count == KeyFile.keyLength else {
      throw SealingError.keyFileWrongSize(path: path, bytes: bytes.count, expected: KeyFile.keyLength)
    }
    return bytes
  }
}
