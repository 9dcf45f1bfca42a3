import Assessment

/// That somebody's particulars were taken away, for good. Keyed by a hash that says nothing about the person.
package struct Erasure: Equatable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    /// The person asked for it.
    case asked
    /// The person no longer agrees.
    case withdrawn
    /// The record should never have been made.
    case mistaken
    /// The period for which it may be kept has run out.
    case expired
    /// A restore brought back what had been erased.
    case restored
  }

  package let person: Int64
  package let key: [UInt8]
  package let reason: Reason
  /// The paper it was done by; nil where a period ran out or a restore did it again.
  package let document: String?
  package let account: StaffID?
  package let at: Moment

  package init(
    person: Int64, key: [UInt8], reason: Reason, document: String?, account: StaffID?, at: Moment
  ) {
    self.person = person
    self.key = key
    self.reason = reason
    self.document = document
    self.account = account
    self.at = at
  }
}

/// An entry of the register: names, or one person's particulars, were taken out or shown whole.
package struct Disclosure: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The list of attempts with names.
    case attempts
    case confirmationList = "confirmation-list"
    /// Everything held on one person, as a file for that person.
    case personFile = "person-file"
    /// The same on paper.
    case personPaper = "person-paper"
    /// Somebody's whole citizen number, on the screen.
    case fullNumber = "full-number"
    /// What the province is told, sealed to it.
    case bundle
  }

  package let id: Int64
  package let kind: Kind
  /// A period or a list's number, in the words of addresses; never a name.
  package let subject: String
  package let person: Int64?
  /// People named.
  package let rows: Int
  package let format: String
  /// SHA-256 of the file as it left; empty for what was only shown.
  package let digest: [UInt8]
  /// Nil for the command line.
  package let account: StaffID?
  package let at: Moment

  package init(
    id: Int64 = 0, kind: Kind, subject: String, person: Int64? = nil, rows: Int, format: String, digest: [UInt8] = [],
    account: StaffID?, at: Moment
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.person = person
    self.rows = rows
    self.format = format
    self.digest = digest
    self.account = account
    self.at = at
  }
}

/// The periods in force and by what paper; no paper for those that came with the program.
package struct RetentionAdoption: Equatable, Sendable {
  package let content: [UInt8]
  package let act: RuleAct?
  package let account: StaffID?
  package let at: Moment

  package init(content: [UInt8], act: RuleAct?, account: StaffID?, at: Moment) {
    self.content = content
    self.act = act
    self.account = account
    self.at = at
  }
}

/// What was taken away because its period ran out.
package struct RetentionRun: Equatable, Sendable {
  package let kind: RetentionPlan.Kind
  package let count: Int
  package let at: Moment

  package init(kind: RetentionPlan.Kind, count: Int, at: Moment) {
    self.kind = kind
    self.count = count
    self.at = at
  }
}

/// What stands on a person's record beside name and number.
package struct PersonFacts: Equatable, Sendable {
  /// `YYYY-MM-DD`, or `YYYY` where only the year is known.
  package let birth: String
  package let sex: Sex?
  package let firstSeenAt: Moment

  package init(birth: String, sex: Sex?, firstSeenAt: Moment) {
    self.birth = birth
    self.sex = sex
    self.firstSeenAt = firstSeenAt
  }
}

/// What people may ask for about what is kept of them, and how long it is kept.
package protocol PrivacyStore {
  /// The key under which a record would be erased; nil where there is no such record.
  func erasureKey(of person: Int64) throws -> [UInt8]?
  /// Takes away name, number, birth, former names, guardian's names, needs and chosen answers of a record; what is counted
  /// stays as it is.
  /// - Returns: attempts whose answers went.
  func erase(_ erasure: Erasure) throws -> Int
  func erasure(of person: Int64) throws -> Erasure?
  /// Newest first.
  func erasures(most: Int) throws -> [Erasure]
  /// Records that are named whole although an erasure of them is written down, as a rebuilt database may have them.
  func unfinishedErasures() throws -> [Erasure]
  /// Records that are still there of those that were erased under these keys.
  func people(keyed keys: Set<[UInt8]>) throws -> [Int64]
  func facts(of person: Int64) throws -> PersonFacts?

  func addWithdrawal(of person: Int64, by account: StaffID, at moment: Moment) throws
  /// When the person last took the consent back, and by whom it was written down; nil where a consent was given since.
  func withdrawal(of person: Int64) throws -> (at: Moment, account: StaffID)?

  func add(_ disclosure: Disclosure) throws
  /// Newest first, those before a number.
  func disclosures(before id: Int64, most: Int) throws -> [Disclosure]
  func disclosures(of person: Int64, most: Int) throws -> [Disclosure]

  /// Newest first.
  func retentionAdoptions() throws -> [RetentionAdoption]
  func add(_ adoption: RetentionAdoption) throws
  func add(_ run: RetentionRun) throws
  /// Newest first.
  func retentionRuns(most: Int) throws -> [RetentionRun]
  /// Attempts with answers that ended before a moment, oldest first.
  func attemptsWithAnswers(endedBefore moment: Moment, most: Int) throws -> [Attempt.ID]
  func eraseAnswers(of attempts: [Attempt.ID], at moment: Moment) throws
  /// Records of people of whom nothing was done since a moment and who have no open attempt, oldest first.
  func people(silentSince moment: Moment, most: Int) throws -> [Int64]
  /// Takes away lines of class lists that nobody was seated from, of classes opened before a moment.
  /// - Returns: how many went.
  func dropClassLines(openedBefore moment: Moment, most: Int) throws -> Int
  /// Takes away files of answers that were only looked at before a moment.
  func dropPreviews(before moment: Moment) throws -> Int
  /// How many would go if everything before a moment went.
  func dueCount(of kind: RetentionPlan.Kind, before moment: Moment) throws -> Int
}
