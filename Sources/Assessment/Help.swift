/// What somebody did to help during an attempt, one entry for each tap of a clerk.
package struct HelpAct: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case readAloud = "read-aloud"
    case pointedAtScreen = "pointed-at-screen"
    case operatedMouse = "operated-mouse"
    case translated
    case explainedQuestion = "explained-question"
    case suggestedAnswer = "suggested-answer"

    /// Help with the device is allowed and goes on record; help with the answer is not.
    package var isAllowed: Bool {
      switch self {
      case .readAloud, .pointedAtScreen, .operatedMouse, .translated: true
      case .explainedQuestion, .suggestedAnswer: false
      }
    }
  }

  /// From 1 within the attempt.
  package let number: Int
  package let kind: Kind
  /// The account of whoever recorded it.
  package let account: Int64
  /// Where the person was.
  package let place: FormPlace
  package let at: Moment

  package init(number: Int, kind: Kind, account: Int64, place: FormPlace, at: Moment) {
    self.number = number
    self.kind = kind
    self.account = account
    self.place = place
    self.at = at
  }
}

/// What an officer decided about help that is not allowed. Counts for everything recorded up to then.
package struct FlagDecision: Equatable, Sendable {
  package enum Verdict: String, Sendable, CaseIterable {
    /// The result stands, and the slip says that there was such help.
    case counts
    /// The entry was a slip of the finger: as if it were not there.
    case mistaken
    /// No slip.
    case refused
  }

  package let number: Int
  package let verdict: Verdict
  /// The number of the last entry of the ledger that the officer had before him.
  package let upTo: Int
  package let account: Int64
  package let reason: Reason.ID
  package let at: Moment

  package init(number: Int, verdict: Verdict, upTo: Int, account: Int64, reason: Reason.ID, at: Moment) {
    self.number = number
    self.verdict = verdict
    self.upTo = upTo
    self.account = account
    self.reason = reason
    self.at = at
  }
}

/// All help of one attempt with what was decided about it, both oldest first.
package struct HelpLedger: Equatable, Sendable {
  /// What the slip says about help.
  package enum Level: Int, Sendable, CaseIterable, Comparable {
    case none = 0
    case allowed = 1
    case coaching = 2

    package static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  /// What the ledger means for the slip.
  package enum Standing: Equatable, Sendable {
    case clear(Level)
    case awaitsOfficer
    case refused
  }

  package let acts: [HelpAct]
  package let decisions: [FlagDecision]

  package init(acts: [HelpAct], decisions: [FlagDecision]) {
    self.acts = acts
    self.decisions = decisions
  }

  package var standing: Standing {
    let coaching = acts.filter { !$0.kind.isAllowed }
    let last = decisions.last
    if coaching.contains(where: { $0.number > last?.upTo ?? 0 }) { return .awaitsOfficer }
    if last?.verdict == .refused { return .refused }
    if !coaching.isEmpty, last?.verdict == .counts { return .clear(.coaching) }
    return .clear(acts.count > coaching.count ? .allowed : .none)
  }
}
