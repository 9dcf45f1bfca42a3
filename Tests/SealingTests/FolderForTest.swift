import Glibc

/// A folder of its own for one test, removed with what is in it when the test ends.
final class FolderForTest {
  let path: String

  init() throws {
    var template = Array("/tmp/sealing-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FolderNotMade(code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for inner in ["keys", ""] {
      let folder = inner.isEmpty ? path : path + "/" + inner
      for name in FolderForTest.names(in: folder) { unlink(folder + "/" + name) }
      rmdir(folder)
    }
  }

  /// The names in a folder, sorted; empty if there is none.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func mode(_ path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  struct FolderNotMade: Error { let code: Int32 }
}
