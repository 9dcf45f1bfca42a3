import Assessment
import Glibc
import UseCases
import Web

/// The folder deployed beside the binary: the bank and the web files.
struct KioskFolder {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The folder given, else `kiosk` here, else the one beside an installed or freshly built binary.
  static func find(_ given: String?) -> KioskFolder {
    if let given { return KioskFolder(given) }
    let home = binaryFolder
    let places = ["kiosk", "\(home)/../share/sathach", "\(home)/../../../kiosk"]
    return KioskFolder(places.first { FileSystem.exists($0 + "/bank/framework.json") } ?? "kiosk")
  }

  /// Where this program and its companions lie.
  static var binaryFolder: String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let binary = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return "/" + binary.split(separator: "/").dropLast().joined(separator: "/")
  }

  func bankFiles() throws -> [ItemBank.File] {
    try bankNames().map { try bankFile($0) }
  }

  /// Names of the bank's files relative to its folder, in order.
  func bankNames() throws -> [String] {
    let bank = path + "/bank"
    return try FileSystem.names(in: bank).flatMap { name in
      name.hasSuffix(".json") ? [name] : try FileSystem.names(in: "\(bank)/\(name)").map { "\(name)/\($0)" }
    }.sorted()
  }

  /// A file that is too large for a bank is told by its size and not read.
  func bankFile(_ name: String) throws -> ItemBank.File {
    let file = "\(path)/bank/\(name)"
    let size = try FileSystem.size(of: file)
    return ItemBank.File(path: name, bytes: size <= ItemBank.largestFile ? try FileSystem.read(file) : [], size: size)
  }

  /// What an editor looks for; nil where the bank has no rules, or none that can be read, which `sathach check` tells.
  func editorialRules() throws -> EditorialRules? {
    guard FileSystem.exists(path + "/bank/editorial.json") else { return nil }
    return try Command.reading { EditorialRules.read(try bankFile("editorial.json").bytes) }
  }

  /// The targets that came with the program; nil where the folder has none.
  func plan() throws -> [UInt8]? {
    let file = "\(path)/\(TargetPlan.file)"
    guard FileSystem.exists(file) else { return nil }
    // Read whole only as far as a plan may be large; what is cut off there is no JSON.
    return try FileSystem.size(of: file) <= TargetPlan.largestFile ? FileSystem.read(file) : []
  }

  /// The layout of lists for VNeID that came with the program; nil where the folder has none.
  func confirmationLayout() throws -> String? {
    let file = "\(path)/\(ConfirmationLayout.file)"
    return FileSystem.exists(file) ? try FileSystem.text(file) : nil
  }

  /// The page that checks slips by itself; nil where the folder has none.
  func verifier() throws -> VerifierTemplate? {
    guard FileSystem.exists("\(path)/verifier/\(VerifierTemplate.page)") else { return nil }
    return try VerifierTemplate { try FileSystem.text("\(path)/verifier/\($0)") }
  }

  func webFiles() throws -> [Assets.File] {
    let types = [
      "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
      "woff2": "font/woff2",
    ]
    let web = path + "/web"
    return try FileSystem.names(in: web).compactMap { name in
      guard let type = name.split(separator: ".").last.flatMap({ types[String($0)] }) else { return nil }
      return Assets.File(name: name, type: type, bytes: try FileSystem.read("\(web)/\(name)"))
    }
  }
}
