import Assessment

/// A report as it goes to the screen, into CSV and XLSX, onto paper and into JSON: each of them shows these cells and
/// reckons nothing. Wording is in it already; whoever makes one takes headings from the Web target's catalogues.
package struct ReportTable: Sendable, Equatable {
  package let head: ReportHead
  package let rows: [ReportRow]
  package let notes: [String]

  package init(head: ReportHead, rows: [ReportRow], notes: [String] = []) {
    self.head = head
    self.rows = rows
    self.notes = notes
  }
}

package struct ReportHead: Sendable, Equatable {
  /// A label with its value, such as the period, a filter or the mode.
  package struct Fact: Sendable, Equatable {
    package let label: String
    package let value: String

    package init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  package struct Column: Sendable, Equatable {
    /// Stays the same when the wording changes: what JSON and scripts call it.
    package let name: String
    package let heading: String
    package let kind: ReportCell.Kind

    package init(_ name: String, _ heading: String, _ kind: ReportCell.Kind) {
      self.name = name
      self.heading = heading
      self.kind = kind
    }
  }

  package let title: String
  package let facts: [Fact]
  package let columns: [Column]
  package let mode: ReportMode

  package init(title: String, facts: [Fact], columns: [Column], mode: ReportMode) {
    self.title = title
    self.facts = facts
    self.columns = columns
    self.mode = mode
  }
}

/// Who may read a report.
package enum ReportMode: String, Sendable, CaseIterable {
  /// "Nội bộ": stays in the office, with every count.
  case `internal`
  /// "Để gửi đi": small counts are hidden, and what would give them away.
  case outside
}

package struct ReportRow: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case line
    case total
  }

  package let cells: [ReportCell]
  package let kind: Kind

  package init(_ cells: [ReportCell], kind: Kind = .line) {
    self.cells = cells
    self.kind = kind
  }
}

package enum ReportCell: Sendable, Equatable {
  /// What a column holds, beside hidden and empty cells.
  package enum Kind: String, Sendable, Equatable {
    case text
    case integer
    case percent
    case points
    case coefficient
    case seconds
    case date
    case moment
  }

  case text(String)
  case integer(Int)
  /// Tenths of a per cent, as ``Measurement`` rounds them for display: 854 is 85,4 %.
  case percent(tenths: Int)
  /// Hundredths.
  case points(Int)
  /// Hundredths of a figure that may be below zero, such as a correlation.
  case coefficient(Int)
  /// Tenths of a second.
  case seconds(tenths: Int)
  case date(CivilDate)
  /// To the second.
  case moment(Moment)
  /// Not shown, because it is small or would give a small one away.
  case hidden
  /// Rests on too few answers to say anything.
  case tooFew
  /// There is nothing to say: no rate without people.
  case empty
}

/// What stands below every form of a report.
package struct ReportFoot: Sendable, Equatable {
  package let rows: Int
  /// SHA-256, in hexadecimal digits, of the rows as they stand in the file with tabs (``ReportText``), each with its CR LF.
  package let digest: String
  package let madeAt: Moment
  package let notes: [String]
  /// All of this in words, with title, filters and mode, in the order in which it is shown.
  package var facts: [ReportHead.Fact] = []

  package init(rows: Int, digest: String, madeAt: Moment, notes: [String]) {
    self.rows = rows
    self.digest = digest
    self.madeAt = madeAt
    self.notes = notes
  }
}

/// Rows one after the other, so that a list of any length passes through in constant memory.
package protocol ReportSource {
  var head: ReportHead { get }
  var notes: [String] { get }
  func eachRow(_ body: (ReportRow) throws -> Void) throws
}

extension ReportTable: ReportSource {
  package func eachRow(_ body: (ReportRow) throws -> Void) throws {
    for row in rows { try body(row) }
  }
}

/// One form of a report under construction: CSV, XLSX, JSON or a page.
package protocol ReportSink: AnyObject {
  func begin(_ head: ReportHead) throws
  func add(_ row: ReportRow) throws
  func end(_ foot: ReportFoot) throws
}

/// A hash that is fed piece by piece.
package protocol RunningDigest: AnyObject {
  func add(_ bytes: [UInt8])
  func finish() -> [UInt8]
}

extension ReportSource {
  /// Sends the report through a sink, and reckons its digest on the way.
  ///
  /// - Parameters:
  ///   - wording: words the foot.
  ///   - tell: called with the number of rows after every thousandth.
  @discardableResult
  package func write(
    to sink: any ReportSink, digest: any RunningDigest, at moment: Moment,
    wording: (ReportFoot, ReportHead) -> [ReportHead.Fact], tell: (Int) throws -> Void = { _ in }
  ) throws -> ReportFoot {
    let head = head
    try sink.begin(head)
    var count = 0
    let text = ReportText(.tab)
    try eachRow { row in
      digest.add(text.line(row.cells))
      try sink.add(row)
      count += 1
      if count.isMultiple(of: 1_000) { try tell(count) }
    }
    var foot = ReportFoot(rows: count, digest: Hexadecimal.text(digest.finish()), madeAt: moment, notes: notes)
    foot.facts = wording(foot, head)
    try sink.end(foot)
    return foot
  }
}

enum Hexadecimal {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nil for anything but pairs of digits.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8).map { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) ? Character(Unicode.Scalar(byte)).hexDigitValue : nil
    }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[place], let low = digits[place + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
