import Glibc

/// A command that an administrator gives on a box whose folder belongs to the service's own user: what it makes there must be
/// that user's, or the service could not read it.
enum FolderOwner {
  /// From here on this process acts as the folder's owner, where it is root's and the folder is not.
  static func become(ownerOf path: String) throws {
    var facts = stat()
    guard geteuid() == 0, stat(path, &facts) == 0, facts.st_uid != 0 else { return }
    guard setegid(facts.st_gid) == 0, seteuid(facts.st_uid) == 0 else {
      throw FileFault(path: path, action: "act as its owner", code: errno)
    }
  }

  /// For what lies outside the folder: `/etc`, a stick.
  static func withFullRights<Value>(_ body: () throws -> Value) rethrows -> Value {
    let (user, group) = (geteuid(), getegid())
    guard getuid() == 0, user != 0 else { return try body() }
    seteuid(0)
    setegid(0)
    defer {
      setegid(group)
      seteuid(user)
    }
    return try body()
  }

  /// Replaces a file that may be linked to from the data folder; owner and mode stay.
  static func replace(_ path: String, with text: String) throws {
    try withFullRights {
      var place = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let file =
        realpath(path, &place) == nil
        ? path : String(decoding: place.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      var facts = stat()
      let isThere = stat(file, &facts) == 0
      do {
        try FileSystem.write(text, to: file, mode: isThere ? facts.st_mode & 0o777 : 0o600)
      } catch let fault as FileFault where file != path && [EACCES, EPERM, EROFS].contains(fault.code) {
        // The packaged service may not write in /etc: a file of its own takes the link's place, and holds from now on.
        return try FileSystem.write(
          "# In the place of \(file), which is not read any more.\n" + text, to: path, mode: 0o600)
      }
      if isThere, geteuid() == 0 { _ = chown(file, facts.st_uid, facts.st_gid) }
    }
  }
}
