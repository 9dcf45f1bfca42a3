/// One task: what is asked, what can be chosen, what is right and why. An object, since the store lends the same one to
/// every page that shows it.
package final class Item: Equatable, Sendable {
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
  package let task: Task
  package let rationale: String
  package let source: Source
  /// One more whenever what counts as right changes; attempts of before keep what they were scored by.
  package let version: Int
  /// Items of one cluster give each other away: a form has one of them at most.
  package let cluster: ClusterID?
  package let retirement: Retirement?
  /// What the second reading changed.
  package let reading: String?

  package init(
    id: ID, competence: Competence.ID, audiences: [Audience.ID], use: Use, difficulty: Int, difficultyReason: String,
    stem: Wording, task: Task, rationale: String, source: Source, version: Int = 1, cluster: ClusterID? = nil,
    retirement: Retirement? = nil, reading: String?
  ) {
    self.id = id
    self.competence = competence
    self.audiences = audiences
    self.use = use
    self.difficulty = difficulty
    self.difficultyReason = difficultyReason
    self.stem = stem
    self.task = task
    self.rationale = rationale
    self.source = source
    self.version = version
    self.cluster = cluster
    self.retirement = retirement
    self.reading = reading
  }

  package var kind: Kind { task.kind }

  package static func == (one: Item, other: Item) -> Bool {
    one === other
      || one.id == other.id && one.competence == other.competence && one.audiences == other.audiences
        && one.use == other.use && one.difficulty == other.difficulty
        && one.difficultyReason == other.difficultyReason && one.stem == other.stem && one.task == other.task
        && one.rationale == other.rationale && one.source == other.source && one.version == other.version
        && one.cluster == other.cluster && one.retirement == other.retirement && one.reading == other.reading
  }
}

extension Item {
  package typealias ClusterID = ContentID<Cluster>
  package enum Cluster {}

  /// Retired items are never drawn again, and stay: attempts of years ago stand on them.
  package struct Retirement: Equatable, Sendable {
    /// `YYYY-MM-DD`.
    package let date: String
    package let reason: String

    package init(date: String, reason: String) {
      self.date = date
      self.reason = reason
    }
  }

  /// A text as it is written and, where that does not read well aloud, as it is spoken.
  package struct Wording: Equatable, Sendable {
    package let written: String
    package let ear: String?

    package init(_ written: String, ear: String? = nil) {
      self.written = written
      self.ear = ear
    }
  }

  /// One part that can be answered: an option, a statement, a step, a line, a place. Its meaning tells what answering so shows
  /// about a person: the ability, or the mistake behind it.
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
    package let kind: Kind
    package let competence: Competence.ID
    package let area: Area.ID
    package let difficulty: Int
    package let shuffledParts: [Option.ID]
    package let cluster: ClusterID?

    package init(
      id: ID, use: Use, kind: Kind = .single, competence: Competence.ID, area: Area.ID, difficulty: Int,
      shuffledParts: [Option.ID], cluster: ClusterID? = nil
    ) {
      self.id = id
      self.use = use
      self.kind = kind
      self.competence = competence
      self.area = area
      self.difficulty = difficulty
      self.shuffledParts = shuffledParts
      self.cluster = cluster
    }
  }
}
