import Assessment
import UseCases

/// How many of an audience must have passed, in every commune and in the whole, and by when.
package struct ProvinceTarget: Equatable, Sendable {
  /// Nil for everybody.
  package let audience: Audience.ID?
  /// Of the population that was entered.
  package let percent: Int
  package let deadline: CivilDate
  /// The paper that wants it.
  package let document: String

  package init(audience: Audience.ID?, percent: Int, deadline: CivilDate, document: String) {
    (self.audience, self.percent, self.deadline, self.document) = (audience, percent, deadline, document)
  }
}

/// How many people a commune has, of one audience or in all; it comes from elsewhere.
package struct CommunePopulation: Equatable, Sendable {
  package let commune: Commune
  /// Nil for everybody.
  package let audience: Audience.ID?
  package let people: Int
  /// The day it speaks of.
  package let day: CivilDate
  package let source: String

  package init(commune: Commune, audience: Audience.ID?, people: Int, day: CivilDate, source: String) {
    (self.commune, self.audience, self.people, self.day, self.source) = (commune, audience, people, day, source)
  }
}

package protocol ProvinceTargets {
  /// Everybody's first, then by audience.
  func targets() throws -> [ProvinceTarget]
  /// In the place of the one that the audience had.
  func keep(_ target: ProvinceTarget) throws
  /// - Returns: false where there was none.
  func dropTarget(of audience: Audience.ID?) throws -> Bool
  func populations(of audience: Audience.ID?) throws -> [Commune: CommunePopulation]
  /// In the place of what was known of the same commune and audience.
  func keep(_ populations: [CommunePopulation]) throws
}
