import Assessment
import Glibc

/// The backups of one box in one folder, mostly on a stick.
package struct BackupFolder: Sendable {
  static let suffix = ".backup"
  static let draftSuffix = ".part"

  package let path: String
  /// As 02215-1: several boxes may share a stick.
  let issuer: String

  package init(_ path: String, issuer: String) {
    self.path = path
    self.issuer = issuer
  }

  package struct Entry: Equatable, Sendable {
    package let name: String
    /// To the second, from the name.
    package let at: Moment
  }

  package var isThere: Bool { Folder.isFolder(path) }

  /// Oldest first.
  package func backups() -> [Entry] {
    Folder.names(in: path).compactMap { name in
      guard name.hasPrefix(prefix), name.hasSuffix(Self.suffix) else { return nil }
      let stamp = name.dropFirst(prefix.utf8.count).dropLast(Self.suffix.utf8.count)
      return Stamp.moment(String(stamp)).map { Entry(name: name, at: $0) }
    }.sorted { $0.at < $1.at }
  }

  func name(at moment: Moment) -> String { prefix + Stamp.text(moment) + Self.suffix }

  /// What a stick that was pulled, or the power, left half-written. Only for whoever holds the lock.
  package func clean() {
    for name in Folder.names(in: path) where name.hasPrefix("." + prefix) && name.hasSuffix(Self.draftSuffix) {
      unlink("\(path)/\(name)")
    }
  }

  func draft(of name: String) -> String { "\(path)/.\(name)\(Self.draftSuffix)" }

  package func remove(_ name: String) throws(BackupFault) {
    let file = "\(path)/\(name)"
    guard unlink(file) == 0 else { throw .system(call: "unlink", path: file, code: errno) }
  }

  private var prefix: String { "sathach-\(issuer)-" }
}

/// A moment in a name: 20261130T100130Z, to the second and in UTC, so that names sort by time.
enum Stamp {
  static func text(_ moment: Moment) -> String {
    let seconds = moment.milliseconds / 1000
    let day = CivilDate(dayNumber: Int(seconds / 86_400))
    let second = Int(seconds % 86_400)
    return "\(padded(day.year, 4))\(padded(day.month, 2))\(padded(day.day, 2))T"
      + "\(padded(second / 3600, 2))\(padded(second / 60 % 60, 2))\(padded(second % 60, 2))Z"
  }

  static func moment(_ text: String) -> Moment? {
    let letters = Array(text.utf8)
    guard letters.count == 16, letters[8] == UInt8(ascii: "T"), letters[15] == UInt8(ascii: "Z") else { return nil }
    let digits = letters[..<8] + letters[9..<15]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    func number(_ range: Range<Int>) -> Int { letters[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let day = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    guard day.isReal else { return nil }
    let second = number(9..<11) * 3600 + number(11..<13) * 60 + number(13..<15)
    return Moment(milliseconds: Int64(day.dayNumber * 86_400 + second) * 1000)
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
