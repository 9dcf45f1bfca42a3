import Glibc

@testable import sathach

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
    Self.remove(path)
  }

  private static func remove(_ folder: String) {
    // What cannot be listed is left behind in /tmp, and no test hangs on it.
    for name in (try? FileSystem.names(in: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      if FileSystem.isFolder(path) { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }
}
