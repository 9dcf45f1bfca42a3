import Assessment
import Glibc
import Interchange

@testable import ForeignReader

/// The bank that is shipped: some hundreds of items of all eight kinds.
enum Bank {
  private static let whole = try? ItemBank.read(files)  // nil fails every test that asks for items

  static var framework: Framework? { whole?.framework }

  static let items: [ExportedItem] = {
    guard let bank = whole else { return [] }
    return bank.entries.compactMap { ExportedItem($0.item, content: $0.content) }
  }()

  fileprivate static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private static var files: [ItemBank.File] {
    let folder = root + "/kiosk/bank"
    return names(in: folder).flatMap { name in
      name.hasSuffix(".json") ? [name] : names(in: "\(folder)/\(name)").map { "\(name)/\($0)" }
    }.map { ItemBank.File(path: $0, bytes: bytes(of: "\(folder)/\($0)")) }
  }

  static func sample(_ name: String) -> [UInt8] {
    bytes(of: root + "/Tests/InterchangeTests/Samples/" + name)
  }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func samples(in folder: String) -> [String] {
    names(in: root + "/Tests/InterchangeTests/Samples/" + folder).map { "\(folder)/\($0)" }
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}

/// What the reader says of a file.
struct Told {
  var items: [ForeignItem] = []
  var findings: [Finding] = []

  /// - Throws: what refuses the whole file.
  init(_ bytes: [UInt8]) throws {
    var told: [ReaderLine] = []
    _ = try bytes.withUnsafeBytes { bytes in
      try FileReading { told.append($0) }.read(bytes, for: .items)
    }
    for line in told {
      switch line {
      case .item(let item): items.append(item)
      case .finding(let finding): findings.append(finding)
      case .row, .end: break
      }
    }
  }

  func notes(_ reason: Finding.Reason) -> [Finding] { findings.filter { $0.reason == reason } }

  var refused: [Finding] { findings.filter { $0.reason.weight == .refusesItem } }
}

extension Bank {
  static func keep(_ bytes: [UInt8], as name: String) {
    guard let file = fopen(root + "/Tests/InterchangeTests/Samples/" + name, "w") else { return }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
  }
}
