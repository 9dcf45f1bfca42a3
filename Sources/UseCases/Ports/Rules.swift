import Assessment

/// One entry of the history of an audience's rules.
package struct RuleAdoption: Equatable, Sendable {
  package enum Origin: String, Equatable, Sendable, CaseIterable {
    /// The office made these rules its own.
    case office
    /// The same rules, brought over to a bank with another framework.
    case carried
    /// The office went back to what the bank proposes.
    case proposal
  }

  package let audience: Audience.ID
  /// The content row that came into force.
  package let blueprint: Int64
  package let origin: Origin
  package let act: RuleAct?
  /// Nil where the program did it by itself.
  package let account: StaffID?
  package let at: Moment

  package init(
    audience: Audience.ID, blueprint: Int64, origin: Origin, act: RuleAct?, account: StaffID?, at: Moment
  ) {
    self.audience = audience
    self.blueprint = blueprint
    self.origin = origin
    self.act = act
    self.account = account
    self.at = at
  }
}

/// The paper by which an office makes rules its own.
package struct RuleAct: Equatable, Sendable {
  package static let longestText = 120

  package let document: String
  package let date: CivilDate
  package let signer: String

  package init(document: String, date: CivilDate, signer: String) {
    self.document = document
    self.date = date
    self.signer = signer
  }
}

/// The rules of each audience, where they come from, and what the bank proposes.
package protocol RuleStore {
  /// What the bank in force proposes for an audience, whatever the office has adopted.
  func proposedBlueprint(for audience: Audience.ID) throws -> (row: Int64, blueprint: Blueprint)?
  /// Newest first.
  func ruleAdoptions(of audience: Audience.ID) throws -> [(adoption: RuleAdoption, version: Int)]
  /// The highest version number that any rules of this audience ever had here.
  func highestRuleVersion(of audience: Audience.ID) throws -> Int
  /// How many different rules of this audience have this number.
  func rules(of audience: Audience.ID, numbered version: Int) throws -> Int
  /// Keeps rules as content under the framework in force, for new attempts from now on.
  func putInForce(
    _ blueprint: Blueprint, content: [UInt8], origin: RuleAdoption.Origin, act: RuleAct?, by account: StaffID?,
    at moment: Moment
  ) throws
}
