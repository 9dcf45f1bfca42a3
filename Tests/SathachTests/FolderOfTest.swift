import Glibc

/// A temporary folder, gone with what is in it when the test is over.
final class FolderOfTest: Sendable {
  let path: String

  struct NotMade: Error {}

  init() throws {
    var template = Array("/tmp/sathach-command-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NotMade() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in [
      "keys/data.key", "keys/slip.key", "keys/former-keys.txt", "sathach.conf", "sathach.lock", "sathach.db",
      "sathach.db-wal", "sathach.db-shm", "sathach.serial", "languages/en/interface.json", "languages/en/items.json",
    ] {
      unlink("\(path)/\(name)")
    }
    for name in ["keys", "languages/en", "languages/tay", "languages"] { rmdir("\(path)/\(name)") }
    rmdir(path)
  }
}
