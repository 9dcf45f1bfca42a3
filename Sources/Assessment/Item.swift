/// One task: what is asked, what can be chosen, what is right and why.
package struct Item: Equatable, Sendable {
  package typealias ID = ContentID<Item>

  /// What an item may be drawn for. Exactly one, since practice and warm-up show their keys.
  package enum Use: String, Sendable, CaseIterable {
    case warmUp = "warm-up"
    case practice
    case tested
  }

  package let id: ID
  package let competence: Competence.ID
  package let audiences: [Audience.ID]
  package let use: Use
  /// Judged by the writer, 1 (nearly everybody can) to 5 (few can).
  package let difficulty: Int
  package let difficultyReason: String
  package let stem: Wording
  package let options: [Option]
  package let key: Option.ID
  package let rationale: String
  package let source: Source
  /// What the second reading changed.
  package let reading: String?

  package init(
    id: ID, competence: Competence.ID, audiences: [Audience.ID], use: Use, difficulty: Int, difficultyReason: String,
    stem: Wording, options: [Option], key: Option.ID, rationale: String, source: Source, reading: String?
  ) {
    self.id = id
    self.competence = competence
    self.audiences = audiences
    self.use = use
    self.difficulty = difficulty
    self.difficultyReason = difficultyReason
    self.stem = stem
    self.options = options
    self.key = key
    self.rationale = rationale
    self.source = source
    self.reading = reading
  }

  package func option(_ id: Option.ID) -> Option? {
    options.first { $0.id == id }
  }
}

extension Item {
  /// A text as it is written and, where that does not read well aloud, as it is spoken.
  package struct Wording: Equatable, Sendable {
    package let written: String
    package let ear: String?

    package init(_ written: String, ear: String? = nil) {
      self.written = written
      self.ear = ear
    }
  }

  /// One choice. Its meaning tells what choosing it shows about a person: the ability, or the mistake behind it.
  package struct Option: Equatable, Sendable {
    package typealias ID = ContentID<Option>

    package let id: ID
    package let text: Wording
    package let meaning: String

    package init(id: ID, text: Wording, meaning: String) {
      self.id = id
      self.text = text
      self.meaning = meaning
    }
  }

  /// Where an item's facts come from, so that they can be checked again.
  package enum Source: Equatable, Sendable {
    case principle
    /// The date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    case fact(text: String, date: String)
  }

  /// What drawing a form needs to know of an item, without its texts.
  package struct Card: Equatable, Sendable {
    package let id: ID
    package let use: Use
    package let competence: Competence.ID
    package let area: Area.ID
    package let difficulty: Int
    package let optionIDs: [Option.ID]

    package init(
      id: ID, use: Use, competence: Competence.ID, area: Area.ID, difficulty: Int, optionIDs: [Option.ID]
    ) {
      self.id = id
      self.use = use
      self.competence = competence
      self.area = area
      self.difficulty = difficulty
      self.optionIDs = optionIDs
    }
  }
}
