import Glibc

/// What the last service left beside the database: that it stopped cleanly, and where the tables begin.
///
/// Two small texts. `sathach.clean` holds the size and the time of last change of the database's files as they were when
/// everything was closed; it is taken away at the start, and says nothing once one of the files is another.
/// `sathach.roots` holds `schema N` and a line `NAME PAGE` for each table and index, so that a file whose own list is gone can
/// still be read; it also says that this folder has had a database.
struct BoxMark {
  let box: BoxFolder

  var cleanFile: String { box.path + "/sathach.clean" }
  var rootsFile: String { box.path + "/sathach.roots" }

  /// Whether the database is as a clean stop left it.
  var isClean: Bool {
    guard let text = try? FileSystem.text(cleanFile) else { return false }  // no mark, no promise
    return text == facts
  }

  var knowsDatabase: Bool { FileSystem.exists(rootsFile) }

  func roots() -> (schema: Int?, pages: [String: Int]) {
    guard let text = try? FileSystem.text(rootsFile) else { return (nil, [:]) }  // a help only where it is there
    var pages: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let page = Int(words[1]), page > 0 { pages[String(words[0])] = page }
    }
    return (pages.removeValue(forKey: "schema"), pages)
  }

  /// - Parameter roots: as the open database names them.
  func keep(schema: Int, roots: [String: Int]) throws {
    let lines = ["schema \(schema)"] + roots.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let text = lines.joined(separator: "\n") + "\n"
    if let known = try? FileSystem.text(rootsFile), known == text { return }  // unreadable ones are written anew
    try FileSystem.write(text, to: rootsFile, mode: 0o600)
  }

  /// The service begins to write.
  func remove() {
    unlink(cleanFile)
  }

  /// Everything is closed.
  func leave() {
    do {
      try FileSystem.write(facts, to: cleanFile, mode: 0o600)
    } catch {
      Log.write(.error, "problem=cleanMark cause=\"\(OperatorWording.text(error))\"")
    }
  }

  private var facts: String {
    ["", "-wal"].map { suffix in
      var facts = stat()
      guard stat(box.database + suffix, &facts) == 0 else { return "none\n" }
      return "\(facts.st_size) \(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)\n"
    }.joined()
  }
}
