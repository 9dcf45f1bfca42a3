import ArgumentParser
import Glibc

/// Where the box's data lies.
struct BoxOptions: ParsableArguments {
  @Option(name: .customLong("data"), help: "The data folder (default: $SATHACH_DATA, else ~/.local/share/sathach).")
  var dataFolder: String?

  var box: BoxFolder {
    BoxFolder(dataFolder ?? Self.standardFolder)
  }

  private static var standardFolder: String {
    if let folder = getenv("SATHACH_DATA") { return String(cString: folder) }
    let home = getenv("HOME").map { String(cString: $0) } ?? "."
    return home + "/.local/share/sathach"
  }

  /// The folder of a box that has run at least once.
  func existing() throws -> BoxFolder {
    guard FileSystem.exists(box.database) else {
      throw Failure.couldNot("sathach: no data in \(box.path): expected a folder that `sathach serve` has made")
    }
    return box
  }
}

struct ReportOptions: ParsableArguments {
  @Flag(help: "Print JSON instead of words.")
  var json = false
}
