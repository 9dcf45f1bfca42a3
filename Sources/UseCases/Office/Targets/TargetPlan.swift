import Assessment

/// What higher bodies have written that must be reached: documents, the groups of people they speak of, and their targets.
package struct TargetPlan: Equatable, Sendable {
  package let version: Int
  package let documents: [PlanDocument]
  package let groups: [PlanGroup]
  package let figures: [OutsideFigure]
  package let targets: [PlanTarget]
  package let dueRules: [DueRule]

  package init(
    version: Int, documents: [PlanDocument], groups: [PlanGroup], figures: [OutsideFigure], targets: [PlanTarget],
    dueRules: [DueRule]
  ) {
    self.version = version
    self.documents = documents
    self.groups = groups
    self.figures = figures
    self.targets = targets
    self.dueRules = dueRules
  }

  package func document(_ id: PlanDocument.ID) -> PlanDocument? { documents.first { $0.id == id } }
  package func group(_ id: PlanGroup.ID) -> PlanGroup? { groups.first { $0.id == id } }
  package func figure(_ id: OutsideFigure.ID) -> OutsideFigure? { figures.first { $0.id == id } }
}

package struct PlanDocument: Equatable, Sendable {
  package typealias ID = ContentID<PlanDocument>
  /// Under which the office's own targets stand.
  package static let own = ID("rieng")

  package let id: ID
  package let title: String
  package let issuer: String

  package init(id: ID, title: String, issuer: String) {
    self.id = id
    self.title = title
    self.issuer = issuer
  }
}

/// People a target speaks of, as far as this box can tell them: by the audience of their test, a tag of the office's, or age.
package struct PlanGroup: Equatable, Sendable {
  package typealias ID = ContentID<PlanGroup>

  package let id: ID
  package let name: String
  package let audience: Audience.ID?
  package let tag: String?
  package let fromAge: Int?
  package let toAge: Int?
  /// People, or something else, such as households.
  package let unit: String

  package init(
    id: ID, name: String, audience: Audience.ID?, tag: String?, fromAge: Int?, toAge: Int?, unit: String
  ) {
    self.id = id
    self.name = name
    self.audience = audience
    self.tag = tag
    self.fromAge = fromAge
    self.toAge = toAge
    self.unit = unit
  }

  /// Whether anybody who was tested here can be told to belong to it.
  package var isCountable: Bool { audience != nil || tag != nil || fromAge != nil || toAge != nil }
}

/// A figure that comes from elsewhere and is entered by hand.
package struct OutsideFigure: Equatable, Sendable {
  package typealias ID = ContentID<OutsideFigure>

  package let id: ID
  package let name: String
  package let unit: String
  /// The measure whose own count it stands in for, once it was entered.
  package let standsFor: PlanTarget.Measure.Word?

  package init(id: ID, name: String, unit: String, standsFor: PlanTarget.Measure.Word?) {
    self.id = id
    self.name = name
    self.unit = unit
    self.standsFor = standsFor
  }
}

package struct PlanTarget: Equatable, Sendable {
  package typealias ID = ContentID<PlanTarget>

  package enum Value: Equatable, Sendable {
    /// Of the group's population.
    case percent(Int)
    case people(Int)
  }

  package enum Measure: Equatable, Sendable {
    package enum Word: String, Sendable, CaseIterable {
      case passed
      case course
      case confirmed
      case outside
    }

    /// Passed here, each person counted once ever.
    case passed
    /// A certificate of the national platform's course was seen.
    case course
    /// Confirmed on VNeID.
    case confirmed
    case outside(OutsideFigure.ID)
  }

  package let id: ID
  package let document: PlanDocument.ID
  /// Where it stands in the document.
  package let row: String
  package let text: String
  package let group: PlanGroup.ID
  package let deadline: CivilDate?
  package let value: Value
  package let measure: Measure
  /// The whole province's, of which no share of the commune's is written down.
  package let isProvinces: Bool
  package let note: String?

  package init(
    id: ID, document: PlanDocument.ID, row: String, text: String, group: PlanGroup.ID, deadline: CivilDate?,
    value: Value, measure: Measure, isProvinces: Bool, note: String?
  ) {
    self.id = id
    self.document = document
    self.row = row
    self.text = text
    self.group = group
    self.deadline = deadline
    self.value = value
    self.measure = measure
    self.isProvinces = isProvinces
    self.note = note
  }
}

/// When a document wants to be told how things stand.
package struct DueRule: Equatable, Sendable {
  /// "Before" such a day: the last safe day is the one before it.
  package enum Day: Equatable, Sendable {
    case everyYear(month: Int, day: Int)
    case once(CivilDate)
  }

  package let document: PlanDocument.ID
  package let kind: CalendarPeriod.Kind
  package let before: [Day]
  package let source: String

  package init(document: PlanDocument.ID, kind: CalendarPeriod.Kind, before: [Day], source: String) {
    self.document = document
    self.kind = kind
    self.before = before
    self.source = source
  }
}
