import ArgumentParser
import Bundles
import Glibc
import PostgresStore
import Province
import Slip
import Synchronization

/// Takes in the bundles of a folder.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in the boxes' bundles of a folder, such as a stick.",
    discussion: """
      Each is taken exactly once, in the order of its box; what comes before its turn waits in the province's folder. A second
      run changes nothing. Ends with 1 where a bundle was refused.
      """)

  @Argument(help: "The folder, or one bundle.")
  var from: String

  @OptionGroup var folder: FolderOptions
  @OptionGroup var store: StoreOptions

  @Flag(help: "Print one JSON object a line instead of words.")
  var json = false

  @Option(help: "How many communes to take in at once (default: one for each processor).")
  var workers = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  func validate() throws {
    guard (1...16).contains(workers) else { throw ValidationError("--workers takes 1 to 16") }
  }

  func run() throws {
    let refused = Atomic(0)
    let (json, store) = (json, store)
    let run = ImportRun(
      paths: try paths(), folder: try folder.prepared(), workers: workers, open: { try store.open() })
    try run { line in
      if case .refused = line.outcome { refused.add(1, ordering: .relaxed) }
      Terminal.say(json ? Self.jsonLine(line) : "\(line.name): \(BundleLines.text(line.outcome))")
    }
    if refused.load(ordering: .relaxed) > 0 { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func paths() throws -> [String] {
    if from.hasSuffix(BundleName.ending), opendir(from) == nil { return [from] }
    return try Files.names(in: from).filter { $0.hasSuffix(BundleName.ending) }.map { "\(from)/\($0)" }
  }

  /// Nothing in it needs escaping but the file's name, which is cut down to what a bundle's may hold.
  private static func jsonLine(_ line: Importer.Line) -> String {
    let name = line.name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
    let (state, reason): (String, String?) =
      switch line.outcome {
      case .applied: ("applied", nil)
      case .again: ("again", nil)
      case .waiting(let wait): ("waiting", wait.name)
      case .refused(let refusal): ("refused", refusal.name)
      }
    return #"{"file":"\#(name)","state":"\#(state)""# + (reason.map { #","reason":"\#($0)""# } ?? "") + "}"
  }
}

/// Where the province keeps its keys and what waits.
struct FolderOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: "The province's folder (default: $SATHACH_PROVINCE_DATA, else ~/.local/share/sathach-province).")
  var path: String?

  func prepared() throws -> ProvinceFolder {
    let folder = ProvinceFolder(path ?? Self.standard)
    try folder.prepare()
    return folder
  }

  private static var standard: String {
    if let folder = getenv("SATHACH_PROVINCE_DATA") { return String(cString: folder) }
    return (getenv("HOME").map { String(cString: $0) } ?? ".") + "/.local/share/sathach-province"
  }
}
