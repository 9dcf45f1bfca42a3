/// What is measured, for whom: audiences, competence areas and competences, with the source they come from.
package final class Framework: Equatable, Sendable {
  package let version: Int
  package let name: String
  package let source: String
  /// Nil while the values are the product's own proposal.
  package let adoption: Adoption?
  package let audiences: [Audience]
  package let areas: [Area]
  package let competences: [Competence]
  /// Other frameworks that results can be read in.
  package let crosswalks: [Crosswalk]

  package init(
    version: Int, name: String, source: String, adoption: Adoption?, audiences: [Audience], areas: [Area],
    competences: [Competence], crosswalks: [Crosswalk] = []
  ) {
    self.version = version
    self.name = name
    self.source = source
    self.adoption = adoption
    self.audiences = audiences
    self.areas = areas
    self.competences = competences
    self.crosswalks = crosswalks
  }

  package func audience(_ id: Audience.ID) -> Audience? {
    audiences.first { $0.id == id }
  }

  package func area(_ id: Area.ID) -> Area? {
    for at in areas.indices where areas[at].id == id { return areas[at] }
    return nil
  }

  // By index, so that those before it are not copied: every page asks.
  package func competence(_ id: Competence.ID) -> Competence? {
    for at in competences.indices where competences[at].id == id { return competences[at] }
    return nil
  }

  package static func == (one: Framework, other: Framework) -> Bool {
    one === other
      || one.version == other.version && one.name == other.name && one.source == other.source
        && one.adoption == other.adoption && one.audiences == other.audiences && one.areas == other.areas
        && one.competences == other.competences && one.crosswalks == other.crosswalks
  }
}

/// The act by which an office made rules its own. Without one, values are shown as "đề xuất, chưa được ban hành".
package struct Adoption: Equatable, Sendable {
  package let office: String
  package let document: String
  /// ISO 8601 date, `YYYY-MM-DD`.
  package let date: String

  package init(office: String, document: String, date: String) {
    self.office = office
    self.document = document
    self.date = date
  }
}

/// A group of people the framework has its own table for.
package struct Audience: Equatable, Sendable {
  package typealias ID = ContentID<Audience>

  package let id: ID
  /// Stands for the audience on slips; never used again for another one.
  package let number: Int
  package let name: String
  package let description: String

  package init(id: ID, number: Int, name: String, description: String) {
    self.id = id
    self.number = number
    self.name = name
    self.description = description
  }
}

/// A group of competences that the result is told by.
package struct Area: Equatable, Sendable {
  package typealias ID = ContentID<Area>

  package let id: ID
  /// The bit that stands for the area on slips, 0 to 15; never used again for another one.
  package let number: Int
  package let name: String
  /// For headings in narrow places.
  package let short: String

  package init(id: ID, number: Int, name: String, short: String) {
    self.id = id
    self.number = number
    self.name = name
    self.short = short
  }
}

/// One thing a person can do, and what to say to somebody who cannot yet.
package struct Competence: Equatable, Sendable {
  package typealias ID = ContentID<Competence>

  package let id: ID
  package let area: Area.ID
  package let audiences: [Audience.ID]
  package let name: String
  package let advice: Advice
  /// Codes of competences in other frameworks that this one belongs to, by crosswalk: this product's own mapping.
  package let crosswalk: [Crosswalk.ID: [String]]

  package struct Advice: Equatable, Sendable {
    package let learn: String
    package let place: String

    package init(learn: String, place: String) {
      self.learn = learn
      self.place = place
    }
  }

  package init(
    id: ID, area: Area.ID, audiences: [Audience.ID], name: String, advice: Advice,
    crosswalk: [Crosswalk.ID: [String]] = [:]
  ) {
    self.id = id
    self.area = area
    self.audiences = audiences
    self.name = name
    self.advice = advice
    self.crosswalk = crosswalk
  }
}

/// Another framework, such as DigComp 3.0, with the names of its areas and competences, so that results can be read in it.
package struct Crosswalk: Equatable, Sendable {
  package typealias ID = ContentID<Crosswalk>

  package struct Entry: Equatable, Sendable {
    /// As the other framework numbers it: `2` for an area, `2.3` for a competence.
    package let code: String
    package let name: String
    /// The name was compared with the official text.
    package let isChecked: Bool

    package init(code: String, name: String, isChecked: Bool) {
      self.code = code
      self.name = name
      self.isChecked = isChecked
    }
  }

  package let id: ID
  package let name: String
  package let version: String
  package let source: String
  /// Says whose mapping it is.
  package let note: String
  package let areas: [Entry]
  package let competences: [Entry]

  package init(
    id: ID, name: String, version: String, source: String, note: String, areas: [Entry], competences: [Entry]
  ) {
    self.id = id
    self.name = name
    self.version = version
    self.source = source
    self.note = note
    self.areas = areas
    self.competences = competences
  }
}
