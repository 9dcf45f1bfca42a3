import Assessment
import Slip
import UseCases

/// A slip on a list of the province for the outside authority, and the box that issued it.
package struct ProvinceSlip: Equatable, Sendable {
  package let slip: ListedSlip
  package let issuer: Issuer

  package init(slip: ListedSlip, issuer: Issuer) {
    self.slip = slip
    self.issuer = issuer
  }
}

/// A slip that could be put on a list: the latest of somebody who has passed.
package struct ListableProvinceSlip: Equatable, Sendable {
  package let issuer: Issuer
  package let token: SlipToken
  package let audience: Audience.ID
  package let passedAt: Moment

  package init(issuer: Issuer, token: SlipToken, audience: Audience.ID, passedAt: Moment) {
    self.issuer = issuer
    self.token = token
    self.audience = audience
    self.passedAt = passedAt
  }
}

/// What was answered about a slip, on its way back to its box.
package struct RoutedAnswer: Equatable, Sendable {
  package let issuer: Issuer
  package let token: SlipToken
  package let state: ConfirmationState
  package let reason: String?
  package let at: Moment
  /// Of the province's file of answers: it grows, and the newest one's numbers what the box gets.
  package let number: Int

  package init(
    issuer: Issuer, token: SlipToken, state: ConfirmationState, reason: String?, at: Moment, number: Int
  ) {
    self.issuer = issuer
    self.token = token
    self.state = state
    self.reason = reason
    self.at = at
    self.number = number
  }
}

/// Lists over all communes for the outside authority, and its answers.
package protocol ProvinceLists {
  /// The latest slip of everybody who has passed, with no open entry, none confirmed, no refusal that waits to be put right,
  /// no revocation and no list of the box's own; oldest first.
  func listable(atMost limit: Int) throws -> [ListableProvinceSlip]
  func addList(_ slips: [ListableProvinceSlip], by officer: Officer.ID?, at moment: Moment) throws
    -> ConfirmationBatch.ID
  /// Newest first.
  func lists() throws -> [ConfirmationBatch]
  func list(_ id: ConfirmationBatch.ID) throws -> ConfirmationBatch?
  func counts(of list: ConfirmationBatch.ID) throws -> [ConfirmationState: Int]
  /// In the order of their listing.
  ///
  /// - Parameter secrets: open what is known of the people; who was erased since is left out.
  func slips(in list: ConfirmationBatch.ID, secrets: any ProvinceSecrets) throws -> [ProvinceSlip]
  /// Every entry of a list that was handed over, whatever was answered since.
  func slipsSent(secrets: any ProvinceSecrets) throws -> [ProvinceSlip]
  func markSent(_ list: ConfirmationBatch.ID, at moment: Moment) throws
  /// Everybody on a list of the province or of a box, where they stand now.
  ///
  /// - Parameter isWhole: counts those on no list too, which looks at everybody who has passed.
  func tally(isWhole: Bool) throws -> ConfirmationTally

  /// When a file of answers with these bytes was applied; nil where none was.
  func answersApplied(digest: [UInt8]) throws -> Moment?
  /// Changes entries and remembers the file, or neither.
  func apply(_ changes: [AnswerChange], digest: [UInt8], rows: Int, by officer: Officer.ID?, at moment: Moment) throws
  /// Everything that was ever answered about slips of this box, or of one that it goes on for, by slip, with the newest
  /// answer; nothing for a box that another one goes on for.
  func answers(for box: Issuer) throws -> [RoutedAnswer]
  /// Boxes for which there is an answer.
  func boxesWithAnswers() throws -> [Issuer]
}
