import Glibc

/// The source tree, read from the package folder (found from this file's own place).
enum Tree {
  struct File {
    let path: String
    let lines: [String]

    /// Lines without comments, trimmed in front.
    var code: [String] {
      lines.map { String($0.drop { $0 == " " }) }.filter { !$0.hasPrefix("//") && !$0.isEmpty }
    }

    var imports: [String] {
      code.compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else { return nil }
        return String(words[index + 1].prefix { $0 != "." })
      }
    }
  }

  struct Unreadable: Error {
    let path: String
  }

  static var root: String {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }

  static func names(in path: String) throws -> [String] {
    guard let folder = opendir(root + "/" + path) else { throw Unreadable(path: path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Swift files below a folder, by the name of the folder directly in it.
  static func swiftFiles(under path: String) throws -> [String: [File]] {
    var byTarget: [String: [File]] = [:]
    for target in try names(in: path) {
      let files = try files(in: "\(path)/\(target)")
      if !files.isEmpty { byTarget[target] = files }
    }
    return byTarget
  }

  private static func files(in path: String) throws -> [File] {
    try names(in: path).flatMap { name -> [File] in
      let inner = "\(path)/\(name)"
      var facts = stat()
      guard stat(root + "/" + inner, &facts) == 0 else { return [] }
      if facts.st_mode & S_IFMT == S_IFDIR { return try files(in: inner) }
      return name.hasSuffix(".swift") ? [File(path: inner, lines: try lines(of: inner))] : []
    }
  }

  static func lines(of path: String) throws -> [String] {
    guard let file = fopen(root + "/" + path, "r") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }
}
