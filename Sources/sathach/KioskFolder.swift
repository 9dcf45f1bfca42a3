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

  /// The translations in `languages/`, a folder for each language.
  func tongueFiles() throws -> [(language: Language.ID, files: [TongueFile])] {
    try tongueNames().map { ($0, try tongueFiles(of: $0)) }
  }

  private func tongueNames() throws -> [Language.ID] {
    let folder = path + "/languages"
    guard FileSystem.exists(folder) else { return [] }
    return try FileSystem.names(in: folder).filter(Language.ID.isWellFormed).map { Language.ID($0) }
  }

  private func tongueFiles(of language: Language.ID) throws -> [TongueFile] {
    let folder = "languages/\(language)"
    return try FileSystem.names(in: "\(path)/\(folder)").filter { $0.hasSuffix(".json") }.map { file in
      TongueFile(path: "\(folder)/\(file)", bytes: try FileSystem.read("\(path)/\(folder)/\(file)"))
    }
  }

  /// What can be read of them; `sathach check` tells the rest. Their names now, from `interface.json`, and their texts when
  /// somebody first chooses one.
  func tongues() throws -> [Tongue] {
    try tongueNames().compactMap { id in
      let file = "languages/\(id)/interface.json"
      guard FileSystem.exists("\(path)/\(file)") else { return nil }
      let interface = TongueFile(path: file, bytes: try FileSystem.read("\(path)/\(file)"))
      guard let named = TongueFile.read([interface], of: id, items: nil).tongue else { return nil }
      let whole = Once { (try? tongueFiles(of: id)).flatMap { TongueFile.read($0, of: id, items: nil).tongue } }
      return Tongue(language: named.language) { whole.value ?? named }
    }
  }

  /// A file of what is read aloud, from `speech/`; empty where there is none.
  func speechText(_ name: String) throws -> String {
    let file = "\(path)/speech/\(name)"
    return FileSystem.exists(file) ? try FileSystem.text(file) : ""
  }

  /// The targets that came with the program; nil where the folder has none.
  func plan() throws -> [UInt8]? { try bounded(TargetPlan.file, most: TargetPlan.largestFile) }

  /// The periods that came with the program; nil where the folder has none.
  func retention() throws -> [UInt8]? { try bounded(RetentionPlan.file, most: RetentionPlan.largestFile) }

  /// Read whole only as far as it may be large; what is longer comes as nothing, which is no JSON.
  private func bounded(_ name: String, most: Int) throws -> [UInt8]? {
    let file = "\(path)/\(name)"
    guard FileSystem.exists(file) else { return nil }
    return try FileSystem.size(of: file) <= most ? FileSystem.read(file) : []
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

  /// How things are done, told in `guides/`; what is not there, or is none, is left out.
  func guides() throws -> [Guide.Name: Guide] {
    var guides: [Guide.Name: Guide] = [:]
    for name in Guide.Name.allCases where FileSystem.exists("\(path)/guides/\(name.file)") {
      guides[name] = Guide(try FileSystem.text("\(path)/guides/\(name.file)"))
    }
    return guides
  }

  /// What the pages load: what was written for them, and the faces made when this machine was prepared, if they were.
  func webFiles() throws -> [Assets.File] {
    try webFiles(in: "web")
      + ["fonts", Self.pictures].filter { FileSystem.exists("\(path)/\($0)") }.flatMap { try webFiles(in: $0) }
  }

  private static let pictures = "guides/pictures"

  private func webFiles(in folder: String) throws -> [Assets.File] {
    let types = [
      "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
      "woff2": "font/woff2", "woff": "font/woff", "png": "image/png",
    ]
    return try FileSystem.names(in: "\(path)/\(folder)").compactMap { name in
      guard let type = name.split(separator: ".").last.flatMap({ types[String($0)] }) else { return nil }
      let file = "\(path)/\(folder)/\(name)"
      // Half a megabyte that some read once; a picture gone meanwhile is an empty one.
      if folder == Self.pictures { return Assets.File(name: name, type: type) { (try? FileSystem.read(file)) ?? [] } }
      return Assets.File(name: name, type: type, bytes: try FileSystem.read(file))
    }
  }
}
