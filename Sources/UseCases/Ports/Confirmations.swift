import Assessment
import Slip

/// Where the long way of a passed slip to VNeID stands. A slip without any entry has passed and was not listed yet.
package enum ConfirmationState: String, Sendable, CaseIterable {
  /// On a list that has not been handed over.
  case listed
  case sent
  case confirmed
  case refused
  /// Taken off a list before it was handed over.
  case withdrawn

  /// Whether the slip may not be put on another list.
  package var isOpen: Bool { self == .listed || self == .sent }
}

/// One list of slips for the outside authority.
package struct ConfirmationBatch: Equatable, Sendable {
  package typealias ID = Int64
  package let id: ID
  package let layout: Int
  /// Nil for the command line.
  package let account: StaffID?
  package let madeAt: Moment
  package let sentAt: Moment?

  package init(id: ID, layout: Int, account: StaffID?, madeAt: Moment, sentAt: Moment?) {
    self.id = id
    self.layout = layout
    self.account = account
    self.madeAt = madeAt
    self.sentAt = sentAt
  }
}

/// A slip on a list, and what became of it.
package struct ConfirmationEntry: Equatable, Sendable {
  package typealias ID = Int64
  package let id: ID
  package let batch: ConfirmationBatch.ID
  package let serial: Int64
  package let person: Int64
  package let state: ConfirmationState
  /// Why it was refused, in the authority's words.
  package let reason: String?
  package let changedAt: Moment

  package init(
    id: ID, batch: ConfirmationBatch.ID, serial: Int64, person: Int64, state: ConfirmationState, reason: String?,
    changedAt: Moment
  ) {
    self.id = id
    self.batch = batch
    self.serial = serial
    self.person = person
    self.state = state
    self.reason = reason
    self.changedAt = changedAt
  }
}

/// An entry with everything that a list says of it and an answer is matched by.
package struct ListedSlip: Equatable, Sendable {
  package let entry: ConfirmationEntry
  package let token: SlipToken
  package let bytes: [UInt8]
  package let name: String
  /// Nil for who came without papers.
  package let number: CitizenNumber?
  /// `YYYY-MM-DD`, or `YYYY` where only the year is known.
  package let birth: String
  package let sex: Sex?
  package let audience: Audience.ID
  package let submittedAt: Moment

  package init(
    entry: ConfirmationEntry, token: SlipToken, bytes: [UInt8], name: String, number: CitizenNumber?, birth: String,
    sex: Sex?, audience: Audience.ID, submittedAt: Moment
  ) {
    self.entry = entry
    self.token = token
    self.bytes = bytes
    self.name = name
    self.number = number
    self.birth = birth
    self.sex = sex
    self.audience = audience
    self.submittedAt = submittedAt
  }
}

/// A file of answers that somebody has given to the box.
package struct AnswerFile: Equatable, Sendable {
  package typealias ID = Int64
  package enum State: String, Sendable, CaseIterable {
    /// Looked at, nothing changed yet.
    case previewed
    case applied
    case undone
  }

  package let id: ID
  package let state: State
  /// Nil for the command line.
  package let account: StaffID?
  package let at: Moment
  package let rows: Int
  package let changed: Int

  package init(id: ID, state: State, account: StaffID?, at: Moment, rows: Int, changed: Int) {
    self.id = id
    self.state = state
    self.account = account
    self.at = at
    self.rows = rows
    self.changed = changed
  }
}

/// What an answer changed, so that it can be taken back.
package struct AnswerChange: Equatable, Sendable {
  package let entry: ConfirmationEntry.ID
  package let line: Int
  package let before: ConfirmationState
  package let reasonBefore: String?
  package let after: ConfirmationState
  package let reasonAfter: String?

  package init(
    entry: ConfirmationEntry.ID, line: Int, before: ConfirmationState, reasonBefore: String?,
    after: ConfirmationState, reasonAfter: String?
  ) {
    self.entry = entry
    self.line = line
    self.before = before
    self.reasonBefore = reasonBefore
    self.after = after
    self.reasonAfter = reasonAfter
  }
}

/// A slip that could be put on a list.
package struct ListableSlip: Equatable, Sendable {
  package let serial: Int64
  package let person: Int64
  package let audience: Audience.ID
  package let passedAt: Moment

  package init(serial: Int64, person: Int64, audience: Audience.ID, passedAt: Moment) {
    self.serial = serial
    self.person = person
    self.audience = audience
    self.passedAt = passedAt
  }
}

/// Everybody who has passed, each counted once, where they stand now.
package struct ConfirmationTally: Equatable, Sendable {
  /// On no list yet.
  package var unlisted = 0
  package var listed = 0
  package var sent = 0
  package var confirmed = 0
  package var refused = 0

  package init() {}

  package var passed: Int { unlisted + listed + sent + confirmed + refused }
}

/// Lists for the outside authority, and its answers.
package protocol ConfirmationStore {
  /// The latest slip of everybody who has passed, with no open entry, none confirmed, no refusal that waits to be put right
  /// and no revocation; oldest first.
  func listableSlips(most: Int) throws -> [ListableSlip]
  func addBatch(layout: Int, by account: StaffID?, at moment: Moment) throws -> ConfirmationBatch.ID
  func addEntry(_ slip: ListableSlip, to batch: ConfirmationBatch.ID, at moment: Moment) throws
  func batch(_ id: ConfirmationBatch.ID) throws -> ConfirmationBatch?
  /// Newest first.
  func batches() throws -> [ConfirmationBatch]
  func counts(of batch: ConfirmationBatch.ID) throws -> [ConfirmationState: Int]
  /// In the order of their listing.
  func slips(in batch: ConfirmationBatch.ID) throws -> [ListedSlip]
  /// Every entry of a list that was handed over, whatever was answered since.
  func slipsSent() throws -> [ListedSlip]
  /// Newest first.
  func entries(of person: Int64) throws -> [ConfirmationEntry]
  func entry(_ id: ConfirmationEntry.ID) throws -> ConfirmationEntry?
  /// The latest slip of everybody who passed up to a day and is not confirmed, oldest first.
  func unconfirmedSlips(until day: CivilDate, most: Int) throws -> [ListableSlip]
  func markSent(_ batch: ConfirmationBatch.ID, at moment: Moment) throws
  func set(_ state: ConfirmationState, reason: String?, of entry: ConfirmationEntry.ID, at moment: Moment) throws

  /// Keeps a file's rows, sealed, until they are applied or given up.
  func addAnswers(
    digest: [UInt8], text: String, rows: Int, by account: StaffID?, at moment: Moment
  ) throws -> AnswerFile.ID
  func answers(_ id: AnswerFile.ID) throws -> AnswerFile?
  /// The file in force with these bytes, if any.
  func answers(digest: [UInt8]) throws -> AnswerFile?
  func answersText(_ id: AnswerFile.ID) throws -> String?
  /// Newest first.
  func answerFiles() throws -> [AnswerFile]
  /// Notes what was changed, and forgets the rows.
  func apply(_ changes: [AnswerChange], of id: AnswerFile.ID, at moment: Moment) throws
  func changes(of id: AnswerFile.ID) throws -> [AnswerChange]
  func markUndone(_ id: AnswerFile.ID, by account: StaffID?, at moment: Moment) throws
  /// What was decided about single lines; nil for a line to be left.
  func choices(of id: AnswerFile.ID) throws -> [Int: ConfirmationEntry.ID?]
  func keep(_ choices: [Int: ConfirmationEntry.ID?], of id: AnswerFile.ID) throws
  /// Forgets a file that was only looked at.
  func dropAnswers(_ id: AnswerFile.ID) throws

  func confirmationTally() throws -> ConfirmationTally
  /// The last entries of people who were refused and are on no list since; newest refusal first.
  func refusedEntries(most: Int) throws -> [ConfirmationEntry]
  /// What an entry was refused for was put right.
  func markCorrected(_ entry: ConfirmationEntry.ID, by account: StaffID?, at moment: Moment) throws
  /// When a refusal was put right; nil where it still waits for it.
  func correction(of entry: ConfirmationEntry.ID) throws -> Moment?

  /// The layout of lists in force and its number; nil where nobody has kept one.
  func confirmationLayout() throws -> (number: Int, text: String)?
  func confirmationLayout(_ number: Int) throws -> String?
  func keepConfirmationLayout(_ text: String, by account: StaffID?, at moment: Moment) throws -> Int
}
