import Assessment
import Slip

/// Which rows of the store an attempt was made with. Old attempts keep theirs when content changes.
package struct ContentVersion: Hashable, Sendable {
  package let framework: Int64
  package let blueprint: Int64
  package let bank: Int64

  package init(framework: Int64, blueprint: Int64, bank: Int64) {
    self.framework = framework
    self.blueprint = blueprint
    self.bank = bank
  }
}

/// The framework and blueprint an attempt is held under. An object, since every page of every thread looks at the same few.
package final class Rules: Sendable {
  package let framework: Framework
  package let blueprint: Blueprint
  /// SHA-256 of the bank's items.
  package let bankHash: [UInt8]

  package init(framework: Framework, blueprint: Blueprint, bankHash: [UInt8]) {
    self.framework = framework
    self.blueprint = blueprint
    self.bankHash = bankHash
  }
}

/// Content that is in force, and content that old attempts still need.
package protocol ContentStore {
  /// Makes a bank the one in force. A bank whose content is already stored is not stored again.
  /// - Returns: whether anything in force changed.
  func adopt(_ bank: ItemBank, at moment: Moment) throws -> Bool
  func audiences() throws -> [Audience]
  func notice(for audience: Audience.ID) throws -> Notice?
  func currentVersion(for audience: Audience.ID) throws -> ContentVersion?
  func rules(_ version: ContentVersion) throws -> Rules
  func cards(for audience: Audience.ID, in version: ContentVersion) throws -> [Item.Card]
  /// The items of the bank in force, retired ones too.
  func itemsInForce() throws -> [Item]
}

/// What is stored of an attempt beside its state.
package struct AttemptRecord: Sendable {
  package var attempt: Attempt
  package let content: ContentVersion
  package let seed: UInt64
  package var person: Int64?
  package var identity: Candidate.Identity
  package let noticeVersion: Int?
  package let beganAt: Moment
  package var submittedAt: Moment?
  package var counts: [FormPlace.Part: Int]

  package init(
    attempt: Attempt, content: ContentVersion, seed: UInt64, person: Int64?, identity: Candidate.Identity,
    noticeVersion: Int?, beganAt: Moment, submittedAt: Moment?, counts: [FormPlace.Part: Int]
  ) {
    self.attempt = attempt
    self.content = content
    self.seed = seed
    self.person = person
    self.identity = identity
    self.noticeVersion = noticeVersion
    self.beganAt = beganAt
    self.submittedAt = submittedAt
    self.counts = counts
  }

  /// Whether a clerk has named the person and that person has not agreed yet.
  package var awaitsConsent: Bool {
    attempt.state == .seating && person != nil && noticeVersion == nil
  }
}

/// An attempt about to be stored; the store gives it the next number of this device.
package struct NewAttempt: Sendable {
  package let audience: Audience.ID
  package let mode: Attempt.Mode
  package let content: ContentVersion
  package let seed: UInt64
  package let allowed: Int?
  package let noticeVersion: Int?
  package let beganAt: Moment

  package init(
    audience: Audience.ID, mode: Attempt.Mode, content: ContentVersion, seed: UInt64, allowed: Int?,
    noticeVersion: Int?, beganAt: Moment
  ) {
    self.audience = audience
    self.mode = mode
    self.content = content
    self.seed = seed
    self.allowed = allowed
    self.noticeVersion = noticeVersion
    self.beganAt = beganAt
  }
}

/// One place of a form with what the candidate did there.
package struct FormRow: Equatable, Sendable {
  package let place: FormPlace
  package let item: Item.ID
  package let optionOrder: [Item.Option.ID]
  /// In the text form of ``Assessment/Response``; nil where nothing is answered.
  package let response: String?
  /// Nothing is left to answer here.
  package let isWhole: Bool
  package let isMarked: Bool

  package init(
    place: FormPlace, item: Item.ID, optionOrder: [Item.Option.ID], response: String?, isWhole: Bool, isMarked: Bool
  ) {
    self.place = place
    self.item = item
    self.optionOrder = optionOrder
    self.response = response
    self.isWhole = isWhole
    self.isMarked = isMarked
  }
}

/// A response as it goes to the disk. The salt makes the log's digest of it say nothing once the row is erased.
package struct StoredResponse: Sendable {
  package let response: String?
  /// Hundredths of an item, by the key of the item version the form was drawn from.
  package let credit: Int
  package let isWhole: Bool
  package let isMarked: Bool
  package let salt: [UInt8]
  package let spent: Int
  package let at: Moment

  package init(
    response: String?, credit: Int, isWhole: Bool, isMarked: Bool, salt: [UInt8], spent: Int, at: Moment
  ) {
    self.response = response
    self.credit = credit
    self.isWhole = isWhole
    self.isMarked = isMarked
    self.salt = salt
    self.spent = spent
    self.at = at
  }
}

/// An answer that was scored by an earlier version of its item.
package struct OldAnswer: Equatable, Sendable {
  package let attempt: Attempt.ID
  package let number: Int
  package let item: Item.ID
  package let response: String
  package let credit: Int

  package init(attempt: Attempt.ID, number: Int, item: Item.ID, response: String, credit: Int) {
    self.attempt = attempt
    self.number = number
    self.item = item
    self.response = response
    self.credit = credit
  }
}

/// An answer that was scored anew.
package struct Rescoring: Equatable, Sendable {
  package let number: Int
  package let creditBefore: Int
  package let creditAfter: Int
  package let reason: String
  package let at: Moment

  package init(number: Int, creditBefore: Int, creditAfter: Int, reason: String, at: Moment) {
    self.number = number
    self.creditBefore = creditBefore
    self.creditAfter = creditAfter
    self.reason = reason
    self.at = at
  }
}

package protocol AttemptStore {
  func add(_ new: NewAttempt) throws -> Attempt.ID
  func attempt(_ id: Attempt.ID) throws -> AttemptRecord?
  /// Stores state, place, spent time and ending.
  func save(_ attempt: Attempt, at moment: Moment) throws
  func seat(_ id: Attempt.ID, person: Int64, identity: Candidate.Identity, ageYears: Int) throws
  func add(_ form: Form, to id: Attempt.ID, from content: ContentVersion) throws
  func row(at place: FormPlace, of id: Attempt.ID) throws -> FormRow?
  func rows(of id: Attempt.ID) throws -> [FormRow]
  /// The row with its item; nil where the form has no such place or the item's content is damaged.
  func entry(at place: FormPlace, of id: Attempt.ID) throws -> (row: FormRow, item: Item)?
  func record(_ response: StoredResponse, at place: FormPlace, of id: Attempt.ID) throws
  /// The credit of every scored place, as it was given when the response was recorded or last re-scored.
  func scores(of id: Attempt.ID) throws -> [ItemScore]
  /// Scored places with something left to answer.
  func openCount(of id: Attempt.ID) throws -> Int
  func store(_ outcome: Outcome, of id: Attempt.ID) throws
  /// Scored answers of handed-in attempts to versions of an item before this one, oldest attempt first.
  func answers(to item: Item.ID, before version: Int) throws -> [OldAnswer]
  /// Replaces the credit of an answer and writes down that it was done.
  func rescore(_ answer: OldAnswer, to credit: Int, byVersion version: Int, reason: String, at moment: Moment) throws
  func rescorings(of id: Attempt.ID) throws -> [Rescoring]
  func isEmptyOfRealAttempts() throws -> Bool
}

/// People, sealed: the store never sees a name or number in clear except to seal it.
package protocol PersonStore {
  /// The person with this number, made known first if new. A newer name or birth date replaces the older.
  func person(_ candidate: Candidate, at moment: Moment) throws -> Int64
  func candidate(_ person: Int64) throws -> StoredPerson?
  func openAttempt(of person: Int64) throws -> Attempt.ID?
  /// When the person's last tested attempt was handed in.
  func lastSubmission(of person: Int64) throws -> Moment?
  /// Items of the person's last tested forms, newest first.
  func recentItems(of person: Int64, forms: Int) throws -> [Set<Item.ID>]
}

package struct StoredPerson: Equatable, Sendable {
  package let name: String
  package let number: CitizenNumber

  package init(name: String, number: CitizenNumber) {
    self.name = name
    self.number = number
  }
}

/// Which attempt a browser session is at. Only digests of session ids are stored.
package protocol SessionStore {
  func attempt(of session: SessionID) throws -> Attempt.ID?
  func bind(_ session: SessionID, to attempt: Attempt.ID, at moment: Moment) throws
  func unbind(_ session: SessionID) throws
  /// Parts every session from an attempt, since its person has sat down somewhere else.
  func unbindAll(from attempt: Attempt.ID) throws
}

/// A slip as it was issued: its bytes never change again.
package struct StoredSlip: Equatable, Sendable {
  package let serial: Int64
  package let attempt: Attempt.ID
  package let token: SlipToken
  package let bytes: [UInt8]
  package let issuedAt: Moment

  package init(serial: Int64, attempt: Attempt.ID, token: SlipToken, bytes: [UInt8], issuedAt: Moment) {
    self.serial = serial
    self.attempt = attempt
    self.token = token
    self.bytes = bytes
    self.issuedAt = issuedAt
  }
}

package protocol SlipStore {
  /// One more than the last serial of this device; serials have no gaps.
  func nextSerial() throws -> Int64
  func add(_ slip: StoredSlip) throws
  func slip(of attempt: Attempt.ID) throws -> StoredSlip?
  func slip(with token: SlipToken) throws -> StoredSlip?
  func slips(after serial: Int64, most: Int) throws -> [StoredSlip]
  /// How often the slip was put on paper.
  func printCount(of serial: Int64) throws -> Int
  /// - Returns: the number of the new copy, from 1.
  func addPrint(of serial: Int64, at moment: Moment) throws -> Int
}

/// The append-only, hash-chained record of what happened. No personal data: opaque ids and salted digests.
package protocol EventLog {
  /// - Returns: the hash of the new entry.
  @discardableResult
  func append(_ event: Event, at moment: Moment) throws -> [UInt8]
  /// The hash of the last entry; 32 zero bytes before the first.
  func head() throws -> [UInt8]
}

package struct Event: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case started
    case bankAdopted = "bank-adopted"
    case attemptBegun = "attempt-begun"
    case candidateSeated = "candidate-seated"
    case attemptResumed = "attempt-resumed"
    case responseRecorded = "response-recorded"
    case attemptSubmitted = "attempt-submitted"
    case attemptVoided = "attempt-voided"
    case attemptRescored = "attempt-rescored"
    case slipIssued = "slip-issued"
    case slipPrinted = "slip-printed"
    case accountCreated = "account-created"
    case accountDisabled = "account-disabled"
    case accountReset = "account-reset"
    /// A new password, PIN or second factor, by the account's owner.
    case accountSecured = "account-secured"
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case signInRefused = "sign-in-refused"
    case sessionLocked = "session-locked"
    case sessionUnlocked = "session-unlocked"
    case pinRefused = "pin-refused"
    case kioskLeft = "kiosk-left"
    case attemptSeated = "attempt-seated"
    case seatTaken = "seat-taken"
    case consentGiven = "consent-given"
    case consentDeclined = "consent-declined"
    case attemptPaused = "attempt-paused"
    case attemptContinued = "attempt-continued"
    case minutesAdded = "minutes-added"
    case attemptMoved = "attempt-moved"
    case attemptEnded = "attempt-ended"
    case helpCalled = "help-called"
    case helpAnswered = "help-answered"
    case helpRecorded = "help-recorded"
    case flagDecided = "flag-decided"
    case slipReprinted = "slip-reprinted"
    case slipRevoked = "slip-revoked"
    case nameCorrected = "name-corrected"
    case peopleMerged = "people-merged"
    case deviceEnrolled = "device-enrolled"
    case deviceRetired = "device-retired"
    case confirmationLayoutKept = "confirmation-layout-kept"
    case confirmationListed = "confirmation-listed"
    case confirmationWithdrawn = "confirmation-withdrawn"
    case confirmationSent = "confirmation-sent"
    case answersTaken = "answers-taken"
    case answersApplied = "answers-applied"
    case answersUndone = "answers-undone"
    case answersDropped = "answers-dropped"
    case confirmationCorrected = "confirmation-corrected"
    case rulesAdopted = "rules-adopted"
    case rulesReturned = "rules-returned"
    case planKept = "plan-kept"
    case documentChosen = "document-chosen"
    case targetKept = "target-kept"
    case figureEntered = "figure-entered"
    case certificateSeen = "certificate-seen"
    case returnOpened = "return-opened"
    case returnClosed = "return-closed"
    case draftsReceived = "drafts-received"
    case draftsReleased = "drafts-released"
    case draftDiscarded = "draft-discarded"
    case recordingMade = "recording-made"
    case recordingReviewed = "recording-reviewed"
    /// Somebody took a list with people's names out.
    case namesDisclosed = "names-disclosed"
    /// Somebody looked at a person's whole number.
    case numberShown = "number-shown"
    case personErased = "person-erased"
    case consentWithdrawn = "consent-withdrawn"
    case retentionKept = "retention-kept"
    case retentionCarriedOut = "retention-carried-out"
    case keyRotated = "key-rotated"
    case keyListTaken = "key-list-taken"
    case letterheadChanged = "letterhead-changed"
    case restTaken = "rest-taken"
    case restEnded = "rest-ended"
    case classOpened = "class-opened"
    case classClosed = "class-closed"
    /// The box was made anew from a backup or a mirror, under another device number and key.
    case restored
    case clockDoubted = "clock-doubted"
    case clockSettled = "clock-settled"
    /// The entries before it were read out of a damaged file.
    case databaseRebuilt = "database-rebuilt"
    /// Slips that were given out are no longer in the database: the box goes on under another device number and key.
    case issuerRenewed = "issuer-renewed"
  }

  package let kind: Kind
  package let attempt: Attempt.ID?
  /// A hash over content that is kept elsewhere, or empty.
  package let digest: [UInt8]
  /// A short English fact without personal data, such as `place=scored-7`.
  package let note: String

  package init(_ kind: Kind, attempt: Attempt.ID? = nil, digest: [UInt8] = [], note: String = "") {
    self.kind = kind
    self.attempt = attempt
    self.digest = digest
    self.note = note
  }
}
