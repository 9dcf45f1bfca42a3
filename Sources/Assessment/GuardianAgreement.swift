/// The word of somebody who answers for a child, given at the desk before the child is tested.
package struct GuardianAgreement: Equatable, Sendable {
  package enum Relation: String, Sendable, CaseIterable {
    case mother
    case father
    case guardian
  }

  package let relation: Relation
  package let name: String
  package let at: Moment

  package init(relation: Relation, name: String, at: Moment) {
    self.relation = relation
    self.name = name
    self.at = at
  }
}
