import Assessment
import Slip

/// An attempt with everything that reports count by, so that a province comes to the office's own numbers.
package struct BundledAttempt: Hashable, Sendable {
  /// What the help recorded means for the result. Only ``none`` counts as without help.
  package enum Help: Int, Sendable, CaseIterable {
    case none = 0
    case allowed = 1
    case coaching = 2
    /// Help with an answer, and no officer has decided about it yet.
    case awaitsOfficer = 3
    /// Decided: it passes nobody.
    case refused = 4
  }

  /// What an area came to. Reached where `credit >= needed * 100`.
  package struct Area: Hashable, Sendable {
    package let code: String
    /// Hundredths of an item.
    package let credit: Int
    package let asked: Int
    /// Whole points.
    package let needed: Int

    package init(code: String, credit: Int, asked: Int, needed: Int) {
      (self.code, self.credit, self.asked, self.needed) = (code, credit, asked, needed)
    }
  }

  package struct Competence: Hashable, Sendable {
    package let code: String
    /// Hundredths of an item.
    package let credit: Int
    package let asked: Int

    package init(code: String, credit: Int, asked: Int) {
      (self.code, self.credit, self.asked) = (code, credit, asked)
    }
  }

  /// What the whole form came to.
  package struct Score: Hashable, Sendable {
    /// Hundredths of an item.
    package let credit: Int
    package let asked: Int
    /// Whole points needed over all; 0 for practice.
    package let needed: Int
    package let isPassed: Bool
    package let areas: [Area]
    package let competences: [Competence]

    package init(
      credit: Int, asked: Int, needed: Int, isPassed: Bool, areas: [Area], competences: [Competence]
    ) {
      (self.credit, self.asked, self.needed, self.isPassed) = (credit, asked, needed, isPassed)
      (self.areas, self.competences) = (areas, competences)
    }

    /// Whole points, as on the slip.
    package var right: Int { credit / 100 }
  }

  package struct Hamlet: Hashable, Sendable {
    /// The box's number for it; two hamlets may share a name over the years.
    package let number: Int64
    package let name: String

    package init(number: Int64, name: String) {
      (self.number, self.name) = (number, name)
    }
  }

  package var id: BundledID
  /// Nil for practice, which knows nobody.
  package var person: BundledID?
  package var audience: String
  package var mode: Attempt.Mode
  package var state: Attempt.State
  package var identity: Candidate.Identity?
  package var ageYears: Int?
  package var frameworkVersion: Int
  package var blueprintVersion: Int
  /// SHA-256 of the bank.
  package var bankHash: [UInt8]
  package var beganAt: Moment
  package var submittedAt: Moment?
  package var ending: Attempt.Ending?
  /// Milliseconds at the questions.
  package var spent: Int
  package var score: Score?
  package var help: Help
  /// An officer's last word about help was that this attempt passes nobody, whatever came after.
  package var isRefused: Bool
  package var hamlet: Hamlet?
  package var tags: [String]
  /// When the chosen answers were taken away; scores stay.
  package var answersErasedAt: Moment?

  package init(
    id: BundledID, person: BundledID?, audience: String, mode: Attempt.Mode, state: Attempt.State,
    identity: Candidate.Identity?, ageYears: Int?, frameworkVersion: Int, blueprintVersion: Int, bankHash: [UInt8],
    beganAt: Moment, submittedAt: Moment?, ending: Attempt.Ending?, spent: Int, score: Score?, help: Help,
    isRefused: Bool, hamlet: Hamlet?, tags: [String], answersErasedAt: Moment?
  ) {
    (self.id, self.person, self.audience, self.mode, self.state) = (id, person, audience, mode, state)
    (self.identity, self.ageYears, self.frameworkVersion) = (identity, ageYears, frameworkVersion)
    (self.blueprintVersion, self.bankHash, self.beganAt) = (blueprintVersion, bankHash, beganAt)
    (self.submittedAt, self.ending, self.spent, self.score) = (submittedAt, ending, spent, score)
    (self.help, self.isRefused, self.hamlet, self.tags) = (help, isRefused, hamlet, tags)
    self.answersErasedAt = answersErasedAt
  }
}

extension BundledAttempt {
  /// Whether reports count it: tested, handed in, not void.
  package var counts: Bool { mode == .tested && state == .submitted && score != nil && submittedAt != nil }

  /// Whether reports count it as passed.
  package var isCountedPassed: Bool { score?.isPassed == true && help != .refused }

  /// Whether reports count it among those with help.
  package var isAssisted: Bool { help != .none }
}
