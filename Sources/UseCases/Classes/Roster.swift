import Assessment

/// Somebody on a list, as the list says it.
package struct RosterLine: Equatable, Sendable {
  /// From 1, as the file's own program counts.
  package let line: Int
  package let name: String
  package let birth: String
  package let number: String

  package init(line: Int, name: String, birth: String, number: String) {
    self.line = line
    self.name = name
    self.birth = birth
    self.number = number
  }
}

/// Finds people in a table: by the words of its head, or, where it has none, by what the cells look like.
package enum Roster {
  /// As many as a hall holds; more are brought in two lists.
  package static let mostLines = 200
  /// Titles of the office and the class stand above the head.
  private static let deepestHead = 12
  private static let longestCell = 120

  private struct Columns {
    var family: Int?
    var name: Int?
    var birth: Int?
    var number: Int?

    var isHead: Bool { name != nil && (birth != nil || number != nil) }
  }

  package static func lines(in rows: [SheetRow]) -> [RosterLine] {
    let head = rows.prefix(deepestHead).enumerated().lazy.map { ($0, columns(of: $1)) }.first { $1.isHead }
    guard let (place, columns) = head else { return rows.compactMap(guessed) }
    return rows.dropFirst(place + 1).compactMap { line($0, columns) }
  }

  private static func columns(of row: SheetRow) -> Columns {
    var columns = Columns()
    for (place, cell) in row.cells.enumerated() {
      let words = Spelling.folded(cell)
      switch words {
      case _ where ["dinh danh", "cccd", "can cuoc"].contains { words.contains($0) }:
        columns.number = columns.number ?? place
      case _ where words.contains("sinh") && !words.contains("noi sinh"): columns.birth = columns.birth ?? place
      case "ho", "ho dem", "ho va ten dem", "ho va dem", "ho lot", "ho va ten lot": columns.family = place
      case "ten", "ho ten", "ho va ten", "hoc vien", "ho va ten hoc vien", "nguoi du thi":
        columns.name = columns.name ?? place
      default: break
      }
    }
    return columns
  }

  private static func line(_ row: SheetRow, _ columns: Columns) -> RosterLine? {
    func cell(_ place: Int?) -> String { place.map { row.cells.indices.contains($0) ? row.cells[$0] : "" } ?? "" }
    let name = [cell(columns.family), cell(columns.name)].filter { !$0.isEmpty }.joined(separator: " ")
    return made(row, name: name, birth: cell(columns.birth), number: cell(columns.number))
  }

  private static func guessed(_ row: SheetRow) -> RosterLine? {
    let number = row.cells.first { (9...12).contains(RosterText.digits($0)?.count ?? 0) } ?? ""
    let birth = row.cells.first { $0 != number && RosterText.birth($0) != nil } ?? ""
    let name = row.cells.first { PersonName.tidy($0) != nil && $0.contains(where: \.isLetter) } ?? ""
    return made(row, name: name, birth: birth, number: number)
  }

  /// Nil for rows in which nothing of a person stands.
  private static func made(_ row: SheetRow, name: String, birth: String, number: String) -> RosterLine? {
    func kept(_ cell: String) -> String {
      let plain = String(cell.map { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
      return String(RosterText.trimmed(plain).prefix(longestCell))
    }
    let line = RosterLine(line: row.line, name: kept(name), birth: kept(birth), number: kept(number))
    return line.name.isEmpty && line.birth.isEmpty && line.number.isEmpty ? nil : line
  }
}

/// How people write numbers and dates into lists.
enum RosterText {
  static func trimmed(_ text: String) -> Substring {
    // An apostrophe in front keeps a worksheet from making a number of it.
    let inner = text.drop { $0.isWhitespace || $0 == "'" }
    return inner.lastIndex { !$0.isWhitespace }.map { inner[...$0] } ?? ""
  }

  /// The digits of a number that has nothing else in it.
  static func digits(_ text: String) -> String? {
    let kept = trimmed(text).filter { $0 != " " && $0 != "." && $0 != "-" }
    return !kept.isEmpty && kept.allSatisfy { ("0"..."9").contains($0) } ? String(kept) : nil
  }

  /// A year alone, or a whole date: 1958, 2/9/1958, 02-09-1958, 02091958, 1958-09-02, each also with a time of day behind.
  static func birth(_ text: String) -> (year: Int, date: CivilDate?)? {
    let day = trimmed(text).prefix { $0 != "T" && $0 != " " }
    let parts = day.split { "/-.".contains($0) }.map(String.init)
    let numbers = parts.compactMap { part in part.count <= 8 ? Int(part) : nil }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 1 where parts[0].count == 4: return (1900...2099).contains(numbers[0]) ? (numbers[0], nil) : nil
    case 1 where parts[0].count == 8:
      return date(numbers[0] % 10_000, numbers[0] / 10_000 % 100, numbers[0] / 1_000_000)
    case 2 where parts[1].count == 4: return (1900...2099).contains(numbers[1]) ? (numbers[1], nil) : nil
    case 3 where parts[0].count == 4: return date(numbers[0], numbers[1], numbers[2])
    case 3 where parts[2].count == 4: return date(numbers[2], numbers[1], numbers[0])
    default: return nil
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> (year: Int, date: CivilDate?)? {
    let date = CivilDate(year: year, month: month, day: day)
    return date.isReal && (1900...2099).contains(year) ? (year, date) : nil
  }
}
