import Glibc
import Testing

@testable import SQLiteStore

@Suite("Folder lock")
struct FolderLockTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a second one on the same folder is refused and told who has it")
  func second() throws {
    let first = try FolderLock(folder: folder.path)
    #expect(throws: SQLiteStoreError.folderLocked(path: folder.path + "/sathach.lock", holder: Int(getpid()))) {
      try FolderLock(folder: folder.path)
    }
    withExtendedLifetime(first) {}
  }

  @Test("the folder is free again when the first one is gone")
  func freed() throws {
    do { _ = try FolderLock(folder: folder.path) }
    _ = try FolderLock(folder: folder.path)
  }

  @Test("a folder that is not there is an error with its path")
  func missing() {
    #expect(throws: SQLiteStoreError.system(call: "open", path: "/nowhere/sathach.lock", code: ENOENT)) {
      try FolderLock(folder: "/nowhere")
    }
  }
}
