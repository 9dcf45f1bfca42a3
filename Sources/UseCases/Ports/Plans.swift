import Assessment

/// A number that somebody of the office has entered, with where it comes from. None is ever overwritten.
package struct OfficeFigure: Equatable, Sendable {
  package enum Subject: Hashable, Sendable {
    case population
    case outside(OutsideFigure.ID)
  }

  package let subject: Subject
  package let group: PlanGroup.ID
  package let value: Int
  /// The day it speaks of.
  package let day: CivilDate
  package let source: String
  package let account: StaffID
  package let at: Moment

  package init(
    subject: Subject, group: PlanGroup.ID, value: Int, day: CivilDate, source: String, account: StaffID, at: Moment
  ) {
    self.subject = subject
    self.group = group
    self.value = value
    self.day = day
    self.source = source
    self.account = account
    self.at = at
  }
}

/// That somebody of the office has seen a person's certificate of a course on the national platform.
package struct CourseCertificate: Equatable, Sendable {
  package static let longestCourse = 120

  package let person: Int64
  package let course: String
  package let seenOn: CivilDate
  package let account: StaffID

  package init(person: Int64, course: String, seenOn: CivilDate, account: StaffID) {
    self.person = person
    self.course = course
    self.seenOn = seenOn
    self.account = account
  }
}

/// Whom a count lets through.
package struct PeopleFilter: Hashable, Sendable {
  package let audience: Audience.ID?
  /// Any of these tags of the office's; nil lets all through.
  package let tags: [String]?
  package let ages: ClosedRange<Int>

  package init(audience: Audience.ID?, tags: [String]?, ages: ClosedRange<Int>) {
    self.audience = audience
    self.tags = tags
    self.ages = ages
  }
}

/// Targets, the figures they need, and what was counted here.
package protocol PlanStore {
  /// The plan as shipped.
  /// - Returns: false where it is the one kept already.
  func keepPlan(_ content: [UInt8], at moment: Moment) throws -> Bool
  func planContent() throws -> [UInt8]?
  /// The last choice for each document that anything was chosen for.
  func documentChoices() throws -> [PlanDocument.ID: Bool]
  func choose(_ document: PlanDocument.ID, applies: Bool, by account: StaffID, at moment: Moment) throws
  /// The last version of each of the office's own targets; content is nil for those taken out.
  func ownTargets() throws -> [(id: PlanTarget.ID, version: Int, content: [UInt8]?)]
  func addOwnTarget(
    _ id: PlanTarget.ID, version: Int, content: [UInt8]?, by account: StaffID, at moment: Moment) throws

  func add(_ figure: OfficeFigure) throws
  /// Newest day first, of one day the last entered first.
  func officeFigures() throws -> [OfficeFigure]
  /// - Returns: false where this person's certificate of this course is known already.
  func add(_ certificate: CourseCertificate, at moment: Moment) throws -> Bool
  /// Oldest first, of merged records too.
  func certificates(of person: Int64) throws -> [CourseCertificate]

  /// Every name that a tag ever had.
  func tagNames() throws -> [String]
  /// People who have passed up to the end of a day, each counted once.
  func passedPeople(_ filter: PeopleFilter, until day: CivilDate) throws -> Int
  func confirmedPeople(_ filter: PeopleFilter, until day: CivilDate) throws -> Int
  func certifiedPeople(_ filter: PeopleFilter, until day: CivilDate) throws -> Int
}
