import Glibc
import Sealing
import Testing

@Suite("Key file")
struct KeyFileTests {
  private let folder: FolderForTest
  private let file: KeyFile
  private let key = [UInt8](0..<32)

  init() throws {
    folder = try FolderForTest()
    file = KeyFile(folder: folder.path + "/keys", name: "slip.key")
  }

  @Test("the first reading makes the key, every later one gives the same")
  func readOrCreate() throws {
    #expect(try file.readOrCreate { key } == key)
    #expect(try file.readOrCreate { [UInt8](repeating: 9, count: 32) } == key)
  }

  @Test("nobody but the owner may look into the file or its folder, and nothing else is left there")
  func modes() throws {
    let mask = umask(0)
    defer { umask(mask) }
    try file.create(key)
    #expect(FolderForTest.mode(file.folder) == 0o700 && FolderForTest.mode(file.path) == 0o600)
    #expect(FolderForTest.names(in: file.folder) == ["slip.key"])
  }

  @Test("an existing key is never overwritten")
  func neverOverwritten() throws {
    try file.create(key)
    #expect(throws: SealingError.keyFileExists(path: file.path)) { try file.create([UInt8](repeating: 9, count: 32)) }
    #expect(try file.read() == key)
    #expect(FolderForTest.names(in: file.folder) == ["slip.key"])
  }

  @Test("what a power cut left of a half-made key is no obstacle")
  func leftover() throws {
    mkdir(file.folder, 0o700)
    put([1, 2, 3], at: file.path + ".new", mode: 0o600)
    #expect(try file.readOrCreate { key } == key)
  }

  @Test("a missing file is told apart, so that setting up can make it")
  func missing() {
    #expect(throws: SealingError.keyFileMissing(path: file.path)) { try file.read() }
  }

  @Test("a file of another size is refused and left alone", arguments: [0, 31, 33, 64])
  func wrongSize(count: Int) throws {
    mkdir(file.folder, 0o700)
    put([UInt8](repeating: 1, count: count), at: file.path, mode: 0o600)
    #expect(throws: SealingError.keyFileWrongSize(path: file.path, bytes: count, expected: 32)) {
      try file.readOrCreate { key }
    }
    #expect(FolderForTest.names(in: file.folder) == ["slip.key"])
  }

  @Test("a file that group or others may use is refused", arguments: [0o640, 0o604, 0o620, 0o660, 0o644] as [UInt32])
  func openFile(mode: UInt32) throws {
    try file.create(key)
    chmod(file.path, mode)
    #expect(throws: SealingError.openToOthers(path: file.path, mode: mode)) { try file.read() }
  }

  @Test("a folder that group or others may use is refused", arguments: [0o750, 0o705, 0o777] as [UInt32])
  func openFolder(mode: UInt32) throws {
    try file.create(key)
    chmod(file.folder, mode)
    #expect(throws: SealingError.openToOthers(path: file.folder, mode: mode)) { try file.read() }
    let second = KeyFile(folder: file.folder, name: "second.key")
    #expect(throws: SealingError.openToOthers(path: file.folder, mode: mode)) { try second.create(key) }
  }

  @Test("a link or a pipe in the key's place is refused without waiting")
  func notRegular() throws {
    mkdir(file.folder, 0o700)
    mkfifo(file.path, 0o600)
    #expect(throws: SealingError.keyFileNotRegular(path: file.path)) { try file.read() }
    unlink(file.path)
    symlink("/dev/zero", file.path)
    #expect(throws: SealingError.system(call: "open", path: file.path, code: ELOOP)) { try file.read() }
  }

  @Test("a key of another length is not written", arguments: [0, 31, 33])
  func wrongLength(count: Int) {
    #expect(throws: SealingError.wrongLength(expected: 32, found: count)) {
      try file.create([UInt8](repeating: 1, count: count))
    }
  }

  @Test("a folder that cannot be made is named")
  func noFolder() {
    let deep = KeyFile(folder: folder.path + "/none/keys", name: "slip.key")
    #expect(throws: SealingError.system(call: "mkdir", path: deep.folder, code: ENOENT)) { try deep.create(key) }
  }

  private func put(_ bytes: [UInt8], at path: String, mode: mode_t) {
    let file = open(path, O_WRONLY | O_CREAT, mode)
    _ = write(file, bytes, bytes.count)
    close(file)
  }
}
