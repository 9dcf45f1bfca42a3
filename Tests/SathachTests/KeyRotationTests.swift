import Glibc
import Sealing
import Slip
import Testing

@testable import sathach

/// A box that has issued 7 slips.
@Suite("A new key for slips")
struct KeyRotationTests {
  @Test("slips of before verify on under the old key, nothing later does, and the new one begins where it ended")
  func rotates() throws {
    let folder = try FolderOfTest()
    let box = BoxFolder(folder.path + "/box")
    try box.make()
    let old = try box.signing(creating: true).publicKey
    let (former, new) = try KeyRotation(box: box).run(lastSerial: 7)
    #expect(former.publicKey == old && former.fromSerial == 1 && former.withdrawnFromSerial == 8)
    #expect(new.fromSerial == 8 && new.publicKey != old)
    #expect(try box.signing(creating: false).publicKey == new.publicKey)
    #expect(try KeyRingFiles(box: box).keys().keys.map(\.fromSerial) == [1, 8])
  }

  @Test("the key and its copy are the box's alone, and the copy is the new one's")
  func keepsModes() throws {
    let folder = try FolderOfTest()
    let box = BoxFolder(folder.path + "/box")
    try box.make()
    _ = try box.signing(creating: true)
    _ = try KeyRotation(box: box).run(lastSerial: 0)
    for name in ["slip.key", "slip.key.copy", "former-keys.txt"] {
      var facts = stat()
      #expect(stat("\(box.keys)/\(name)", &facts) == 0 && facts.st_mode & 0o777 == 0o600, "\(name)")
    }
    let key = try FileSystem.read("\(box.keys)/slip.key")
    #expect(try FileSystem.read("\(box.keys)/slip.key.copy") == key + key)
  }

  @Test("a power cut between the list and the key leaves the old key signing, and the next try ends it")
  func goesOn() throws {
    let folder = try FolderOfTest()
    let box = BoxFolder(folder.path + "/box")
    try box.make()
    let old = try box.signing(creating: true).publicKey
    let first = try FileSystem.read("\(box.keys)/slip.key")
    _ = try KeyRotation(box: box).run(lastSerial: 7)
    try FileSystem.write(bytes: first, to: "\(box.keys)/slip.key", mode: 0o600)
    let (former, _) = try KeyRotation(box: box).run(lastSerial: 7)
    #expect(former.publicKey == old)
    #expect(try box.formerKeys().entries.count == 1)
  }

  @Test("lines of before, without the word for a rotation, read as they did")
  func readsOldLines() throws {
    let key = String(repeating: "ab", count: 32)
    let keys = try FormerKeys("\(key) 02215-1 1 9\n\(key) 02215-2 10 12 rotated\n", path: "x")
    #expect(keys.entries.map(\.isRotated) == [false, true] && keys.nextSerial == 13)
    #expect(try keys.known().map(\.withdrawnFromSerial) == [nil, 13])
    #expect(throws: Failure.self) { try FormerKeys("\(key) 02215-1 1 9 lost\n", path: "x") }
  }
}

/// Keys that the service manager hands over. One test, since the environment is the process's.
@Suite("Keys from credentials", .serialized)
struct CredentialTests {
  @Test("a key from a credential is used, never copied to the disk, and refused where all may read it")
  func takesCredentials() throws {
    let folder = try FolderOfTest()
    let box = BoxFolder(folder.path + "/box")
    try box.make()
    let handed = folder.path + "/credentials"
    try FileSystem.makeFolder(handed, mode: 0o700)
    let seed = [UInt8](repeating: 5, count: KeyFile.keyLength)
    try FileSystem.write(bytes: seed, to: handed + "/sathach-slip.key", mode: 0o400)
    setenv("CREDENTIALS_DIRECTORY", handed, 1)
    defer { unsetenv("CREDENTIALS_DIRECTORY") }
    #expect(try box.signing(creating: true).publicKey == BoxSigning(seed: seed).publicKey)
    #expect(box.hasCredential("slip.key") && !box.hasCredential("data.key"))
    #expect(!FileSystem.exists(box.keys + "/slip.key"))
    #expect(
      box.keyFile("slip.key") == handed + "/sathach-slip.key" && box.keyFile("data.key") == box.keys + "/data.key")
    chmod(handed + "/sathach-slip.key", 0o644)
    #expect(throws: SealingError.self) { try box.signing(creating: false) }
  }
}
