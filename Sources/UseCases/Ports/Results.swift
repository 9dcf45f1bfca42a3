import Assessment

/// An attempt that was handed in, as results tell it: no name, no number, no age.
package struct HandedIn: Equatable, Sendable {
  package let attempt: Attempt.ID
  /// Nil for practice.
  package let person: Int64?
  package let audience: Audience.ID
  package let mode: Attempt.Mode
  package let submittedAt: Moment
  package let ending: String
  package let spentMilliseconds: Int64
  package let frameworkVersion: Int
  package let blueprintVersion: Int
  /// SHA-256 of the bank's items.
  package let bankHash: [UInt8]
  package let right: Int
  package let asked: Int
  package let credit: Int
  /// Nil for practice.
  package let isPassed: Bool?

  package init(
    attempt: Attempt.ID, person: Int64?, audience: Audience.ID, mode: Attempt.Mode, submittedAt: Moment, ending: String,
    spentMilliseconds: Int64, frameworkVersion: Int, blueprintVersion: Int, bankHash: [UInt8], right: Int, asked: Int,
    credit: Int, isPassed: Bool?
  ) {
    self.attempt = attempt
    self.person = person
    self.audience = audience
    self.mode = mode
    self.submittedAt = submittedAt
    self.ending = ending
    self.spentMilliseconds = spentMilliseconds
    self.frameworkVersion = frameworkVersion
    self.blueprintVersion = blueprintVersion
    self.bankHash = bankHash
    self.right = right
    self.asked = asked
    self.credit = credit
    self.isPassed = isPassed
  }
}

/// What was answered at one scored place.
package struct GivenAnswer: Equatable, Sendable {
  package let number: Int
  package let item: Item.ID
  package let itemVersion: Int
  package let kind: Item.Kind
  package let competence: Competence.ID
  package let optionOrder: [Item.Option.ID]
  /// In the text form of ``Assessment/Response``; nil where nothing was answered, or the answer was erased.
  package let response: String?
  package let credit: Int
  package let spentMilliseconds: Int64

  package init(
    number: Int, item: Item.ID, itemVersion: Int, kind: Item.Kind, competence: Competence.ID,
    optionOrder: [Item.Option.ID], response: String?, credit: Int, spentMilliseconds: Int64
  ) {
    self.number = number
    self.item = item
    self.itemVersion = itemVersion
    self.kind = kind
    self.competence = competence
    self.optionOrder = optionOrder
    self.response = response
    self.credit = credit
    self.spentMilliseconds = spentMilliseconds
  }
}

package protocol ResultStore {
  /// Attempts handed in from one moment to before another, oldest first.
  func handedIn(from first: Moment, before end: Moment) throws -> [HandedIn]
  func answers(of attempt: Attempt.ID) throws -> [GivenAnswer]
}
