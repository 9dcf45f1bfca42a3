import Assessment

/// An item from outside about to be stored.
package struct NewDraft: Equatable, Sendable {
  package let item: Item.ID
  /// Canonical JSON of an item, of which members may be missing.
  package let content: [UInt8]
  /// Where it came from, in what order they are told: the file's name, the line in it.
  package let file: String
  package let line: Int

  package init(item: Item.ID, content: [UInt8], file: String, line: Int) {
    self.item = item
    self.content = content
    self.file = file
    self.line = line
  }
}

/// An item from outside that waits to be released.
package struct Draft: Equatable, Sendable {
  package typealias ID = Int64

  package let id: ID
  package let item: Item.ID
  package let content: [UInt8]
  package let file: String
  package let line: Int
  package let receivedAt: Moment
  /// Nil for the command line.
  package let receivedBy: StaffID?

  package init(
    id: ID, item: Item.ID, content: [UInt8], file: String, line: Int, receivedAt: Moment, receivedBy: StaffID?
  ) {
    self.id = id
    self.item = item
    self.content = content
    self.file = file
    self.line = line
    self.receivedAt = receivedAt
    self.receivedBy = receivedBy
  }
}

/// What an officer, or the command line, decided about a draft.
package struct DraftDecision: Equatable, Sendable {
  package let item: Item.ID
  /// Else discarded.
  package let isReleased: Bool
  /// Nil for the command line.
  package let account: StaffID?
  package let moment: Moment

  package init(item: Item.ID, isReleased: Bool, account: StaffID?, moment: Moment) {
    self.item = item
    self.isReleased = isReleased
    self.account = account
    self.moment = moment
  }
}

/// Drafts, and how they become content in force.
package protocol DraftStore {
  /// A draft of the same item that waits gives way.
  func add(_ draft: NewDraft, by account: StaffID?, at moment: Moment) throws
  /// Those that wait, by item.
  func drafts() throws -> [Draft]
  func draft(of item: Item.ID) throws -> Draft?
  /// The draft waits no longer.
  func decide(_ draft: Draft.ID, isReleased: Bool, by account: StaffID?, at moment: Moment) throws
  /// The last so many decisions, the newest first.
  func draftDecisions(most: Int) throws -> [DraftDecision]
  /// The content last released of each item, by item.
  func releasedContents() throws -> [[UInt8]]
  /// Canonical content of an item of the bank in force.
  func contentInForce(of item: Item.ID) throws -> [UInt8]?
  /// Nil before the first bank.
  func frameworkInForce() throws -> Framework?
  /// Puts these items into the bank in force, in place of those with the same ids.
  /// - Returns: the hash that names the bank from now on.
  func putInForce(_ entries: [ItemBank.Entry], at moment: Moment) throws -> [UInt8]
}
