import Assessment
import Glibc
import Sealing

/// The series of one box in the mirror's folder: each a snapshot and the changes since.
struct MirrorFolder: Sendable {
  static let snapshotSuffix = ".snapshot"
  static let changesSuffix = ".changes"

  let path: String
  /// As in ``BackupFolder``; nil takes every box's, as a restore does.
  let issuer: String?

  struct Series: Equatable, Sendable {
    /// Without a suffix.
    let name: String
    let at: Moment
  }

  var isThere: Bool { Folder.isFolder(path) }

  /// Whole ones only, oldest first.
  func series() -> [Series] {
    Folder.names(in: path).compactMap { name in
      guard name.hasSuffix(Self.snapshotSuffix), name.hasPrefix(issuer.map { "sathach-\($0)-mirror-" } ?? "sathach-")
      else {
        return nil
      }
      let whole = String(name.dropLast(Self.snapshotSuffix.utf8.count))
      let parts = whole.split(separator: "-")
      guard parts.count == 6, parts[3] == "mirror", let at = Stamp.moment(String(parts[4])) else { return nil }
      return Series(name: whole, at: at)
    }.sorted { ($0.at, $0.name) < ($1.at, $1.name) }
  }

  func name(_ id: [UInt8], at moment: Moment) -> String {
    "sathach-\(issuer ?? "")-mirror-\(Stamp.text(moment))-\(Array(id.prefix(4)).hex)"
  }

  func snapshot(of name: String) -> String { "\(path)/\(name)\(Self.snapshotSuffix)" }
  func changes(of name: String) -> String { "\(path)/\(name)\(Self.changesSuffix)" }
  func draft(of name: String) -> String { "\(path)/.\(name)\(BackupFolder.draftSuffix)" }

  /// Everything of this box but one series.
  func removeAll(but name: String?) {
    guard let issuer else { return }
    let mine = "sathach-\(issuer)-mirror-"
    for file in Folder.names(in: path) {
      let isDraft = file.hasPrefix("." + mine) && file.hasSuffix(BackupFolder.draftSuffix)
      let isOld = file.hasPrefix(mine) && !(name.map { file.hasPrefix($0 + ".") } ?? false)
      if isDraft || (isOld && name != nil) { unlink("\(path)/\(file)") }
    }
  }
}

/// One committed transaction in a file of changes: its number in the series, when it was written, and its rows.
struct ChangeRecord: Equatable {
  let number: UInt64
  let at: Moment
  let changes: [UInt8]

  var bytes: [UInt8] { number.bigEndianBytes + at.milliseconds.bigEndianBytes + changes }

  init(number: UInt64, at: Moment, changes: [UInt8]) {
    self.number = number
    self.at = at
    self.changes = changes
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count > 16, let number = UInt64(bigEndianBytes: bytes[..<8]),
      let at = Int64(bigEndianBytes: bytes[8..<16])
    else { return nil }
    self.init(number: number, at: Moment(milliseconds: at), changes: Array(bytes[16...]))
  }
}

/// Reads a series' changes up to the last whole one.
final class ChangeReader {
  enum End: Equatable {
    /// The service was stopped and wrote everything.
    case closed
    /// The file ends after a whole record, as after a power cut.
    case open
    /// What follows the last whole record does not open: the last moment before a cut, or damage.
    case broken
  }

  private let reader: SealedReader
  private(set) var count = 0
  private(set) var lastAt: Moment?
  private(set) var end = End.open

  init(_ path: String, key: OfficeKey, series: [UInt8]) throws {
    reader = try SealedReader(path, .office(key))
    guard reader.head.kind == .changes, try reader.next() == series else {
      throw BackupFault.unfit(path: path, expected: "the changes of the snapshot beside it")
    }
  }

  func next() throws -> [UInt8]? {
    guard end == .open, let piece = piece() else { return nil }
    if reader.isAtEnd, piece.isEmpty {
      end = .closed
      return nil
    }
    guard let record = ChangeRecord(piece), record.number == UInt64(count + 1) else {
      throw BackupFault.unfit(path: reader.path, expected: "record \(count + 1)")
    }
    count += 1
    lastAt = record.at
    return record.changes
  }

  private func piece() -> [UInt8]? {
    do throws(BackupFault) {
      return try reader.next()
    } catch .cut {
      return nil
    } catch {
      // Whether a cut or a hand did it, nothing after it can be believed; what stands before it can.
      end = .broken
      return nil
    }
  }
}
