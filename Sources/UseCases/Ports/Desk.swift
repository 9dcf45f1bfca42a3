import Assessment
import Slip

/// An account of the office, as the desk refers to it.
package typealias StaffID = Int64

/// Who acts, and what that person had seen of the attempt.
package struct DeskTurn: Equatable, Sendable {
  package let account: StaffID
  /// The number of the last act on the attempt that was on the screen; 0 where there was none.
  package let seen: Int

  package init(_ account: StaffID, seen: Int) {
    self.account = account
    self.seen = seen
  }
}

/// What a member of staff did to an attempt.
package struct DeskAct: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case seat
    case pause
    case resume
    case addMinutes = "add-minutes"
    case move
    case end
    case void
    case decideFlag = "decide-flag"
    /// The first sheet, let out by the desk.
    case printSlip = "print-slip"
    case reprintSlip = "reprint-slip"
    case revokeSlip = "revoke-slip"
  }

  package let attempt: Attempt.ID
  /// Counts the acts on one attempt from 1 without gaps: the attempt's version as the desk sees it.
  package let number: Int
  package let account: StaffID
  package let kind: Kind
  package let reason: Reason.ID?
  package let minutes: Int?
  package let at: Moment

  package init(
    attempt: Attempt.ID, number: Int, account: StaffID, kind: Kind, reason: Reason.ID?, minutes: Int?, at: Moment
  ) {
    self.attempt = attempt
    self.number = number
    self.account = account
    self.kind = kind
    self.reason = reason
    self.minutes = minutes
    self.at = at
  }
}

/// Why the desk may not do something. Cases carry facts for the sentence.
package enum DeskRefusal: Equatable, Sendable {
  /// Somebody else acted since the screen was made: these acts, oldest first.
  case changedMeanwhile(Attempt.ID, acts: [DeskAct])
  /// Practice knows nobody and is nobody's business.
  case notTested(Attempt.ID)
  case unknownReason(Reason.ID)
  case reasonNotFor(Reason.ID, act: Reason.Act)
  case guardianIncomplete
  case unknownHamlet(Hamlet.ID)
  case unknownTag(Tag.ID)
  case noSeatLeft
  case unknownSeatNumber
  /// Somebody sits there; a clerk must move the attempt first.
  case seatTaken(SeatNumber)
  case noHelpCalled(Attempt.ID)
  case notFlagged(Attempt.ID)
  /// Help that is not allowed is on record: the slip waits for an officer.
  case awaitsOfficer(Attempt.ID)
  case slipRefused(Attempt.ID)
  case unknownSlip
  case slipRevoked(serial: Int64)
  case slipCode(groups: [Int])
  /// A scanned text that is no slip's, or not all of it.
  case slipText
  /// Another box issued it: it can be checked here, and nothing else.
  case foreignSlip(Issuer)
  /// Somebody let out a sheet since the screen was made.
  case printedMeanwhile(serial: Int64, copies: Int)
  case tooFewLetters
  case unknownPerson
  case samePerson
  case nameUnchanged
  /// Two real citizen numbers: one person has one, so a reason must be given.
  case bothNumbersReal
  case bothHaveOpenAttempts(Attempt.ID, Attempt.ID)
  case deviceNumber(Int)
  case deviceNumberTaken(Int)
  case unknownDevice
  /// Never, no longer, or used up.
  case unknownEnrolment
  case officeName
  /// Of several names, one a line, counted from 1.
  case officeNameLine(Int)
  case officeNameTaken(String)
  case unknownLanguage(Language.ID)
  /// Somebody sits at the device with this number, or was just asked to go there.
  case deviceBusy(Int)
  case notResting(Attempt.ID)
  case noRests(Attempt.ID)
  case unknownClass
  case classClosed
  /// A date that cannot be today's.
  case impossibleDate
  case classTitle
  /// A list without a line that could be a person.
  case classEmpty
  case classTooLong(most: Int)
  case nobodyToSeat
}

/// A hamlet of the commune (thôn, tổ dân phố, ấp, khóm, bản), as the office names it.
package struct Hamlet: Equatable, Sendable {
  package typealias ID = Int64
  package let id: ID
  package let name: String

  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}

/// A group of people that the office defines for its own reports, such as "đoàn viên".
package struct Tag: Equatable, Sendable {
  package typealias ID = Int64
  package let id: ID
  package let name: String

  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}

/// Lists that the office keeps itself. Names leave the lists when retired; what was recorded under them stays.
package protocol OfficeListStore {
  func hamlets() throws -> [Hamlet]
  func tags() throws -> [Tag]
  /// Also of one that was retired.
  func hamletName(_ id: Hamlet.ID) throws -> String?
  func tagName(_ id: Tag.ID) throws -> String?
  func addHamlet(_ name: String) throws -> Hamlet.ID
  func addTag(_ name: String) throws -> Tag.ID
  /// - Returns: whether it was on the list.
  func retireHamlet(_ id: Hamlet.ID, at moment: Moment) throws -> Bool
  func retireTag(_ id: Tag.ID, at moment: Moment) throws -> Bool
}

/// What a clerk settled for an attempt before it begins.
package struct Seating: Equatable, Sendable {
  package let account: StaffID
  package let hamlet: Hamlet.ID?
  package let tags: [Tag.ID]
  package let accommodations: Accommodations
  package let guardian: GuardianAgreement?
  package let language: Language.ID

  package init(
    account: StaffID, hamlet: Hamlet.ID?, tags: [Tag.ID], accommodations: Accommodations, guardian: GuardianAgreement?,
    language: Language.ID = Language.vietnamese.id
  ) {
    self.account = account
    self.hamlet = hamlet
    self.tags = tags
    self.accommodations = accommodations
    self.guardian = guardian
    self.language = language
  }
}

/// An attempt that a clerk opens for somebody: the person is known, the consent is still to be asked for.
package struct NewSeating: Sendable {
  package let attempt: NewAttempt
  package let person: Int64
  package let identity: Candidate.Identity
  package let ageYears: Int
  package let seat: SeatNumber
  /// Where the person is asked to sit down; nil for any kiosk.
  package let device: Device.ID?
  package let seating: Seating

  package init(
    attempt: NewAttempt, person: Int64, identity: Candidate.Identity, ageYears: Int, seat: SeatNumber,
    device: Device.ID? = nil, seating: Seating
  ) {
    self.attempt = attempt
    self.person = person
    self.identity = identity
    self.ageYears = ageYears
    self.seat = seat
    self.device = device
    self.seating = seating
  }
}

/// Attempts as the desk handles them.
package protocol DeskStore {
  /// Adds the attempt in state seating with everything that was settled for it.
  func add(_ new: NewSeating) throws -> Attempt.ID
  func seating(of id: Attempt.ID) throws -> Seating?
  func seatNumber(of id: Attempt.ID) throws -> SeatNumber?
  func give(_ seat: SeatNumber, to id: Attempt.ID) throws
  /// Where the holder of the seat number is asked to sit down; nil for any kiosk.
  func assignedDevice(of id: Attempt.ID) throws -> Device.ID?
  func assign(_ device: Device.ID?, to id: Attempt.ID) throws
  /// The oldest open attempt that waits for its person at this device.
  func waitingAttempt(at device: Device.ID) throws -> Attempt.ID?
  /// Devices at which somebody is asked to sit down or sits.
  func busyDevices() throws -> Set<Device.ID>
  /// What makes the test fair for its person beside time; none where no clerk settled anything.
  func needs(of id: Attempt.ID) throws -> Set<Need>
  /// Whom this account seated last, and what this person took last.
  func lastAudience(seatedBy account: StaffID) throws -> Audience.ID?
  func lastAudience(of person: Int64) throws -> Audience.ID?
  /// Languages in force, in their order.
  func languages() throws -> [Language]
  /// The open attempt with this seat number.
  func openAttempt(at seat: SeatNumber) throws -> Attempt.ID?
  func isBound(_ id: Attempt.ID) throws -> Bool
  /// Writes down that the person agreed. Once, and only before the attempt begins.
  func keepConsent(to notice: Notice, of id: Attempt.ID, at moment: Moment) throws
  func extend(_ id: Attempt.ID, allowed: Int, at moment: Moment) throws

  /// Reasons in force, in their order.
  func reasons() throws -> [Reason]
  /// The latest reason with this id, in force or not.
  func reason(_ id: Reason.ID) throws -> Reason?
  /// - Throws: where the number is not the next one.
  func add(_ act: DeskAct) throws
  func acts(on id: Attempt.ID, after number: Int) throws -> [DeskAct]

  func addHelp(_ kind: HelpAct.Kind, by account: StaffID, at place: FormPlace, of id: Attempt.ID, moment: Moment) throws
  func help(of id: Attempt.ID) throws -> HelpLedger
  func add(_ decision: FlagDecision, on id: Attempt.ID) throws
  /// - Returns: whether nobody had called yet.
  func callHelp(_ id: Attempt.ID, at moment: Moment) throws -> Bool
  /// - Returns: whether somebody had called.
  func answerHelp(_ id: Attempt.ID, by account: StaffID, at moment: Moment) throws -> Bool

  /// When the person called and nobody has gone yet.
  func openHelpCall(of id: Attempt.ID) throws -> Moment?
  /// The last call of an attempt to which somebody went; only among the office's newest calls, for it is news.
  func lastHelpAnswer(of id: Attempt.ID) throws -> HelpAnswer?
}
