/// Why staff did something to an attempt or a slip. Reasons are data of the bank, in two levels.
package struct Reason: Equatable, Sendable {
  package typealias ID = ContentID<Reason>

  /// The first level, for counts that can be compared between offices.
  package enum Kind: String, Sendable, CaseIterable {
    case technical
    case health
    case conduct
    case identity
    case other
  }

  /// What a reason can be given for.
  package enum Act: String, Sendable, CaseIterable {
    case pause
    /// A rest that a person takes without asking, where that was granted.
    case rest
    case addMinutes = "add-minutes"
    case move
    case end
    case void
    case reprintSlip = "reprint-slip"
    case revokeSlip = "revoke-slip"
    case decideFlag = "decide-flag"
    case mergePeople = "merge-people"
  }

  package let id: ID
  package let kind: Kind
  package let kindName: String
  package let text: String
  package let acts: Set<Act>

  package init(id: ID, kind: Kind, kindName: String, text: String, acts: Set<Act>) {
    self.id = id
    self.kind = kind
    self.kindName = kindName
    self.text = text
    self.acts = acts
  }
}
