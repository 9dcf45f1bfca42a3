import Glibc

/// The keys of everybody who was erased, in a file beside backups and mirror: an older copy brings people back, and whoever
/// restores it must not. Specified in `BackupFormat`.
package struct ErasureList: Equatable, Sendable {
  static let head = "sathach-erasures-1"
  package static let suffix = "-erasures.txt"
  static let mostBytes = 1 << 26

  package var keys: Set<[UInt8]>

  package init(keys: Set<[UInt8]> = []) {
    self.keys = keys
  }

  /// - Throws: ``BackupFault/unfit(path:expected:)`` where a line is no key: then somebody might come back unseen.
  package init(at path: String) throws(BackupFault) {
    let bytes = try Folder.content(of: path, most: Self.mostBytes)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let keys = lines.dropFirst().map { Hex.bytes(String($0)) ?? [] }
    guard lines.first.map(String.init) == Self.head, keys.allSatisfy({ $0.count == 32 }) else {
      throw .unfit(path: path, expected: "a list of erasures: \(Self.head), then 64 hexadecimal digits a line")
    }
    self.init(keys: Set(keys))
  }

  package var text: String {
    ([Self.head] + keys.map(\.hex).sorted()).map { $0 + "\n" }.joined()
  }

  static func path(in folder: String, issuer: String) -> String { "\(folder)/sathach-\(issuer)\(suffix)" }

  /// Adds these keys to the list of a box in a folder. What stands there stays, whatever it was written by.
  package func bring(to folder: String, issuer: String) throws {
    guard Folder.isFolder(folder), !keys.isEmpty else { return }
    let path = Self.path(in: folder, issuer: issuer)
    let there = access(path, F_OK) == 0 ? try ErasureList(at: path) : ErasureList()
    let whole = ErasureList(keys: keys.union(there.keys))
    guard whole != there else { return }
    let draft = "\(folder)/.sathach-\(issuer)-erasures\(BackupFolder.draftSuffix)"
    unlink(draft)
    let file = try OutputFile(draft)
    try file.write(Array(whole.text.utf8))
    try file.sync()
    try Folder.rename(draft, to: path, in: folder)
  }

  /// All keys that stand in lists beside a backup or a mirror's snapshot, of whatever box: one box has several names in its
  /// life.
  package static func beside(_ source: String) throws -> ErasureList {
    let parts = source.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts.joined(separator: "/")
    var all = ErasureList()
    for name in Folder.names(in: folder) where name.hasSuffix(suffix) && !name.hasPrefix(".") {
      all.keys.formUnion(try ErasureList(at: "\(folder)/\(name)").keys)
    }
    return all
  }
}
