import Assessment

/// A return on the targets: a draft that an officer writes, or a closed one that never changes.
package struct TargetReturn: Equatable, Sendable {
  package typealias ID = Int64

  package let id: ID
  package let period: CalendarPeriod
  /// From 1; a correction is the next version.
  package let version: Int
  package let account: StaffID
  package let at: Moment
  package let closedBy: StaffID?
  package let closedAt: Moment?

  package init(
    id: ID, period: CalendarPeriod, version: Int, account: StaffID, at: Moment, closedBy: StaffID?, closedAt: Moment?
  ) {
    self.id = id
    self.period = period
    self.version = version
    self.account = account
    self.at = at
    self.closedBy = closedBy
    self.closedAt = closedAt
  }

  package var isClosed: Bool { closedAt != nil }
}

/// What an officer writes into a row of a return.
package struct ReturnTexts: Equatable, Sendable {
  package enum Field: String, Sendable, CaseIterable {
    /// "Công tác triển khai/phối hợp"
    case work
    /// Below the figures of "Kết quả thực hiện".
    case result
    /// In place of the program's own "Đánh giá".
    case judgement
    case difficulty
    case proposal
  }

  package static let longest = 1_000

  package var texts: [Field: String]

  package init(_ texts: [Field: String] = [:]) {
    self.texts = texts
  }

  package subscript(_ field: Field) -> String { texts[field] ?? "" }
}

/// Returns, and what is written into them.
package protocol ReturnStore {
  func addReturn(_ period: CalendarPeriod, version: Int, by account: StaffID, at moment: Moment) throws
    -> TargetReturn.ID
  func targetReturn(_ id: TargetReturn.ID) throws -> TargetReturn?
  /// Newest period first, of one period the last version first.
  func targetReturns() throws -> [TargetReturn]
  func texts(of id: TargetReturn.ID) throws -> [PlanTarget.ID: ReturnTexts]
  /// Puts these in place of all that stood in the row.
  func keep(_ texts: ReturnTexts, for target: PlanTarget.ID, in id: TargetReturn.ID) throws
  /// For good.
  func close(_ id: TargetReturn.ID, frozen content: [UInt8], by account: StaffID, at moment: Moment) throws
  func frozenContent(of id: TargetReturn.ID) throws -> [UInt8]?
}
