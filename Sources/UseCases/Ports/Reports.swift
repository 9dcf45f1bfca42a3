import Assessment

/// Counts for reports, kept up with every change of an attempt, and the attempts behind them.
package protocol ReportStore {
  /// Kept counts of a calendar period, over all audiences or within one.
  func counts(in scope: Contribution.Scope) throws -> [ReportGroup: GroupCount]
  func partCounts(in scope: Contribution.Scope) throws -> [ReportPart: PartCount]
  /// Every attempt that counts and was handed in within these milliseconds, person by person and, of one person, in the order in which they were handed in.
  ///
  /// - Parameter body: gets the person, the attempt, its group and whether it passed.
  func eachCounted(
    in moments: ClosedRange<Int64>, _ body: (Int64, Attempt.ID, ReportGroup, Bool) throws -> Void
  ) throws
  /// Attempts whose people were given a tag of the office when they were seated.
  func attempts(tagged tag: Tag.ID) throws -> Set<Attempt.ID>
  /// With their latest names, also of tags that are no longer on the list.
  func allTags() throws -> [Tag]
  func parts(of attempt: Attempt.ID) throws -> [PartScore]
  /// Practice handed in, by audience.
  func practiceCounts(in period: ReportPeriod) throws -> [Audience.ID: Int]
  /// With their latest names, also of hamlets that are no longer on the list.
  func allHamlets() throws -> [Hamlet]
  func eachReported(in period: ReportPeriod, _ body: (ReportedAttempt) throws -> Void) throws
  /// The newest letterhead; nil where nobody has made one.
  func letterhead() throws -> KeptLetterhead?
  func add(_ letterhead: KeptLetterhead) throws
  /// Makes all kept counts anew from the attempts.
  func recountAll() throws
}

/// One line of the list of attempts.
package struct ReportedAttempt: Equatable, Sendable {
  package let id: Attempt.ID
  package let person: Int64
  package let at: Moment
  package let group: ReportGroup
  package let isPassed: Bool
  /// Hundredths of an item.
  package let credit: Int
  package let asked: Int
  /// Milliseconds of the person's own time.
  package let spent: Int

  package init(
    id: Attempt.ID, person: Int64, at: Moment, group: ReportGroup, isPassed: Bool, credit: Int, asked: Int,
    spent: Int
  ) {
    self.id = id
    self.person = person
    self.at = at
    self.group = group
    self.isPassed = isPassed
    self.credit = credit
    self.asked = asked
    self.spent = spent
  }
}

/// Makes spreadsheet files.
package protocol SpreadsheetMaking: Sendable {
  /// - Parameters:
  ///   - dated: what the file says of its own making, so that equal content gives equal bytes; nil for now.
  ///   - fill: sends a report into the sheet.
  ///   - put: gets the finished file piece by piece.
  func make(dated: Moment?, _ fill: (any ReportSink) throws -> Void, put: ([UInt8]) throws -> Void) throws
  /// A whole workbook of texts.
  func make(_ sheets: [TextSheet]) throws -> [UInt8]
}

extension SpreadsheetMaking {
  package func make(_ fill: (any ReportSink) throws -> Void, put: ([UInt8]) throws -> Void) throws {
    try make(dated: nil, fill, put: put)
  }
}

/// A sheet in which every cell is a text, as of tables that people fill in.
package struct TextSheet: Sendable {
  /// At most 31 characters, none of `[]:*?/\`.
  package let name: String
  /// The first row in bold, and widths in characters.
  package let columns: [(title: String, width: Double)]
  package let rows: [[String]]
  /// Texts go on in further lines of their cell.
  package let isWrapped: Bool

  package init(name: String, columns: [(title: String, width: Double)], rows: [[String]], isWrapped: Bool = false) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.isWrapped = isWrapped
  }
}
